"""Suggestions as a question wants them: without some clusters or regions, others than the first, some judged alone, of
a size, from one region, the nearest first."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from assistant.answering import told_texts
from assistant.answering.experienced import NEAREST, experienced_first
from assistant.answering.need import need_of
from assistant.answering.pilot import is_known
from assistant.answering.places import places_within
from assistant.answering.sizes_wanted import is_nearly, members_wanted, sizes_told
from assistant.answering.state import Knowledge, State
from assistant.answering.stated_profile import as_stated
from assistant.answering.suggestion_texts import speaks_against
from assistant.answering.wish_kinds import KINDS, SAID, SIZES, Wanted
from assistant.answering.wishes import Wishes
from assistant.clusters.apart import Apart
from assistant.clusters.candidates import Candidate
from assistant.clusters.entries import Cluster, Kind
from assistant.clusters.names import listed
from assistant.clusters.suggestions import examined, facing, partners, referents
from assistant.clusters.territory import region_of
from assistant.vocabulary import CautionKind, Intent, Language, PilotProfile, Suggestion, Suggestions

COUNT = 5
# How many are looked through for those without a caution or that serve the need; how many nearly of the size are kept.
POOL, NEARLY = 25, 2
_UNCAUTIONED: dict[Wanted, tuple[CautionKind, ...]] = {
    Wanted.SAFE: ("disparite", "concurrence", "antagonisme", "renouvellement"),
    Wanted.UNRIVALLED: ("concurrence",),
}
# What is told in other words: by the number of members, by the region, by the ties.
_TOLD_APART = SIZES | {Wanted.AT_HOME, Wanted.THEIR_TIES, Wanted.OUR_TIES}
# « Peut-on s'associer à X ? », « Is X a good partner? »: X is what is asked about, not an example.
_JUDGING = re.compile(
    r"^\W*(?:pourquoi|peut-on|pouvons-nous|puis-je|faut-il|doit-on|devons-nous|dois-je|est-ce|serait-ce|que vaut|qu['’]apporterait|"
    r"why|can we|can i|should (?:we|i)|is|would|what would)\b|\b(?:serait|est|ferait|pourrait|peut)-(?:il|elle|ce)\b",
    re.IGNORECASE,
)


def suggested(known: Knowledge, state: State, profile: PilotProfile) -> tuple[Suggestions, bool]:
    """Référents or partners for a pilot, by the intent of the route, as `wishes` ask; whether only those that the question
    is about were judged."""
    if state["wishes"].rivalry:
        return _rivals(known, state, profile), False
    alone, named = _named(known, state, profile)
    if alone:
        return _answered(known, state, profile, _judged(known, state, profile, named), ()), True
    return _listed(known, state, profile, named), False


def _listed(known: Knowledge, state: State, profile: PilotProfile, named: Sequence[Cluster]) -> Suggestions:
    """The best, after those that the question names."""
    wishes, language, today = state["wishes"], state["language"], known.today()
    apart, sized = _apart(known, state, profile)
    learning = state["route"].intent is Intent.REFERENT
    first = _judged(known, state, profile, named)
    room = max((1 if Wanted.ONE in wishes.wanted else wishes.count or COUNT) - len(first), 0)
    met, wanted = {suggestion.cluster_id for suggestion in first}, max(COUNT, room)
    need = None if learning else _need(state)
    looked_through = wanted + wishes.skip
    if need or wishes.wanted & _UNCAUTIONED.keys():
        looked_through = max(POOL, looked_through)
    told = list[str]()

    def keep(found: Sequence[Suggestion]) -> list[Suggestion]:
        ordered, said = (
            experienced_first(known, state, found) if learning else (_serving(known, need, found, language), ())
        )
        told.extend(said)
        if not learning and len(ordered) < min(len(found), room + wishes.skip):
            told.append(_meeting_need(len(ordered), language))
        others = [s for s in _without_cautions(wishes, ordered)[wishes.skip :] if s.cluster_id not in met]
        clear, unclear = _apart_from_unclear(others)
        shown = _in_order(wishes, clear[:wanted])[:room]
        return shown if wishes.skip or (shown and Wanted.ONE in wishes.wanted) else [*shown, *unclear]

    if learning:
        found = referents(
            known.directory,
            profile,
            max(looked_through, NEAREST),
            today=today,
            own=known.own_referents(),
            apart=apart,
            keep=keep,
            language=language,
        )
    else:
        found = partners(
            known.directory, profile, looked_through, need, today=today, apart=apart, keep=keep, language=language
        )
    clear, unclear = _apart_from_unclear(found.suggestions)
    short = wishes.size is Wanted.LIKE_US or len(clear) < room
    near = _nearly_of_the_size(known, state, profile, apart) if sized and short and not wishes.skip else []
    near = [s for s in near if s.cluster_id not in {shown.cluster_id for shown in (*first, *clear)}]
    told += [told_texts.NEARLY_SIZED[language].format(names=sizes_told(known, near, language))] if near else []
    ordered = [*_in_order(wishes, [*first, *clear]), *near, *unclear]
    asked = (*_left_out(known, state, apart, sized), *_of_places(known, state, profile, apart, ordered))
    return _answered(known, state, profile, ordered, (*asked, *told, *found.warnings))


def _meeting_need(count: int, language: Language) -> str:
    """How many meet the need, when they are fewer than the names that were wanted."""
    text = told_texts.MEETING_NEED if count > 1 else told_texts.ONE_MEETS_NEED
    return text[language].format(count=count)


def _rivals(known: Knowledge, state: State, profile: PilotProfile) -> Suggestions:
    """Those with whom the pilot's cluster may compete, those of its region and then the nearest first."""
    language, today = state["language"], known.today()
    apart, sized = _apart(known, state, profile)
    mine = known.directory.resolve(profile.cluster_id).cluster.id if profile.cluster_id else None
    others = [c for c in known.directory.active if c.kind != "reseau" and c.id != mine and not apart.leaves_out(c)]
    facing_each_other = [
        c for c in facing(known.directory, profile, others, "partenaire", today, language) if c.case.same_theme
    ]
    facing_each_other.sort(key=lambda c: (not c.case.shared_regions, -_nearness(c), c.id))
    shown = [candidate.shown("partenaire") for candidate in facing_each_other[:COUNT]]
    told = _left_out(known, state, apart, sized)
    if (more := len(facing_each_other) - len(shown)) > 0:
        told.append(told_texts.MORE_RIVALS[language].format(count=more))
    return _answered(known, state, profile, shown, told)


