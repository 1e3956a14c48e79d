"""The rows of a comparison: for a cluster, its figure with year and sources, or a blank."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.clusters.directory import Directory
from assistant.clusters.entries import Amount, Cluster
from assistant.clusters.maturity import JOINT_PROJECT, beside, described_today
from assistant.clusters.names import plural
from assistant.clusters.saying import french_date
from assistant.vocabulary import Cell

_OTHER_UNITS = ("ETP", "ingénieurs")  # a team counted otherwise than in persons


@dataclass(frozen=True)
class Row:
    """An indicator: how it is called in a sentence, its unit, its cell; `formula` when it is computed.

    `dated`: figures of different years are not strictly comparable.
    """

    label: str
    unit: str | None
    cell: Callable[[Directory, Cluster, date], Cell]
    dated: bool = False
    formula: str | None = None


def _cell(
    cluster: Cluster,
    field: str,
    value: float | str | None,
    year: int | None = None,
    sources: Sequence[str] = (),
    note: str | None = None,
) -> Cell:
    """A cell; its sources are those given, else those of the field, else those of the whole entry."""
    if value is None:
        return Cell(cluster_id=cluster.id, note=note)
    found = tuple(dict.fromkeys(sources)) or _sources(cluster, field)
    return Cell(cluster_id=cluster.id, value=value, year=year, sources=found, note=note)


def _sources(cluster: Cluster, field: str) -> tuple[str, ...]:
    origin = cluster.origins.get(field)
    if origin is None:
        return cluster.sources
    if origin.declared_on:
        return (f"déclaré par {cluster.short_name} le {french_date(origin.declared_on)}",)
    return (*origin.sources, *origin.facts) or cluster.sources


def _members(directory: Directory, cluster: Cluster, today: date) -> Cell:
    members = cluster.members
    return _cell(cluster, "members", members.count if members else None, members.year if members else None)


def _team(directory: Directory, cluster: Cluster, today: date) -> Cell:
    team = cluster.team
    note = f"équipe relevée ainsi : {team.raw}" if team and (team.value is None or team.unit in _OTHER_UNITS) else None
    return _amount(cluster, "team", team, note)


def _budget(directory: Directory, cluster: Cluster, today: date) -> Cell:
    budget = cluster.budget
    note = f"budget annuel non vu ; seul relevé : {budget.raw}" if budget and budget.value is None else None
    return _amount(cluster, "budget", budget, note)


def _amount(cluster: Cluster, field: str, amount: Amount | None, note: str | None) -> Cell:
    if amount is None:
        return _cell(cluster, field, None)
    return _cell(cluster, field, amount.value, amount.year, note=note)


def _private_share(directory: Directory, cluster: Cluster, today: date) -> Cell:
    share = cluster.private_share
    if share is None:
        return _cell(cluster, "private_share", None)
    cell = _cell(cluster, "private_share", share.percent, share.year, note=f"relevé ainsi : {share.raw}")
    return cell.model_copy(update={"formula": share.formula})


def _age(directory: Directory, cluster: Cluster, today: date) -> Cell:
    if cluster.founded is None:
        return _cell(cluster, "founded", None)
    cell = _cell(cluster, "founded", today.year - cluster.founded, today.year)
    return cell.model_copy(update={"formula": f"{today.year} − {cluster.founded}"})


def _members_a_person(directory: Directory, cluster: Cluster, today: date) -> Cell:
    members, team = cluster.members, cluster.team
    if members is None or team is None or not team.value:
        return _cell(cluster, "members", None)
    years = {members.year, team.year}
    value = round(members.count / team.value, 1)
    sources = [*_sources(cluster, "members"), *_sources(cluster, "team")]
    cell = _cell(cluster, "members", value, members.year if len(years) == 1 else None, sources)
    when = [str(year) if year else "année non vue" for year in (members.year, team.year)]
    shown = f"{plural(members.count, 'membre')} ({when[0]}) ÷ {plural(team.value, 'personne')} ({when[1]})"
    return cell.model_copy(update={"formula": shown})


def _labels(directory: Directory, cluster: Cluster, today: date) -> Cell:
    labels = [label for label in cluster.labels if not label.kind.startswith("evaluation")]
    text = " ; ".join(described_today(label, today) for label in labels)
    year = max((label.year for label in labels if label.year), default=None)
    return _cell(cluster, "labels", text or None, year, [s for label in labels for s in label.sources])


def _projects(directory: Directory, cluster: Cluster, today: date) -> Cell:
    projects = cluster.projects
    if projects is None:
        return _cell(cluster, "projects", None)
    return _cell(cluster, "projects", projects.count, projects.year, note=f"relevé ainsi : {projects.raw}")


def _joint_projects(directory: Directory, cluster: Cluster, today: date) -> Cell:
    """The documented joint projects with other clusters; none documented is a blank, not a nought."""
    lineage = directory.lineage(cluster.id)
    found = [r for r in directory.relations if r.stage in JOINT_PROJECT and lineage & set(r.clusters)]
    if not found:
        return _cell(cluster, "relations", None)
    last = max((r.year for r in found if r.year), default=None)
    told = " ; ".join(f"{r.topic} ({r.year or 'année non vue'})" for r in found)
    cell = _cell(cluster, "relations", len(found), last, [s for r in found for s in r.sources], told)
    counts = [
        (sum(r.stage == stage for r in found), word)
        for stage, word in (("projet", "projet"), ("convention", "convention"))
    ]
    return cell.model_copy(update={"formula": " + ".join(plural(count, word) for count, word in counts if count)})


def _rating(directory: Directory, cluster: Cluster, today: date) -> Cell:
    ratings = [label for label in cluster.labels if label.kind == "evaluation_2012"]
    shown = [f"{r.level}" + beside(r) for r in ratings if r.level]
    return _cell(cluster, "labels", " ; ".join(shown) or None, 2012, [s for r in ratings for s in r.sources])


ROWS: dict[str, Row] = {
    "membres": Row("le nombre de membres", "membres", _members, dated=True),
    "equipe": Row("l’équipe", "personnes", _team, dated=True),
    "budget": Row("le budget", "EUR/an", _budget, dated=True),
    "part_privee": Row("la part privée du budget", "%", _private_share, dated=True),
    "creation": Row("l’année de création", "année", lambda _, c, __: _cell(c, "founded", c.founded)),
    "age": Row("l’âge", "ans", _age, formula="année en cours − année de création"),
    "membres_par_personne": Row(
        "le nombre de membres par personne de l’équipe",
        "membres",
        _members_a_person,
        dated=True,
        formula="membres ÷ équipe, chacun à son année",
    ),
    "labels": Row("les labels", None, _labels),
    "projets": Row("les projets annoncés", "projets", _projects, dated=True),
    "projets_communs": Row(
        "les projets et conventions avec d’autres clusters",
        "projets",
        _joint_projects,
        formula="projets et conventions documentés dans le répertoire, fusions suivies ; l’année est celle du dernier",
    ),
    "region": Row("la région", None, lambda _, c, __: _cell(c, "regions", ", ".join(c.regions) or None)),
    "evaluation_2012": Row("l’évaluation nationale de 2012", None, _rating),
}
