"""How to reach a suggested cluster: its site, and the third parties who can introduce you."""

from assistant.clusters.case import Case
from assistant.clusters.territory import council_of
from assistant.vocabulary import Contact

_NATIONAL_NETWORKS = ("france-clusters", "afpc")
_POLES_ONLY = ("enosis-sante", "club-sully")


def contact(case: Case) -> Contact:
    """The regional assembly of the candidate's seat, France Clusters, the federations of its theme and kind."""
    via = [name for region in case.regions[:1] if (name := council_of(region))]
    via.append(case.directory.by_id["france-clusters"].short_name)
    if case.candidate.kind == "pole_de_competitivite":
        via.append(case.directory.by_id["afpc"].short_name)
    return Contact(website=case.candidate.website, via=(*via, *_federations(case)))


def _federations(case: Case) -> list[str]:
    """The active national networks on a theme that is the candidate's sector."""
    return [
        network.short_name
        for network in case.directory.active
        if network.kind == "reseau"
        and network.id not in _NATIONAL_NETWORKS
        and (case.candidate.kind == "pole_de_competitivite" or network.id not in _POLES_ONLY)
        and case.directory.subject(network).sectors.keys() & {t for t, w in case.subject.sectors.items() if w >= 1}
    ]
