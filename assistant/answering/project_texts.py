"""A set of partners and the reading of a call, as plain text for a terminal."""

from collections.abc import Iterator

from assistant.calls.constraints import NAMES
from assistant.calls.dates import shown
from assistant.clusters.names import of
from assistant.vocabulary import CallReading, Team, TeamMember

_SHOWN = 8  # sentences a kind; all of them are in the JSON
_ROLES = {
    "besoin": "répond au besoin",
    "technologie": "technologie",
    "marche": "marché",
    "territoire": "territoire",
    "adherents": "adhérents",
}


def team_text(team: Team) -> str:
    """The partners with what each brings, then the pairs that have something to settle."""
    return "\n".join(_team_lines(team))


def _team_lines(team: Team) -> Iterator[str]:
    for warning in team.warnings:
        yield f"⚠ {warning}"
    yield f"Ensemble proposé{f' pour « {team.need} »' if team.need else ''} :"
    for at, member in enumerate(team.members, start=1):
        yield from _member_lines(at, member)
    if team.clashes:
        yield "À régler avant de réunir :"
    for clash in team.clashes:
        yield f"  ⚠ {' / '.join(clash.names)} — {clash.caution.text}"
        if clash.instead:
            yield f"    Pour éviter cette paire : {clash.instead} à la place {of(clash.names[1])}."


def _member_lines(at: int, member: TeamMember) -> Iterator[str]:
    found = member.suggestion
    yield f"{at}. {found.name} — score {found.score:.2f}, certitude {found.certainty:.2f}"
    for role in member.roles:
        yield f"  {'+' if role.first else '·'} {_ROLES[role.kind]} : {role.text}"
    yield from (f"  ⚠ {caution.text}" for caution in found.cautions)
    reach = [*([found.contact.website] if found.contact.website else []), *found.contact.via]
    if reach:
        yield f"  Contact : {', '.join(reach)}"


def call_text(call: CallReading) -> str:
    """What the call asks, word for word, what to read oneself, then the plan."""
    return "\n".join(_call_lines(call))


def _call_lines(call: CallReading) -> Iterator[str]:
    for warning in call.warnings:
        yield f"⚠ {warning}"
    yield f"Ce que demande l’appel ({call.file}), phrases du texte à la lettre :"
    for kind, name in NAMES.items():
        found = [c for c in call.constraints if c.kind == kind]
        if found:
            yield f"{name[0].upper()}{name[1:]}"
            yield from (f"  « {c.quote} » (p. {c.page})" for c in found[:_SHOWN])
        if len(found) > _SHOWN:
            yield f"  … et {len(found) - _SHOWN} autre(s) phrase(s) : toutes sont données par --json."
    if call.to_read:
        yield f"Non trouvé, à lire vous-même : {' ; '.join(call.to_read)}."
    if call.plan and call.deadline:
        yield f"Rétroplanning depuis le {shown(call.deadline)} (délais usuels, à vérifier ; ■ : peut tout arrêter)"
    for step in call.plan:
        late = " — DÉJÀ EN RETARD" if step.late else ""
        named = "" if not step.blocking else "" if step.quote else " (non cité par l’appel : vérifiez)"
        yield f"  {'■' if step.blocking else '·'} {step.day:%d/%m/%Y} {step.label}{named}{late}"
        if step.blocking and step.quote:
            yield f"      l’appel dit : « {step.quote} »"
