"""Before a call: what to ask, what to offer in return, who can introduce you, what to handle with care."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from assistant.clusters.case import Case
from assistant.clusters.directory import Directory
from assistant.clusters.entries import Cluster
from assistant.clusters.origins import declared_mark
from assistant.clusters.suggestions import examined
from assistant.vocabulary import Caution, CautionKind, Model, PilotProfile, Suggestion

Role = Literal["referent", "partenaire"]

HANDLING: dict[CautionKind, str] = {
    "antagonisme": "En parler d’emblée : que s’est-il passé, qui était là, qu’est-ce qui a changé depuis ?",
    "disparite": "Dire ce que le plus petit apporte, et proposer un premier pas à sa mesure.",
    "concurrence": "Convenir par écrit de ce qui est partagé et de ce que chacun garde, avant tout projet.",
    "renouvellement": "Demander qui suit le sujet aujourd’hui : la relation se refait avec cette personne.",
    "donnee_ancienne": "Ne pas citer ces données : les demander.",
    "fusion": "Demander qui suit aujourd’hui les projets des structures réunies.",
}
AFTER = (
    "Est-ce que cela a été utile ?",
    "Qui d’autre nous conseille-t-on ?",
    "Quelle suite, et pour quand ?",
    "Pouvons-nous dire qui nous l’a dit ?",
)


class Point(Model):
    """One thing to say or ask; `because` is what is known and leads to it, with the addresses of its sources."""

    text: str
    because: str | None = None
    sources: tuple[str, ...] = ()


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
    after: tuple[str, ...] = AFTER
    record: str


def call_sheet(case: Case, suggestion: Suggestion, role: Role, known: Sequence[Point] = ()) -> CallSheet:
    """The sheet of a call to the candidate of a case; `known` are those who already have a tie there."""
    from assistant.drafts.introducers import introducers
    from assistant.drafts.offers import offers
    from assistant.drafts.questions import questions

    candidate = case.candidate
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
        cautions=tuple(_handled(caution) for caution in suggestion.cautions),
        record=f'interpilote carnet add --cluster {candidate.id} --about "…" --useful --whom-else "…" --next "…" '
        "--next-on AAAA-MM-JJ --no-may-say --confidence 3",
    )


def _warnings(case: Case) -> list[str]:
    said, name = case.candidate.open_to_calls, case.candidate.short_name
    if said is None:
        return []
    declared = declared_mark(case.candidate, "open_to_calls")
    if said.until < case.today:
        return [f"{name} acceptait d’être appelé {said.raw}{declared} : c’est passé, demandez si cela tient encore."]
    return [f"{name} accepte d’être appelé {said.raw}{declared}."]


def _handled(caution: Caution) -> Point:
    return Point(text=HANDLING[caution.kind], because=caution.text, sources=caution.sources)


def examined_for_call(
    directory: Directory, profile: PilotProfile, candidate: Cluster, role: Role, need: str | None, today: date
) -> tuple[Case, Suggestion]:
    """The case of a call. Raises UserError when a cluster would call itself."""
    from assistant.errors import UserError

    case, suggestion = examined(directory, profile, candidate, role, need, today=today)
    if candidate.id in case.own_lineage:
        raise UserError(
            (f"{candidate.short_name} est votre propre cluster.", f"{candidate.short_name} is your own cluster."),
            ("Donnez le cluster à appeler, puis le vôtre avec --for.", "Give the cluster to call, yours with --for."),
        )
    return case, suggestion
