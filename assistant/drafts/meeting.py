"""The grid of a meeting: questions with why they are asked and room for answers, what we offer, what is decided."""

from datetime import date
from typing import Any

from assistant.clusters.case import Case
from assistant.drafts.call_sheet import CallSheet, Point
from assistant.drafts.draft import Draft, Section, Table, marker
from assistant.drafts.parties import candidate_line
from assistant.drafts.references import References, sourced
from assistant.resources import texts
from assistant.vocabulary import BLANKS, Said

MEETING: dict[str, Said] = texts("drafts")["meeting"]


def meeting(case: Case, sheet: CallSheet, references: References, on: date | None, version: str) -> Draft:
    """The grid for a meeting `on` a day, to be filled in by hand or on screen."""
    # Sources are numbered in the order of reading.
    met = Section(title=_said(case, "who_meets"), lines=(candidate_line(case, references),), table=_facts(case, on))
    asked, offered = _questions(case, sheet, references), tuple(references.point(p) for p in sheet.offer)
    cautions = tuple(references.point(p, because=True) for p in sheet.cautions)
    sections = [
        met,
        Section(title=_said(case, "questions"), table=asked),
        Section(title=_said(case, "offer"), lines=offered, style="liste"),
        *([Section(title=_said(case, "cautions"), lines=cautions, style="liste")] if cautions else []),
        Section(title=_said(case, "decided"), table=_decided(case)),
        Section(title=_said(case, "journal"), table=_after(case, sheet)),
    ]
    subtitle = _said(case, "subtitle_need" if sheet.need else "subtitle", pilot=sheet.pilot, need=sheet.need)
    return sourced(case, references, version, _said(case, "title", name=sheet.name), sections, subtitle)


def _said(case: Case, key: str, **values: Any) -> str:
    return case.voice.phrase(MEETING[key], **values)


def _facts(case: Case, on: date | None) -> Table:
    blank = BLANKS[case.voice.language]
    header = (*(_said(case, key) for key in ("date", "place", "our_side")), _their_side(case))
    return Table(header=header, rows=((case.voice.day(on) if on else blank, blank, blank, blank),))


def _their_side(case: Case) -> str:
    return _said(case, "their_side", name=case.candidate.short_name)


def _questions(case: Case, sheet: CallSheet, references: References) -> Table:
    return Table(
        header=tuple(_said(case, key) for key in ("question", "known", "answer")),
        rows=tuple((point.text, _known(point, references), "") for point in sheet.ask),
        widths=(0.36, 0.3, 0.34),
    )


def _decided(case: Case) -> Table:
    header = tuple(_said(case, key) for key in ("decision", "who", "by_when"))
    return Table(header=header, rows=(("", "", ""),) * 3, widths=(0.6, 0.2, 0.2))


def _after(case: Case, sheet: CallSheet) -> Table:
    header = (_said(case, "after"), _said(case, "answer"))
    return Table(header=header, rows=tuple((question, "") for question in sheet.after), widths=(0.5, 0.5))


def _known(point: Point, references: References) -> str:
    if not point.because:
        return ""
    return f"{point.because[0].upper()}{point.because[1:]} {marker(references.cite(point.sources))}".strip()
