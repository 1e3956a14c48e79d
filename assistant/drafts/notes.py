"""The journal in sentences: a contact, a person, what is due, the funnel, a receipt."""

from collections.abc import Callable
from datetime import date

from assistant.clusters.names import listed, plural
from assistant.clusters.saying import french_date
from assistant.drafts.handover import STAGE_WORDS
from assistant.drafts.typography import typeset
from assistant.records.entries import Contact, Due, Funnel, Person, Receipt

Named = Callable[[str], str]


def contact_line(contact: Contact, name_of: Named) -> str:
    """One line a contact."""
    who = f", {contact.person}" if contact.person else ""
    next_step = "" if not contact.next_step else f" → {contact.next_step}{' (fait)' if contact.done else ''}"
    return typeset(
        f"{contact.id:4} {contact.day.isoformat()} {name_of(contact.where)}{who} : {contact.about} "
        f"[{STAGE_WORDS[contact.stage]}]{next_step}"
    )


def contact_text(contact: Contact, name_of: Named) -> str:
    """All that is kept of a contact."""
    said = [
        ("nous", contact.by),
        ("fonction", contact.function),
        ("introduit par", contact.introduced_by),
        ("utile", _yes(contact.useful)),
        ("qui d’autre", contact.whom_else),
        ("suite le", french_date(contact.next_on) if contact.next_on else None),
        ("peut se dire", _yes(contact.may_say)),
        ("confiance", f"{contact.confidence} sur 5" if contact.confidence else None),
    ]
    lines = [contact_line(contact, name_of), *(f"     {name} : {value}" for name, value in said if value)]
    return typeset("\n".join(lines))


def _yes(value: bool | None) -> str | None:
    return None if value is None else "oui" if value else "non"


def person_line(person: Person, name_of: Named, today: date) -> str:
    """Who, where, since when; where they went."""
    now, left = person.current(today), person.departure(today)
    parts = [f"{person.id:4} {person.name}"]
    if person.ours:
        parts.append("de chez nous")
    if now:
        since = f" depuis le {french_date(now.since)}" if now.since else ""
        where = name_of(now.cluster_id or now.organisation or "")
        parts += [f"{where}{since}"] if where else []
        parts += [now.function] if now.function else []
    if left and left.until:
        place = name_of(left.cluster_id or left.organisation or "")
        parts.append(f"parti(e) de {place} le {french_date(left.until)}, destination à demander")
    return typeset(", ".join(parts))


def due_line(item: Due, name_of: Named) -> str:
    """One line a thing to do."""
    when = f"{item.on.isoformat()}{' EN RETARD' if item.late else ''}" if item.on else "sans date"
    number = f" (n° {item.contact_id})" if item.contact_id else ""
    return typeset(f"{when} · {name_of(item.where or '')} : {item.text}{number}")


def funnel_lines(counted: Funnel) -> list[str]:
    """The funnel in two sentences."""
    return [
        typeset(text)
        for text in (
            f"Suggestions gardées : {counted.kept} ; appelées : {counted.called} ; rencontrées : {counted.met} ; en projet "
            f"ou convention : {counted.projects_begun}.",
            f"Carnet entier : {plural(counted.ideas, 'cluster')} avec une idée ou plus, {counted.projects} avec un projet ou "
            f"une convention ; {counted.without_suggestion} hors suggestion.",
        )
    ]


def receipt_text(receipt: Receipt) -> str:
    """What was erased, and what the pilot still has to look at."""
    lines = [
        f"Reçu d’effacement, le {french_date(receipt.erased_on)} : personne n° {receipt.person_id} effacée du carnet, "
        f"{plural(receipt.notes_unlinked, 'contact')} sans plus de lien avec elle, {plural(receipt.texts_masked, 'texte')} "
        "où son nom est masqué. Le fichier a été réécrit.",
        "Restent hors d’atteinte : exports, passations et sauvegardes faits avant. Effacez-les aussi.",
    ]
    if receipt.to_read:
        numbers = listed([str(number) for number in receipt.to_read])
        lines.append(f"À relire, une partie du nom y figure encore : contacts {numbers}.")
    return typeset("\n".join(lines))
