"""What to ask: from the need, from what the criteria found, from the blanks of the candidate's sheet."""

from collections.abc import Iterator
from typing import Any

from assistant.clusters.blanks import is_blank
from assistant.clusters.case import Case
from assistant.clusters.maturity import described as label_described
from assistant.clusters.maturity import joint_projects, pole_labels, successes
from assistant.clusters.origins import declared_mark
from assistant.clusters.sought import parts_of_need
from assistant.clusters.ties import described
from assistant.drafts.call_sheet import Point
from assistant.resources import texts
from assistant.vocabulary import Role, Said, Suggestion

QUESTIONS: dict[str, Said] = texts("drafts")["questions"]

_MOST, _MOST_BLANKS = 6, 2
_BLANKS_BY_ROLE = {"referent": ("team", "budget", "members"), "partenaire": ("technologies", "markets", "team")}


def questions(case: Case, suggestion: Suggestion, role: Role) -> list[Point]:
    """The questions, the most useful first, one at least and the last always « qui d’autre ? »."""
    asked = [*(_to_learn(case) if role == "referent" else _to_build(case, suggestion))][:_MOST]
    blanks = [*_about_blanks(case, role)][:_MOST_BLANKS]
    return [*asked, *blanks, Point(text=_said(case, "whom_else"))]


def _said(case: Case, key: str, **values: Any) -> str:
    return case.voice.phrase(QUESTIONS[key], **values)


def _to_learn(case: Case) -> Iterator[Point]:
    """For a référent: method, not theme."""
    pilot, voice = case.pilot, case.voice
    if pilot.need:
        yield Point(text=_said(case, "need", need=pilot.need))
    for item in successes(case.candidate, case.today, voice)[:1]:
        yield Point(text=_said(case, "success"), because=item.text, sources=item.sources)
    for relation in case.helped[:1]:
        yield Point(text=_said(case, "helped"), because=described(case, relation), sources=relation.sources)
    yield from _about_fields(case)
    yield Point(text=_said(case, "document"))


def _about_fields(case: Case) -> Iterator[Point]:
    """From what the sheet says of team, members and age."""
    candidate, voice = case.candidate, case.voice
    if candidate.team and candidate.team.value:
        declared = declared_mark(candidate, "team", voice)
        known = _said(case, "team_known", team=voice.word(candidate.team.raw), declared=declared)
        yield _from_field(case, "recruitment", known, "team")
    if candidate.members:
        count, year = candidate.members.count, candidate.members.year
        key, declared = "members_known" if year else "members_known_undated", declared_mark(candidate, "members", voice)
        yield _from_field(case, "members", _said(case, key, count=count, year=year, declared=declared), "members")
    if candidate.founded:
        known = _said(case, "exists_since", name=candidate.short_name, founded=candidate.founded)
        yield _from_field(case, "first_years", known, "founded")


def _to_build(case: Case, suggestion: Suggestion) -> Iterator[Point]:
    """For a partner: the theme, who carries it, what is settled first."""
    judged = {c.name: c for c in suggestion.criteria if c.value is not None}
    need, themes, common = (judged.get(name) for name in ("besoin", "complementarite", "liens_deux_pas"))
    parts = [case.voice.say("quoted", text=part) for part in parts_of_need(case.pilot.need or "")[:3]]
    if parts:
        yield Point(
            text=_said(case, "who_works_on", parts=parts),
            because=need.because if need else None,
            sources=need.sources if need else (),
        )
    if themes and (themes.value or 0) >= 0.4:
        yield Point(text=_said(case, "use_case"), because=themes.because, sources=themes.sources)
    phase = next((c for c in suggestion.criteria if c.name == "structuration_achevee"), None)
    if phase:
        yield Point(text=_said(case, "who_carries"), because=phase.because, sources=phase.sources)
    for relation in joint_projects(case.directory, case.candidate.id, case.relations)[:1]:
        yield Point(text=_said(case, "joint_work"), because=described(case, relation), sources=relation.sources)
    if common:
        yield Point(text=_said(case, "common_partners"), because=common.because, sources=common.sources)
    for label in pole_labels(case.candidate)[:1]:
        known = label.raw if case.voice.language == "fr" else label_described(label, case.voice)
        yield Point(
            text=_said(case, "committee"), because=known, sources=label.sources or case.candidate.sources_of("labels")
        )


def _from_field(case: Case, key: str, known: str, field: str) -> Point:
    return Point(text=_said(case, key), because=known, sources=case.candidate.sources_of(field))


def _about_blanks(case: Case, role: Role) -> Iterator[Point]:
    because = _said(case, "blank_because", name=case.candidate.short_name)
    for field in _BLANKS_BY_ROLE[role]:
        if is_blank(case.candidate, field):
            yield Point(text=_said(case, f"{field}_blank"), because=because)
