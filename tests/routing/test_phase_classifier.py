"""Phases read as they were learnt: beside the rules, with the pilot's own words, and never of somebody else."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import resources
from assistant.errors import CorpusError
from assistant.routing.clauses import clauses
from assistant.routing.examples import Example
from assistant.routing.phase import stated_phase
from assistant.routing.phase_classifier import PhaseClassifier, load_phases
from assistant.routing.phase_examples import read_clauses
from assistant.routing.phase_signs import states_nothing
from assistant.vocabulary import Intent, Phase
from tests.hashing import HashingEmbedder

EMBEDDER = HashingEmbedder()
PHASES = resources.corpus() / "phases.yaml"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("models")


@pytest.fixture(scope="module")
def phases(folder: Path) -> PhaseClassifier:
    return load_phases(PHASES, [], EMBEDDER, folder)


def read(phases: PhaseClassifier, question: str) -> dict[Phase, str]:
    return phases.stated(question, [], EMBEDDER.embed_query)


def test_a_wording_that_no_rule_knows_is_heard_with_the_pilot_s_words(phases: PhaseClassifier) -> None:
    question = "Bonjour, notre grappe sort tout juste de terre, qui appeler ?"
    assert read(phases, question) == {Phase.STRUCTURATION: "notre grappe sort tout juste de terre"}
    told = stated_phase("La structuration est derrière nous, avec qui innover ?", lambda text: read(phases, text))
    assert told is not None
    assert told[0] == Phase.DEVELOPPEMENT


@pytest.mark.parametrize(
    "question",
    [
        "Quels clusters viennent de voir le jour ?",
        "Le pôle voisin vient de voir le jour, que lui dire ?",
        "Notre commission export vient de voir le jour, comment l'animer ?",
        "Une fois la structuration derrière nous, avec qui innover ?",
        "Nous existons depuis vingt ans, avec qui innover ?",
        "Comment passer en phase de développement ?",
    ],
)
def test_others_conditions_and_age_state_no_phase(phases: PhaseClassifier, question: str) -> None:
    assert read(phases, question) == {}


def test_what_was_learnt_is_found_again_without_learning(phases: PhaseClassifier, folder: Path) -> None:
    again = load_phases(PHASES, [], EMBEDDER, folder, progress=lambda *_: pytest.fail("learns again"))
    assert np.allclose(again.meaning, phases.meaning)


def test_an_ordinary_question_is_not_embedded_again(phases: PhaseClassifier) -> None:
    phases.stated("Combien de membres a ce pôle ?", [], lambda text: pytest.fail("embeds"))


def test_a_marked_sentence_teaches_what_states_and_what_does_not(tmp_path: Path) -> None:
    file = tmp_path / "phases.yaml"
    file.write_text(
        "structuration:\n  a:\n  - <on démarre>, il nous faut un local\n"
        "developpement:\n  b:\n  - <nous sommes structurés>\n"
        "aucune:\n  c:\n  - nous cherchons un local\n",
        encoding="utf-8",
    )
    routed = [Example(text, (), Intent.PRATIQUE, "d") for text in ("nous sommes structurés", "nous voulons un local")]
    taught = {clause.text: clause.phase for clause in read_clauses(file, routed)}
    assert taught == {
        "on démarre": Phase.STRUCTURATION,
        "il nous faut un local": None,
        "on démarre, il nous faut un local": Phase.STRUCTURATION,
        "nous sommes structurés": Phase.DEVELOPPEMENT,
        "nous cherchons un local": None,
        "nous voulons un local": None,
    }


@pytest.mark.parametrize("text", ["structuration: {a: [b]}", "- liste", "[", "autre: 1\nstructuration: 1\naucune: 1"])
def test_bad_sentences_are_refused_with_the_file(tmp_path: Path, text: str) -> None:
    file = tmp_path / "phases.yaml"
    file.write_text(text)
    with pytest.raises(CorpusError) as refused:
        read_clauses(file, [])
    assert "phases.yaml" in refused.value.message()


@given(text=st.text(st.sampled_from("nous ,.;?!()é-’ et mais\n🙂\ud800")))
def test_clauses_lie_within_the_text_and_any_text_is_read(phases: PhaseClassifier, text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in clauses(text))
    assert isinstance(states_nothing(text), bool)
    assert all(said in text for said in read(phases, text).values())


def test_the_cluster_of_somebody_named_is_not_the_person_s_own() -> None:
    assert not states_nothing("le pôle a commencé en février")
    assert not states_nothing("à peine nés")
    assert states_nothing("le pôle de Tours a commencé en février")
    assert states_nothing("la grappe qui a démarré en mars")
