"""One short question, asked only when the answer depends on what the pilot has not said."""

import re

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
# What a typed reply to it says.
_REPLIES = {
    Phase.STRUCTURATION: re.compile(
        r"\b(?:compar\w*|organisations?|plus avanc\w*|more advanced|r[ée]f[ée]rents?|apprendre|m[ée]thodes?|learn\w*|benchmark\w*|(?:la |le )?(?:premi[èe]re?|first))\b",
        re.IGNORECASE,
    ),
    Phase.DEVELOPPEMENT: re.compile(
        r"\b(?:partenaires?|partenariats?|partners?|projets?|projects?|collaborer|monter|(?:la |le )?(?:second\w*|deuxi[èe]me))\b",
        re.IGNORECASE,
    ),
}
_REPLY_LONGEST = 10  # words


def meant_by(reply: str, asked: str) -> tuple[Phase, Intent] | None:
    """The phase and intent that a few words choose of the question asked back, if `asked` is that question."""
    if asked.strip() not in _QUESTION.values() or len(reply.split()) > _REPLY_LONGEST or "?" in reply:
        return None
    chosen = [phase for phase, said in _REPLIES.items() if said.search(reply)]
    return (chosen[0], OF_THE_PHASE[chosen[0]]) if len(chosen) == 1 else None


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
