"""A set of partners and the reading of a call, as plain text for a terminal."""

from collections.abc import Iterator

from assistant.answering.suggestion_texts import before_calling, score_text
from assistant.calls.constraints import NAMES
from assistant.clusters.saying import Voice
from assistant.resources import texts
from assistant.vocabulary import CallReading, Language, RoleKind, Said, Team, TeamMember

_SHOWN = 8  # sentences a kind; all of them are in the JSON
_ROLES: dict[RoleKind, Said] = texts("projects")["roles"]
_TEAM: dict[str, Said] = texts("projects")["team"]

_DAY: dict[Language, str] = {"fr": "%d/%m/%Y", "en": "%Y-%m-%d"}
_CALL: dict[str, Said] = texts("projects")["call"]


def team_text(team: Team, language: Language = "fr") -> str:
    """The partners with what each brings, then the pairs that have something to settle."""
    return "\n".join(_team_lines(team, language))


def _team_lines(team: Team, language: Language) -> Iterator[str]:
    say = Voice(language).phrase
    for warning in team.warnings:
        yield f"⚠ {warning}"
    yield say(_TEAM["set"], need=say(_TEAM["for"], need=team.need) if team.need else "")
    for at, member in enumerate(team.members, start=1):
        yield from _member_lines(at, member, language)
    if team.members:
        yield say(_TEAM["signs"])
    if team.clashes:
        yield say(_TEAM["settle"])
    for clash in team.clashes:
        yield f"  ⚠ {' / '.join(clash.names)} — {clash.caution.text}"
        if clash.caution.kind == "antagonisme":
            way_out = _TEAM["instead" if clash.instead else "nobody"]
            yield "    " + say(way_out, instead=clash.instead, out=clash.names[1])


def _member_lines(at: int, member: TeamMember, language: Language) -> Iterator[str]:
    found, colon = member.suggestion, " :" if language == "fr" else ":"
    yield f"{at}. {found.name} — {score_text(found, language)}"
    for role in member.roles:
        yield f"  {'+' if role.first else '·'} {_ROLES[role.kind][language]}{colon} {role.text}"
    yield from before_calling(found, language)


def call_text(call: CallReading, language: Language = "fr") -> str:
    """What the call asks, word for word, what to read oneself, then the plan."""
    return "\n".join(_call_lines(call, Voice(language)))


def _call_lines(call: CallReading, voice: Voice) -> Iterator[str]:
    for warning in call.warnings:
        yield f"⚠ {warning}"
    yield voice.phrase(_CALL["asks"], file=call.file)
    for kind, said in NAMES.items():
        found, name = [c for c in call.constraints if c.kind == kind], said[voice.language]
        if found:
            yield f"{name[0].upper()}{name[1:]}"
            yield from (f"  {voice.phrase(_CALL['quoted'], quote=c.quote)} (p. {c.page})" for c in found[:_SHOWN])
        if len(found) > _SHOWN:
            yield f"  {voice.phrase(_CALL['more'], count=len(found) - _SHOWN)}"
    if call.to_read:
        yield voice.phrase(_CALL["to_read"], missing=voice.joined(call.to_read))
    if call.plan and call.deadline:
        yield voice.phrase(_CALL["plan"], day=voice.day(call.deadline))
    told: str | None = None  # the same sentence of the call often names several steps
    for step in call.plan:
        late = voice.phrase(_CALL["late"]) if step.late else ""
        named = "" if not step.blocking or step.quote else voice.phrase(_CALL["unnamed"])
        yield f"  {'■' if step.blocking else '·'} {step.day.strftime(_DAY[voice.language])} {step.label}{named}{late}"
        if step.blocking and step.quote and step.quote != told:
            told = step.quote
            yield f"      {voice.phrase(_CALL['says'], quote=step.quote)}"
