"""With whom to build: close or complementary themes, an answer to the need, both past structuring."""

import re
from collections.abc import Callable

from assistant.clusters.case import Case
from assistant.clusters.comparable import comparable_means
from assistant.clusters.complementarity import complementarity
from assistant.clusters.names import listed, of, plural
from assistant.clusters.nearness import common_region, real_distance
from assistant.clusters.scoring import Judged
from assistant.clusters.themes import TECHNOLOGY, Subject, Vocabulary, shared_themes, stems
from assistant.clusters.ties import PARTNER_STAGES, documented_tie, two_steps_away
from assistant.vocabulary import Phase

_PARTS = re.compile(r"[,;/\n]|\bet\b|\band\b")
_CLOSE = 0.5  # a closeness from which two subjects are as close as they get
_WORDING_SHARE = 1 / 3  # of closeness, for the likeness of wording; the rest is for themes and words
_SUPPLIES = 0.7  # a related theme supplies this much of a wanted one: photonics for sensors
_COVERED = 0.4
_ENOUGH_MEMBERS, _ENOUGH_TEAM = 200, 8


def parts_of_need(need: str) -> list[str]:
    """What a need asks for, one thing a part: what stands between commas or « et »."""
    return [part.strip() for part in _PARTS.split(need) if part.strip()]


def fits_need(case: Case) -> Judged:
    """How much of each part of the need the candidate covers, the mean over parts.

    A part is what stands between commas or « et »; those of which the directory knows no word are left out. When
    none is left, an embedding model's opinion is taken, and without one the value is null. A part counts in full
    for a sector or a technology, less for a market or a related theme.
    """
    need, name = case.pilot.need or "", case.candidate.short_name
    parts = [part for part in parts_of_need(need) if _recognised(case, part)]
    values = [_covered(case, part) for part in parts]
    value = sum(values) / len(values) if values else case.likeness.need
    if value is None:
        return Judged(None, f"Aucun mot du besoin « {need} » n’est dans le vocabulaire du répertoire.")
    if not values:
        return Judged(value, f"D’après le sens des mots seulement : {name} et « {need} ».", case.candidate.sources)
    covered = [f"« {part} »" for part, v in zip(parts, values, strict=True) if v >= _COVERED]
    if not covered:
        return Judged(value, f"Les thèmes connus {of(name)} ne couvrent pas « {need} ».", case.candidate.sources)
    return Judged(value, f"{name} touche à {listed(covered)}{_through(case, parts)}.", case.candidate.sources)


def _recognised(case: Case, part: str) -> bool:
    """True when a part names a theme, or is made for half at least of words the directory uses."""
    words, known = stems(part), case.directory.rarity.words
    named = bool(case.directory.vocabulary.themes_in(part))
    return named or (bool(words) and 2 * sum(word in known for word in words) >= len(words))


def _wanted(case: Case, part: str) -> frozenset[str]:
    """The themes of a part; the pilot's own filière is where the need lies, not what is looked for elsewhere."""
    themes = case.directory.vocabulary.themes_in(part)
    return themes - case.pilot.subject.filieres or themes


def _covered(case: Case, part: str) -> float:
    """How much of one part of the need the candidate covers, by its words or by its themes."""
    vocabulary, words = case.directory.vocabulary, stems(part)
    by_words = sum(word in case.subject.words for word in words) / len(words)
    by_themes = [_offered(vocabulary, case.subject, theme) for theme in _wanted(case, part)]
    return max([by_words, *by_themes])


def _offered(vocabulary: Vocabulary, subject: Subject, wanted: str) -> float:
    """How much of a wanted theme the subject offers, itself or by a related theme."""
    related = max((subject.weights.get(theme, 0.0) for theme in vocabulary.themes[wanted].related), default=0.0)
    return min(1.0, max(subject.weights.get(wanted, 0.0), _SUPPLIES * related) / TECHNOLOGY)


