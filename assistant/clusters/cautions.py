"""What to know before calling: failures and antagonisms through mergers, rivalry, gaps in size, ageing data.

A judgement on a named cluster always says who made it and when.
"""

from collections.abc import Iterable
from datetime import date

from assistant.clusters.case import Case, Pilot
from assistant.clusters.directory import Directory
from assistant.clusters.entries import THEME_FIELDS, Cluster, Relation
from assistant.clusters.judgements import attributed, grade_named
from assistant.clusters.maturity import described_today, has_lapsed
from assistant.clusters.origins import reply_sentence
from assistant.clusters.profile import profile_of
from assistant.clusters.saying import FRENCH, Voice
from assistant.vocabulary import OLD_AFTER_YEARS, Caution, CautionKind, Language

_GAP = 3.0  # one side three times larger than the other
_RECENT_MERGER_YEARS = 3
_FAILED: dict[str, CautionKind] = {"abandon": "antagonisme", "absence": "disparite"}


def cautions(case: Case) -> tuple[Caution, ...]:
    """Every caution about the candidate, gravest first."""
    found = antagonisms(case.directory, case.own_lineage, case.lineage, case.relations, case.voice)
    found += [single for single in (rivalry(case), disparity(case), recent_merger(case)) if single]
    return (*(_with_replies(c, case) for c in (*found, *turnover(case))), *ageing_data(case))


def _with_replies(caution: Caution, case: Case) -> Caution:
    """The caution with what the candidate answers, when it is a judgement that somebody made."""
    candidate = case.candidate
    if caution.kind not in ("antagonisme", "disparite", "renouvellement") or not candidate.replies:
        return caution
    said = " ".join(reply_sentence(candidate, reply, case.voice) for reply in candidate.replies)
    return caution.model_copy(update={"text": f"{caution.text} {said}"})


def antagonisms(
    directory: Directory,
    one: frozenset[str],
    other: frozenset[str],
    relations: Iterable[Relation],
    voice: Voice = FRENCH,
) -> list[Caution]:
    """Documented failures between two lineages, with the merger that hides one of the names."""
    found: list[Caution] = []
    if one == other:
        return found
    for relation in relations:
        if relation.stage not in _FAILED or one.isdisjoint(relation.clusters) or other.isdisjoint(relation.clusters):
            continue
        mine, theirs = one.intersection(relation.clusters), other.intersection(relation.clusters)
        text = voice.say(
            "failure",
            names=[directory.by_id[i].short_name for i in relation.clusters],
            topic=voice.word(relation.topic),
            when=f" ({relation.year})" if relation.year else "",
            by=voice.attribution(attributed(relation.sources, directory.grades)),
        )
        merged = [c for i in sorted(mine | theirs) if (c := directory.by_id[i]).merged_into]
        text = " ".join([text, *(_merger(directory, cluster, voice) for cluster in merged)])
        sources = [*relation.sources, *(s for cluster in merged for s in directory.merger_sources(cluster))]
        found.append(Caution(kind=_FAILED[relation.stage], text=text, sources=tuple(dict.fromkeys(sources))))
    return found


def failures_between(directory: Directory, one: Cluster, other: Cluster, voice: Voice) -> list[Caution]:
    """Documented failures between two clusters, mergers followed."""
    lineages = directory.lineage(one.id), directory.lineage(other.id)
    return antagonisms(directory, *lineages, directory.relations, voice)


def _merger(directory: Directory, cluster: Cluster, voice: Voice) -> str:
    into, year = directory.successor(cluster.id), directory.merger_year(cluster)
    when = voice.say("in_year", year=year) if year else ""
    return voice.say("merger", into=into.short_name, name=cluster.short_name, when=when)


def rivalry(case: Case) -> Caution | None:
    """Same theme: members and calls in common; same region besides: funders too."""
    return _coopetition(case, "rivals", case.candidate.sources_of(*THEME_FIELDS))


def rivalry_between(
    directory: Directory, one: Cluster, other: Cluster, day: date, language: Language = "fr"
) -> Caution | None:
    """Coopetition between two clusters that a third party brings together: what they would have to share."""
    pilot = Pilot(profile_of(directory, one, day)[0], one, directory.subject(one), None, language)
    case = Case(directory, pilot, other, directory.relations, day)
    return _coopetition(
        case, "rivals_between", tuple(dict.fromkeys([*one.sources_of(*THEME_FIELDS), *other.sources_of(*THEME_FIELDS)]))
    )


