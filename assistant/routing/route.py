"""The route of a question: its intent and the phase of the pilot, with the reasons of both."""

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from assistant.routing.asks import read_intent
from assistant.routing.clarify import OF_THE_PHASE, leaves_open
from assistant.routing.classifier import IntentClassifier, Reading
from assistant.routing.phase import stated_phase
from assistant.routing.phase_classifier import PhaseClassifier
from assistant.routing.seeking import SURE, seeks_nobody
from assistant.vocabulary import Intent, Language, Phase, PhaseSource, PilotProfile, Route

# Turning a pilot away by mistake costs more than looking in vain: abstention still follows a search without result.
TURN_AWAY = 0.6
# A question that names a cluster of the directory concerns us, unless it is clearly something else (a poem on it).
TURN_AWAY_NAMED = 0.8

_CHOSEN: dict[Language, str] = {"fr": "intention choisie par vous", "en": "intent chosen by you"}
_WORDS: dict[Language, str] = {"fr": "mots qui orientent\u00a0: {words}", "en": "telling words: {words}"}
_BY_PHASE: dict[Language, str] = {
    "fr": "la question laisse le choix\u00a0: votre phase décide",
    "en": "the question leaves it open: your phase decides",
}
_PHASE_CHOSEN: dict[Language, str] = {"fr": "phase choisie par vous", "en": "phase chosen by you"}
_PHASE_PROFILE: dict[Language, str] = {"fr": "phase de votre profil", "en": "phase of your profile"}
_PHASE_SAID: dict[Language, str] = {"fr": "vous dites «\u00a0{words}\u00a0»", "en": "you say “{words}”"}
_PHASE_UNKNOWN: dict[Language, str] = {
    "fr": "phase inconnue\u00a0: ni votre choix, ni votre profil, ni la question ne la disent",
    "en": "phase unknown: neither your choice, nor your profile, nor the question says it",
}


def route(
    question: str,
    vector: NDArray[np.float32],
    classifier: IntentClassifier,
    *,
    mentions: Sequence[tuple[int, int]] = (),
    profile: PilotProfile | None = None,
    profile_phase: tuple[Phase, str] | None = None,
    phase: Phase | None = None,
    intent: Intent | None = None,
    language: Language = "fr",
    embed: Callable[[str], NDArray[np.float32]] | None = None,
    phases: PhaseClassifier | None = None,
    said_before: Callable[[], tuple[Phase, str] | None] = lambda: None,
    message: Reading | None = None,
) -> tuple[Route, Reading]:
    """The route, and what was read of the question.

    `vector` is the embedding of the question. With `embed`, names of clusters are left out of what is read, and of two
    things asked the first counts more, of a follow-up what was read of the `message` as typed too; with `phases`, a stated phase is also read as it was learnt.
    `profile_phase` is what the directory's rule says of the pilot's cluster; `phase` and `intent` are the pilot's own
    corrections and win. The phase is the pilot's choice, else the profile's, else stated by the question, else what
    `said_before` gives of the questions that came before, else unknown.
    A question that looks for nobody is no search for somebody when the classifier hesitates. Where the wording leaves open whether a référent or a partner is looked for, the phase decides.
    """
    reading = (
        classifier.read(question, vector, mentions)
        if embed is None
        else read_intent(question, mentions, classifier, embed, vector, message)
    )
    here = partial(_stated, question, vector, mentions, embed, phases)

    def stated() -> tuple[Phase, str] | None:
        return here() or said_before()

    found, source, why = _phase(stated, profile, profile_phase, phase, language)
    best = intent or _best(question, reading.probabilities, TURN_AWAY_NAMED if mentions else TURN_AWAY)
    reasons = [_CHOSEN[language]] if intent else _wording(classifier, question, mentions, best, language)
    confidence = 1.0 if intent else reading.probabilities[best]
    if intent is None and found in OF_THE_PHASE and leaves_open(best, reading.openness):
        best, confidence, reasons = OF_THE_PHASE[found], reading.openness, [_BY_PHASE[language]]
    return Route(
        phase=found, phase_source=source, intent=best, confidence=round(confidence, 3), reasons=(*reasons, why)
    ), reading


def within_scope(found: Route, probabilities: dict[Intent, float]) -> Route:
    """The route of a question that was to be turned away, read as one that concerns us."""
    rest = {intent: share for intent, share in probabilities.items() if intent != Intent.HORS_SUJET}
    best = max(rest, key=lambda intent: rest[intent])
    return found.model_copy(update={"intent": best, "confidence": round(rest[best], 3)})


def _best(question: str, probabilities: dict[Intent, float], turn_away: float) -> Intent:
    """The best intent; none that seeks somebody where the classifier hesitates and the question looks for nobody."""
    best = _most_likely(probabilities, turn_away)
    if best not in OF_THE_PHASE.values() or probabilities[best] >= SURE or not seeks_nobody(question):
        return best
    return _most_likely({key: p for key, p in probabilities.items() if key not in OF_THE_PHASE.values()}, turn_away)


def _most_likely(probabilities: dict[Intent, float], turn_away: float) -> Intent:
    """The best intent; a question is turned away only when that is clearly meant, else its best reading is tried."""
    if probabilities[Intent.HORS_SUJET] >= turn_away:
        return Intent.HORS_SUJET
    return max((intent for intent in probabilities if intent != Intent.HORS_SUJET), key=lambda key: probabilities[key])


def _wording(
    classifier: IntentClassifier, question: str, mentions: Sequence[tuple[int, int]], intent: Intent, language: Language
) -> list[str]:
    telling = classifier.telling_words(question, mentions, intent)
    return [_WORDS[language].format(words=", ".join(telling))] if telling else []


def _stated(
    question: str,
    vector: NDArray[np.float32],
    mentions: Sequence[tuple[int, int]],
    embed: Callable[[str], NDArray[np.float32]] | None,
    phases: PhaseClassifier | None,
) -> tuple[Phase, str] | None:
    """The phase that the question states, with the words that say it."""
    if phases is None or embed is None:
        return stated_phase(question)
    again = embed
    return stated_phase(
        question, lambda text: phases.stated(text, mentions, lambda part: vector if part == text else again(part))
    )


def _phase(
    stated: Callable[[], tuple[Phase, str] | None],
    profile: PilotProfile | None,
    profile_phase: tuple[Phase, str] | None,
    chosen: Phase | None,
    language: Language,
) -> tuple[Phase, PhaseSource, str]:
    if chosen not in (None, Phase.INCONNUE):
        return chosen, PhaseSource.CHOIX, _PHASE_CHOSEN[language]
    if profile is not None and profile.phase != Phase.INCONNUE:
        return profile.phase, PhaseSource.PROFIL, _PHASE_PROFILE[language]
    if profile_phase is not None and profile_phase[0] != Phase.INCONNUE:
        return profile_phase[0], PhaseSource.PROFIL, profile_phase[1]
    said = stated()
    if said is not None:
        return said[0], PhaseSource.QUESTION, _PHASE_SAID[language].format(words=said[1])
    return Phase.INCONNUE, PhaseSource.INCONNUE, _PHASE_UNKNOWN[language]