def _through(case: Case, parts: list[str]) -> str:
    """« (thèmes : photonique et laser) »: the candidate's themes that meet those of the need."""
    vocabulary = case.directory.vocabulary
    wanted = {theme for part in parts for theme in _wanted(case, part)}
    meeting = wanted | {related for theme in wanted for related in vocabulary.themes[theme].related}
    themes = sorted(meeting & case.subject.weights.keys(), key=lambda theme: (-case.subject.weights[theme], theme))
    return f" (thèmes : {', '.join(vocabulary.label(theme) for theme in themes[:3])})" if themes else ""


def thematic_closeness(case: Case) -> Judged:
    """Themes, words and wording in common, with an embedding model's opinion when there is one.

    Null without a theme or a word that the directory knows.
    """
    space = case.directory.space
    value = space.closeness(case.pilot.subject, case.subject)
    if value is not None:
        wording = space.wording(case.pilot.subject, case.subject)
        value = min(1.0, ((1 - _WORDING_SHARE) * value + _WORDING_SHARE * wording) / _CLOSE)
    value = _with_model(value, case.likeness.subject)
    name = case.candidate.short_name
    if value is None:
        mute = case.pilot.name if case.directory.space.knows(case.subject) else name
        return Judged(None, f"Les thèmes {of(mute)} ne sont pas connus.")
    vocabulary = case.directory.vocabulary
    common = [vocabulary.label(theme) for theme in shared_themes(case.pilot.subject, case.subject)]
    if common:
        return Judged(value, f"Thèmes communs avec {name} : {', '.join(common[:4])}.", case.candidate.sources)
    if value >= 0.15:
        return Judged(value, f"{name} travaille sur des thèmes voisins : {_topics(case)}.", case.candidate.sources)
    return Judged(value, f"{name} travaille sur des thèmes éloignés : {_topics(case)}.", case.candidate.sources)


def _topics(case: Case) -> str:
    return listed(list(case.candidate.sectors[:3])) or "non connus"


def both_past_structuring(case: Case) -> Judged:
    """1 when both are in développement, 0 when one is still in structuration; null when either is unknown."""
    theirs, reason = case.phase
    ours = case.pilot.profile.phase
    if Phase.STRUCTURATION in (ours, theirs):
        who = case.pilot.name if ours is Phase.STRUCTURATION else case.candidate.short_name
        return Judged(
            0.0,
            f"{who[0].upper()}{who[1:]} est encore en structuration : un projet commun suppose qu’elle soit achevée.",
        )
    if Phase.INCONNUE in (ours, theirs):
        return Judged(None, reason if theirs is Phase.INCONNUE else f"La phase {of(case.pilot.name)} n’est pas connue.")
    return Judged(1.0, reason, case.candidate.sources)


def means_to_take_part(case: Case) -> Judged:
    """Members out of 200 and team out of 8, capped: enough to carry a project, not a premium for size."""
    candidate, parts, reasons = case.candidate, [], []
    if candidate.members:
        parts.append(min(1.0, candidate.members.count / _ENOUGH_MEMBERS))
        year = f" ({candidate.members.year})" if candidate.members.year else " (année non vue)"
        reasons.append(plural(candidate.members.count, "membre") + year)
    if candidate.team and candidate.team.value:
        parts.append(min(1.0, candidate.team.value / _ENOUGH_TEAM))
        reasons.append(f"équipe : {candidate.team.raw}")
    if not parts:
        return Judged(None, f"Les moyens {of(candidate.short_name)} ne sont pas connus.")
    return Judged(sum(parts) / len(parts), f"{candidate.short_name} : {' ; '.join(reasons)}.", candidate.sources)


def known_relation(case: Case) -> Judged:
    """A relation already documented between the two."""
    return documented_tie(case, PARTNER_STAGES)


def _with_model(value: float | None, likeness: float | None) -> float | None:
    """The mean of our value and the model's, or the one that is known."""
    known = [v for v in (value, likeness) if v is not None]
    return sum(known) / len(known) if known else None


CRITERIA: dict[str, Callable[[Case], Judged]] = {
    "besoin": fits_need,
    "proximite_thematique": thematic_closeness,
    "complementarite": complementarity,
    "structuration_achevee": both_past_structuring,
    "liens_deux_pas": two_steps_away,
    "moyens": means_to_take_part,
    "moyens_comparables": comparable_means,
    "region_commune": common_region,
    "distance": real_distance,
    "lien_documente": known_relation,
}
