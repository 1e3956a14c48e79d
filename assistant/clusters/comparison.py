"""Figures side by side: every cell with its year and sources, blanks left blank, mixed years said."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.clusters.directory import Directory
from assistant.clusters.entries import Amount, Cluster
from assistant.clusters.maturity import beside, described_today
from assistant.clusters.names import listed
from assistant.errors import InvalidQuestion
from assistant.vocabulary import Cell, Comparison, Indicator


@dataclass(frozen=True)
class _Row:
    label: str
    unit: str | None
    cell: Callable[[Cluster, date], Cell]
    dated: bool = False  # figures of different years are not strictly comparable


def _cell(cluster: Cluster, value: float | str | None, year: int | None = None, sources: Sequence[str] = ()) -> Cell:
    if value is None:
        return Cell(cluster_id=cluster.id)
    return Cell(cluster_id=cluster.id, value=value, year=year, sources=tuple(sources) or cluster.sources)


def _members(cluster: Cluster, today: date) -> Cell:
    members = cluster.members
    return _cell(cluster, members.count, members.year) if members else _cell(cluster, None)


def _amount(cluster: Cluster, amount: Amount | None) -> Cell:
    return _cell(cluster, amount.value, amount.year) if amount else _cell(cluster, None)


def _age(cluster: Cluster, today: date) -> Cell:
    return _cell(cluster, today.year - cluster.founded, today.year) if cluster.founded else _cell(cluster, None)


def _labels(cluster: Cluster, today: date) -> Cell:
    labels = [label for label in cluster.labels if not label.kind.startswith("evaluation")]
    text = " ; ".join(described_today(label, today) for label in labels)
    return _cell(cluster, text or None, None, list(dict.fromkeys(s for label in labels for s in label.sources)))


def _rating(cluster: Cluster, today: date) -> Cell:
    ratings = [label for label in cluster.labels if label.kind == "evaluation_2012"]
    shown = [f"{r.level}" + beside(r) for r in ratings if r.level]
    return _cell(cluster, " ; ".join(shown) or None, 2012, [s for rating in ratings for s in rating.sources])


ROWS: dict[str, _Row] = {
    "membres": _Row("le nombre de membres", "membres", _members, dated=True),
    "equipe": _Row("l’équipe", "personnes", lambda c, _: _amount(c, c.team), dated=True),
    "budget": _Row("le budget", "EUR/an", lambda c, _: _amount(c, c.budget), dated=True),
    "creation": _Row("l’année de création", "année", lambda c, _: _cell(c, c.founded)),
    "age": _Row("l’âge", "ans", _age),
    "labels": _Row("les labels", None, _labels),
    "region": _Row("la région", None, lambda c, _: _cell(c, ", ".join(c.regions) or None)),
    "evaluation_2012": _Row("l’évaluation nationale de 2012", None, _rating),
}


def compare(
    directory: Directory, cluster_ids: Iterable[str], indicators: Sequence[str] | None = None, today: date | None = None
) -> Comparison:
    """The clusters named, by the indicators named or all of them; a merged one is replaced by its successor.

    Raises UnknownCluster, and InvalidQuestion for an unknown indicator or when no cluster is given.
    """
    resolved = [directory.resolve(name) for name in cluster_ids]
    clusters = list({r.cluster.id: r.cluster for r in resolved}.values())
    names = list(indicators or ROWS)
    _check(clusters, names)
    day = today or date.today()
    rows = [
        Indicator(name=name, unit=ROWS[name].unit, cells=tuple(ROWS[name].cell(cluster, day) for cluster in clusters))
        for name in names
    ]
    notices = dict.fromkeys(r.notice for r in resolved if r.notice)
    warnings = [*notices, *(w for row in rows if (w := _mixed_years(row))), *_wordings(clusters, names)]
    return Comparison(clusters=tuple(c.id for c in clusters), indicators=tuple(rows), warnings=tuple(warnings))


def _check(clusters: list[Cluster], names: list[str]) -> None:
    unknown = [name for name in names if name not in ROWS]
    if unknown or not clusters:
        what = f"indicateur inconnu : {unknown[0]}" if unknown else "aucun cluster n’est donné"
        what_en = f"unknown indicator: {unknown[0]}" if unknown else "no cluster is given"
        raise InvalidQuestion(
            (f"La comparaison est impossible : {what}.", f"Nothing can be compared: {what_en}."),
            (f"Indicateurs connus : {', '.join(ROWS)}.", f"Known indicators: {', '.join(ROWS)}."),
        )


def _mixed_years(row: Indicator) -> str | None:
    """A warning when the figures of a row are of several years, or of years nobody has seen."""
    if not ROWS[row.name].dated:
        return None
    known = [cell for cell in row.cells if cell.value is not None]
    years = sorted({str(cell.year) for cell in known if cell.year})
    if len(known) < 2 or (len(years) == 1 and all(cell.year for cell in known)):
        return None
    undated = " et sans année vue" if any(cell.year is None for cell in known) else ""
    when = f"de {listed(years)}{undated}" if years else "sans année vue"
    return f"Chiffres {when} pour {ROWS[row.name].label} : la comparaison n’est pas à date égale."


def _wordings(clusters: list[Cluster], names: list[str]) -> list[str]:
    """What a bare number would hide: budgets without an amount, teams counted in other units."""
    warnings = []
    for cluster in clusters:
        if "budget" in names and cluster.budget and cluster.budget.value is None:
            warnings.append(f"{cluster.short_name}, budget annuel non vu ; seul relevé : {cluster.budget.raw}.")
        if "equipe" in names and cluster.team and cluster.team.unit in ("ETP", "ingénieurs"):
            warnings.append(f"{cluster.short_name}, équipe relevée ainsi : {cluster.team.raw}.")
    return warnings
