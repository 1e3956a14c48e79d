"""From whom to learn: near, further along, recognised, comparable, used to helping. The theme plays no part."""

from collections.abc import Callable, Sequence

from assistant.clusters.case import Case, first_year
from assistant.clusters.comparable import comparable_means
from assistant.clusters.entries import Relation
from assistant.clusters.maturity import pole_labels, success, successes
from assistant.clusters.nearness import real_distance, same_or_neighbouring_region
from assistant.clusters.origins import declared_mark
from assistant.clusters.scoring import Judged
from assistant.clusters.ties import REFERENT_STAGES, documented_tie

_LEAD_YEARS = 20.0  # ten years older is as far along as it gets
_SETTLED_YEARS = 3


def further_along(case: Case) -> Judged:
    """Label of pôle held by the candidate and not by the pilot, and age, the clusters taken over included."""
    pilot, candidate, say = case.pilot, case.candidate, case.voice.say
    parts, reasons = [], []
    held = bool(pole_labels(candidate))
    if pilot.entry or pilot.profile.kind:
        ours = bool(pole_labels(pilot.entry)) if pilot.entry else pilot.profile.kind == "pole_de_competitivite"
        parts.append(0.5 + 0.5 * (held - ours))
        if held and not ours:
            reasons.append(say("pole_label_obtained"))
    oldest = candidate.founded
    if oldest is None or case.today.year - oldest > _SETTLED_YEARS:  # a merger starts governance again
        oldest = first_year([candidate, *case.directory.predecessors(candidate)])
    if oldest is not None and pilot.profile.founded is not None:
        gap = pilot.profile.founded - oldest
        parts.append(min(1.0, max(0.0, 0.5 + gap / _LEAD_YEARS)))
        born = "exists_since" if oldest == candidate.founded else "comes_from"
        age = {"oldest": oldest, "pilot": pilot.name, "founded": pilot.profile.founded}
        if gap > 0:
            reasons.append(say(born, **age))
        elif not reasons:  # said, but never as a merit
            reasons.append(say("no_older" if gap == 0 else "younger", **age))
    if not parts:
        return Judged(None, say("lead_unknown", name=candidate.short_name))
    lead = case.voice.joined(reasons) or say("no_lead")
    return Judged(sum(parts) / len(parts), f"{candidate.short_name} {lead}.", candidate.sources_of("founded", "labels"))


def recognised_success(case: Case) -> Judged:
    """Public ratings and labels, each with its date, counting less as they age; null when none was seen."""
    evidence, name = successes(case.candidate, case.today, case.voice), case.candidate.short_name
    if not evidence:
        return Judged(None, case.voice.say("no_success_seen", name=name))
    shown = case.voice.joined([item.text for item in evidence[:3]])
    sources = tuple(dict.fromkeys(source for item in evidence[:3] for source in item.sources))
    return Judged(success(evidence), case.voice.say("said_of", name=name, what=shown), sources)


def helping_habit(case: Case) -> Judged:
    """Documented exchanges in which the candidate, or one it took over, helped another cluster.

    A cluster that declares today that it may be called counts in full: it gains more than an old rating gives.
    """
    documented = _documented_help(case)
    said, voice = case.candidate.open_to_calls, case.voice
    if said is None or said.until < case.today:
        return documented
    because = voice.say(
        "open_to_calls",
        name=case.candidate.short_name,
        raw=said.raw,
        about=said.about,
        until=voice.day(said.until),
        declared=declared_mark(case.candidate, "open_to_calls", voice),
    )
    besides = f" {documented.because}" if documented.value is not None else ""
    return Judged(1.0, f"{because}{besides}", documented.sources)


def _documented_help(case: Case) -> Judged:
    helped = case.helped
    if not helped:
        return Judged(None, case.voice.say("no_help", name=case.candidate.short_name))
    others = [other for r in helped for other in r.clusters if other not in case.lineage and other not in r.helpers]
    whom = [case.directory.by_id[other].short_name for other in others]
    whom += [external for r in helped for external in r.external_partners]
    sources = tuple(dict.fromkeys(source for r in helped for source in r.sources))
    because = _helped(case, helped, list(dict.fromkeys(whom)))
    return Judged(min(1.0, 0.7 + 0.2 * (len(helped) - 1)), because, sources)


def _helped(case: Case, helped: Sequence[Relation], whom: list[str]) -> str:
    """Who helped, under the name of the time: « Route des Lasers (aujourd’hui ALPHA-RLH) a déjà aidé Inno'vin »."""
    helpers = sorted({i for r in helped for i in r.helpers if i in case.lineage})
    names, say = [case.directory.by_id[identifier].short_name for identifier in helpers], case.voice.say
    today = "" if case.candidate.id in helpers else say("today", name=case.candidate.short_name)
    exchanges = say("exchanges" if len(helped) > 1 else "exchange", count=len(helped))
    key = "has_helped" if len(names) == 1 else "have_helped"
    return say(key, names=names, today=today, whom=whom, exchanges=exchanges)


def known_exchange(case: Case) -> Judged:
    """An exchange already documented between the two."""
    return documented_tie(case, REFERENT_STAGES)


CRITERIA: dict[str, Callable[[Case], Judged]] = {
    "proximite_region": same_or_neighbouring_region,
    "distance": real_distance,
    "avance": further_along,
    "reussite_reconnue": recognised_success,
    "moyens_comparables": comparable_means,
    "habitude_aide": helping_habit,
    "lien_documente": known_exchange,
}
