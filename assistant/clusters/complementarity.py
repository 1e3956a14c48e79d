"""Complementarity as a reason: what one side masters meets the filière of the other, in one direction or both."""

from assistant.clusters.case import Case
from assistant.clusters.names import of, plural, that
from assistant.clusters.scoring import Judged
from assistant.clusters.spreading import Meeting
from assistant.clusters.themes import Subject, Vocabulary

_NOTHING_MEETS = 0.15
_OTHER_DIRECTION = 0.3  # what the weaker direction adds to the stronger


def complementarity(case: Case) -> Judged:
    """How well each side spreads to the other; null without a theme on either side, or within one filière."""
    pilot, candidate = case.pilot, case.candidate
    if not pilot.subject.weights or not case.subject.weights:
        return Judged(None, f"Technologies et marchés {of(candidate.short_name)} ou {of(pilot.name)} : non connus.")
    sides = (
        _direction(case, case.subject, pilot.subject, candidate.short_name, pilot.name),
        _direction(case, pilot.subject, case.subject, pilot.name, candidate.short_name),
    )
    found = sorted((side for side in sides if side), key=lambda side: -side[0])
    if not found:
        if case.same_theme:
            return Judged(None, f"{pilot.name} et {candidate.short_name} sont de la même filière : rien à compléter.")
        return Judged(
            _NOTHING_MEETS,
            f"Entre {candidate.short_name} et {pilot.name}, aucune technologie ne rencontre de filière connue.",
            candidate.sources,
        )
    total = min(1.0, found[0][0] + (_OTHER_DIRECTION * found[1][0] if len(found) > 1 else 0.0))
    because = " ; ".join(sentence for _, sentence in found)
    return Judged(_NOTHING_MEETS + (1 - _NOTHING_MEETS) * total, f"{because}.", candidate.sources)


def _direction(case: Case, source: Subject, target: Subject, who: str, whom: str) -> tuple[float, str] | None:
    meeting = case.directory.spreading.best(source, target)
    return (meeting.strength, _said(case.directory.vocabulary, meeting, who, whom)) if meeting else None


def _said(vocabulary: Vocabulary, meeting: Meeting, who: str, whom: str) -> str:
    brought, met = vocabulary.label(meeting.brought), vocabulary.label(meeting.met)
    verb = "diffuse une technologie" if vocabulary.themes[meeting.brought].diffusing else "apporte sa filière"
    offered = f"{plural(meeting.offered_by, 'cluster')} du répertoire en font autant"
    if meeting.way == "market":
        return f"{who} {verb} ({brought}) et vise déjà un marché {that(whom)} représente ({met} ; {offered})"
    if meeting.way == "used":
        return f"{who} diffuse une technologie {that(whom)} emploie déjà ({met})"
    return f"{who} {verb} ({brought}), dont {met}, la filière {of(whom)}, est un débouché courant"
