"""Whether the corpus answers: plain signals, weighed by a logistic regression, decided before anything is written.

The weights lie in `corpus/abstention.yaml`; they were fitted on questions kept apart from those that are scored
(`eval abstention --fit`). Each signal can be read and explained.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.answering.answer_type import asks_number, years
from assistant.answering.asked_for import NOTHING_ASKED, AskedFor
from assistant.answering.attributes import Attributes
from assistant.answering.evidence import Evidence
from assistant.answering.figures import has_figure
from assistant.answering.periods import asks_for_news
from assistant.answering.selection import is_about_itself
from assistant.clusters.files import corpus_error, read_named
from assistant.index.analysis import terms, words
from assistant.vocabulary import AbstentionReason, DocumentType, Language

_NUMBER_ASKED = re.compile(
    r"\b(?:combien|how (?:many|much|big|large)|nombre|num[ée]ro|effectifs?|taux|montants?|budgets?|pourcentages?|proportion|"
    r"co[uû]ts?|prix|tarifs?|[âa]ge|taille|surface|chiffres?|number|rate|fees?|amount|share|size)\b",
    re.IGNORECASE,
)
# What the corpus holds of nobody: how to reach a person, what they earn. « Passer ses journées au téléphone », « trop de
# mails », « joindre un budget » reach nobody.
_CONTACT = re.compile(
    r"\b(?:(?<!au )(?<!par )(?<!un )t[ée]l[ée]phon\w*|portables?|num[ée]ros? (?:de (?:t[ée]l|portable|mobile|poste|fixe|la\b|le\b|l['’]|son\b|sa\b|[A-ZÀ-Ý])|du|direct|personnel)|"
    r"(?<!par )(?:e-?mail|mail|courriel)|(?<!par )(?<!de )(?<!des )(?<!les )(?<!nos )(?:e-?mails|mails|courriels)|coordonn[ée]es|"
    r"adresses? (?:e-?mail|mail|[ée]lectroniques?|postales?|personnelles?|priv[ée]es?)|linkedin|whatsapp|"
    r"joindre(?! (?:(?:un|une|des|les|nos|le|la|du|de la) )?(?:budget|pi[èe]ces?|documents?|annexes?|fichiers?|lettres?|plans?|devis|rapports?|"
    r"statuts|comptes|bilans?|deux bouts)\b)(?! (?:à|au|aux|l['’]utile|l['’]annexe)\b)|phone|(?:num[ée]ro du |le )standard (?:de|du|d['’]|t[ée]l))\b",
    re.IGNORECASE,
)
# What « une PME gagne à adhérer » is no pay.
_PAY = re.compile(
    r"\b(?:(?<!payer les )(?<!verser les )(?<!payer nos )(?<!verser nos )salaires?|salarial\w*|r[ée]mun[èée]r\w*|"
    r"(?<!à )gagne(?:nt|r)?(?! (?:en|du|des|quoi|de l['’]argent)\b)(?![^?.!]{0,40}\b[àa] (?:\w+(?:er|ir|re)\b|s['’e]))|"
    r"touche(?:nt)?(?=[^.?!]{0,12}\bcombien)|(?<=combien )touche\w*|touche-t-(?:il|elle|on)|(?:la |sa |leur |une |de |les )(?:paies?|payes?)|pay[ée]e?s?(?<!paye)(?<!payes)(?! par\b)|indemni\w+|primes?|"
    r"augmentation|salary|salaries|wages?|earns?|pay (?:of|rise|gap|scale))\b",
    re.IGNORECASE,
)
# A question that seems none of ours is answered when one sentence has this share of its words, and they are enough.
HELD_COVERAGE, WORDS_HELD = 0.8, 3
# The kind of question is told without looking at the corpus: it never says more than this, in log-odds, against what was found.
KIND_SAYS = 2.0
# And the less, the nearer the best sentence is: its weight is told at this cosine.
NEAR = 0.88
# What must be more likely than for another question before one that seems none of ours is answered.
OUT_OF_SCOPE = 0.2
# Sentences that are shown, at most, and those among which an asked figure is looked for.
SHOWN, FIGURES_READ = 8, 25
_WORD = re.compile(r"[\w'’&-]+")
_SENTENCE_END = re.compile(r"[.!?…:;]\s*$")
_WHERE = re.compile(r"\ben\s+$", re.IGNORECASE)


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
    contact: bool = False  # how to reach somebody
    pay: bool = False  # what somebody earns
    attribute_missing: bool = False  # no sentence about the clusters named speaks of what is asked of them
    field_found: bool = False  # the sheet of the cluster named tells the field that is asked for
    now: bool = False  # what happens now or next
    asked_for: AskedFor = NOTHING_ASKED  # what is missing of the year and the quantity that are asked for
    words_asked: int = 0
    kind: float = 0.0  # log-odds that the question is of a kind that the corpus answers
    surety: float = 0.0  # how surely it is after the fact that it is most after
    together: float = 0.0  # and that it is after one of several
    missed: float = 0.0  # how surely it is near to a fact and misses it

    @property
    def held_whole(self) -> bool:
        """Whether one passage has nearly all that the question speaks of, be it no subject of ours."""
        enough = self.words_asked >= WORDS_HELD and not self.unknown_names
        return enough and self.coverage >= HELD_COVERAGE and self.passage_coverage >= HELD_COVERAGE

    def features(self, language: Language) -> dict[str, float]:
        """The numbers that are weighed. Words of an English question are not those of French passages: none counts."""
        french = float(language == "fr")
        kind = max(-KIND_SAYS, min(KIND_SAYS, self.kind))
        return {
            "couverture_phrase": french * self.coverage,
            "couverture_passage": french * self.passage_coverage,
            "sens": 10 * self.similarity,
            "mots_demandes": float(self.words_asked),
            "accord": float(self.agreement),
            "mot_rare": french * self.rarest_held,
            "nom_inconnu": french * bool(self.unknown_names),
            "mots_inconnus": french * self.unknown_share,
            "nombre_demande": french * self.number_asked,
            "nombre_couvert": self.number_asked * french * self.figure_coverage,
            "annee_absente": float(self.year_missing),
            "contact": float(self.contact),
            "paie": float(self.pay),
            "attribut_absent": float(self.attribute_missing),
            "champ_trouve": float(self.field_found),
            "actualite": float(self.now),
            "annee_manquante": self.asked_for.year_missing,
            "mesure_manquante": self.asked_for.quantity_missing,
            "fait_demande": self.surety,
            "faits_demandes": self.together,
            "fait_manque": self.missed,
            "sorte_de_question": kind,
            "sorte_selon_sens": 10 * kind * (self.similarity - NEAR),
        }


# What is weighed when a document of the pilot's own, of any subject, comes nearest.
GENERAL = frozenset(
    "couverture_phrase couverture_passage sens accord mot_rare nom_inconnu mots_inconnus nombre_demande nombre_couvert "
    "annee_absente".split()
)
# For questions on clusters, finer signals stand in for most of these.
DOMAIN = frozenset(Signals().features("fr")) - GENERAL | {"sens", "nom_inconnu"}


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of the features and the constant, in log-odds that the corpus answers."""

    constant: float
    of: Mapping[str, float]

    def probability(self, s: Signals, language: Language) -> float:
        """How likely the corpus answers."""
        features = s.features(language)
        return 1 / (1 + math.exp(-self.constant - sum(w * features[name] for name, w in self.of.items())))


