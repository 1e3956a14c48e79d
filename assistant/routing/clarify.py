"""One short question, asked only when the answer depends on what the pilot has not said."""

from assistant.vocabulary import Choice, Clarification, Intent, Language, Phase, Route

# From this probability of both readings being open, the question is asked; chosen on utterances held out.
OPEN = 0.15
# What the phase looks for in another cluster.
OF_THE_PHASE = {Phase.STRUCTURATION: Intent.REFERENT, Phase.DEVELOPPEMENT: Intent.PARTENAIRE}

_QUESTION: dict[Language, str] = {
    "fr": "Est-ce pour comparer votre organisation à celle d'un cluster plus avancé, ou pour trouver un partenaire de projet\u00a0?",
    "en": "Is it to compare your organisation with a more advanced cluster, or to find a project partner?",
}
_LABELS: dict[Language, tuple[str, str]] = {
    "fr": ("Comparer notre organisation", "Trouver un partenaire de projet"),
    "en": ("Compare our organisation", "Find a project partner"),
}


def leaves_open(intent: Intent, openness: float) -> bool:
    """Whether a question read as `intent` may ask for a référent as well as for a partner."""
    return intent in OF_THE_PHASE.values() and openness >= OPEN


def clarification(found: Route, openness: float, language: Language) -> Clarification | None:
    """The question to ask back, or None; `openness` is the probability that the wording leaves both readings open.

    The phase decides between learning from a référent and building with a partner: it is asked for when it is unknown
    and the wording does not tell.
    """
    if found.phase != Phase.INCONNUE or not leaves_open(found.intent, openness):
        return None
    labels = zip(OF_THE_PHASE.items(), _LABELS[language], strict=True)
    return Clarification(
        question=_QUESTION[language],
        choices=tuple(
            Choice(label=label, set={"phase": phase.value, "intent": intent.value}) for (phase, intent), label in labels
        ),
    )