def _nearness(candidate: Candidate) -> float:
    return next((c.value for c in candidate.criteria if c.name == "distance" and c.value is not None), 0.0)


def _apart_from_unclear(found: Sequence[Suggestion]) -> tuple[list[Suggestion], list[Suggestion]]:
    """Those that are suggested, and those of whom the pilot decides whether they are rivals or allies."""
    return [s for s in found if s.role != "a_clarifier"], [s for s in found if s.role == "a_clarifier"]


def _nearly_of_the_size(known: Knowledge, state: State, profile: PilotProfile, apart: Apart) -> list[Suggestion]:
    """Of those that would be suggested whatever their size, the few that are just above or below the one wanted."""
    language, today, any_size = state["language"], known.today(), replace(apart, least=None, most=None)
    if state["route"].intent is Intent.REFERENT:
        found = referents(known.directory, profile, COUNT, today=today, apart=any_size, language=language)
    else:
        found = partners(known.directory, profile, COUNT, _need(state), today=today, apart=any_size, language=language)
    serving = [s for s in _serving(known, _need(state), found.suggestions, language) if s.role != "a_clarifier"]
    return [s for s in serving if is_nearly(known.directory.by_id[s.cluster_id], apart)][:NEARLY]


def _serving(
    known: Knowledge, need: str | None, found: Sequence[Suggestion], language: Language
) -> Sequence[Suggestion]:
    """Those that serve something of a need that names a theme, when any does; all when none does or the need is vague."""
    if not known.directory.vocabulary.themes_in(need or ""):
        return found
    serving = [
        s for s in found for c in s.criteria if c.name == "besoin" and c.value and not speaks_against(c, language)
    ]
    return serving or found


def _apart(known: Knowledge, state: State, profile: PilotProfile) -> tuple[Apart, str | None]:
    """What is left out, and by how many members when a size is wanted."""
    wishes = state["wishes"]
    own = frozenset(region for name in profile.regions if (region := region_of(name)))
    inside = frozenset(wishes.inside) | (own if Wanted.AT_HOME in wishes.wanted else frozenset())
    outside = frozenset(wishes.outside) | (own if wishes.outside_own else frozenset())
    least, most = members_wanted(known, state, wishes.size, profile)
    bounds = " – ".join("…" if bound is None else f"{bound:.0f}" for bound in (least, most))
    sized = bounds if wishes.size and (least or most) else None
    kept = [KINDS[wanted] for wanted in wishes.wanted & KINDS.keys()]
    kinds = frozenset.intersection(*kept) or kept[0] if kept else frozenset[Kind]()
    return Apart(frozenset(wishes.without), outside, inside, least, most, kinds), sized


def _without_cautions(wishes: Wishes, found: Sequence[Suggestion]) -> list[Suggestion]:
    """Those without the cautions that are not wanted; all of them, the fewest first, when each has one."""
    unwanted = {kind for wanted in wishes.wanted for kind in _UNCAUTIONED.get(wanted, ())}
    borne = {s.cluster_id: sum(caution.kind in unwanted for caution in s.cautions) for s in found}
    free = [s for s in found if not borne[s.cluster_id]]
    return free or sorted(found, key=lambda s: borne[s.cluster_id])


