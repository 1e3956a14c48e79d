"""Whom to ask when the corpus does not know: third parties of the field, by region when it is known."""

from collections.abc import Collection

from assistant.clusters.territory import council_of, region_of
from assistant.vocabulary import Language, PilotProfile, Referral

_WHY: dict[str, dict[Language, str]] = {
    "region": {
        "fr": "met en relation les pilotes et finance une partie des clusters",
        "en": "introduces pilots and funds clusters",
    },
    "france_clusters": {
        "fr": "met en relation ses adhérents sur un thème, forme les équipes",
        "en": "introduces its members by theme, trains teams",
    },
    "afpc": {"fr": "réunit les pôles de compétitivité", "en": "gathers the pôles de compétitivité"},
}


def referrals(
    profile: PilotProfile | None, regions_named: Collection[str], of_poles: bool, language: Language
) -> tuple[Referral, ...]:
    """The regional council of the pilot's region, else of the one that the question names; France Clusters; for pilots of
    a pôle, or who say no cluster of theirs and ask of pôles (`of_poles`), AFPC."""
    own = tuple(profile.regions) if profile else ()
    regions = [region for name in (*own, *sorted(regions_named)) if (region := region_of(name))]
    council = next(filter(None, map(council_of, regions)), "Conseil régional")
    named = [("region", council), ("france_clusters", "France Clusters")]
    if (profile.kind == "pole_de_competitivite") if profile and profile.kind else of_poles:
        named.append(("afpc", "AFPC"))
    return tuple(Referral(name=name, why=_WHY[key][language]) for key, name in named)
