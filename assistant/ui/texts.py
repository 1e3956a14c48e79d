"""The words of the page, in French and in English, from texts/page.yaml."""

from assistant.drafts.typography import typeset
from assistant.resources import texts
from assistant.vocabulary import Language, Phase, Said

_PAGE = texts("page")
_LANGUAGES: tuple[Language, ...] = ("fr", "en")

TEXTS: dict[Language, dict[str, str]] = {
    language: {key: typeset(said[language], language) for key, said in _PAGE["words"].items()}
    for language in _LANGUAGES
}
CHOICES: dict[Language, dict[str, list[tuple[str, str]]]] = {
    language: {
        kind: [(said[language], value) for value, said in offered.items()] for kind, offered in _PAGE["choices"].items()
    }
    for language in _LANGUAGES
}
STARTERS: dict[Phase, dict[Language, list[str]]] = {Phase(name): asked for name, asked in _PAGE["starters"].items()}
FIELDS_EN: dict[str, str] = _PAGE["fields_en"]
COLON: Said = {"fr": "\u00a0:", "en": ":"}
