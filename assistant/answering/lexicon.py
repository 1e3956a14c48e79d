"""Everyday French words that the corpus may lack, and what hurried fingers write for some (`corpus/french.yaml`)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.clusters.files import corpus_error, read_named

_ENDINGS = (
    "e es ons ez ent er ant é ée és ées ais ait ions iez aient erai eras era erons erez eront erais erait erions eraient"
).split()
# « préférer » and « mener » open their last vowel before a silent ending, the second in the future as well.
_OPENS = re.compile(r"[eé](?=(?:[bcdfgklmnprstv]|[cg]h|gn|gu)$)")
_SILENT = ("e", "es", "ent")
_DOUBLED = re.compile(r"(?:(?:^|r)appel|(?:^|[^èh])jet|nouvel)$")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`common` are the words of every sentence, `words` all the others, among them `nouns` (and adjectives) in the
    singular and `verbs` of the first group in the infinitive; `short` maps an abbreviation to its words, `phrases`
    several hasty words to theirs."""

    common: frozenset[str]
    words: frozenset[str]
    short: Mapping[str, str]
    phrases: Mapping[str, str]
    nouns: frozenset[str]
    verbs: frozenset[str]


def load_lexicon(file: Path) -> Lexicon:
    """The words of `french.yaml`, plurals and forms of verbs made. Raises CorpusError."""
    read = read_named(file)
    try:
        nouns, verbs = read["noms"].split(), read["verbes"].split()
        made = {*nouns, *(noun + "s" for noun in nouns), *(form for verb in verbs for form in conjugated(verb))}
        short, phrases = (
            {str(typed): str(meant) for typed, meant in read[name].items()} for name in ("abreviations", "locutions")
        )
        common = frozenset(read["mots"].split())
        stated = f"{read['formes']} {read['demandees']}".split()
        words = frozenset(made) | frozenset(stated) - common
        return Lexicon(common, words, short, phrases, frozenset(nouns), frozenset(verbs))
    except (AttributeError, KeyError, TypeError) as error:
        raise corpus_error(file, "fichier", f"listes de mots attendues ({error})") from error


def conjugated(verb: str) -> Iterator[str]:
    """The forms of a verb of the first group, infinitive and participles among them."""
    stem = verb.removesuffix("er")
    for ending in _ENDINGS:
        yield _softened(stem, ending) + ending
    if stem.endswith("y"):
        yield from (stem[:-1] + "i" + ending for ending in (*_SILENT, "era", "erait"))
    if _DOUBLED.search(stem):
        yield from (stem + stem[-1] + ending for ending in (*_SILENT, "era", "erait"))
    opened = _OPENS.sub("è", stem)
    if opened != stem:
        yield from (opened + ending for ending in (*_SILENT, "era", "erait"))


def _softened(stem: str, ending: str) -> str:
    """« placer » keeps its sound in « plaçons », « manger » in « mangeons »."""
    if ending[0] not in "ao":
        return stem
    return stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
