"""Suggestions as plain text: criteria with values, reasons and numbered sources, cautions, how to get in touch."""

from collections.abc import Iterable, Mapping, Sequence

from assistant.answering.comparison_texts import marks, source_name
from assistant.answering.presenting import CRITERIA, ROLES
from assistant.clusters.saying import inside
from assistant.vocabulary import Language, Suggestion

SCORES: dict[Language, str] = {
    "fr": "Score : moyenne pondérée des critères connus, de 0 à 1 ; certitude : part des critères qui est connue. L’ordre "
    "tient compte des deux et évite que les suggestions se ressemblent.",
    "en": "Score: weighted mean of the known criteria, from 0 to 1; certainty: share of the criteria that is known. The order "
    "weighs both and keeps suggestions from resembling each other.",
}
_WORDS: dict[Language, dict[str, str]] = {
    "fr": {"unknown": "inconnu", "weight": "poids", "colon": " :", "certainty": "certitude"},
    "en": {"unknown": "unknown", "weight": "weight", "colon": ":", "certainty": "certainty"},
}


def suggestions_text(suggestions: Sequence[Suggestion], names: Mapping[str, str], language: Language = "fr") -> str:
    """Suggestions best first, how to read their scores, and their sources by number, named by `names`."""
    if not suggestions:
        return ""
    numbers = numbered(suggestions)
    sources = [f"[{number}] {source_name(source, names, language)}" for source, number in numbers.items()]
    told = [suggestion_text(suggestion, language, numbers) for suggestion in suggestions]
    return "\n".join([*told, SCORES[language], *sources])


def suggestion_text(suggestion: Suggestion, language: Language = "fr", numbers: Mapping[str, int] | None = None) -> str:
    """A suggestion with its criteria, cautions and contact; `numbers` are those of the sources, listed elsewhere."""
    words = _WORDS[language]
    lines = [f"{suggestion.name} — {ROLES[suggestion.role][language]}, {score_text(suggestion, language)}"]
    for c in suggestion.criteria:
        value = words["unknown"] if c.value is None else share(c.value, language)
        weight = f"{c.weight:g}" if language == "en" else f"{c.weight:g}".replace(".", ",")
        told = f"{unnamed(c.because, suggestion.name, language)} {marks(c.sources, numbers or {})}".rstrip()
        lines.append(f"  · {CRITERIA[c.name][language]} {value} ({words['weight']} {weight}){words['colon']} {told}")
    return "\n".join([*lines, *before_calling(suggestion, language, numbers)])


def unnamed(reason: str, name: str, language: Language = "fr") -> str:
    """A reason without the cluster's name at its head, nor its capital: the name stands before all of them."""
    rest = reason.removeprefix(f"{name}\u00a0: ").removeprefix(f"{name} : ").removeprefix(f"{name}: ")
    rest = rest.removeprefix(f"{name} ")
    return inside(reason, language) if rest == reason else rest.lstrip()


def share(value: float, language: Language) -> str:
    """A value between nought and one: « 0,72 », “0.72”."""
    return f"{value:.2f}" if language == "en" else f"{value:.2f}".replace(".", ",")


def score_text(suggestion: Suggestion, language: Language) -> str:
    """« score 0,80 · certitude 1,00 »."""
    certainty = f"{_WORDS[language]['certainty']} {share(suggestion.certainty, language)}"
    return f"score {share(suggestion.score, language)} · {certainty}"


def before_calling(suggestion: Suggestion, language: Language, numbers: Mapping[str, int] | None = None) -> list[str]:
    """The cautions, and how to get in touch."""
    contact = suggestion.contact
    reach = ", ".join([*([contact.website] if contact.website else []), *contact.via])
    lines = [f"  ⚠ {caution.text} {marks(caution.sources, numbers or {})}".rstrip() for caution in suggestion.cautions]
    return [*lines, f"  Contact{_WORDS[language]['colon']} {reach}"] if reach else lines


def numbered(suggestions: Iterable[Suggestion]) -> dict[str, int]:
    """The number of each source of the criteria and cautions, in the order it is met."""
    met: dict[str, None] = {}
    for suggestion in suggestions:
        for cited in (*(c.sources for c in suggestion.criteria), *(c.sources for c in suggestion.cautions)):
            met |= dict.fromkeys(cited)
    return {source: at for at, source in enumerate(met, start=1)}
