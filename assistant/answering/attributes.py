"""Words that ask for the same thing of a cluster: « salariés » and « équipe », « adhérents » and « membres »."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.clusters.files import corpus_error, read_yaml
from assistant.index.analysis import terms


@dataclass(frozen=True, slots=True)
class Attributes:
    """For an index term, all the terms that ask for the same."""

    family: Mapping[str, frozenset[str]]

    def held(self, term: str, text: frozenset[str]) -> bool:
        """Whether a text, given as terms, has this term or one of its family."""
        return term in text or not self.family.get(term, frozenset()).isdisjoint(text)


def load_attributes(file: Path) -> Attributes:
    """The families of `attributes.yaml`: name → words in a row. Raises CorpusError."""
    raw = read_yaml(file)
    if not isinstance(raw, dict) or not all(isinstance(words, str) for words in raw.values()):
        raise corpus_error(file, "fichier", "nom → mots attendu")
    family: dict[str, frozenset[str]] = {}
    for words in raw.values():
        same = frozenset(terms(words))
        family |= {term: family.get(term, frozenset()) | same for term in same}
    return Attributes(family)
