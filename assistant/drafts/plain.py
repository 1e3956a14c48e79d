"""A call sheet or a draft as plain text, for a terminal and the page."""

from collections.abc import Iterator

from assistant.answering.presenting import ROLES, source_text
from assistant.clusters.saying import Voice
from assistant.drafts.call_sheet import SHEET, CallSheet, Point
from assistant.drafts.draft import Draft, Line, marker
from assistant.drafts.references import References
from assistant.drafts.typography import typeset
from assistant.library.facts import Facts

PARTS = ("ask", "offer", "introducers", "cautions")


def call_sheet_text(sheet: CallSheet, facts: Facts) -> str:
    """The sheet, its sources numbered at the end. Raises CorpusError for a source the registry does not have."""
    references, language, say = References(facts), sheet.language, Voice(sheet.language).phrase
    head = say(SHEET["head"], name=sheet.name, pilot=sheet.pilot, role=ROLES[sheet.role][language])
    lines = [head, *([say(SHEET["site"], address=sheet.website)] if sheet.website else []), *sheet.warnings]
    for field in PARTS:
        points: tuple[Point, ...] = getattr(sheet, field)
        if points:
            lines += [
                "",
                say(SHEET[field]),
                *(f"  - {_numbered(references.point(point, because=True))}" for point in points),
            ]
    lines += ["", say(SHEET["after"]), *(f"  - {question}" for question in sheet.after), f"  {sheet.record}"]
    if references.sources:
        lines += ["", "Sources", *(f"  [{n}] {source_text(s, language)}" for n, s in enumerate(references.sources, 1))]
    return typeset("\n".join(lines), language)


def draft_text(draft: Draft) -> str:
    """The draft without its layout."""
    return typeset("\n".join(_lines(draft)), draft.language)


def _lines(draft: Draft) -> Iterator[str]:
    yield draft.title
    if draft.subtitle:
        yield draft.subtitle
    for section in draft.sections:
        yield ""
        if section.title:
            yield section.title
        yield from (f"  {_numbered(line)}" for line in section.lines)
        for row in section.table.rows if section.table else ():
            yield "  " + " | ".join(cell or "…" for cell in row)
    if draft.sources:
        yield from ("", "Sources")
        yield from (
            f"  [{number}] {source_text(source, draft.language)}" for number, source in enumerate(draft.sources, 1)
        )


def _numbered(line: Line) -> str:
    return f"{line.text} {marker(line.sources)}".rstrip()
