"""One question is asked back when a référent or a partner may be meant and the phase is unknown; known, it decides."""

from pathlib import Path

import pytest

from assistant import resources
from assistant.routing.clarify import OPEN, clarification
from assistant.routing.classifier import IntentClassifier
from assistant.routing.examples import read_examples
from assistant.routing.route import route
from assistant.vocabulary import Clarification, Intent, Phase, PhaseSource, PilotProfile, Route
from tests.hashing import HashingEmbedder

EMBEDDER = HashingEmbedder()
EXAMPLES = resources.corpus() / "routing.yaml"


def asked(question: str, classifier: IntentClassifier) -> Clarification | None:
    found, reading = route(question, EMBEDDER.embed_query(question), classifier)
    return clarification(found, reading.openness, "fr")


@pytest.mark.parametrize(
    "question",
    [
        "Avec quel autre pôle pourrions-nous travailler ?",
        "Qui contacter dans notre région ?",
        "Nous cherchons un autre cluster.",
        "Quels clusters ressemblent au nôtre ?",
        "Quel pôle pourrait nous aider ?",
        "Which clusters should we contact?",
    ],
)
def test_a_question_that_leaves_both_readings_is_asked_back(question: str, classifier: IntentClassifier) -> None:
    back = asked(question, classifier)
    assert back is not None
    assert [choice.set["intent"] for choice in back.choices] == ["referent", "partenaire"]


@pytest.mark.parametrize(
    "question",
    [
        "Qui contacter pour prendre conseil sur notre gouvernance ?",
        "Qui contacter pour un projet européen sur l'hydrogène ?",
        "Nous venons de créer notre cluster, qui contacter ?",
        "Comment fixer les cotisations ?",
        "Qui préside ce pôle ?",
        "Sommes-nous plus gros que les autres clusters ?",
        "Qui contacter pour une fuite d'eau ?",
    ],
)
def test_a_cue_a_stated_phase_or_another_subject_settles_it(question: str, classifier: IntentClassifier) -> None:
    assert asked(question, classifier) is None


@pytest.mark.parametrize(
    ("phase", "intent"), [(Phase.STRUCTURATION, Intent.REFERENT), (Phase.DEVELOPPEMENT, Intent.PARTENAIRE)]
)
def test_a_known_phase_decides_and_the_reason_says_so(
    phase: Phase, intent: Intent, classifier: IntentClassifier
) -> None:
    question = "Quel pôle contacter ?"
    found, _ = route(question, EMBEDDER.embed_query(question), classifier, profile=PilotProfile(phase=phase))
    assert found.intent == intent
    assert found.reasons[0] == "la question laisse le choix\u00a0: votre phase décide"


def test_the_question_waits_for_an_unknown_phase_and_for_one_of_the_two_intents() -> None:
    def read(intent: Intent, phase: Phase) -> Route:
        return Route(phase=phase, phase_source=PhaseSource.QUESTION, intent=intent, confidence=0.5, reasons=())

    assert clarification(read(Intent.REFERENT, Phase.INCONNUE), OPEN, "en") is not None
    assert clarification(read(Intent.REFERENT, Phase.STRUCTURATION), 1.0, "en") is None
    assert clarification(read(Intent.PRATIQUE, Phase.INCONNUE), 1.0, "en") is None
    assert clarification(read(Intent.PARTENAIRE, Phase.INCONNUE), OPEN / 2, "en") is None


def test_what_is_written_as_ambiguous_is_learnt_under_both_intents(tmp_path: Path) -> None:
    file = tmp_path / "routing.yaml"
    file.write_text("".join(f"{i}: {{a: [une phrase]}}\n" for i in Intent) + "ambigu: {b: ['Qui contacter ?']}\n")
    example = read_examples(file)[-1]
    assert (example.intent, example.also) == (Intent.REFERENT, Intent.PARTENAIRE)
