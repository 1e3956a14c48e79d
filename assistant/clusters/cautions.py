"""What to know before calling: failures and antagonisms through mergers, rivalry, gaps in size, ageing data.

A judgement on a named cluster always says who made it and when.
"""

from collections.abc import Iterable
from datetime import date

from assistant.clusters.case import Case, Pilot, kind_name
from assistant.clusters.directory import Directory
from assistant.clusters.entries import Cluster, Relation
from assistant.clusters.judgements import attributed, grade_named
from assistant.clusters.maturity import described_today, has_lapsed
from assistant.clusters.names import listed, plural
from assistant.clusters.origins import reply_sentence
from assistant.clusters.profile import profile_of
from assistant.vocabulary import Caution, CautionKind

_GAP = 3.0  # one side three times larger than the other
_OLD_YEARS = 5
_RECENT_MERGER_YEARS = 3
_FAILED: dict[str, CautionKind] = {"abandon": "antagonisme", "absence": "disparite"}


def cautions(case: Case) -> tuple[Caution, ...]:
    """Every caution about the candidate, gravest first."""
    found: list[Caution] = [*antagonisms(case.directory, case.own_lineage, case.lineage, case.relations)]
    for single in (rivalry(case), disparity(case), recent_merger(case)):
        if single:
            found.append(single)
    return (*(_with_replies(c, case.candidate) for c in (*found, *turnover(case))), *ageing_data(case))


def _with_replies(caution: Caution, candidate: Cluster) -> Caution:
    """The caution with what the candidate answers, when it is a judgement that somebody made."""
    if caution.kind not in ("antagonisme", "disparite", "renouvellement") or not candidate.replies:
        return caution
    said = " ".join(reply_sentence(candidate, reply) for reply in candidate.replies)
    return caution.model_copy(update={"text": f"{caution.text} {said}"})


def antagonisms(
    directory: Directory, one: frozenset[str], other: frozenset[str], relations: Iterable[Relation]
) -> list[Caution]:
    """Documented failures between two lineages, with the merger that hides one of the names."""
    found: list[Caution] = []
    if one == other:
        return found
    for relation in relations:
        if relation.stage not in _FAILED or one.isdisjoint(relation.clusters) or other.isdisjoint(relation.clusters):
            continue
        mine, theirs = one.intersection(relation.clusters), other.intersection(relation.clusters)
        parties = [directory.by_id[i] for i in relation.clusters]
        when = f" ({relation.year})" if relation.year else ""
        said = attributed(relation.sources, directory.grades)
        text = f"{listed([p.short_name for p in parties])} : {relation.topic}{when}, selon {said}."
        mergers = [
            _merger(directory, directory.by_id[i]) for i in sorted(mine | theirs) if directory.by_id[i].merged_into
        ]
        if mergers:
            text += " " + " ".join(mergers)
        sources = [
            *relation.sources,
            *(s for i in sorted(mine | theirs) for s in _merger_sources(directory, directory.by_id[i])),
        ]
        found.append(Caution(kind=_FAILED[relation.stage], text=text, sources=tuple(dict.fromkeys(sources))))
    return found


def _merger(directory: Directory, cluster: Cluster) -> str:
    into, year = directory.successor(cluster.id), directory.merger_year(cluster)
    when = f" en {year}" if year else ""
    return f"{into.short_name} a repris {cluster.short_name}{when} : renseignez-vous avant de les réunir."


def _merger_sources(directory: Directory, cluster: Cluster) -> tuple[str, ...]:
    pair = {cluster.id, cluster.merged_into}
    return tuple(s for r in directory.relations if r.stage == "fusion" and pair <= set(r.clusters) for s in r.sources)


def rivalry(case: Case) -> Caution | None:
    """Same theme: members and calls in common; same region besides: funders too."""
    if not case.same_theme:
        return None
    themes = listed([case.directory.vocabulary.label(theme) for theme in case.same_theme[:2]])
    what = "adhérents et les appels à projets"
    where = ""
    if case.shared_regions:
        what, where = "adhérents, les financeurs et le territoire", f" en {listed(case.shared_regions)}"
    text = (
        f"Coopétition possible avec {case.candidate.short_name} sur {themes}{where} : convenez d’abord de ce que vous "
        f"partagez et de ce que vous gardez (les {what})."
    )
    return Caution(kind="concurrence", text=text, sources=case.candidate.sources)


