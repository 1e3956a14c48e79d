"""A message that follows others is answered by the fact that it means, whatever it leaves unsaid."""

import json
from pathlib import Path

import pytest

from assistant import Interpilote, resources
from assistant.answering.followed import LEANS
from assistant.answering.leaning_messages import load_leaning
from assistant.errors import CorpusError
from assistant.vocabulary import Answer, Status, Turn

UTTERANCES = resources.corpus() / "routing.yaml"


def after(assistant: Interpilote, *messages: str) -> Answer:
    history: list[Turn] = []
    for message in messages[:-1]:
        history.append(Turn(question=message, answer=assistant.ask(message, history=history).answer))
    return assistant.ask(messages[-1], history=history)


@pytest.mark.model
@pytest.mark.parametrize(
    ("messages", "facts"),
    [
        (("c'est quoi un cluster au juste", "et une grappe ?"), {"F008", "F001", "F265", "F271"}),
        (("inno'vin a démarré avec combien de monde", "la mise en place a pris combien de temps"), {"F203", "F202"}),
        # Not learnt: of eval/development/follow_ups.jsonl.
        (("le fui existe encore en 2025 ?", "remplacé par quoi"), {"F141", "F142"}),
        (("on convoque l'ag combien de jours avant", "faut mettre quoi dedans"), {"F582"}),
        (("c'est quoi le contrat d'engagement républicain", "et si on le signe pas"), {"F566"}),
        (("qui anime les 126 grappes", "et si on divise, par grappe ça fait combien d'argent"), {"F131"}),
    ],
)
def test_the_fact_that_it_leaves_unsaid_is_cited(
    assistant: Interpilote, messages: tuple[str, ...], facts: set[str]
) -> None:
    answer = after(assistant, *messages)
    assert answer.status is Status.ANSWERED
    assert facts & {*answer.citations[0].facts, *answer.citations[1].facts}


@pytest.mark.model
@pytest.mark.parametrize(
    "message", ["merci", "quelle heure est-il ?", "raconte-moi une blague", "Qui a gagné la coupe du monde ?"]
)
def test_what_is_of_nothing_here_leans_on_no_question_before(assistant: Interpilote, message: str) -> None:
    answer = after(assistant, "Comment obtenir le label bronze ?", message)
    assert answer.rewritten_question is None and answer.status is not Status.ANSWERED


@pytest.mark.model
def test_turns_without_a_word_are_no_subject(assistant: Interpilote) -> None:
    answer = assistant.ask("À quoi sert l'AFPC ?", history=[Turn(question=" ? "), Turn(question="")])
    assert answer.rewritten_question is None and "AFPC" in answer.answer


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
