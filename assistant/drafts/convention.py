"""The outline of a convention: articles with blanks to fill, and what is documented of other conventions beside
them."""

from datetime import date
from typing import Any

from assistant.clusters.case import Case
from assistant.drafts.call_sheet import CallSheet
from assistant.drafts.draft import Draft, Line, Section, lines
from assistant.drafts.parties import candidate_line, pilot_line
from assistant.drafts.references import References, sourced
from assistant.resources import texts
from assistant.vocabulary import BLANKS, Said

CONVENTION: dict[str, Said] = texts("drafts")["convention"]

_Article = tuple[str, tuple[Line, ...]]
_NOT_BEFORE = ("concurrence", "donnee_ancienne")  # one has an article of its own, the other is no matter of agreement


def convention(case: Case, sheet: CallSheet, references: References, signed_on: date | None, version: str) -> Draft:
    """The outline; `signed_on` is the day the signature is aimed at. Not a legal text: said in it."""
    said = _Words(case)
    opening, before = Section(lines=said.lines("opening")), _before(said, sheet, references)
    articles = [
        *_together(said, sheet, references),
        *_rules(said, sheet, references),
        _signatures(said, sheet, signed_on),
    ]
    numbered = (Section(title=f"{n}. {said(title)}", lines=told) for n, (title, told) in enumerate(articles, 1))
    title = said("title", pilot=sheet.pilot, name=sheet.name)
    return sourced(case, references, version, title, [opening, *before, *numbered])


class _Words:
    """The sentences of the outline in the language of a case."""

    def __init__(self, case: Case) -> None:
        self.case, self.voice = case, case.voice

    def __call__(self, key: str, **values: Any) -> str:
        return self.voice.phrase(CONVENTION[key], blank=BLANKS[self.voice.language], **values)

    def lines(self, key: str, **values: Any) -> tuple[Line, ...]:
        return lines(self(key, **values))


def _before(said: _Words, sheet: CallSheet, references: References) -> list[Section]:
    """What is documented and must be settled before writing: failures, gaps, changes of people."""
    told = [references.point(point, because=True) for point in sheet.cautions if point.caution not in _NOT_BEFORE]
    return [Section(title=said("before"), lines=tuple(told), style="liste")] if told else []


def _together(said: _Words, sheet: CallSheet, references: References) -> list[_Article]:
    """Who, what for, what each brings, by when; articles by the key of their title."""
    subject = said("need", need=sheet.need) if sheet.need else BLANKS[said.voice.language]
    parties = (pilot_line(said.case, references, ""), candidate_line(said.case, references))
    return [
        ("parties", (*parties, *said.lines("represented"))),
        (
            "purpose_title",
            (*said.lines("purpose", subject=subject), references.fact(said("three_themes"), "F223")),
        ),
        ("contributions", _contributions(said, sheet, references)),
        ("roadmap", (*said.lines("actions"), references.fact(said("roadmap_helps"), "F238"))),
    ]


def _rules(said: _Words, sheet: CallSheet, references: References) -> list[_Article]:
    """Who steers, what is shared, who pays, how it ends."""
    rivalry = [point for point in sheet.cautions if point.caution == "concurrence"]
    shared = (*said.lines("shared"), *(references.point(point, because=True) for point in rivalry))
    return [
        ("steering", (*said.lines("one_named"), references.fact(said("turnover"), "F254"))),
        ("coopetition", shared),
        ("labelling", said.lines("co_labelling")),
        ("funding", said.lines("expenses")),
        ("confidentiality", said.lines("confidential")),
        ("duration", said.lines("lasts")),
    ]


def _signatures(said: _Words, sheet: CallSheet, signed_on: date | None) -> _Article:
    when = said("aimed_at", day=said.voice.day(signed_on)) if signed_on else BLANKS[said.voice.language]
    signed = (said("signs", name=name) for name in (sheet.pilot, sheet.name))
    return "signatures", lines(said("place_and_date", when=when), *signed)


def _contributions(said: _Words, sheet: CallSheet, references: References) -> tuple[Line, ...]:
    offered = references.point(sheet.offer[0])
    lead = offered.model_copy(update={"text": said("lead", text=offered.text)})
    return (*said.lines("each_brings", pilot=sheet.pilot, name=sheet.name), lead)