def rivalry_between(directory: Directory, one: Cluster, other: Cluster, day: date) -> Caution | None:
    """Coopetition between two clusters that a third party brings together: what they would have to share."""
    profile = profile_of(directory, one, day)[0]
    case = Case(directory, Pilot(profile, one, directory.subject(one), None), other, directory.relations, day)
    if not case.same_theme:
        return None
    themes = listed([directory.vocabulary.label(theme) for theme in case.same_theme[:2]])
    shared, where = "adhérents et appels à projets", ""
    if case.shared_regions:
        shared, where = "adhérents, financeurs et territoire", f" en {listed(case.shared_regions)}"
    text = (
        f"Coopétition possible entre {one.short_name} et {other.short_name} sur {themes}{where} : convenez par écrit "
        f"de qui porte le projet et de ce qui se partage ({shared})."
    )
    sources = tuple(dict.fromkeys([*one.sources, *other.sources]))
    return Caution(kind="concurrence", text=text, sources=sources)


def disparity(case: Case) -> Caution | None:
    """One side at least three times larger, or a pôle beside another kind; and what the smaller brings."""
    profile, candidate = case.pilot.profile, case.candidate
    if not profile.members or not candidate.members or not candidate.members.count:
        return None
    ours, theirs = profile.members, candidate.members.count
    if max(ours, theirs) < _GAP * min(ours, theirs):
        return None
    year = f" en {candidate.members.year}" if candidate.members.year else " (année non vue)"
    smaller = candidate.short_name if theirs < ours else case.pilot.name
    brings = candidate.markets or candidate.sectors if theirs < ours else profile.markets or profile.sectors
    brought = (
        f" {smaller[0].upper()}{smaller[1:]}, plus petit, apporte un terrain d’application : "
        f"{listed(list(brings[:3]))}."
        if brings
        else ""
    )
    text = (
        f"Écart de taille : {candidate.short_name} ({kind_name(candidate.kind)}) comptait {plural(theirs, 'membre')}"
        f"{year}, {case.pilot.name} {plural(ours, 'membre')}.{brought}"
    )
    return Caution(kind="disparite", text=text, sources=candidate.sources)


def recent_merger(case: Case) -> Caution | None:
    """The candidate took somebody over in the last three years: the right person may have changed."""
    recent = [
        (year, cluster)
        for cluster in case.directory.predecessors(case.candidate)
        if (year := case.directory.merger_year(cluster)) and case.today.year - year <= _RECENT_MERGER_YEARS
    ]
    if not recent:
        return None
    names = listed([cluster.short_name for _, cluster in recent])
    years = listed(sorted({str(year) for year, _ in recent}))
    text = f"{case.candidate.short_name} réunit {names} depuis {years} : demandez qui suit aujourd’hui les projets."
    sources = tuple(dict.fromkeys(s for _, cluster in recent for s in _merger_sources(case.directory, cluster)))
    return Caution(kind="fusion", text=text, sources=sources)


def turnover(case: Case) -> list[Caution]:
    """Changes of team that somebody reported, for the candidate or those it took over."""
    return [
        Caution(
            kind="renouvellement",
            text=f"{entry.short_name} : {change.text} ({change.author}, {change.year} ; {grade_named(change.sources, case.directory.grades)}). "
            "Vérifiez qui est aujourd’hui votre interlocuteur.",
            sources=change.sources,
        )
        for entry in (case.candidate, *case.directory.predecessors(case.candidate))
        for change in entry.turnover
    ]


def ageing_data(case: Case) -> list[Caution]:
    """A lapsed label of pôle, figures older than five years, an activity nobody has checked."""
    candidate, year, texts = case.candidate, case.today.year, []
    poles = [label for label in candidate.labels if label.kind == "pole" and label.valid_until]
    if poles and all(has_lapsed(label, case.today) for label in poles):
        texts.append(described_today(max(poles, key=lambda label: str(label.valid_until)), case.today))
    if candidate.members and candidate.members.year and year - candidate.members.year > _OLD_YEARS:
        texts.append(f"nombre de membres de {candidate.members.year}")
    if candidate.status == "non_verifie":
        texts.append("activité actuelle non vérifiée")
    if not texts:
        return []
    return [
        Caution(
            kind="donnee_ancienne", text=f"{candidate.short_name} : {' ; '.join(texts)}.", sources=candidate.sources
        )
    ]
