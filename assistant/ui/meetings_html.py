"""Meetings as HTML: warnings, then a card a table, round by round."""

from assistant.sharing.meetings import guest_text, kind_text, shown_sources
from assistant.ui.rendering import escaped
from assistant.ui.texts import COLON, TEXTS
from assistant.vocabulary import Language, Meeting, MeetingRound, Meetings


def meetings_html(meetings: Meetings, language: Language) -> str:
    """The whole panel. Everything from the directory or the list is escaped."""
    words = TEXTS[language]
    warnings = "".join(f'<p class="warning">⚠ {escaped(warning)}</p>' for warning in meetings.warnings)
    rounds = "".join(_round(found, meetings, language) for found in meetings.rounds)
    guests = "".join(f"<li>{escaped(guest_text(guest, language))}</li>" for guest in meetings.guests)
    return (
        f'<section class="meetings cards">{warnings}{rounds}<details><summary><strong>{words["taking_part"]}</strong>'
        f"</summary><ul>{guests}</ul></details></section>"
    )


def _round(found: MeetingRound, meetings: Meetings, language: Language) -> str:
    words = TEXTS[language]
    tables = "".join(_table(meeting, meetings, language) for meeting in found.meetings)
    byes = "".join(
        f"<p><strong>{words['no_table']}</strong>{COLON[language]} {escaped(bye.name)}. {escaped(bye.because)}</p>"
        for bye in found.byes
    )
    return f'<h3>{words["round"]} {found.number}</h3><div class="tables">{tables}</div>{byes}'


def _table(meeting: Meeting, meetings: Meetings, language: Language) -> str:
    words, colon = TEXTS[language], COLON[language]
    cautions = "".join(f'<p class="warning">⚠ {escaped(caution.text)}</p>' for caution in meeting.cautions)
    named = shown_sources(meeting, meetings, language)
    sources = "".join(f'<li class="url">{escaped(name)}</li>' for name in named)
    folded = f"<details><summary>{words['sources_of_reason']}</summary><ul>{sources}</ul></details>" if sources else ""
    return (
        f'<article class="meeting"><h4>{words["at_table"]} {meeting.table} · {escaped(" / ".join(meeting.names))}</h4>'
        f'<p class="kind">{escaped(kind_text(meeting, language))}</p><p><strong>{words["why"]}</strong>{colon} {escaped(meeting.reason)}</p>'
        f"<p><strong>{words['to_begin']}</strong>{colon} {escaped(meeting.question)}</p>{cautions}{folded}</article>"
    )