def _coopetition(case: Case, key: str, sources: tuple[str, ...]) -> Caution | None:
    if not case.same_theme:
        return None
    say = case.voice.say
    text = say(
        key,
        pilot=case.pilot.name,
        name=case.candidate.short_name,
        themes=[case.label(theme) for theme in case.same_theme[:2]],
        where=say("rivals_where", regions=case.shared_regions) if case.shared_regions else "",
        what=say(f"{key}_share_{'region' if case.shared_regions else 'theme'}"),
    )
    return Caution(kind="concurrence", text=text, sources=sources)


def disparity(case: Case) -> Caution | None:
    """One side at least three times larger; and what the smaller brings."""
    profile, candidate, voice = case.pilot.profile, case.candidate, case.voice
    if not profile.members or not candidate.members or not candidate.members.count:
        return None
    ours, theirs = profile.members, candidate.members.count
    if max(ours, theirs) < _GAP * min(ours, theirs):
        return None
    smaller = candidate.short_name if theirs < ours else case.pilot.name
    brings = candidate.markets or candidate.sectors if theirs < ours else profile.markets or profile.sectors
    text = voice.say(
        "gap",
        name=candidate.short_name,
        kind=voice.kind(candidate.kind),
        theirs=voice.members(candidate.members),
        pilot=case.pilot.name,
        ours=case.own_members,
        brought=voice.say("smaller_brings", who=smaller, brings=voice.words(brings[:3])) if brings else "",
    )
    return Caution(kind="disparite", text=text, sources=candidate.sources_of("members", "kind"))


def recent_merger(case: Case) -> Caution | None:
    """The candidate took somebody over in the last three years: the right person may have changed."""
    recent = [
        (year, cluster)
        for cluster in case.directory.predecessors(case.candidate)
        if (year := case.directory.merger_year(cluster)) and case.today.year - year <= _RECENT_MERGER_YEARS
    ]
    if not recent:
        return None
    names = [cluster.short_name for _, cluster in recent]
    years = sorted({str(year) for year, _ in recent})
    text = case.voice.say("recent_merger", name=case.candidate.short_name, names=names, years=years)
    sources = tuple(dict.fromkeys(s for _, cluster in recent for s in case.directory.merger_sources(cluster)))
    return Caution(kind="fusion", text=text, sources=sources)


def turnover(case: Case) -> list[Caution]:
    """Changes of team that somebody reported, for the candidate or those it took over."""
    voice = case.voice
    return [
        Caution(
            kind="renouvellement",
            text=voice.say(
                "turnover",
                name=entry.short_name,
                today="" if entry is case.candidate else voice.say("today", name=case.candidate.short_name),
                text=voice.word(change.text),
                author=change.author,
                year=change.year,
                grade=voice.attribution(grade_named(change.sources, case.directory.grades)),
            ),
            sources=change.sources,
        )
        for entry in (case.candidate, *case.directory.predecessors(case.candidate))
        for change in entry.turnover
    ]


def ageing_data(case: Case) -> list[Caution]:
    """A lapsed label of pôle, figures older than five years, an activity nobody has checked."""
    candidate, year, voice, texts = case.candidate, case.today.year, case.voice, []
    poles = [label for label in candidate.labels if label.kind == "pole" and label.valid_until]
    if poles and all(has_lapsed(label, case.today) for label in poles):
        texts.append(described_today(max(poles, key=lambda label: str(label.valid_until)), case.today, voice))
    if candidate.members and candidate.members.year and year - candidate.members.year > OLD_AFTER_YEARS:
        texts.append(voice.say("old_members", year=candidate.members.year))
    if candidate.status == "non_verifie":
        texts.append(voice.say("unverified"))
    if not texts:
        return []
    text = voice.say("said_of", name=candidate.short_name, what=voice.joined(texts))
    return [Caution(kind="donnee_ancienne", text=text, sources=candidate.sources_of("members", "labels"))]
