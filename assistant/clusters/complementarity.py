"""Complementarity as a reason: what one side masters meets the filière of the other, in one direction or both."""

from assistant.clusters.case import Case
from assistant.clusters.entries import THEME_FIELDS
from assistant.clusters.scoring import Judged
from assistant.clusters.spreading import Meeting
from assistant.clusters.themes import Subject

_NOTHING_MEETS = 0.15
_OTHER_DIRECTION = 0.3  # what the weaker direction adds to the stronger


def complementarity(case: Case) -> Judged:
    """How well each side spreads to the other; null without a theme on either side, or within one filière."""
    pilot, candidate, say = case.pilot, case.candidate, case.voice.say
    names = {"name": candidate.short_name, "pilot": pilot.name}
    if not pilot.subject.weights or not case.subject.weights:
        return Judged(None, say("spreading_unknown", **names))
    sides = (
        _direction(case, case.subject, pilot.subject, candidate.short_name, pilot.name),
        _direction(case, pilot.subject, case.subject, pilot.name, candidate.short_name),
    )
    found = sorted((side for side in sides if side), key=lambda side: -side[0])
    if not found:
        if case.same_theme:
            return Judged(None, say("same_filiere", **names))
        return Judged(_NOTHING_MEETS, say("nothing_meets", **names), candidate.sources_of(*THEME_FIELDS))
    total = min(1.0, found[0][0] + (_OTHER_DIRECTION * found[1][0] if len(found) > 1 else 0.0))
    because = f"{case.voice.joined([sentence for _, sentence in found])}."
    return Judged(_NOTHING_MEETS + (1 - _NOTHING_MEETS) * total, because, candidate.sources_of(*THEME_FIELDS))


def _direction(case: Case, source: Subject, target: Subject, who: str, whom: str) -> tuple[float, str] | None:
    meeting = case.directory.spreading.best(source, target)
    return (meeting.strength, _said(case, meeting, who, whom)) if meeting else None


def _said(case: Case, meeting: Meeting, who: str, whom: str) -> str:
    voice, themes = case.voice, case.directory.vocabulary.themes
    verb = voice.say("spreads" if themes[meeting.brought].diffusing else "brings_filiere")
    return voice.say(
        f"spreading_{meeting.way}",
        who=who,
        whom=whom,
        verb=verb,
        brought=case.label(meeting.brought),
        met=case.label(meeting.met),
        aiming=meeting.offered_by,
    )
