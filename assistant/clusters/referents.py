"""From whom to learn: near, further along, recognised, comparable, used to helping. The theme plays no part."""

from collections.abc import Callable

from assistant.clusters.case import Case, first_year
from assistant.clusters.comparable import comparable_means
from assistant.clusters.entries import Relation
from assistant.clusters.maturity import pole_labels, success, successes
from assistant.clusters.names import listed, of, plural
from assistant.clusters.nearness import real_distance, same_or_neighbouring_region
from assistant.clusters.origins import declared_mark
from assistant.clusters.scoring import Judged
from assistant.clusters.ties import REFERENT_STAGES, documented_tie

_LEAD_YEARS = 20.0  # ten years older is as far along as it gets
_SETTLED_YEARS = 3


def further_along(case: Case) -> Judged:
    """Label of pôle held by the candidate and not by the pilot, and age, the clusters taken over included."""
    pilot, candidate = case.pilot, case.candidate
    parts, reasons = [], []
    held = bool(pole_labels(candidate))
    if pilot.entry or pilot.profile.kind:
        ours = bool(pole_labels(pilot.entry)) if pilot.entry else pilot.profile.kind == "pole_de_competitivite"
        parts.append(0.5 + 0.5 * (held - ours))
        if held and not ours:
            reasons.append("a obtenu le label de pôle de compétitivité")
    oldest = candidate.founded
    if oldest is None or case.today.year - oldest > _SETTLED_YEARS:  # a merger starts governance again
        oldest = first_year([candidate, *case.directory.predecessors(candidate)])
    if oldest is not None and pilot.profile.founded is not None:
        gap = pilot.profile.founded - oldest
        parts.append(min(1.0, max(0.0, 0.5 + gap / _LEAD_YEARS)))
        since = (
            f"existe depuis {oldest}" if oldest == candidate.founded else f"est issu de structures nées dès {oldest}"
        )
        reasons.append(f"{since}, {pilot.name} depuis {pilot.profile.founded}")
    if not parts:
        return Judged(None, f"L’avance {of(candidate.short_name)} n’est pas connue.")
    return Judged(
        sum(parts) / len(parts),
        f"{candidate.short_name} {' ; '.join(reasons) or 'n’a pas d’avance connue'}.",
        candidate.sources,
    )


def recognised_success(case: Case) -> Judged:
    """Public ratings and labels, each with its date, counting less as they age."""
    evidence = successes(case.candidate, case.today)
    if not evidence:
        return Judged(None, f"Aucune note ni aucun label public n’a été vu pour {case.candidate.short_name}.")
    shown = " ; ".join(item.text for item in evidence[:3])
    sources = tuple(dict.fromkeys(source for item in evidence[:3] for source in item.sources))
    return Judged(success(evidence), f"{case.candidate.short_name} : {shown}.", sources)


def helping_habit(case: Case) -> Judged:
    """Documented exchanges in which the candidate, or one it took over, helped another cluster.

    A cluster that declares today that it may be called counts in full: it gains more than an old rating gives.
    """
    documented = _documented_help(case)
    said, declared = case.candidate.open_to_calls, declared_mark(case.candidate, "open_to_calls")
    if said is None or said.until < case.today:
        return documented
    besides = f" {documented.because}" if documented.value is not None else ""
    because = (
        f"{case.candidate.short_name} accepte d’être appelé {said.raw}{declared} : cette disponibilité passe avant "
        f"les notes anciennes.{besides}"
    )
    return Judged(1.0, because, documented.sources)


def _documented_help(case: Case) -> Judged:
    helped = [r for r in case.relations if case.lineage & set(r.helpers)]
    if not helped:
        return Judged(None, f"Aucune aide {of(case.candidate.short_name)} à un autre cluster n’est documentée.")
    others = [other for r in helped for other in r.clusters if other not in case.lineage]
    whom = [case.directory.by_id[other].short_name for other in others]
    whom += [external for r in helped for external in r.external_partners]
    exchanges = plural(len(helped), "échange") + (" documentés" if len(helped) > 1 else " documenté")
    sources = tuple(dict.fromkeys(source for r in helped for source in r.sources))
    because = f"{_helper(case, helped)} déjà aidé {listed(list(dict.fromkeys(whom)))} ({exchanges})."
    return Judged(min(1.0, 0.7 + 0.2 * (len(helped) - 1)), because, sources)


def _helper(case: Case, helped: list[Relation]) -> str:
    """Who helped, under the name of the time: « Route des Lasers (aujourd’hui ALPHA-RLH) a »."""
    helpers = sorted({i for r in helped for i in r.helpers if i in case.lineage})
    names = listed([case.directory.by_id[identifier].short_name for identifier in helpers])
    today = "" if case.candidate.id in helpers else f" (aujourd’hui {case.candidate.short_name})"
    return f"{names}{today} {'a' if len(helpers) == 1 else 'ont'}"


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
