"""The journal in sentences: a contact, a person, what is due, the funnel, a receipt."""

from collections.abc import Callable
from datetime import date
from typing import Any

from assistant.clusters.saying import Voice
from assistant.drafts.handover import HANDOVER, STAGES
from assistant.drafts.typography import typeset
from assistant.records.entries import Contact, Due, Funnel, ImportReport, Person, Receipt
from assistant.resources import texts
from assistant.vocabulary import Language, Said

NOTES: dict[str, Said] = texts("journal")["notes"]

Named = Callable[[str], str]


def _said(language: Language, key: str, **values: Any) -> str:
    return Voice(language).phrase(NOTES[key], **values)


def _day(day: date, language: Language) -> str:
    """« 15/12/2026 », “2026-12-15”: as it is typed, and of one width."""
    return f"{day:%d/%m/%Y}" if language == "fr" else day.isoformat()


def contact_line(contact: Contact, name_of: Named, language: Language = "fr") -> str:
    """One line a contact."""
    done = _said(language, "done") if contact.done else ""
    text = _said(
        language,
        "contact",
        number=f"{contact.id:4}",
        day=_day(contact.day, language),
        where=name_of(contact.where),
        who=f", {contact.person}" if contact.person else "",
        about=contact.about,
        stage=STAGES[contact.stage][language],
        next=f" → {contact.next_step}{done}" if contact.next_step else "",
    )
    return typeset(text, language)


def contact_text(contact: Contact, name_of: Named, language: Language = "fr") -> str:
    """All that is kept of a contact."""
    voice = Voice(language)
    trust = voice.phrase(HANDOVER["out_of_five"], trust=contact.confidence) if contact.confidence else None
    kept = {
        "us": contact.by,
        "function": contact.function,
        "introduced_by": contact.introduced_by,
        "useful": _yes(contact.useful, language),
        "whom_else": contact.whom_else,
        "next_on": voice.day(contact.next_on) if contact.next_on else None,
        "may_say": _yes(contact.may_say, language),
        "confidence": trust,
    }
    told = [
        f"     {_said(language, 'detail', name=_said(language, key), value=value)}"
        for key, value in kept.items()
        if value
    ]
    return typeset("\n".join([contact_line(contact, name_of, language), *told]), language)


def _yes(value: bool | None, language: Language) -> str | None:
    return None if value is None else _said(language, "yes" if value else "no")


def person_line(person: Person, name_of: Named, today: date, language: Language = "fr") -> str:
    """Who, where, since when; where they went."""
    now, left, day = person.current(today), person.departure(today), Voice(language).day
    parts = [f"{person.id:4} {person.name}"]
    if person.ours:
        parts.append(_said(language, "one_of_us"))
    if now:
        where = name_of(now.cluster_id or now.organisation or "")
        parts += [_said(language, "since", where=where, day=day(now.since)) if now.since else where] if where else []
        parts += [now.function] if now.function else []
    if left and left.until:
        where = name_of(left.cluster_id or left.organisation or "")
        parts.append(_said(language, "left", where=where, day=day(left.until)))
    return typeset(", ".join(parts), language)


def due_line(item: Due, name_of: Named, language: Language = "fr") -> str:
    """One line a thing to do."""
    late = _said(language, "late") if item.late else ""
    when = f"{_day(item.on, language)}{late}" if item.on else _said(language, "no_date")
    number = _said(language, "number", number=item.contact_id) if item.contact_id else ""
    text = _said(language, "due", when=when, where=name_of(item.where or ""), text=item.text, number=number)
    return typeset(text, language)


def funnel_lines(counted: Funnel, language: Language = "fr") -> list[str]:
    """The funnel in two sentences."""
    suggested = _said(
        language,
        "funnel",
        kept=counted.kept,
        called=counted.called,
        met=counted.met,
        begun=counted.projects_begun,
    )
    whole = _said(
        language,
        "whole",
        ideas=counted.ideas,
        projects=counted.projects,
        apart=counted.without_suggestion,
    )
    return [typeset(suggested, language), typeset(whole, language)]


def receipt_text(receipt: Receipt, language: Language = "fr") -> str:
    """What was erased, and what the pilot still has to look at."""
    erased = _said(
        language,
        "receipt",
        day=Voice(language).day(receipt.erased_on),
        person=receipt.person_id,
        notes=receipt.notes_unlinked,
        texts=receipt.texts_masked,
    )
    told = [erased, _said(language, "out_of_reach")]
    if receipt.to_read:
        told.append(_said(language, "to_read", numbers=[str(number) for number in receipt.to_read]))
    return typeset("\n".join(told), language)


def imported_text(report: ImportReport, language: Language = "fr") -> str:
    """What came of a table."""
    return _said(language, "imported", added=report.added, already=report.already, refused=len(report.faults))


def exported_text(count: int, file: str, language: Language = "fr") -> str:
    """What was written, and how to keep it."""
    return typeset(_said(language, "exported", count=count, file=file), language)
