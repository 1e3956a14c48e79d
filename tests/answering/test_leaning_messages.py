"""Whether a message leans on those before it, told from the message alone."""

import json
from pathlib import Path

import pytest

from assistant import Interpilote, resources
from assistant.answering.followed import LEANS
from assistant.answering.leaning_messages import load_leaning
from assistant.errors import CorpusError
from assistant.vocabulary import Status, Turn

UTTERANCES = resources.corpus() / "routing.yaml"


@pytest.mark.model
@pytest.mark.parametrize(
    ("message", "leans"),
    [
        ("et à mi-temps ?", True),
        ("combien de temps ça prend ?", True),
        ("vous n'auriez pas quelque chose de plus récent ?", True),
        ("tu peux détailler ?", True),
        ("quel statut juridique choisir pour une grappe ?", False),
        ("Comment se finance un pôle de compétitivité ?", False),
        ("quel temps fera-t-il demain à Nantes ?", False),
    ],
)
def test_a_message_that_says_half_leans_and_a_whole_question_does_not(
    assistant: Interpilote, message: str, leans: bool
) -> None:
    assert (assistant.leaning.log_odds(assistant.embedder.read_question(message)) >= LEANS) == leans


@pytest.mark.model
def test_what_leans_on_a_question_of_ours_is_never_called_out_of_scope(assistant: Interpilote) -> None:
    history: list[Turn] = []
    for question in ("Combien demander de cotisation aux PME ?", "vous n'auriez pas quelque chose de plus récent ?"):
        answer = assistant.ask(question, history=history)
        history.append(Turn(question=question, answer=answer.answer))
    assert answer.rewritten_question is not None
    assert "sort de ce que je sais faire" not in answer.answer


@pytest.mark.model
def test_another_subject_stays_out_of_scope_within_a_dialogue(assistant: Interpilote) -> None:
    before = Turn(question="Combien demander de cotisation aux PME ?", answer="…")
    answer = assistant.ask("Raconte-moi une blague sur les chats", history=[before])
    assert answer.status is Status.ABSTAINED and answer.rewritten_question is None


@pytest.mark.parametrize("row", [{"text": "et ?"}, {"leans": True}])
def test_a_message_of_which_nothing_is_said_is_refused(tmp_path: Path, row: dict[str, object]) -> None:
    file = tmp_path / "follow_ups.jsonl"
    file.write_text(json.dumps(row) + "\n", encoding="utf-8")
    with pytest.raises(CorpusError):
        load_leaning(file, UTTERANCES, None, tmp_path)  # type: ignore[arg-type]
