"""Who is comparable to a cluster: same kind, close size, close theme, same phase, and figures to compare."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from assistant.clusters.directory import Directory
from assistant.clusters.entries import THEME_FIELDS, Cluster, Members
from assistant.clusters.maturity import phase_of
from assistant.clusters.saying import FRENCH, Voice
from assistant.clusters.scoring import rank_value
from assistant.clusters.themes import shared_themes
from assistant.vocabulary import Peer, Phase

_KIND, _SIZE, _THEME, _PHASE, _FIGURES = 0.3, 0.25, 0.25, 0.1, 0.1
_CLOSE = 0.5  # a closeness from which two subjects are as close as they get
_ALIKE = 0.5  # sizes said to be close when the smaller is at least half the larger
_UNKNOWN = 0.3  # what an unknown likeness is worth
_FIELDS = ("members", "team", "budget", "founded")
_READ = ("kind", *THEME_FIELDS, "labels", *_FIELDS)


@dataclass(frozen=True)
class _Likeness:
    weight: float
    value: float | None
    because: str | None  # said only when it speaks for the peer


def peers(
    directory: Directory,
    cluster: Cluster,
    count: int,
    today: date,
    without: Collection[str] = (),
    voice: Voice = FRENCH,
) -> tuple[Peer, ...]:
    """The `count` active clusters most comparable to `cluster`, most comparable first, each with its reasons.

    What is unknown neither helps nor harms much. Networks and the ids in `without` are left out.
    """
    candidates = [c for c in directory.active if c.kind != "reseau" and c.id not in {cluster.id, *without}]
    judged = [(_likenesses(directory, cluster, c, today, voice), c) for c in candidates]
    judged.sort(key=lambda pair: (-_worth(pair[0]), pair[1].id))
    return tuple(
        Peer(cluster_id=c.id, name=c.short_name, because=_because(likenesses, voice), sources=c.sources_of(*_READ))
        for likenesses, c in judged[:count]
    )


def _worth(likenesses: list[_Likeness]) -> float:
    known = [like for like in likenesses if like.value is not None]
    weight = sum(like.weight for like in known)
    score = sum(like.weight * (like.value or 0.0) for like in known) / weight
    return rank_value(score, weight / sum(like.weight for like in likenesses), _UNKNOWN)


def _because(likenesses: list[_Likeness], voice: Voice) -> str:
    reasons = [like.because for like in likenesses if like.because]
    return f"{voice.joined(reasons)}." if reasons else voice.say("peer_nearest")


def _likenesses(directory: Directory, cluster: Cluster, other: Cluster, today: date, voice: Voice) -> list[_Likeness]:
    return [
        _kind(cluster, other, voice),
        _size(cluster, other, voice),
        _theme(directory, cluster, other, voice),
        _phase(directory, cluster, other, today, voice),
        _figures(other, voice),
    ]


def _kind(cluster: Cluster, other: Cluster, voice: Voice) -> _Likeness:
    alike = cluster.kind == other.kind
    return _Likeness(_KIND, float(alike), voice.say("peer_kind", kind=voice.kind(other.kind)) if alike else None)


def _size(cluster: Cluster, other: Cluster, voice: Voice) -> _Likeness:
    mine, theirs = cluster.members, other.members
    if mine is None or theirs is None or not mine.count or not theirs.count:
        return _Likeness(_SIZE, None, None)
    ratio = min(mine.count, theirs.count) / max(mine.count, theirs.count)
    if ratio < _ALIKE:
        return _Likeness(_SIZE, ratio, None)
    text = voice.say("peer_size", theirs=_counted(theirs, voice), ours=_counted(mine, voice))
    return _Likeness(_SIZE, ratio, text)


def _counted(members: Members, voice: Voice) -> str:
    return voice.say("counted_in" if members.year else "counted_undated", count=members.count, year=members.year)


def _theme(directory: Directory, cluster: Cluster, other: Cluster, voice: Voice) -> _Likeness:
    one, two = directory.subject(cluster), directory.subject(other)
    value = directory.space.closeness(one, two)
    if value is None:
        return _Likeness(_THEME, None, None)
    common = voice.words([directory.vocabulary.label(theme) for theme in shared_themes(one, two)][:2])
    text = voice.say("peer_themes" if len(common) > 1 else "peer_theme", themes=common)
    return _Likeness(_THEME, min(1.0, value / _CLOSE), text if common else None)


def _phase(directory: Directory, cluster: Cluster, other: Cluster, today: date, voice: Voice) -> _Likeness:
    mine, theirs = phase_of(directory, cluster, today)[0], phase_of(directory, other, today)[0]
    if Phase.INCONNUE in (mine, theirs):
        return _Likeness(_PHASE, None, None)
    alike = mine is theirs
    text = voice.say("peer_phase", phase=voice.say(f"phase_{theirs.value}")) if alike else None
    return _Likeness(_PHASE, float(alike), text)


def _figures(other: Cluster, voice: Voice) -> _Likeness:
    """A peer of which nothing is known would be a column of blanks."""
    known = [field for field in _FIELDS if _is_known(getattr(other, field))]
    text = voice.say("peer_figures", figures=[voice.say(f"figure_{field}") for field in known]) if known else None
    return _Likeness(_FIGURES, len(known) / len(_FIELDS), text)


def _is_known(value: object) -> bool:
    return value is not None and getattr(value, "value", value) is not None
