"""Whom to ask when the corpus does not know: third parties of the field, by region when it is known."""

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


def referrals(profile: PilotProfile | None, language: Language) -> tuple[Referral, ...]:
    """Conseil régional of the profile's region, France Clusters, AFPC."""
    regions = profile.regions if profile and profile.regions else ()
    region = f"Conseil régional {regions[0]}" if regions else "Conseil régional"
    named = (("region", region), ("france_clusters", "France Clusters"), ("afpc", "AFPC"))
    return tuple(Referral(name=name, why=_WHY[key][language]) for key, name in named)