@dataclass(frozen=True, slots=True)
class Judge:
    """Two sets of weights: for questions on clusters, and for documents of any subject."""

    domain: Weights
    general: Weights

    def of(self, evidence: Sequence[Evidence]) -> Weights:
        """The weights for a question whose evidence, best first, is this."""
        own = bool(evidence) and evidence[0].document.type == DocumentType.UTILISATEUR
        return self.general if own else self.domain


def load_judge(file: Path) -> Judge:
    """The weights of `abstention.yaml`, exactly one a feature. Raises CorpusError."""
    read = read_named(file)
    try:
        return Judge(_weights(read["domaine"], DOMAIN), _weights(read["general"], GENERAL))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise corpus_error(file, "fichier", f"poids illisibles ({error})", f"unreadable weights ({error})") from error


def _weights(read: Mapping[str, Any], names: frozenset[str]) -> Weights:
    of = {str(name): float(value) for name, value in read["poids"].items()}
    if of.keys() != names:
        raise ValueError(sorted(of.keys() ^ names))
    return Weights(float(read["constante"]), of)


def signals(
    question: str,
    evidence: Sequence[Evidence],
    *,
    both_arms: bool,
    idf: Callable[[str], float],
    knows: Callable[[str], bool],
    about: Callable[[Evidence], bool] = lambda evidence: True,
    attributes: Attributes | None = None,
    named: bool = False,
) -> Signals:
    """The signals of a question (without the clusters it names) and its evidence, best first.

    `about` tells whether a sentence speaks of the clusters named, if `named`: only such a one can give their figure, or
    what is asked of them by one of the `attributes`.
    """
    asked = {term: idf(term) for term in terms(question)}
    total = sum(asked.values()) or 1.0
    best = evidence[:SHOWN]
    rarest = max(asked, key=lambda term: asked[term], default="")
    wanted, number = years(question), bool(_NUMBER_ASKED.search(question)) or asks_number(question)

    def gives_figure(e: Evidence) -> bool:
        return has_figure(e.text) and about(e) and not is_about_itself(e)

    def answers_on_named(e: Evidence) -> bool:
        return gives_figure(e) if number else about(e)

    told = [e for e in evidence if answers_on_named(e)]
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
            (_share(asked, total, e.text) for e in evidence[:FIGURES_READ] if gives_figure(e)), default=0.0
        ),
        year_missing=bool(wanted) and not any(wanted & years(e.text) for e in best if answers_on_named(e)),
        contact=asks_contact(question),
        pay=asks_pay(question),
        attribute_missing=named and _attribute_missing(attributes, asked, told),
        now=asks_for_news(question),
        words_asked=len(asked),
    )


