"""Before a call: what to ask, what to offer in return, who can introduce you, what to handle with care."""

from collections.abc import Sequence
from datetime import date

from assistant.clusters.case import Case
from assistant.clusters.directory import Directory
from assistant.clusters.entries import Cluster
from assistant.clusters.origins import declared_mark
from assistant.clusters.suggestions import examined
from assistant.resources import texts
from assistant.vocabulary import Caution, CautionKind, Language, Model, PilotProfile, Role, Said, Suggestion

SHEET: dict[str, Said] = texts("drafts")["sheet"]
HANDLING: dict[CautionKind, Said] = texts("drafts")["handling"]
AFTER: dict[Language, list[str]] = texts("drafts")["after"]


class Point(Model):
    """One thing to say or ask; `because` is what is known and leads to it, with the addresses of its sources.

    `caution` is the kind of what is to be handled with care.
    """

    text: str
    because: str | None = None
    sources: tuple[str, ...] = ()
    caution: CautionKind | None = None


class CallSheet(Model):
    """The sheet of one call. `after` are the questions of the note that follows, `record` the command that keeps it."""

    cluster_id: str
    name: str
    pilot: str
    role: Role
    need: str | None = None
    website: str | None = None
    warnings: tuple[str, ...] = ()
    ask: tuple[Point, ...]
    offer: tuple[Point, ...]
    introducers: tuple[Point, ...]
    cautions: tuple[Point, ...]
    after: tuple[str, ...]
    record: str
    language: Language = "fr"


def call_sheet(case: Case, suggestion: Suggestion, role: Role, known: Sequence[Point] = ()) -> CallSheet:
    """The sheet of a call to the candidate of a case; `known` are those who already have a tie there."""
    from assistant.drafts.introducers import introducers
    from assistant.drafts.offers import offers
    from assistant.drafts.questions import questions

    candidate, voice = case.candidate, case.voice
    return CallSheet(
        cluster_id=candidate.id,
        name=candidate.short_name,
        pilot=case.pilot.name,
        role=role,
        need=case.pilot.need,
        website=candidate.website,
        warnings=tuple(_warnings(case)),
        ask=tuple(questions(case, suggestion, role)),
        offer=tuple(offers(case)),
        introducers=(*known, *introducers(case, suggestion)),
        cautions=tuple(_handled(case, caution) for caution in suggestion.cautions),
        after=tuple(AFTER[voice.language]),
        record=f'interpilote carnet add --cluster {candidate.id} --about "…" --useful --whom-else "…" --next "…" '
        f"--next-on {voice.phrase(SHEET['day_format'])} --no-may-say --confidence 3",
        language=voice.language,
    )


def _warnings(case: Case) -> list[str]:
    said, voice = case.candidate.open_to_calls, case.voice
    if said is None:
        return []
    text = voice.phrase(
        SHEET["open_past" if said.until < case.today else "open"],
        name=case.candidate.short_name,
        raw=said.raw,
        about=said.about,
        until=voice.day(said.until),
        declared=declared_mark(case.candidate, "open_to_calls", voice),
    )
    return [text]


def _handled(case: Case, caution: Caution) -> Point:
    text = case.voice.phrase(HANDLING[caution.kind])
    return Point(text=text, because=caution.text, sources=caution.sources, caution=caution.kind)


def examined_for_call(
    directory: Directory,
    profile: PilotProfile,
    candidate: Cluster,
    role: Role,
    need: str | None,
    today: date,
    language: Language = "fr",
) -> tuple[Case, Suggestion]:
    """The case of a call. Raises UserError when a cluster would call itself."""
    from assistant.errors import UserError

    case, suggestion = examined(directory, profile, candidate, role, need, today=today, language=language)
    if candidate.id in case.own_lineage:
        raise UserError(
            (f"{candidate.short_name} est votre propre cluster.", f"{candidate.short_name} is your own cluster."),
            ("Donnez le cluster à appeler, puis le vôtre avec --for.", "Give the cluster to call, yours with --for."),
        )
    return case, suggestion
