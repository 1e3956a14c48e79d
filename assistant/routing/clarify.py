"""One short question, asked only when the answer depends on what the pilot has not said."""

from collections.abc import Mapping

from assistant.vocabulary import Choice, Clarification, Intent, Language, Phase

# Both readings are open when neither takes more than this share of the two together.
ONE_SIDED = 0.85
# And when the two together are the likely ones.
LIKELY = 0.9

_QUESTION: dict[Language, str] = {
    "fr": "Est-ce pour comparer votre organisation à celle d'un cluster plus avancé, ou pour trouver un partenaire de projet\u00a0?",
    "en": "Is it to compare your organisation with a more advanced cluster, or to find a project partner?",
}
_LABELS: dict[Language, tuple[str, str]] = {
    "fr": ("Comparer notre organisation", "Trouver un partenaire de projet"),
    "en": ("Compare our organisation", "Find a project partner"),
}


def clarification(probabilities: Mapping[Intent, float], phase: Phase, language: Language) -> Clarification | None:
    """The question to ask back, or None.

    The phase decides between learning from a référent and building with a partner: it is asked for when it is unknown
    and the wording leaves both open.
    """
    referent, partner = probabilities[Intent.REFERENT], probabilities[Intent.PARTENAIRE]
    both = referent + partner
    if phase != Phase.INCONNUE or both < LIKELY or max(referent, partner) > ONE_SIDED * both:
        return None
    learn, build = _LABELS[language]
    return Clarification(
        question=_QUESTION[language],
        choices=(
            Choice(label=learn, set={"phase": Phase.STRUCTURATION.value, "intent": Intent.REFERENT.value}),
            Choice(label=build, set={"phase": Phase.DEVELOPPEMENT.value, "intent": Intent.PARTENAIRE.value}),
        ),
    )
