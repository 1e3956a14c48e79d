"""Who is comparable to a cluster: same kind, close size, close theme, same phase, and figures to compare."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from assistant.clusters.directory import Directory
from assistant.clusters.entries import Cluster
from assistant.clusters.maturity import phase_of
from assistant.clusters.names import listed, plural
from assistant.clusters.saying import FRENCH
from assistant.clusters.scoring import rank_value
from assistant.clusters.themes import shared_themes
from assistant.vocabulary import Peer, Phase

_KIND, _SIZE, _THEME, _PHASE, _FIGURES = 0.3, 0.25, 0.25, 0.1, 0.1
_CLOSE = 0.5  # a closeness from which two subjects are as close as they get
_ALIKE = 0.5  # sizes said to be close when the smaller is at least half the larger
_UNKNOWN = 0.3  # what an unknown likeness is worth
_FIELDS = {"membres": "members", "équipe": "team", "budget": "budget", "création": "founded"}
_PHASES = {Phase.STRUCTURATION: "structuration", Phase.DEVELOPPEMENT: "développement"}


@dataclass(frozen=True)
class _Likeness:
    weight: float
    value: float | None
    because: str | None  # said only when it speaks for the peer


def peers(
    directory: Directory, cluster: Cluster, count: int, today: date, without: Collection[str] = ()
) -> tuple[Peer, ...]:
    """The `count` active clusters most comparable to `cluster`, most comparable first, each with its reasons.

    What is unknown neither helps nor harms much. Networks and the ids in `without` are left out.
    """
    candidates = [c for c in directory.active if c.kind != "reseau" and c.id not in {cluster.id, *without}]
    judged = [(_likenesses(directory, cluster, c, today), c) for c in candidates]
    judged.sort(key=lambda pair: (-_worth(pair[0]), pair[1].id))
    return tuple(
        Peer(cluster_id=c.id, name=c.short_name, because=_because(likenesses), sources=c.sources)
        for likenesses, c in judged[:count]
    )


def _worth(likenesses: list[_Likeness]) -> float:
    known = [like for like in likenesses if like.value is not None]
    weight = sum(like.weight for like in known)
    score = sum(like.weight * (like.value or 0.0) for like in known) / weight
    return rank_value(score, weight / sum(like.weight for like in likenesses), _UNKNOWN)


def _because(likenesses: list[_Likeness]) -> str:
    reasons = [like.because for like in likenesses if like.because]
    return f"{' ; '.join(reasons)}." if reasons else "le plus proche de ceux que le répertoire connaît."


def _likenesses(directory: Directory, cluster: Cluster, other: Cluster, today: date) -> list[_Likeness]:
    return [
        _kind(cluster, other),
        _size(cluster, other),
        _theme(directory, cluster, other),
        _phase(directory, cluster, other, today),
        _figures(other),
    ]


def _kind(cluster: Cluster, other: Cluster) -> _Likeness:
    alike = cluster.kind == other.kind
    return _Likeness(_KIND, float(alike), f"même type ({FRENCH.kind(other.kind)})" if alike else None)


def _size(cluster: Cluster, other: Cluster) -> _Likeness:
    mine, theirs = cluster.members, other.members
    if mine is None or theirs is None or not mine.count or not theirs.count:
        return _Likeness(_SIZE, None, None)
    ratio = min(mine.count, theirs.count) / max(mine.count, theirs.count)
    years = [f"{m.count} en {m.year}" if m.year else f"{m.count}, année non vue" for m in (theirs, mine)]
    text = f"taille voisine ({plural(theirs.count, 'membre').split()[-1]} : {years[0]}, contre {years[1]})"
    return _Likeness(_SIZE, ratio, text if ratio >= _ALIKE else None)


def _theme(directory: Directory, cluster: Cluster, other: Cluster) -> _Likeness:
    one, two = directory.subject(cluster), directory.subject(other)
    value = directory.space.closeness(one, two)
    if value is None:
        return _Likeness(_THEME, None, None)
    common = [directory.vocabulary.label(theme) for theme in shared_themes(one, two)][:2]
    text = f"{'thèmes communs' if len(common) > 1 else 'thème commun'} : {listed(common)}"
    return _Likeness(_THEME, min(1.0, value / _CLOSE), text if common else None)


def _phase(directory: Directory, cluster: Cluster, other: Cluster, today: date) -> _Likeness:
    mine, theirs = phase_of(directory, cluster, today)[0], phase_of(directory, other, today)[0]
    if Phase.INCONNUE in (mine, theirs):
        return _Likeness(_PHASE, None, None)
    alike = mine is theirs
    return _Likeness(_PHASE, float(alike), f"même phase ({_PHASES[theirs]})" if alike else None)


def _figures(other: Cluster) -> _Likeness:
    """A peer of which nothing is known would be a column of blanks."""
    known = [name for name, field in _FIELDS.items() if _is_known(getattr(other, field))]
    return _Likeness(_FIGURES, len(known) / len(_FIELDS), f"chiffres connus : {listed(known)}" if known else None)


def _is_known(value: object) -> bool:
    return value is not None and getattr(value, "value", value) is not None
