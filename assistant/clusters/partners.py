"""With whom to build: close or complementary themes, an answer to the need, both past structuring."""

import re
from collections.abc import Callable

from assistant.clusters.case import Case
from assistant.clusters.comparable import comparable_means
from assistant.clusters.complementarity import complementarity
from assistant.clusters.nearness import common_region, real_distance
from assistant.clusters.scoring import Judged
from assistant.clusters.themes import RELATED, TECHNOLOGY, Subject, Vocabulary, shared_themes, stems
from assistant.clusters.ties import PARTNER_STAGES, documented_tie, two_steps_away
from assistant.vocabulary import Phase

_PARTS = re.compile(r"[,;/\n]|\bet\b|\band\b")
_CLOSE = 0.5  # a closeness from which two subjects are as close as they get
_WORDING_SHARE = 1 / 3  # of closeness, for the likeness of wording; the rest is for themes and words
_SUPPLIES = 0.7  # a related theme supplies this much of a wanted technology: photonics for sensors
COVERED = 0.4  # of a part of the need, from which a partner is said to serve it
_NEAR = 0.15  # a closeness from which themes are said to be near without being shared
_ENOUGH_MEMBERS, _ENOUGH_TEAM = 200, 8


def parts_of_need(need: str) -> list[str]:
    """What a need asks for, one thing a part: what stands between commas or « et »."""
    return [part.strip() for part in _PARTS.split(need) if part.strip()]


def fits_need(case: Case) -> Judged:
    """How much of each part of the need the candidate covers, the mean over parts.

    A part is what stands between commas or « et »; those of which the directory knows no word are left out, and when
    none is left the value is null. A part counts in full for a sector or a technology, less for a market or a related
    theme.
    """
    need, name, say = case.pilot.need or "", case.candidate.short_name, case.voice.say
    parts = [part for part in parts_of_need(need) if _recognised(case, part)]
    values = [_covered(case, part) for part in parts]
    if not values:
        return Judged(None, say("need_unknown", need=need))
    value = sum(values) / len(values)
    covered = [say("quoted", text=part) for part, v in zip(parts, values, strict=True) if v >= COVERED]
    if not covered:
        return Judged(value, say("need_uncovered", name=name, need=need), case.candidate.sources)
    because = say("need_covered", name=name, parts=covered, through=_through(case, parts))
    return Judged(value, because, case.candidate.sources)


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
    """How much of a wanted theme the subject offers, itself or by a related theme.

    Technologies stand in for each other; filières do not: food is no vine.
    """
    theme = vocabulary.themes[wanted]
    related = max((subject.weights.get(other, 0.0) for other in theme.related), default=0.0)
    share = _SUPPLIES if theme.diffusing else RELATED
    return min(1.0, max(subject.weights.get(wanted, 0.0), share * related) / TECHNOLOGY)


def _through(case: Case, parts: list[str]) -> str:
    """« (thèmes : photonique et laser) »: the candidate's themes that meet those of the need."""
    vocabulary, weights = case.directory.vocabulary, case.subject.weights
    wanted = {theme for part in parts for theme in _wanted(case, part)}
    meeting = wanted | {related for theme in wanted for related in vocabulary.themes[theme].related}
    themes = sorted(meeting & weights.keys(), key=lambda theme: (-weights[theme], theme))
    named = ", ".join(case.label(theme) for theme in themes[:3])
    return case.voice.say("need_through", themes=named) if themes else ""


def thematic_closeness(case: Case) -> Judged:
    """Themes, words and wording in common. Null without a theme or a word that the directory knows."""
    space, name, say = case.directory.space, case.candidate.short_name, case.voice.say
    close = space.closeness(case.pilot.subject, case.subject)
    if close is None:
        return Judged(None, say("themes_unknown", name=case.pilot.name if space.knows(case.subject) else name))
    wording = space.wording(case.pilot.subject, case.subject)
    value = min(1.0, ((1 - _WORDING_SHARE) * close + _WORDING_SHARE * wording) / _CLOSE)
    common = [case.label(theme) for theme in shared_themes(case.pilot.subject, case.subject)]
    if common:
        because = say("themes_in_common", name=name, themes=", ".join(common[:4]))
    else:
        topics = case.voice.words(case.candidate.sectors[:3]) or [say("not_known")]
        because = say("themes_near" if value >= _NEAR else "themes_far", name=name, topics=topics)
    return Judged(value, because, case.candidate.sources)


def both_past_structuring(case: Case) -> Judged:
    """1 when both are in développement, 0 when one is still in structuration; null when either is unknown."""
    theirs, reason = case.phase
    ours, say = case.pilot.profile.phase, case.voice.say
    if Phase.STRUCTURATION in (ours, theirs):
        who = case.pilot.name if ours is Phase.STRUCTURATION else case.candidate.short_name
        return Judged(0.0, say("structuring", who=who))
    if Phase.INCONNUE in (ours, theirs):
        return Judged(None, reason if theirs is Phase.INCONNUE else say("phase_not_known", name=case.pilot.name))
    return Judged(1.0, reason, case.candidate.sources)


def means_to_take_part(case: Case) -> Judged:
    """Members out of 200 and team out of 8, capped: enough to carry a project, not a premium for size."""
    candidate, voice, parts, reasons = case.candidate, case.voice, [], []
    if candidate.members:
        parts.append(min(1.0, candidate.members.count / _ENOUGH_MEMBERS))
        reasons.append(voice.members(candidate.members))
    if candidate.team and candidate.team.value:
        parts.append(min(1.0, candidate.team.value / _ENOUGH_TEAM))
        reasons.append(voice.say("team", team=voice.word(candidate.team.raw)))
    if not parts:
        return Judged(None, voice.say("means_unknown", name=candidate.short_name))
    because = voice.say("said_of", name=candidate.short_name, what=voice.joined(reasons))
    return Judged(sum(parts) / len(parts), because, candidate.sources)


def known_relation(case: Case) -> Judged:
    """A relation already documented between the two."""
    return documented_tie(case, PARTNER_STAGES)


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
