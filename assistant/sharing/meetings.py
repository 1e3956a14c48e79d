"""Meetings as text, as a CSV table or as a DOCX document to hand out: a reason, a question and the sources of each."""

from collections.abc import Iterator
from datetime import date

from assistant.answering.comparison_texts import marks, source_name
from assistant.clusters.saying import Voice
from assistant.drafts.draft import Draft, Section, Table, lines
from assistant.drafts.word import as_docx
from assistant.resources import texts
from assistant.spreadsheets import as_csv
from assistant.vocabulary import Guest, Language, Meeting, MeetingKind, MeetingRound, Meetings, Phase, Said

_TEXTS = texts("sharing")
KINDS: dict[MeetingKind, Said] = _TEXTS["kinds"]
_PHASES: dict[Phase, Said] = _TEXTS["phases"]
_COLUMNS: dict[Language, list[str]] = _TEXTS["meeting_columns"]
_SAID: dict[str, Said] = _TEXTS["meetings"]


def learner_name(meeting: Meeting) -> str:
    """Who comes to learn; empty when nobody in particular does."""
    return dict(zip(meeting.clusters, meeting.names, strict=True)).get(meeting.learner or "", "")


def _say(key: str, language: Language, **values: object) -> str:
    return _SAID[key][language].format(**values)


def shown_sources(meeting: Meeting, meetings: Meetings, language: Language) -> list[str]:
    """The sources of a meeting as a reader knows them."""
    return [source_name(source, meetings.source_names, language) for source in meeting.sources]


def meetings_csv(meetings: Meetings, language: Language = "fr") -> bytes:
    """A line a meeting, then a line a bye."""
    rows = []
    for found in meetings.rounds:
        rows += [_line(found, meeting, meetings, language) for meeting in found.meetings]
        alone = _say("no_table", language)
        rows += [[str(found.number), "", bye.name, alone, "", bye.because, "", "", ""] for bye in found.byes]
    return as_csv(_COLUMNS[language], rows)


def _line(found: MeetingRound, meeting: Meeting, meetings: Meetings, language: Language) -> list[str]:
    return [
        str(found.number),
        str(meeting.table),
        " / ".join(meeting.names),
        KINDS[meeting.kind][language],
        learner_name(meeting),
        meeting.reason,
        meeting.question,
        " ".join(caution.text for caution in meeting.cautions),
        " ; ".join(shown_sources(meeting, meetings, language)),
    ]


def meetings_docx(meetings: Meetings, language: Language = "fr", day: date | None = None) -> bytes:
    """The plan of tables, then a sheet a meeting, then who takes part with the phase that was held.

    `day` is when it was made.
    """
    met = [s for found in meetings.rounds for meeting in found.meetings for s in meeting.sources]
    numbers = {source: at for at, source in enumerate(dict.fromkeys(met), start=1)}
    header = tuple(_say("plan", language).split("|"))
    plan = Table(header=header, rows=tuple(_plan(meetings)), widths=(0.12, 0.12, 0.76))
    sheets = [
        _sheet(found.number, meeting, numbers, language) for found in meetings.rounds for meeting in found.meetings
    ]
    alone = [
        _say("alone", language, number=found.number, name=bye.name, because=bye.because)
        for found in meetings.rounds
        for bye in found.byes
    ]
    told = lines(*(guest_text(guest, language) for guest in meetings.guests))
    sources = lines(
        *(f"[{at}] {source_name(source, meetings.source_names, language)}" for source, at in numbers.items())
    )
    sections = (
        Section(lines=lines(*(f"⚠ {warning}" for warning in meetings.warnings), *alone), table=plan),
        *sheets,
        Section(title=_say("guests", language), lines=told, style="liste"),
        Section(title="Sources", lines=sources, style="petit"),
    )
    made = _say("made", language, day=Voice(language).day(day)) if day else None
    return as_docx(Draft(title=_say("title", language), subtitle=made, sections=sections, language=language))


def _plan(meetings: Meetings) -> Iterator[tuple[str, ...]]:
    for found in meetings.rounds:
        for meeting in found.meetings:
            yield str(found.number), str(meeting.table), " / ".join(meeting.names)


def _sheet(number: int, meeting: Meeting, numbers: dict[str, int], language: Language) -> Section:
    told = [
        kind_text(meeting, language),
        _say("why", language, text=f"{meeting.reason} {marks(meeting.sources, numbers)}"),
        _say("begin", language, text=meeting.question),
        *(f"⚠ {caution.text}" for caution in meeting.cautions),
    ]
    title = _say("sheet", language, number=number, table=meeting.table, names=" / ".join(meeting.names))
    return Section(title=title, lines=lines(*told))


def kind_text(meeting: Meeting, language: Language = "fr") -> str:
    """« Novice et référent : EuroSIMA vient apprendre. »"""
    kind = KINDS[meeting.kind][language]
    kind, name = f"{kind[0].upper()}{kind[1:]}", learner_name(meeting)
    return _say("learns", language, kind=kind, name=name) if name else f"{kind}."


def guest_text(guest: Guest, language: Language = "fr") -> str:
    """A guest with its phase and why it is held."""
    return _say("guest", language, name=guest.name, phase=_PHASES[guest.phase][language], because=guest.because)


def meetings_text(meetings: Meetings, language: Language = "fr") -> str:
    """The whole for a terminal."""
    return "\n".join(_lines(meetings, language))


def _lines(meetings: Meetings, language: Language) -> Iterator[str]:
    yield from (f"⚠ {warning}" for warning in meetings.warnings)
    for found in meetings.rounds:
        yield _say("round", language, number=found.number)
        for meeting in found.meetings:
            yield from _meeting_lines(meeting, meetings, language)
        yield from (f"  {_say('alone_in_round', language, name=bye.name, because=bye.because)}" for bye in found.byes)


def _meeting_lines(meeting: Meeting, meetings: Meetings, language: Language) -> Iterator[str]:
    yield f"  {meeting.table}. {' / '.join(meeting.names)} — {kind_text(meeting, language)}"
    yield f"     {_say('why', language, text=meeting.reason)}"
    yield f"     {_say('begin', language, text=meeting.question)}"
    yield from (f"     ⚠ {caution.text}" for caution in meeting.cautions)
    if meeting.sources:
        more = f" (+ {len(meeting.sources) - 2})" if len(meeting.sources) > 2 else ""
        yield f"     ← {' ; '.join(shown_sources(meeting, meetings, language)[:2])}{more}"
