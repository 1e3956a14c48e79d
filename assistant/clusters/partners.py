"""With whom to build: close or complementary themes, an answer to the need, both past structuring."""

import re
from collections.abc import Callable, Iterator

from assistant.clusters.case import Case
from assistant.clusters.comparable import comparable_means
from assistant.clusters.complementarity import complementarity
from assistant.clusters.directory import Directory
from assistant.clusters.entries import THEME_FIELDS
from assistant.clusters.nearness import common_region, real_distance
from assistant.clusters.scoring import Judged
from assistant.clusters.themes import RELATED, TECHNOLOGY, shared_themes, stems
from assistant.clusters.ties import PARTNER_STAGES, documented_tie, two_steps_away
from assistant.vocabulary import Phase

_PARTS = re.compile(r"[,;/\n]|\bet\b|\band\b")
_CLOSE = 0.6  # a closeness from which two subjects are as close as they get
_WAYS = ("named", "theme", "near")
_BELONGS = (
    0.8  # of a part, when the candidate works on the theme it belongs to, and is not known to do the thing itself
)
_SUPPLIES = 0.7  # a related theme supplies this much of a wanted technology: photonics for sensors
_AMONG_OTHERS = 0.9  # of a part, when the candidate says its word but has another filière
COVERED = 0.4  # of a part of the need, from which a partner is said to serve it
_NEAR = 0.15  # a closeness from which themes are said to be near without being shared
_ENOUGH_MEMBERS, _ENOUGH_TEAM = 200, 8


def parts_of_need(need: str) -> list[str]:
    """What a need asks for, one thing a part: what stands between commas or « et »."""
    return [part.strip() for part in _PARTS.split(need) if part.strip()]


def fits_need(case: Case) -> Judged:
    """How much of each part of the need the candidate covers, the mean over parts.

    A part is what stands between commas or « et »; those of which the directory knows no word are left out, and when
    none is left the value is null. A part counts in full when the candidate's words or the name of a theme say it, less
    when it only belongs to a theme of the candidate (hydrogen to energy), to a market or to a related technology.
    """
    need, name, say = case.pilot.need or "", case.candidate.short_name, case.voice.say
    parts = [part for part in parts_of_need(need) if knows_need(case.directory, part)]
    if not parts:
        return Judged(None, say("need_unknown", need=need))
    met = {part: _met(case, part) for part in parts}
    sources = case.candidate.sources_of(*THEME_FIELDS)
    value = sum(share for share, _, _ in met.values()) / len(parts)
    said = [
        say(f"need_{way}", parts=[say("quoted", text=part) for part in covered])
        for way in _WAYS
        if (covered := [part for part, (share, how, _) in met.items() if how == way and share >= COVERED])
    ]
    if not said:
        return Judged(value, say("need_uncovered", name=name, need=need), sources)
    through = dict.fromkeys(theme for share, _, theme in met.values() if theme and share >= COVERED)
    themes = say("need_through", themes=", ".join(case.label(theme) for theme in through)) if through else ""
    return Judged(value, f"{name} {case.voice.joined(said)}{themes}.", sources)


def _met(case: Case, part: str) -> tuple[float, str, str]:
    """How much of a part the candidate brings, in which way, and by which theme: empty when by its words alone.

    Whose filière the theme of the word is comes before who says the word among others.
    """
    wanted = _wanted(case, part)
    said = _by_words(case, part) * (1.0 if not wanted or wanted & case.subject.filieres else _AMONG_OTHERS)
    ways = [*_by_themes(case, part), (said, "named", "")]
    return max(ways, key=lambda met: (met[0], -_WAYS.index(met[1])))


def knows_need(directory: Directory, part: str) -> bool:
    """True when a part of a need names a theme, or is made for half at least of words the directory uses."""
    words, known = stems(part), directory.rarity.words
    named = bool(directory.vocabulary.themes_in(part))
    return named or (bool(words) and 2 * sum(word in known for word in words) >= len(words))


def _wanted(case: Case, part: str) -> frozenset[str]:
    """The themes of a part; the pilot's own filière is where the need lies, not what is looked for elsewhere."""
    themes = case.directory.vocabulary.themes_in(part)
    return themes - case.pilot.subject.filieres or themes


def _by_words(case: Case, part: str) -> float:
    words = stems(part)
    return sum(word in case.subject.words for word in words) / len(words)


def _by_themes(case: Case, part: str) -> Iterator[tuple[float, str, str]]:
    """How much of a part each theme of the candidate brings, in which way, and the theme.

    Technologies that are mastered stand in for each other; filières do not: food is no vine.
    """
    subject, vocabulary, words = case.subject, case.directory.vocabulary, set(stems(part))
    for wanted in _wanted(case, part):
        theme = vocabulary.themes[wanted]
        named = bool(words & set(stems(theme.label)))
        if wanted in subject.weights:
            full = min(1.0, subject.weights[wanted] / TECHNOLOGY)
            yield (full, "named", wanted) if named else (_BELONGS * full, "theme", wanted)
        share = _SUPPLIES if theme.diffusing else RELATED
        for related in theme.related:
            yield min(1.0, share * subject.mastered.get(related, 0.0) / TECHNOLOGY), "near", related


def thematic_closeness(case: Case) -> Judged:
    """Themes and wording in common. Null without a theme or a word that the directory knows."""
    space, name, say = case.directory.space, case.candidate.short_name, case.voice.say
    close = space.closeness(case.pilot.subject, case.subject)
    if close is None:
        return Judged(None, say("themes_unknown", name=case.pilot.name if space.knows(case.subject) else name))
    value = min(1.0, close / _CLOSE)
    common = [case.label(theme) for theme in shared_themes(case.pilot.subject, case.subject)]
    if common:
        because = say("themes_in_common", name=name, themes=", ".join(common[:4]))
    else:
        topics = case.voice.words(case.candidate.sectors[:3]) or [say("not_known")]
        because = say("themes_near" if value >= _NEAR else "themes_far", name=name, topics=topics)
    return Judged(value, because, case.candidate.sources_of(*THEME_FIELDS))


def both_past_structuring(case: Case) -> Judged:
    """1 when both are in développement, 0 when one is still in structuration; null when either is unknown."""
    theirs, reason, sources = case.phase
    ours, say = case.pilot.profile.phase, case.voice.say
    if Phase.STRUCTURATION in (ours, theirs):
        who = case.pilot.name if ours is Phase.STRUCTURATION else case.candidate.short_name
        return Judged(0.0, say("structuring", who=who))
    if Phase.INCONNUE in (ours, theirs):
        return Judged(None, reason if theirs is Phase.INCONNUE else say("phase_not_known", name=case.pilot.name))
    return Judged(1.0, reason, sources)


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
    return Judged(sum(parts) / len(parts), because, candidate.sources_of("members", "team"))


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
