"""A set of partners and the reading of a call, as plain text for a terminal."""

from collections.abc import Iterator

from assistant.answering.suggestion_texts import before_calling, score_text
from assistant.calls.constraints import NAMES
from assistant.clusters.names import of
from assistant.clusters.saying import Voice
from assistant.vocabulary import CallReading, Language, RoleKind, Team, TeamMember

_SHOWN = 8  # sentences a kind; all of them are in the JSON
_ROLES: dict[RoleKind, dict[Language, str]] = {
    "besoin": {"fr": "répond au besoin", "en": "serves the need"},
    "technologie": {"fr": "technologie", "en": "technology"},
    "marche": {"fr": "marché", "en": "market"},
    "territoire": {"fr": "territoire", "en": "territory"},
    "adherents": {"fr": "adhérents", "en": "members"},
}
_TEAM: dict[str, dict[Language, str]] = {
    "set": {"fr": "Ensemble proposé{need} :", "en": "Proposed set{need}:"},
    "for": {"fr": " pour « {need} »", "en": " for “{need}”"},
    "signs": {
        "fr": "(+ : le premier de l’ensemble à l’apporter ; · : un autre l’apporte déjà)",
        "en": "(+: the first of the set to bring it; ·: another brings it already)",
    },
    "settle": {"fr": "À régler avant de réunir :", "en": "To settle before bringing them together:"},
    "instead": {
        "fr": "Pour éviter cette paire : {instead} à la place {out_of}.",
        "en": "To avoid this pair: {instead} instead of {out}.",
    },
    "nobody": {
        "fr": "Personne d’autre ne peut prendre la place {out_of} : choisissez l’un des deux, ou réglez ce point d’abord.",
        "en": "Nobody else can take the place of {out}: choose one of the two, or settle this first.",
    },
}

_DAY: dict[Language, str] = {"fr": "%d/%m/%Y", "en": "%Y-%m-%d"}
_CALL: dict[str, dict[Language, str]] = {
    "asks": {
        "fr": "Ce que demande l’appel ({file}), phrases du texte à la lettre :",
        "en": "What the call asks ({file}), sentences of its text letter for letter:",
    },
    "quoted": {"fr": "« {quote} »", "en": "“{quote}”"},
    "more": {
        "fr": "… et {count} autre(s) phrase(s) : toutes sont données par --json.",
        "en": "… and {count} more: --json gives them all.",
    },
    "to_read": {
        "fr": "Non trouvé, à lire vous-même : {missing}.",
        "en": "Not found, to be read by yourself: {missing}.",
    },
    "plan": {
        "fr": "Rétroplanning depuis le {day} (délais usuels, à vérifier ; ■ : peut tout arrêter)",
        "en": "Plan back from {day} (usual delays, to be checked; ■: can stop everything)",
    },
    "late": {"fr": " — DÉJÀ EN RETARD", "en": " — ALREADY LATE"},
    "unnamed": {"fr": " (non cité par l’appel : vérifiez)", "en": " (not named by the call: check)"},
    "says": {"fr": "l’appel dit : « {quote} »", "en": "the call says: “{quote}”"},
}


def team_text(team: Team, language: Language = "fr") -> str:
    """The partners with what each brings, then the pairs that have something to settle."""
    return "\n".join(_team_lines(team, language))


def _team_lines(team: Team, language: Language) -> Iterator[str]:
    said = {key: texts[language] for key, texts in _TEAM.items()}
    for warning in team.warnings:
        yield f"⚠ {warning}"
    yield said["set"].format(need=said["for"].format(need=team.need) if team.need else "")
    for at, member in enumerate(team.members, start=1):
        yield from _member_lines(at, member, language)
    if team.members:
        yield said["signs"]
    if team.clashes:
        yield said["settle"]
    for clash in team.clashes:
        yield f"  ⚠ {' / '.join(clash.names)} — {clash.caution.text}"
        if clash.caution.kind == "antagonisme":
            way_out = said["instead" if clash.instead else "nobody"]
            yield "    " + way_out.format(instead=clash.instead, out=clash.names[1], out_of=of(clash.names[1]))


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
