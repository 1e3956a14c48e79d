"""Suggestions as a question wants them: without some clusters or regions, others than the first, some judged alone."""

import re
from collections.abc import Sequence
from typing import Literal

from assistant.answering import texts
from assistant.answering.need import need_of
from assistant.answering.pilot import is_known
from assistant.answering.state import Knowledge, State
from assistant.answering.stated_profile import as_stated
from assistant.clusters.apart import Apart
from assistant.clusters.entries import Cluster
from assistant.clusters.suggestions import examined, partners, referents
from assistant.clusters.territory import region_of
from assistant.vocabulary import Intent, PilotProfile, Suggestion, Suggestions

COUNT = 5
# « Peut-on s'associer à X ? », « Is X a good partner? »: X is what is asked about, not an example.
_JUDGING = re.compile(
    r"^\W*(?:pourquoi|peut-on|pouvons-nous|puis-je|faut-il|doit-on|devons-nous|dois-je|est-ce|serait-ce|que vaut|qu['’]apporterait|"
    r"why|can we|can i|should (?:we|i)|is|would|what would)\b|\b(?:serait|est|ferait|pourrait|peut)-(?:il|elle|ce)\b",
    re.IGNORECASE,
)


def suggested(known: Knowledge, state: State, profile: PilotProfile) -> tuple[Suggestions, bool]:
    """Référents or partners for a pilot, by the intent of the route, as `wishes` ask; whether only those that the question
    is about were judged."""
    alone, named = _named(known, state, profile)
    if alone:
        return _answered(known, state, profile, _judged(known, state, profile, named), ()), True
    return _listed(known, state, profile, named), False


def _listed(known: Knowledge, state: State, profile: PilotProfile, named: Sequence[Cluster]) -> Suggestions:
    """The best, after those that the question names."""
    wishes, language, today = state["wishes"], state["language"], known.today()
    own = {region for name in profile.regions if (region := region_of(name))} if wishes.outside_own else set[str]()
    apart = Apart(frozenset(wishes.without), frozenset({*wishes.outside, *own}))
    wanted = COUNT + wishes.skip
    if state["route"].intent is Intent.REFERENT:
        found = referents(
            known.directory, profile, wanted, today=today, own=known.own_referents(), apart=apart, language=language
        )
    else:
        need = _need(state)
        found = partners(known.directory, profile, wanted, need, today=today, apart=apart, language=language)
    first = _judged(known, state, profile, named)
    met = {suggestion.cluster_id for suggestion in first}
    others = [s for s in found.suggestions[wishes.skip :] if s.cluster_id not in met]
    shown = [*first, *others[: max(COUNT - len(first), 0)]] if first else others
    return _answered(known, state, profile, shown, (*_left_out(known, state, apart), *found.warnings))


def _need(state: State) -> str | None:
    spans = [(mention.start, mention.end) for mention in state["mentions"]]
    return need_of(state["question"], spans) if is_known(state) else None


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


def _left_out(known: Knowledge, state: State, apart: Apart) -> list[str]:
    """What was left out, as wanted, and what cannot be: the directory knows no cluster abroad."""
    language, told = state["language"], list[str]()
    names = [known.directory.by_id[key].short_name for key in sorted(apart.clusters)]
    if names or apart.regions:
        told.append(texts.LEFT_OUT[language].format(names=", ".join([*names, *sorted(apart.regions)])))
    return [*told, texts.ABROAD[language]] if state["wishes"].abroad else told
