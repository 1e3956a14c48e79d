"""The rows of a comparison: for a cluster, its figure with year and sources, or a blank."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.clusters.case import first_year
from assistant.clusters.directory import Directory
from assistant.clusters.entries import Amount, Cluster
from assistant.clusters.fields import Field
from assistant.clusters.maturity import beside, described_today, joint_projects
from assistant.clusters.saying import Voice
from assistant.vocabulary import ANNUAL_EUROS, Cell

_OTHER_UNITS = ("ETP", "ingénieurs")  # a team counted otherwise than in persons
_STAGES = (("project", "projet"), ("convention", "convention"))


@dataclass(frozen=True)
class Row:
    """An indicator: its unit, its cell; `computed` when a formula is shown for it.

    `dated`: figures of different years are not strictly comparable.
    """

    unit: str | None
    cell: Callable[["Asked"], Cell]
    dated: bool = False
    computed: bool = False


@dataclass(frozen=True)
class Asked:
    """Whose figure is asked for, on which day, in which language."""

    directory: Directory
    cluster: Cluster
    today: date
    voice: Voice


def _cell(
    asked: Asked,
    field: str,
    value: float | str | None,
    year: int | None = None,
    sources: Sequence[str] = (),
    note: str | None = None,
    formula: str | None = None,
) -> Cell:
    """A cell; its sources are those given, else those of the field, else those of the whole entry."""
    if value is None:
        return Cell(cluster_id=asked.cluster.id, note=note)
    found = tuple(dict.fromkeys(sources)) or _sources(asked, field)
    return Cell(cluster_id=asked.cluster.id, value=value, year=year, sources=found, note=note, formula=formula)


def _sources(asked: Asked, field: str) -> tuple[str, ...]:
    cluster, voice = asked.cluster, asked.voice
    origin = cluster.origins.get(field)
    if origin is None:
        return cluster.sources
    if origin.declared_on:
        return (voice.say("declared_by", name=cluster.short_name, day=voice.day(origin.declared_on)),)
    return cluster.sources_of(field)


def _members(asked: Asked) -> Cell:
    members = asked.cluster.members
    return _cell(asked, "members", members.count if members else None, members.year if members else None)


def _team(asked: Asked) -> Cell:
    team, voice = asked.cluster.team, asked.voice
    hides = team is not None and (team.value is None or team.unit in _OTHER_UNITS)
    note = voice.say("team_noted", raw=voice.word(team.raw)) if team and hides else None
    return _amount(asked, "team", team, note)


def _budget(asked: Asked) -> Cell:
    budget, voice = asked.cluster.budget, asked.voice
    note = voice.say("budget_noted", raw=voice.word(budget.raw)) if budget and budget.value is None else None
    return _amount(asked, "budget", budget, note)


def _amount(asked: Asked, field: str, amount: Amount | None, note: str | None) -> Cell:
    if amount is None:
        return _cell(asked, field, None)
    return _cell(asked, field, amount.value, amount.year, note=note)


def _private_share(asked: Asked) -> Cell:
    share, voice = asked.cluster.private_share, asked.voice
    if share is None:
        return _cell(asked, "private_share", None)
    noted = voice.say("noted", raw=voice.word(share.raw))
    formula = voice.word(share.formula) if share.formula else None
    return _cell(asked, "private_share", share.percent, share.year, note=noted, formula=formula)


def _founded(asked: Asked) -> Cell:
    return _cell(asked, "founded", asked.cluster.founded)


def _age(asked: Asked) -> Cell:
    founded, now = asked.cluster.founded, asked.today.year
    if founded is None:
        return _cell(asked, "founded", None)
    cell = _cell(asked, "founded", now - founded, now)
    oldest = first_year(asked.directory.predecessors(asked.cluster))
    since = asked.voice.say("merged_since", oldest=oldest) if oldest and oldest < founded else ""
    return cell.model_copy(update={"formula": f"{now} − {founded}{since}"})


def _members_a_person(asked: Asked) -> Cell:
    members, team, say = asked.cluster.members, asked.cluster.team, asked.voice.say
    if members is None or team is None or not team.value:
        return _cell(asked, "members", None)
    years = {members.year, team.year}
    value = round(members.count / team.value, 1)
    sources = [*_sources(asked, "members"), *_sources(asked, "team")]
    when = [str(year) if year else say("year_unseen") for year in (members.year, team.year)]
    shown = say("quotient", members=members.count, of_members=when[0], team=team.value, of_team=when[1])
    return _cell(asked, "members", value, members.year if len(years) == 1 else None, sources, formula=shown)


def _labels(asked: Asked) -> Cell:
    labels = [label for label in asked.cluster.labels if not label.kind.startswith("evaluation")]
    text = asked.voice.joined([described_today(label, asked.today, asked.voice) for label in labels])
    year = max((label.year for label in labels if label.year), default=None)
    return _cell(asked, "labels", text or None, year, [s for label in labels for s in label.sources])


def _projects(asked: Asked) -> Cell:
    projects, voice = asked.cluster.projects, asked.voice
    if projects is None:
        return _cell(asked, "projects", None)
    noted = voice.say("noted", raw=voice.word(projects.raw))
    return _cell(asked, "projects", projects.count, projects.year, note=noted)


def _joint_projects(asked: Asked) -> Cell:
    """The documented joint projects with other clusters; none documented is a blank, not a nought."""
    directory, voice = asked.directory, asked.voice
    found = joint_projects(directory, asked.cluster.id, directory.relations)
    if not found:
        return _cell(asked, "relations", None)
    last = max((r.year for r in found if r.year), default=None)
    told = voice.joined([f"{voice.word(r.topic)} ({r.year or voice.say('year_unseen')})" for r in found])
    counts = {f"{stage}s_counted": sum(r.stage == of for r in found) for stage, of in _STAGES}
    sums = " + ".join(voice.say(key, count=count) for key, count in counts.items() if count)
    return _cell(asked, "relations", len(found), last, [s for r in found for s in r.sources], told, sums)


def _region(asked: Asked) -> Cell:
    return _cell(asked, "regions", ", ".join(asked.cluster.regions) or None)


def _rating(asked: Asked) -> Cell:
    voice = asked.voice
    ratings = [label for label in asked.cluster.labels if label.kind == "evaluation_2012"]
    shown = [voice.word(r.level) + beside(r, voice) for r in ratings if r.level]
    return _cell(asked, "labels", voice.joined(shown) or None, 2012, [s for r in ratings for s in r.sources])


# How an indicator and its formula are called is in texts/comparisons.yaml.
ROWS: dict[str, Row] = {
    "membres": Row("membres", _members, dated=True),
    "equipe": Row("personnes", _team, dated=True),
    "budget": Row(ANNUAL_EUROS, _budget, dated=True),
    "part_privee": Row("%", _private_share, dated=True),
    "creation": Row("année", _founded),
    "age": Row("ans", _age, computed=True),
    "membres_par_personne": Row("membres", _members_a_person, dated=True, computed=True),
    "labels": Row(None, _labels),
    "projets": Row("projets", _projects, dated=True),
    "projets_communs": Row("projets", _joint_projects, computed=True),
    "region": Row(None, _region),
    "evaluation_2012": Row(None, _rating),
}

ROWS_OF: dict[Field, tuple[str, ...]] = {
    Field.MEMBRES: ("membres",),
    Field.EQUIPE: ("equipe",),
    Field.BUDGET: ("budget",),
    Field.CREATION: ("creation", "age"),
    Field.LABELS: ("labels",),
    Field.PROJETS: ("projets",),
    Field.REGION: ("region",),
    Field.EVALUATION: ("evaluation_2012",),
}
"""The rows that tell a field of the entries."""
