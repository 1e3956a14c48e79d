"""Meetings as text, as a CSV table or as a DOCX document to hand out: a reason, a question and the sources of each."""

from collections.abc import Iterator

from assistant.answering.comparison_texts import marks, source_name
from assistant.drafts.draft import Draft, Section, Table, lines
from assistant.drafts.word import as_docx
from assistant.spreadsheets import as_csv
from assistant.vocabulary import Guest, Language, Meeting, MeetingKind, MeetingRound, Meetings, Phase

KINDS: dict[MeetingKind, dict[Language, str]] = {
    "referent": {"fr": "novice et référent", "en": "novice and référent"},
    "partenaire": {"fr": "partenaires", "en": "partners"},
    "entre_pairs": {"fr": "entre novices", "en": "between novices"},
}
_PHASES = {
    Phase.STRUCTURATION: "structuration",
    Phase.DEVELOPPEMENT: "développement",
    Phase.INCONNUE: "phase inconnue",
}
_COLUMNS = ("tour", "table", "clusters", "rencontre", "vient apprendre", "raison", "question", "précautions", "sources")


def learner_name(meeting: Meeting) -> str:
    """Who comes to learn; empty when nobody in particular does."""
    return dict(zip(meeting.clusters, meeting.names, strict=True)).get(meeting.learner or "", "")


def _shown_sources(meeting: Meeting) -> str:
    return " ; ".join(source_name(source) for source in meeting.sources)


def meetings_csv(meetings: Meetings) -> bytes:
    """A line a meeting, then a line a bye."""
    rows = []
    for found in meetings.rounds:
        rows += [_line(found, meeting) for meeting in found.meetings]
        rows += [[str(found.number), "", bye.name, "sans table", "", bye.because, "", "", ""] for bye in found.byes]
    return as_csv(_COLUMNS, rows)


def _line(found: MeetingRound, meeting: Meeting) -> list[str]:
    return [
        str(found.number),
        str(meeting.table),
        " / ".join(meeting.names),
        KINDS[meeting.kind]["fr"],
        learner_name(meeting),
        meeting.reason,
        meeting.question,
        " ".join(caution.text for caution in meeting.cautions),
        _shown_sources(meeting),
    ]


def meetings_docx(meetings: Meetings) -> bytes:
    """The plan of tables, then a sheet a meeting, then who takes part with the phase that was held."""
    met = [s for found in meetings.rounds for meeting in found.meetings for s in meeting.sources]
    numbers = {source: at for at, source in enumerate(dict.fromkeys(met), start=1)}
    plan = Table(header=("Tour", "Table", "Qui se rencontre"), rows=tuple(_plan(meetings)), widths=(0.12, 0.12, 0.76))
    sheets = [_sheet(found.number, meeting, numbers) for found in meetings.rounds for meeting in found.meetings]
    alone = [
        f"Tour {found.number}, sans table : {bye.name}. {bye.because}"
        for found in meetings.rounds
        for bye in found.byes
    ]
    guests = Section(title="Participants", lines=lines(*map(guest_text, meetings.guests)), style="liste")
    sources = lines(*(f"[{at}] {source_name(source)}" for source, at in numbers.items()))
    sections = (
        Section(lines=lines(*(f"⚠ {warning}" for warning in meetings.warnings), *alone), table=plan),
        *sheets,
        guests,
        Section(title="Sources", lines=sources),
    )
    return as_docx(Draft(title="Rencontres entre clusters", sections=sections))


def _plan(meetings: Meetings) -> Iterator[tuple[str, ...]]:
    for found in meetings.rounds:
        for meeting in found.meetings:
            yield str(found.number), str(meeting.table), " / ".join(meeting.names)


def _sheet(number: int, meeting: Meeting, numbers: dict[str, int]) -> Section:
    told = [
        kind_text(meeting),
        f"Pourquoi : {meeting.reason} {marks(meeting.sources, numbers)}",
        f"Pour commencer : {meeting.question}",
        *(f"⚠ {caution.text}" for caution in meeting.cautions),
    ]
    return Section(title=f"Tour {number}, table {meeting.table} : {' / '.join(meeting.names)}", lines=lines(*told))


def kind_text(meeting: Meeting) -> str:
    """« Novice et référent : EuroSIMA vient apprendre. »"""
    kind = KINDS[meeting.kind]["fr"]
    name = learner_name(meeting)
    return f"{kind[0].upper()}{kind[1:]}" + (f" : {name} vient apprendre." if name else ".")


def guest_text(guest: Guest) -> str:
    """A guest with its phase and why it is held."""
    return f"{guest.name} ({_PHASES[guest.phase]}) : {guest.because}"


def meetings_text(meetings: Meetings) -> str:
    """The whole for a terminal."""
    return "\n".join(_lines(meetings))


def _lines(meetings: Meetings) -> Iterator[str]:
    yield from (f"⚠ {warning}" for warning in meetings.warnings)
    for found in meetings.rounds:
        yield f"Tour {found.number}"
        for meeting in found.meetings:
            yield f"  {meeting.table}. {' / '.join(meeting.names)} — {kind_text(meeting)}"
            yield f"     Pourquoi : {meeting.reason}"
            yield f"     Pour commencer : {meeting.question}"
            yield from (f"     ⚠ {caution.text}" for caution in meeting.cautions)
            if meeting.sources:
                more = f" (+ {len(meeting.sources) - 2})" if len(meeting.sources) > 2 else ""
                yield f"     ← {' ; '.join(source_name(source) for source in meeting.sources[:2])}{more}"
        yield from (f"  Sans table : {bye.name}. {bye.because}" for bye in found.byes)
