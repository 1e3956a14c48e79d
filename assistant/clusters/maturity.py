"""What labels, ratings and projects say of a cluster: recognised success, dated, and the phase it is in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from assistant.clusters.directory import Directory
from assistant.clusters.entries import Cluster, Label, Relation
from assistant.clusters.saying import FRENCH, Voice
from assistant.vocabulary import Phase

# An excellence label is granted for two years, then three: without a known end it lapses at the latest after three.
LONGEST_ESCA_LABEL = 3
HALF_LIFE_YEARS = 8.0  # a rating says half as much after eight years
YOUNG_YEARS = 3
_RATINGS = {"très performant": 1.0, "performant": 0.7, "moins performant": 0.25}
_ESCA = {"gold": 0.95, "silver": 0.75, "bronze": 0.6}
_POLE_HELD = 0.75
_GRAPPE = 0.6  # chosen by the State among applicants (126 of 298 in 2010 and 2011), never rated since
JOINT_PROJECT = frozenset({"projet", "convention"})


def end_of(label: Label) -> date | None:
    """The known end of a label; for an excellence label without one, the latest it can have lasted."""
    if label.valid_until is None and label.kind in _ESCA and label.year is not None:
        return date(label.year + LONGEST_ESCA_LABEL, 12, 31)
    return label.valid_until


def has_lapsed(label: Label, today: date) -> bool:
    """True when the label is past its end."""
    end = end_of(label)
    return end is not None and end < today


def described(label: Label, voice: Voice = FRENCH) -> str:
    """The label with its dates, in words that stay true: « label ESCA or (Gold), obtenu en 2014 »."""
    text, said = voice.word(label.name), {"name": voice.word(label.name), "year": label.year}
    if label.kind in ("evaluation_2012", "evaluation_2008"):
        said["level"] = voice.word(label.level or "")
        text = voice.say("rated" if label.level else "examined", **said)
    elif label.kind in ("pole", "grappe", "gold", "silver", "bronze", "autre") and label.year:
        text = voice.say("certified_in" if label.kind == "autre" else "obtained_in", **said)
    if label.valid_until and (label.kind == "pole" or label.kind in _ESCA):
        text += voice.say("valid_until", day=voice.day(label.valid_until))
    return text + beside(label, voice)


def beside(label: Label, voice: Voice = FRENCH) -> str:
    """In brackets: the name of the time, and who says what is not to its credit."""
    notes = [voice.say("under_name", name=label.under_name)] if label.under_name else []
    notes += [voice.say("said_by", by=voice.attribution(label.said_by))] if label.said_by else []
    return f" ({voice.joined(notes)})" if notes else ""


def described_today(label: Label, today: date, voice: Voice = FRENCH) -> str:
    """The same, said lapsed when it has."""
    text = described(label, voice)
    if not has_lapsed(label, today):
        return text
    if label.valid_until is None:
        return text + voice.say("lapsed_by_rule")
    without_end = described(label.model_copy(update={"valid_until": None}), voice)
    return voice.say("said_of", name=without_end, what=lapsed(label.valid_until, voice)).rstrip(".")


def lapsed(end: date, voice: Voice = FRENCH) -> str:
    """How a label past its end reads: what came next is unknown to us, which is not the same as lost."""
    whole_year = (end.month, end.day) == (12, 31)
    return voice.say("held_until_end_of" if whole_year else "held_until", year=end.year, day=voice.day(end))


@dataclass(frozen=True)
class Evidence:
    """One dated sign of success: its value in [0, 1], how much it still says, in words, and from where."""

    value: float
    weight: float
    text: str
    sources: tuple[str, ...]


def _evidence(label: Label, cluster: Cluster, today: date, voice: Voice) -> Evidence | None:
    sources = label.sources or cluster.sources
    if label.kind == "evaluation_2012" and label.level in _RATINGS:
        value, since = _RATINGS[label.level], label.year or 2012
    elif label.kind in _ESCA:
        value, since = _ESCA[label.kind], (end_of(label) or date(today.year - 10, 1, 1)).year
    elif label.kind == "pole" and label.valid_until is not None:
        value, since = _POLE_HELD, label.valid_until.year
    elif label.kind == "grappe" and label.year is not None:
        value, since = _GRAPPE, label.year
    else:
        return None
    weight = 0.5 ** (max(0, today.year - since) / HALF_LIFE_YEARS)
    return Evidence(value, weight, described_today(label, today, voice), sources)


def successes(cluster: Cluster, today: date, voice: Voice = FRENCH) -> list[Evidence]:
    """The dated signs of success of a cluster, those that still say most first."""
    found = [evidence for label in cluster.labels if (evidence := _evidence(label, cluster, today, voice))]
    return sorted(found, key=lambda evidence: -evidence.weight)


def success(evidence: Iterable[Evidence]) -> float | None:
    """The weighted mean of the evidence, pulled towards one half as it ages; null without any.

    A prior of one half with weight one half stands for what nobody has rated: mean = (Σ w·v + 1/4) / (Σ w + 1/2).
    """
    listed = list(evidence)
    if not listed:
        return None
    total = sum(e.weight for e in listed)
    return (sum(e.weight * e.value for e in listed) + 0.25) / (total + 0.5)


def pole_labels(cluster: Cluster) -> list[Label]:
    """The labels of pôle de compétitivité the cluster was granted."""
    return [label for label in cluster.labels if label.kind == "pole"]


def joint_projects(directory: Directory, cluster_id: str, relations: Iterable[Relation]) -> list[Relation]:
    """The documented joint projects and conventions of a cluster or of those it took over."""
    lineage = directory.lineage(cluster_id)
    return [r for r in relations if r.stage in JOINT_PROJECT and lineage & set(r.clusters)]


def _telling_today(label: Label, today: date) -> tuple[bool, bool, int]:
    """How much a label says of today: one that is held, then one of pôle, then the last obtained."""
    end = end_of(label)
    return end is not None and end >= today, label.kind == "pole", label.year or 0


class FoundPhase(NamedTuple):
    """A phase, why, and what that rests on."""

    phase: Phase
    because: str
    sources: tuple[str, ...] = ()


def phase_of(
    directory: Directory,
    cluster: Cluster,
    today: date,
    relations: Iterable[Relation] | None = None,
    voice: Voice = FRENCH,
) -> FoundPhase:
    """The phase the directory supports. The published rule, in this order:

    1. a label of pôle held, or a national rating or an excellence label obtained: développement;
    2. a documented joint project or convention: développement;
    3. nothing of the kind, and founded less than three years ago: structuration;
    4. otherwise unknown: neither age nor size says that structuring is over.
    """
    name, say = cluster.short_name, voice.say
    past = [label for label in cluster.labels if label.kind in ("pole", "evaluation_2012", "gold", "silver")]
    if past:
        label = max(past, key=lambda label: _telling_today(label, today))
        because = say("past_by_label", name=name, label=described(label, voice))
        return FoundPhase(Phase.DEVELOPPEMENT, because, label.sources or cluster.sources)
    projects = joint_projects(directory, cluster.id, directory.relations if relations is None else relations)
    if projects:
        last = max(projects, key=lambda relation: relation.year or 0)
        when = f" ({last.year})" if last.year else ""
        because = say(f"past_by_{last.stage}", name=name, when=when, topic=voice.word(last.topic))
        return FoundPhase(Phase.DEVELOPPEMENT, because, last.sources)
    if cluster.founded is not None and today.year - cluster.founded < YOUNG_YEARS:
        because = say("young", name=name, founded=cluster.founded)
        return FoundPhase(Phase.STRUCTURATION, because, cluster.sources_of("founded"))
    return FoundPhase(Phase.INCONNUE, say("phase_unknown", name=name))
