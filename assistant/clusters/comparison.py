"""Figures side by side: every cell with its year and sources, blanks left blank, mixed years said.

Beside them: who was proposed as a peer, and where each stands to the averages that were published.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from assistant.clusters.directory import Directory, Resolved
from assistant.clusters.entries import Cluster
from assistant.clusters.indicators import ROWS, Asked
from assistant.clusters.names import number
from assistant.clusters.peers import peers as peers_of
from assistant.clusters.saying import Voice
from assistant.errors import InvalidQuestion
from assistant.vocabulary import Average, Cell, Comparison, Indicator, Language, Position

MOST = 8
"""Clusters in one comparison."""
DEFAULT_PEERS = 3
"""Proposed beside a cluster that is alone."""


def compare(
    directory: Directory,
    cluster_ids: Iterable[str],
    indicators: Sequence[str] | None = None,
    today: date | None = None,
    *,
    peers: int = 0,
    averages: Sequence[Average] = (),
    language: Language = "fr",
) -> Comparison:
    """The clusters named, and `peers` more proposed for the first, by the indicators named or all of them.

    A merged cluster is replaced by its successor, one given twice counts once, both with a warning. `averages` are
    the published ones to stand the clusters beside. Raises UnknownCluster, and InvalidQuestion for an unknown
    indicator, no cluster or more than eight.
    """
    resolved = [directory.resolve(name) for name in cluster_ids]
    clusters = list({r.cluster.id: r.cluster for r in resolved}.values())
    names = list(dict.fromkeys(indicators or ROWS))
    _check(clusters, names)
    day, voice = today or date.today(), directory.voice(language)
    warnings = [*_notices(resolved, language), *_twice(resolved, voice)]
    proposed = peers_of(directory, clusters[0], min(peers, MOST - len(clusters)), day, {c.id for c in clusters}, voice)
    if len(proposed) < peers:
        warnings.append(voice.say("fewer_peers", found=len(proposed), asked=peers, most=MOST))
    clusters += [directory.by_id[peer.cluster_id] for peer in proposed]
    rows = [_row(name, [Asked(directory, cluster, day, voice) for cluster in clusters]) for name in names]
    warnings += [w for row in rows if (w := _mixed_years(row, voice))]
    warnings += [voice.say("remark", name=directory.by_id[c.cluster_id].short_name, note=n) for c, n in _remarks(rows)]
    return Comparison(
        clusters=tuple(c.id for c in clusters),
        names={c.id: c.short_name for c in clusters},
        indicators=tuple(rows),
        peers=proposed,
        averages=tuple(_placed(average, rows, directory, voice) for average in averages if average.indicator in names),
        warnings=tuple(warnings),
    )


def _row(name: str, asked: Sequence[Asked]) -> Indicator:
    row = ROWS[name]
    cells = tuple(row.cell(one) for one in asked)
    mixed = row.dated and _are_mixed(cells)
    formula = asked[0].voice.say(f"formula_{name}") if row.computed else None
    return Indicator(name=name, unit=row.unit, cells=cells, mixed_years=mixed, formula=formula)


def _check(clusters: list[Cluster], names: list[str]) -> None:
    unknown = [name for name in names if name not in ROWS]
    if unknown:
        raise _impossible(
            (f"indicateur inconnu : {unknown[0]}", f"unknown indicator: {unknown[0]}"),
            (f"Indicateurs connus : {', '.join(ROWS)}.", f"Known indicators: {', '.join(ROWS)}."),
        )
    if not clusters:
        raise _impossible(
            ("aucun cluster n’est donné", "no cluster is given"),
            ("Nommez un cluster, ou de deux à huit.", "Name one cluster, or two to eight."),
        )
    if len(clusters) > MOST:
        raise _impossible(
            (f"{len(clusters)} clusters sont donnés", f"{len(clusters)} clusters are given"),
            (f"Donnez-en {MOST} au plus.", f"Give {MOST} at most."),
        )


def _impossible(why: tuple[str, str], remedy: tuple[str, str]) -> InvalidQuestion:
    return InvalidQuestion(
        (f"La comparaison est impossible : {why[0]}.", f"Nothing can be compared: {why[1]}."), remedy
    )


def _notices(resolved: Sequence[Resolved], language: Language) -> list[str]:
    return list(dict.fromkeys(notice for r in resolved for notice in r.told(language)))


def _twice(resolved: Sequence[Resolved], voice: Voice) -> list[str]:
    """What is given several times, under one name or several."""
    counts = Counter(r.cluster.id for r in resolved)
    given = {r.cluster.id: r.cluster.short_name for r in resolved if counts[r.cluster.id] > 1}
    return [voice.say("given_twice", name=name, times=counts[key]) for key, name in given.items()]


def _are_mixed(cells: Sequence[Cell]) -> bool:
    known = [cell for cell in cells if cell.value is not None]
    years = {cell.year for cell in known}
    return len(known) > 1 and (len(years) > 1 or None in years)


def _mixed_years(row: Indicator, voice: Voice) -> str | None:
    """A warning when the figures of a row are of several years; a computed one shows its years in its sums."""
    if not row.mixed_years or row.formula:
        return None
    known = [cell for cell in row.cells if cell.value is not None]
    years = sorted({str(cell.year) for cell in known if cell.year})
    undated = any(cell.year is None for cell in known)
    when = voice.say("of_years_and_unseen" if undated else "of_years", years=years)
    return voice.say(
        "mixed_years", when=when if years else voice.say("of_unseen_years"), what=voice.say(f"row_{row.name}")
    )


def _remarks(rows: Sequence[Indicator]) -> list[tuple[Cell, str]]:
    """What a bare number would hide: budgets without an amount, teams counted in other units."""
    return [(cell, cell.note) for row in rows if row.name in ("budget", "equipe") for cell in row.cells if cell.note]


def _placed(average: Average, rows: Sequence[Indicator], directory: Directory, voice: Voice) -> Average:
    """An average with the figure of each cluster out of it; blanks have no place."""
    cells = next(row.cells for row in rows if row.name == average.indicator)
    known = [cell for cell in cells if isinstance(cell.value, float | int)]
    positions = tuple(_position(average, cell, directory, voice) for cell in known)
    return average.model_copy(update={"label": voice.word(average.label), "positions": positions})


def _position(average: Average, cell: Cell, directory: Directory, voice: Voice) -> Position:
    times = round(float(cell.value or 0) / average.value, 2)
    text = voice.say(
        "position",
        name=directory.by_id[cell.cluster_id].short_name,
        when=voice.say("when_year", year=cell.year) if cell.year else voice.say("when_unseen"),
        times=number(times, voice.language),
        since=voice.say("average_published" if average.published else "average_of", year=average.year),
    )
    return Position(cluster_id=cell.cluster_id, times=times, text=text)
