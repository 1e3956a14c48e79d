"""A roadmap with dates: back from the day aimed at, or on from today. The delays are usual practice, ours."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from assistant.calls.dates import working_day
from assistant.clusters.case import Case
from assistant.clusters.saying import FRENCH, Voice
from assistant.drafts.call_sheet import CallSheet
from assistant.drafts.draft import Draft, Line, Section, Table, lines
from assistant.drafts.references import References, sourced
from assistant.resources import texts
from assistant.vocabulary import Role, Said

ROADMAP: dict[str, Said] = texts("drafts")["roadmap"]


class _Usual(NamedTuple):
    days: int  # from the day aimed at
    label: str  # keys in texts/drafts.yaml
    who: str = "both_pilots"
    blocking: bool = False


class DatedStep(NamedTuple):
    """One step on its day; `late` when that day is past."""

    day: date
    label: str
    who: str
    blocking: bool
    late: bool


_USUAL: dict[Role, tuple[_Usual, ...]] = {
    "partenaire": (
        _Usual(-120, "first_call"),
        _Usual(-105, "pilots_meet"),
        _Usual(-90, "boards_agree", "each_board", True),
        _Usual(-75, "workshop", "both_teams"),
        _Usual(-60, "write_shares"),
        _Usual(-45, "write_convention"),
        _Usual(-30, "boards_vote", "each_board", True),
        _Usual(-14, "signatories", "each_president", True),
        _Usual(0, "signature", "each_president"),
        _Usual(30, "first_review"),
        _Usual(90, "boards_review"),
        _Usual(180, "review"),
        _Usual(365, "renew", "each_board"),
    ),
    "referent": (
        _Usual(-60, "first_call"),
        _Usual(-45, "visit"),
        _Usual(-30, "one_page", "our_team"),
        _Usual(-15, "board_decides", "our_board", True),
        _Usual(0, "decision", "our_board"),
        _Usual(14, "tell_referent", "our_pilot"),
        _Usual(90, "trial_review"),
    ),
}


def dated_steps(role: Role, today: date, aimed: date | None, voice: Voice = FRENCH) -> tuple[date, list[DatedStep]]:
    """The day aimed at and the steps around it, on working days; without a day, the first step is today."""
    usual = _USUAL[role]
    goal = aimed or today - timedelta(days=usual[0].days)
    steps = [
        DatedStep(day, voice.phrase(ROADMAP[step.label]), voice.phrase(ROADMAP[step.who]), step.blocking, day < today)
        for step in usual
        for day in [max(today if aimed is None else date.min, working_day(goal + timedelta(days=step.days)))]
    ]
    return goal, steps


def roadmap(case: Case, sheet: CallSheet, references: References, aimed: date | None, version: str) -> Draft:
    """The roadmap to a convention with a partner, or to a practice taken over from a référent."""
    goal, steps = dated_steps(sheet.role, case.today, aimed, case.voice)
    known: list[Line] = []
    if sheet.role == "partenaire":
        known.append(references.fact(_said(case, "calendar_helps"), "F238"))
    known += [references.point(point, because=True) for point in sheet.cautions]
    opening = _opening(case, goal, _said(case, f"goal_{sheet.role}"), steps, aimed)
    sections = [
        Section(lines=lines(*opening)),
        Section(title=_said(case, "steps"), table=_table(case, steps)),
        *([Section(title=_said(case, "in_mind"), lines=tuple(known), style="liste")] if known else []),
    ]
    subtitle = _said(case, "subtitle", need=sheet.need) if sheet.need else None
    title = _said(case, "title", pilot=sheet.pilot, name=sheet.name)
    return sourced(case, references, version, title, sections, subtitle)


def _said(case: Case, key: str, **values: Any) -> str:
    return case.voice.phrase(ROADMAP[key], **values)


def _table(case: Case, steps: list[DatedStep]) -> Table:
    late, blocking = _said(case, "late"), _said(case, "blocking")
    rows = tuple(
        (case.voice.day(s.day) + (late if s.late else ""), s.label + (blocking if s.blocking else ""), s.who, "")
        for s in steps
    )
    header = tuple(_said(case, key) for key in ("date", "step", "who", "done_on"))
    return Table(header=header, rows=rows, widths=(0.22, 0.46, 0.19, 0.13))


def _opening(case: Case, goal: date, name: str, steps: list[DatedStep], aimed: date | None) -> list[str]:
    """What the dates rest on, and what is wrong with the day aimed at."""
    how = _said(case, "back" if aimed else "on")
    said = [_said(case, "aimed", day=case.voice.day(goal), goal=name, how=how)]
    late = [step for step in steps if step.late]
    if goal < case.today:
        said.append(_said(case, "past"))
    elif late:
        said.append(_said(case, "too_short", late=len(late), missing=(case.today - late[0].day).days))
    return said
