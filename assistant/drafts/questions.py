"""What to ask: from the need, from what the criteria found, from the blanks of the candidate's sheet."""

from collections.abc import Iterator

from assistant.clusters.blanks import is_blank
from assistant.clusters.case import Case
from assistant.clusters.entries import Cluster
from assistant.clusters.maturity import pole_labels, successes
from assistant.clusters.names import listed, plural
from assistant.clusters.origins import declared_mark
from assistant.clusters.partners import parts_of_need
from assistant.clusters.ties import described
from assistant.drafts.call_sheet import Point, Role
from assistant.vocabulary import Suggestion

_MOST, _MOST_BLANKS = 6, 2
_BLANKS = {
    "team": "Combien êtes-vous dans l’équipe, et qui fait quoi ?",
    "members": "Combien avez-vous d’adhérents, et combien d’actifs ?",
    "budget": "Quel est l’ordre de grandeur de votre budget, et d’où vient-il ?",
    "technologies": "Quelles technologies vos adhérents maîtrisent-ils ?",
    "markets": "Quels marchés vos adhérents visent-ils ?",
}
_BLANKS_BY_ROLE = {"referent": ("team", "budget", "members"), "partenaire": ("technologies", "markets", "team")}
_WHOM_ELSE = Point(text="Vers qui d’autre nous conseillez-vous de nous tourner, et pouvez-vous nous présenter ?")


def questions(case: Case, suggestion: Suggestion, role: Role) -> list[Point]:
    """The questions, the most useful first, one at least and the last always « qui d’autre ? »."""
    asked = [*(_to_learn(case) if role == "referent" else _to_build(case, suggestion))][:_MOST]
    blanks = [*_about_blanks(case.candidate, role)][:_MOST_BLANKS]
    return [*asked, *blanks, _WHOM_ELSE]


def _to_learn(case: Case) -> Iterator[Point]:
    """For a référent: method, not theme."""
    candidate, pilot = case.candidate, case.pilot
    if pilot.need:
        yield Point(text=f"Sur « {pilot.need} » : comment avez-vous fait, et que referiez-vous autrement ?")
    for item in successes(candidate, case.today)[:1]:
        yield Point(
            text="Qu’est-ce qui a le plus compté pour obtenir ce résultat ?", because=item.text, sources=item.sources
        )
    helped = [relation for relation in case.relations if case.lineage & set(relation.helpers)]
    for relation in helped[:1]:
        yield Point(
            text="Qu’avez-vous transmis à ce cluster, et qu’est-ce qui lui a servi ?",
            because=_told(case, relation.id),
            sources=relation.sources,
        )
    if candidate.team and candidate.team.value:
        mark = declared_mark(candidate, "team")
        yield _from_field(
            candidate, "Quel a été votre premier recrutement, et le suivant ?", f"équipe : {candidate.team.raw}{mark}"
        )
    if candidate.members:
        year = f" en {candidate.members.year}" if candidate.members.year else ", année non vue"
        known = f"{plural(candidate.members.count, 'membre')}{year}{declared_mark(candidate, 'members')}"
        yield _from_field(candidate, "Comment avez-vous gagné vos adhérents, et comment les gardez-vous ?", known)
    if candidate.founded:
        yield _from_field(
            candidate,
            "Quelles décisions des deux premières années comptent encore aujourd’hui ?",
            f"{candidate.short_name} existe depuis {candidate.founded}",
        )
    yield Point(text="Quel document accepteriez-vous de nous montrer (statuts, budget type, dossier de candidature) ?")


def _to_build(case: Case, suggestion: Suggestion) -> Iterator[Point]:
    """For a partner: the theme, who carries it, what is settled first."""
    judged = {c.name: c for c in suggestion.criteria if c.value is not None}
    need, themes, common = (judged.get(name) for name in ("besoin", "complementarite", "liens_deux_pas"))
    parts = [f"« {part} »" for part in parts_of_need(case.pilot.need or "")[:3]]
    if parts:
        yield Point(
            text=f"Qui, parmi vos adhérents, travaille sur {listed(parts)} et voudrait un projet commun ?",
            because=need.because if need else None,
            sources=need.sources if need else (),
        )
    if themes and (themes.value or 0) >= 0.4:
        yield Point(
            text="Quel cas d’usage pourrions-nous essayer à petite échelle, avec qui de chaque côté ?",
            because=themes.because,
            sources=themes.sources,
        )
    phase = next((c for c in suggestion.criteria if c.name == "structuration_achevee"), None)
    if phase:
        yield Point(
            text="Qui porte les projets chez vous, et votre feuille de route est-elle votée ?",
            because=phase.because,
            sources=phase.sources,
        )
    for relation in [
        r for r in case.relations if case.lineage & set(r.clusters) and r.stage in ("projet", "convention")
    ][:1]:
        yield Point(
            text="Qu’est-ce qui a fait aboutir ce travail commun, et qu’est-ce qui l’a ralenti ?",
            because=_told(case, relation.id),
            sources=relation.sources,
        )
    if common:
        yield Point(
            text="Que retirez-vous de vos échanges avec nos partenaires communs ?",
            because=common.because,
            sources=common.sources,
        )
    for label in pole_labels(case.candidate)[:1]:
        yield Point(
            text="Quand se réunit votre comité de labellisation, et co-labellisez-vous avec d’autres ?",
            because=label.raw,
            sources=label.sources or case.candidate.sources,
        )


def _told(case: Case, relation_id: str) -> str:
    relation = next(r for r in case.directory.relations if r.id == relation_id)
    return described(case, relation)


def _from_field(candidate: Cluster, question: str, known: str) -> Point:
    return Point(text=question, because=known, sources=candidate.sources)


def _about_blanks(candidate: Cluster, role: Role) -> Iterator[Point]:
    for field in _BLANKS_BY_ROLE[role]:
        if is_blank(candidate, field):
            yield Point(text=_BLANKS[field], because=f"le répertoire ne le dit pas pour {candidate.short_name}")