def _in_order(wishes: Wishes, shown: Sequence[Suggestion]) -> list[Suggestion]:
    """The nearest first, or the first alone, when that is wanted; then one that is no rival."""
    kept = list(shown)
    if Wanted.NEAR in wishes.wanted:
        near = {
            s.cluster_id: c.value for s in shown for c in s.criteria if c.name == "distance" and c.value is not None
        }
        kept.sort(key=lambda s: -near.get(s.cluster_id, -1.0))
    if Wanted.ONE not in wishes.wanted:
        return kept
    return ([s for s in kept if s.role != "a_clarifier"] or kept)[:1]


def _need(state: State) -> str | None:
    """What is looked for, without the clusters and places that the question names; null of a pilot nobody knows."""
    named = [(mention.start, mention.end) for mention in state["mentions"]]
    there = [(start, places.end) for start, places in places_within(state["question"])]
    apart = [(start, end) for start, end in there if all(e <= start or end <= s for s, e in named)]
    return need_of(state["question"], [*named, *apart]) if is_known(state) else None


def _named(known: Knowledge, state: State, profile: PilotProfile) -> tuple[bool, list[Cluster]]:
    """The clusters that the question asks about, and whether about them alone; none where they are whose pilot asks."""
    wishes, given = state["wishes"], state["request"].profile
    if wishes.only:
        found = [known.directory.by_id[key] for key in wishes.only]
    elif given is not None and given.cluster_id:
        found = [mention.resolved.cluster for mention in state["mentions"]]
    else:
        found = []
    mine = known.directory.resolve(profile.cluster_id).cluster.id if profile.cluster_id else None
    found = [c for c in {c.id: c for c in found}.values() if c.lives and c.id != mine and c.kind != "reseau"]
    return bool(found) and bool(wishes.only or _JUDGING.search(state["question"])), found


def _judged(known: Knowledge, state: State, profile: PilotProfile, clusters: Sequence[Cluster]) -> list[Suggestion]:
    """Each of these clusters as it would be suggested, whatever its rank."""
    role: Literal["referent", "partenaire"] = "referent" if state["route"].intent is Intent.REFERENT else "partenaire"
    need = _need(state) if role == "partenaire" else None
    return [
        examined(known.directory, profile, c, role, need, today=known.today(), language=state["language"])[1]
        for c in clusters
    ]


def _answered(
    known: Knowledge, state: State, profile: PilotProfile, shown: Sequence[Suggestion], warnings: Sequence[str]
) -> Suggestions:
    found = Suggestions(cluster_id=profile.cluster_id, warnings=tuple(warnings), suggestions=tuple(shown))
    return found if is_known(state) else as_stated(found, profile, state["language"])


def _of_places(
    known: Knowledge, state: State, profile: PilotProfile, apart: Apart, shown: Sequence[Suggestion]
) -> list[str]:
    """Which regions that the question names do not narrow the list, and who of the list also works where nobody is wanted of."""
    language, told = state["language"], list[str]()
    said = places_within(state["question"]) if is_known(state) else []
    own = {region_of(name) for name in profile.regions}
    if (unread := [(at, places) for at, places in said if not own >= set(places.regions)]) and not apart.inside:
        names = sorted({region for _, places in unread for region in places.regions})
        first = state["question"][unread[0][0] : unread[0][1].end]
        told.append(told_texts.PLACE_UNREAD[language].format(names=", ".join(names), first=first))
    clusters = [known.directory.by_id[s.cluster_id] for s in shown]
    if also := [c.short_name for c in clusters if not apart.regions.isdisjoint(c.regions)]:
        told.append(told_texts.ALSO_THERE[language].format(names=listed(also, language)))
    return told


def _left_out(known: Knowledge, state: State, apart: Apart, sized: str | None) -> list[str]:
    """What was left out, as wanted, and what cannot be: the directory knows no cluster abroad, nor every size."""
    language, told = state["language"], list[str]()
    if state["wishes"].size:
        text = told_texts.SIZED if sized else told_texts.SIZE_UNKNOWN
        told.append(text[language].format(bounds=sized))
    if apart.inside:
        told.append(told_texts.KEPT_TO[language].format(names=", ".join(sorted(apart.inside))))
    if said := [SAID[wanted][language] for wanted in Wanted if wanted in state["wishes"].wanted - _TOLD_APART]:
        told.append(told_texts.WANTED[language].format(said=", ".join(said)))
    names = [known.directory.by_id[key].short_name for key in sorted(apart.clusters)]
    if names or apart.regions:
        told.append(told_texts.LEFT_OUT[language].format(names=", ".join([*names, *sorted(apart.regions)])))
    return [*told, told_texts.ABROAD[language]] if state["wishes"].abroad else told