def asks_contact(text: str) -> bool:
    """Whether a text asks how to reach somebody."""
    return bool(_CONTACT.search(text))


def asks_pay(text: str) -> bool:
    """Whether a text asks what somebody earns."""
    return bool(_PAY.search(text))


def _attribute_missing(attributes: Attributes | None, asked: Iterable[str], about: Iterable[Evidence]) -> bool:
    if attributes is None:
        return False
    wanted = [term for term in asked if term in attributes.family]
    told = (frozenset(terms(e.text)) for e in about if not is_about_itself(e))
    return bool(wanted) and not any(attributes.held(term, words) for words in told for term in wanted)


def _passage(evidence: Evidence) -> str:
    return " ".join((evidence.document.title, *evidence.section, evidence.passage.text))


def _share(asked: dict[str, float], total: float, text: str) -> float:
    held = set(terms(text))
    return sum(weight for term, weight in asked.items() if term in held) / total


def _names(question: str) -> list[str]:
    """Capitalised words that are no place where something is (« en Creuse ») and, acronyms apart, open no sentence."""
    found = [match for match in _WORD.finditer(question) if _may_be_name(match.group(), question[: match.start()])]
    return [m.group() for m in found if m.group()[:1].isupper() and len(m.group()) > 2 and words(m.group())]


def _may_be_name(word: str, before: str) -> bool:
    opens = not before.strip(" \t\n\u202f\u00a0«“\"'’(-–") or bool(_SENTENCE_END.search(before))
    return not _WHERE.search(before) and (word.isupper() or not opens)


def within_reach(s: Signals, language: Language, weights: Weights, caution: float) -> bool:
    """Whether a question that seems none of ours is answered after all: a document of the pilot's own may speak of
    anything, and « marier deux pôles » only sounds like something else."""
    return s.held_whole or weights.probability(s, language) >= caution + OUT_OF_SCOPE


def reason_to_abstain(s: Signals, language: Language, weights: Weights, caution: float) -> AbstentionReason | None:
    """Why not to answer, or None. `caution` is the probability of an answer under which none is given."""
    if weights.probability(s, language) >= caution:
        return None
    if s.unknown_names and language == "fr":
        return AbstentionReason.ENTITE_INCONNUE
    return (
        AbstentionReason.CHIFFRE_ABSENT
        if s.number_asked or s.asked_for.quantity or s.pay
        else AbstentionReason.CORPUS_MUET
    )
