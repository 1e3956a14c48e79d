"""The intent classifier: probabilities for any text, trained again when its examples change."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from assistant import resources
from assistant.errors import CorpusError
from assistant.routing.classifier import IntentClassifier, load_classifier
from assistant.routing.examples import read_examples
from assistant.routing.route import route
from assistant.vocabulary import Intent, Phase, PhaseSource, PilotProfile
from tests.hashing import HashingEmbedder

EXAMPLES = resources.corpus() / "routing.yaml"
EMBEDDER = HashingEmbedder()


@given(text=st.text())
def test_any_text_gets_probabilities_that_add_up(classifier: IntentClassifier, text: str) -> None:
    chances = classifier.probabilities(text, EMBEDDER.embed_query(text))
    assert set(chances) == set(Intent)
    assert sum(chances.values()) == pytest.approx(1)


def test_a_name_of_a_cluster_says_nothing_of_the_intent(classifier: IntentClassifier) -> None:
    vector = EMBEDDER.embed_query("question")
    one = classifier.probabilities("Qui dirige Vitagora ?", vector, [(11, 19)])
    other = classifier.probabilities("Qui dirige Cap Digital ?", vector, [(11, 22)])
    assert one == pytest.approx(other)


def test_the_reason_gives_words_that_mean_something(classifier: IntentClassifier) -> None:
    question = "Comment fixer le montant des cotisations de nos adhérents ?"
    told = classifier.telling_words(question, [], Intent.PRATIQUE)
    assert {"fixer", "montant", "cotisations"} & {*told}
    assert not {"le", "de", "nos", "des"} & set(told)


def test_it_is_read_back_the_same_and_trained_again_when_examples_change(tmp_path: Path) -> None:
    examples = tmp_path / "routing.yaml"
    some = {
        intent: dict(list(families.items())[:8])
        for intent, families in yaml.safe_load(EXAMPLES.read_text(encoding="utf-8")).items()
    }
    examples.write_text(yaml.safe_dump(some, allow_unicode=True), encoding="utf-8")
    vector = EMBEDDER.embed_query("Comment composer le conseil ?")
    first = load_classifier(examples, EMBEDDER, tmp_path)
    again = load_classifier(examples, EMBEDDER, tmp_path)
    question = "Comment composer le conseil ?"
    assert again.probabilities(question, vector) == pytest.approx(first.probabilities(question, vector), abs=1e-4)
    examples.write_text(examples.read_text(encoding="utf-8").replace("Comment ", "De quelle façon "), encoding="utf-8")
    load_classifier(examples, EMBEDDER, tmp_path)
    assert len(list(tmp_path.glob("routing-*.npz"))) == 2


@pytest.mark.parametrize("text", ["pratique: {a: [b]}", "- liste", "pratique: [", "autre: {a: [b]}"])
def test_bad_examples_are_refused_with_the_file_and_the_place(tmp_path: Path, text: str) -> None:
    file = tmp_path / "routing.yaml"
    file.write_text(text)
    with pytest.raises(CorpusError) as refused:
        load_classifier(file, EMBEDDER, tmp_path)
    assert "routing.yaml" in refused.value.message()


def test_the_phase_is_the_choice_then_the_profile_then_the_question(classifier: IntentClassifier) -> None:
    question = "Nous venons de créer notre cluster, qui nous conseiller ?"
    vector, developed = EMBEDDER.embed_query(question), PilotProfile(phase=Phase.DEVELOPPEMENT)
    by_rule = (Phase.DEVELOPPEMENT, "label tenu")
    choice, _ = route(question, vector, classifier, profile=developed, phase=Phase.STRUCTURATION)
    profile, _ = route(question, vector, classifier, profile=developed)
    rule, _ = route(question, vector, classifier, profile_phase=by_rule)
    said, _ = route(question, vector, classifier)
    unsaid, _ = route("Qui pourrait nous conseiller ?", vector, classifier)
    assert (choice.phase, choice.phase_source) == (Phase.STRUCTURATION, PhaseSource.CHOIX)
    assert (profile.phase, profile.phase_source) == (Phase.DEVELOPPEMENT, PhaseSource.PROFIL)
    assert (rule.phase, rule.reasons[-1]) == (Phase.DEVELOPPEMENT, "label tenu")
    assert (said.phase, said.phase_source) == (Phase.STRUCTURATION, PhaseSource.QUESTION)
    assert (unsaid.phase, unsaid.phase_source) == (Phase.INCONNUE, PhaseSource.INCONNUE)


def test_an_intent_chosen_by_the_pilot_wins(classifier: IntentClassifier) -> None:
    found, _ = route("Combien ?", EMBEDDER.embed_query("Combien ?"), classifier, intent=Intent.PARTENAIRE)
    assert (found.intent, found.confidence) == (Intent.PARTENAIRE, 1.0)


def test_the_words_that_state_a_phase_are_told_in_the_language_of_the_answer(classifier: IntentClassifier) -> None:
    question = "We have just created our cluster, whom could we learn from?"
    vector = EMBEDDER.embed_query(question)
    french, _ = route(question, vector, classifier)
    english, _ = route(question, vector, classifier, language="en")
    assert french.reasons[-1].startswith("vous dites «")
    assert english.reasons[-1].startswith("you say “")


def test_each_family_stands_once_under_its_intent_so_that_none_is_lost_when_read() -> None:
    """YAML keeps the last of two with the same name."""
    lines = [line for line in EXAMPLES.read_text(encoding="utf-8").splitlines() if line.startswith("  - ")]
    assert len(read_examples(EXAMPLES)) == len(lines)
