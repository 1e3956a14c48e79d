"""Whether the corpus answers: plain signals, weighed by a logistic regression, decided before anything is written.

The weights lie in `corpus/abstention.yaml`; they were fitted on questions kept apart from those that are scored
(`eval abstention --fit`). Each signal can be read and explained.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from assistant.answering.answer_type import answer_type, has_figure, years
from assistant.answering.evidence import Evidence
from assistant.answering.selection import is_about_itself
from assistant.errors import CorpusError
from assistant.index.analysis import terms, words
from assistant.vocabulary import AbstentionReason, Language

_NUMBER_ASKED = re.compile(
    r"\b(?:combien|how (?:many|much|big|large)|nombre|num[ée]ro|effectifs?|taux|montants?|budgets?|pourcentages?|proportion|"
    r"co[uû]ts?|prix|tarifs?|[âa]ge|taille|surface|chiffres?|number|rate|fees?|amount|share|size)\b",
    re.IGNORECASE,
)
# What the corpus holds of nobody: how to reach a person, what they earn.
_PERSONAL = re.compile(
    r"\b(?:t[ée]l[ée]phones?|portable|num[ée]ro de|e-?mails?|courriels?|coordonn[ée]es|adresse (?:mail|[ée]lectronique|postale)|"
    r"phone|salaires?|r[ée]mun[ée]rations?|r[ée]mun[ée]r[ée]\w*|gagne\w*|paie|pay[ée]e?s?|salary|salaries|wages?|earns?)\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:aujourd['’]hui|actuel\w*|en ce moment|cette ann[ée]e|cet automne|ce mois|prochaine?s?|bient[oô]t|derni[eè]res? nouvelles|"
    r"currently|now|this year|next|latest|upcoming)\b",
    re.IGNORECASE,
)
# A question that seems none of ours is answered when one sentence has this share of its words, and they are enough.
HELD_COVERAGE, WORDS_HELD = 0.8, 3
# Sentences that are shown, at most, and those among which an asked figure is looked for.
SHOWN, FIGURES_READ = 8, 25
_WORD = re.compile(r"[\w'’&-]+")


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for or against answering. Shares and cosines are in [0, 1]."""

    coverage: float = 0.0  # question words, weighted by rarity, in the best sentence with its headings
    passage_coverage: float = 0.0  # the same over the whole best passage
    similarity: float = 0.0  # best cosine of a sentence to the question
    agreement: bool = False  # both arms put the same passage among their first
    rarest_held: float = 0.0  # whether the rarest word asked is in one of the best passages
    unknown_names: tuple[str, ...] = ()  # capitalised words that no passage has
    unknown_share: float = 0.0  # weight of the question's words that no passage has
    number_asked: bool = False
    figure_coverage: float = 0.0  # question words in the best sentence with a figure, without its headings
    year_missing: bool = False  # a year is asked for that no sentence shown has
    personal: bool = False  # how to reach somebody or what they earn
    now: bool = False  # what is the case now or next
    about_named: float = 1.0  # share of the best sentences that speak of the clusters named
    words_asked: int = 0
    practical: bool = False  # how something is done, or with whom, rather than a fact
    off_topic: float = 0.0  # probability that the question is none of ours

    @property
    def held_whole(self) -> bool:
        """Whether one passage has nearly all that the question speaks of, be it no subject of ours."""
        enough = self.words_asked >= WORDS_HELD and not self.unknown_names
        return enough and self.coverage >= HELD_COVERAGE and self.passage_coverage >= HELD_COVERAGE

    def features(self, language: Language) -> dict[str, float]:
        """The numbers that are weighed. Words of an English question are not those of French passages: none counts."""
        french = float(language == "fr")
        return {
            "couverture_passage": french * self.passage_coverage,
            "sens": 10 * self.similarity,
            "accord": float(self.agreement),
            "mot_rare": french * self.rarest_held,
            "nom_inconnu": french * bool(self.unknown_names),
            "mots_inconnus": french * self.unknown_share,
            "nombre_demande": french * self.number_asked,
            "nombre_couvert": self.number_asked * french * self.figure_coverage,
            "annee_absente": float(self.year_missing),
            "personne": float(self.personal),
            "actualite": float(self.now),
            "cluster_nomme": self.about_named,
            "anglais": 1 - french,
            "pratique": float(self.practical),
            "hors_sujet": self.off_topic,
        }


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of the features and the constant, in log-odds that the corpus answers."""

    constant: float
    of: Mapping[str, float]

    def probability(self, s: Signals, language: Language) -> float:
        """How likely the corpus answers."""
        features = s.features(language)
        return 1 / (1 + math.exp(-self.constant - sum(self.of[name] * value for name, value in features.items())))


def load_abstention_weights(file: Path) -> Weights:
    """The weights of `abstention.yaml`, exactly one a feature. Raises CorpusError."""
    try:
        read = yaml.safe_load(file.read_text(encoding="utf-8"))
        of = {str(name): float(value) for name, value in read["poids"].items()}
        if of.keys() != Signals().features("fr").keys():
            raise ValueError(sorted(of.keys() ^ Signals().features("fr").keys()))
        return Weights(float(read["constante"]), of)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, yaml.YAMLError) as error:
        raise CorpusError(
            (f"{file.name} est illisible : {error}", f"{file.name} cannot be read: {error}"),
            ("Rétablissez le fichier livré.", "Put the shipped file back."),
        ) from error


def signals(
    question: str,
    evidence: Sequence[Evidence],
    both_arms: bool,
    idf: Callable[[str], float],
    knows: Callable[[str], bool],
    about: Callable[[Evidence], bool] = lambda evidence: True,
) -> Signals:
    """The signals of a question (without the clusters it names) and its evidence, best first.

    `about` tells whether a sentence speaks of the clusters named: only such a one can give their figure.
    """
    asked = {term: idf(term) for term in terms(question)}
    total = sum(asked.values()) or 1.0
    best = evidence[:SHOWN]
    rarest = max(asked, key=lambda term: asked[term], default="")
    wanted, number = years(question), bool(_NUMBER_ASKED.search(question)) or answer_type(question).number

    def gives_figure(e: Evidence) -> bool:
        return has_figure(e.text) and about(e) and not is_about_itself(e)

    def gives_year(e: Evidence) -> bool:
        return gives_figure(e) if number else about(e)

    return Signals(
        coverage=max((e.coverage for e in best), default=0.0),
        passage_coverage=max((_share(asked, total, _passage(e)) for e in best), default=0.0),
        similarity=max((e.similarity for e in best), default=0.0),
        agreement=both_arms,
        rarest_held=float(any(rarest in terms(_passage(e)) for e in best)),
        unknown_names=tuple(name for name in _names(question) if not any(map(knows, terms(name)))),
        unknown_share=sum(weight for term, weight in asked.items() if not knows(term)) / total,
        number_asked=number,
        figure_coverage=max(
            (_share(asked, total, e.text) for e in evidence[:FIGURES_READ] if gives_figure(e)),
            default=0.0,
        ),
        year_missing=bool(wanted) and not any(wanted & years(e.text) for e in best if gives_year(e)),
        personal=bool(_PERSONAL.search(question)),
        now=bool(_NOW.search(question)),
        about_named=sum(map(about, best)) / len(best) if best else 0.0,
        words_asked=len(asked),
    )


def _passage(evidence: Evidence) -> str:
    return " ".join((evidence.document.title, *evidence.section, evidence.passage.text))


def _share(asked: dict[str, float], total: float, text: str) -> float:
    held = set(terms(text))
    return sum(weight for term, weight in asked.items() if term in held) / total


def _names(question: str) -> list[str]:
    """Capitalised words that do not open the question."""
    found = [match.group() for match in _WORD.finditer(question)]
    return [word for word in found[1:] if word[:1].isupper() and len(word) > 2 and words(word)]


def reason_to_abstain(s: Signals, language: Language, weights: Weights, caution: float) -> AbstentionReason | None:
    """Why not to answer, or None. `caution` is the probability of an answer under which none is given."""
    if weights.probability(s, language) >= caution:
        return None
    if s.unknown_names and language == "fr":
        return AbstentionReason.ENTITE_INCONNUE
    return AbstentionReason.CHIFFRE_ABSENT if s.number_asked else AbstentionReason.CORPUS_MUET
