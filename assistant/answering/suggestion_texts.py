"""Suggestions as plain text: criteria with values, reasons and numbered sources, cautions, how to get in touch."""

import re
from collections.abc import Iterable, Mapping, Sequence

from assistant.answering.comparison_texts import marks, source_name
from assistant.answering.presenting import CRITERIA, ROLES
from assistant.clusters.saying import SENTENCES, inside
from assistant.vocabulary import CriterionValue, Language, Suggestion

SCORES: dict[Language, str] = {
    "fr": "Score : moyenne pondérée des critères connus, de 0 à 1 ; certitude : part des critères qui est connue. L’ordre "
    "tient compte des deux et évite que les suggestions se ressemblent.",
    "en": "Score: weighted mean of the known criteria, from 0 to 1; certainty: share of the criteria that is known. The order "
    "weighs both and keeps suggestions from resembling each other.",
}


def _told_by(*keys: str) -> dict[Language, tuple[str, ...]]:
    """The longest words of these sentences of texts/, by which they are known."""
    return {
        language: tuple(max(re.split(r"\{.*?\}", SENTENCES[key][language]), key=len) for key in keys)
        for language in ("fr", "en")
    }


_LACKING = _told_by("need_uncovered", "no_lead", "younger", "no_older", "themes_far", "nothing_meets", "far_region")
_IN_COMMON = _told_by("themes_in_common")
# From this value on a criterion speaks for a cluster; under it, what compares the two speaks against it, what tells of
# something that it has or brings is a merit still, only a small one.
_SPEAKS_FOR, _ALL = 0.5, 0.995
_COMPARING = frozenset(
    {"distance", "proximite_region", "region_commune", "avance", "moyens_comparables", "structuration_achevee"}
)
_WORDS: dict[Language, dict[str, str]] = {
    "fr": {
        "unknown": "inconnu",
        "weight": "poids",
        "colon": " :",
        "certainty": "certitude",
        "introduced": "Pour être présenté",
        "common": ", ou un partenaire commun",
        "site": "Site",
        "for": "Pour",
        "little": "Un peu",
        "against": "Contre",
        "not_known": "Non connu",
        "no_rival": "Concurrence : aucune signalée, le répertoire ne voit ni secteur ni marché à se disputer.",
        "shared_only": "Concurrence : aucune signalée ; ces thèmes communs ne sont ni le secteur des deux, ni un marché que l’un vise "
        "dans le métier de l’autre.",
        "all_known": "Dans l’ensemble : {score} sur 1, moyenne de ces critères selon leur poids ; tous sont connus.",
        "part_known": "Dans l’ensemble : {score} sur 1, moyenne des critères connus selon leur poids ; ils font {known} % du poids de "
        "tous.",
    },
    "en": {
        "unknown": "unknown",
        "weight": "weight",
        "colon": ":",
        "certainty": "certainty",
        "introduced": "To be introduced",
        "common": ", or a common partner",
        "site": "Site",
        "for": "For",
        "little": "A little",
        "against": "Against",
        "not_known": "Not known",
        "no_rival": "Competition: none reported, the directory sees neither sector nor market to contend for.",
        "shared_only": "Competition: none reported; these themes in common are neither the sector of both, nor a market that one "
        "aims at in the trade of the other.",
        "all_known": "All in all: {score} out of 1, the weighted mean of these criteria; all are known.",
        "part_known": "All in all: {score} out of 1, the weighted mean of the known criteria; they make up {known}% of the weight of "
        "all.",
    },
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


def weighed_texts(suggestion: Suggestion, language: Language) -> list[str]:
    """What speaks for a cluster that is judged alone, a little for it or against, what is not known, and the score in words."""
    words, joint = _WORDS[language], {"fr": " ; ", "en": "; "}[language]
    parts: dict[str, list[str]] = {"for": [], "little": [], "against": [], "not_known": []}
    for c in sorted(suggestion.criteria, key=lambda c: -c.weight * (c.value or 0)):
        parts[_weight_in_words(c, language)].append(unnamed(c.because, suggestion.name, language).rstrip("."))
    lines = [f"{words[part]}{words['colon']} {joint.join(said)}." for part, said in parts.items() if said]
    close = next((c for c in suggestion.criteria if c.name == "proximite_thematique" and c.value is not None), None)
    if close is not None and not any(c.kind in ("concurrence", "antagonisme") for c in suggestion.cautions):
        shared = any(said in close.because for said in _IN_COMMON[language])
        lines.append(words["shared_only" if shared else "no_rival"])
    told = words["all_known" if suggestion.certainty > _ALL else "part_known"]
    known = f"{100 * suggestion.certainty:.0f}"
    return [*lines, told.format(score=share(suggestion.score, language), known=known)]


def _weight_in_words(criterion: CriterionValue, language: Language) -> str:
    """Whether a criterion speaks for a cluster, a little for it or against it, or is not known."""
    if criterion.value is None:
        return "not_known"
    if speaks_against(criterion, language):
        return "against"
    if criterion.value >= _SPEAKS_FOR:
        return "for"
    return "against" if criterion.name in _COMPARING else "little"


def speaks_against(criterion: CriterionValue, language: Language) -> bool:
    """Whether the sentence of a criterion says what lacks, whatever its value: « ne couvrent pas », « pas d’avance connue »."""
    return any(words in criterion.because for words in _LACKING[language])


def unnamed(reason: str, name: str, language: Language = "fr") -> str:
    """A reason without the cluster's name at its head, nor its capital: the name stands before all of them."""
    rest = reason.removeprefix(f"{name}\u00a0: ").removeprefix(f"{name} : ").removeprefix(f"{name}: ")
    rest = rest.removeprefix(f"{name} ")
    told = inside(reason, language) if rest == reason else rest.lstrip()
    return re.sub(rf" (?:avec|with) {re.escape(name)}(?=[ \u00a0]?:)", "", told)  # « thèmes communs avec X : … »


def share(value: float, language: Language) -> str:
    """A value between nought and one: « 0,72 », “0.72”."""
    return f"{value:.2f}" if language == "en" else f"{value:.2f}".replace(".", ",")


def score_text(suggestion: Suggestion, language: Language) -> str:
    """« score 0,80 · certitude 1,00 »."""
    certainty = f"{_WORDS[language]['certainty']} {share(suggestion.certainty, language)}"
    return f"score {share(suggestion.score, language)} · {certainty}"


def before_calling(suggestion: Suggestion, language: Language, numbers: Mapping[str, int] | None = None) -> list[str]:
    """The cautions, and how to get in touch."""
    lines = [f"  ⚠ {caution.text} {marks(caution.sources, numbers or {})}".rstrip() for caution in suggestion.cautions]
    return [*lines, *(f"  {told}" for told in reach_texts(suggestion, language))]


def reach_texts(suggestion: Suggestion, language: Language) -> list[str]:
    """Who can introduce the pilot, a common partner among them, and the site, a line each."""
    words, contact = _WORDS[language], suggestion.contact
    common = [c.because.rstrip(".") for c in suggestion.criteria if c.name == "liens_deux_pas" and c.value]
    who = ", ".join(contact.via) + "".join(f"{words['common']} ({because})" for because in common)
    site = [f"{words['site']}{words['colon']} {contact.website}"] if contact.website else []
    return [*([f"{words['introduced']}{words['colon']} {who}"] if contact.via else []), *site]


def numbered(suggestions: Iterable[Suggestion]) -> dict[str, int]:
    """The number of each source of the criteria and cautions, in the order it is met."""
    met: dict[str, None] = {}
    for suggestion in suggestions:
        for cited in (*(c.sources for c in suggestion.criteria), *(c.sources for c in suggestion.cautions)):
            met |= dict.fromkeys(cited)
    return {source: at for at, source in enumerate(met, start=1)}
