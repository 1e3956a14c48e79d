"""What the page gives back of a conversation, as history."""

from assistant.answering.those_given import told_in
from assistant.ui.conversation import TURNS_KEPT, Messages
from assistant.ui.conversation import turns as turns_of
from assistant.ui.rendering import answer_html, user_html
from assistant.vocabulary import Answer, Intent, Phase, Route, Status, Turn


def said(question: str, text: str) -> list[dict[str, str]]:
    route = Route(phase=Phase.INCONNUE, phase_source="inconnue", intent=Intent.PARTENAIRE, confidence=1, reasons=())
    answer = Answer(
        question=question,
        language="fr",
        route=route,
        status=Status.ANSWERED,
        answer=text,
        generator="extractif",
        corpus_version="1",
    )
    return [{"role": "user", "content": user_html(question)}, {"role": "assistant", "content": answer_html(answer)}]


def names(text: str) -> list[tuple[int, int]]:
    """Where two clusters are named."""
    return sorted((at, at + len(name)) for name in ("Odéys", "Xylofutur") if (at := text.find(name)) >= 0)


def turns(messages: Messages) -> list[Turn]:
    return turns_of(messages, names)


LIST = "- **Inno'vin**\u00a0: près. [1]\n  - Un détail.\n- **R&D Pôle**\u00a0: **loin**."


def test_the_names_that_an_answer_gave_go_with_its_question_and_nothing_else_of_it() -> None:
    assert turns(said("Avec qui", LIST)) == [Turn(question="Avec qui", answer="- **Inno'vin**\n- **R&D Pôle**")]


def test_a_question_without_an_answer_and_messages_in_parts_are_history_too() -> None:
    asked, answered = said("Avec qui", LIST)
    parts = [{**asked, "content": [{"type": "text", "text": asked["content"]}]}, asked, answered]
    assert [(turn.question, bool(turn.answer)) for turn in turns(parts)] == [
        ("Avec qui", False),
        ("Avec qui", True),
    ]


def test_only_the_last_exchanges_are_kept() -> None:
    messages = [message for rank in range(TURNS_KEPT + 3) for message in said(f"Question {rank}", LIST)]
    assert [turn.question for turn in turns(messages)] == [f"Question {rank}" for rank in range(3, TURNS_KEPT + 3)]


def test_a_conversation_that_begins_has_no_history() -> None:
    assert turns([]) == []


def test_the_columns_of_a_table_and_the_names_of_a_list_are_remembered_and_nothing_else() -> None:
    table = "| | Odéys | Xylofutur |\n|---|---|---|\n| Membres | — | 278 (2022) |"
    assert turns(said("Comparer", table)) == [Turn(question="Comparer", answer="| | Odéys | Xylofutur |")]
    listed = "Clusters et pôles sur le thème « bois » : Odéys et Xylofutur. [1]"
    (turn,) = turns(said("Quels clusters ?", listed))
    assert turn.answer == "Clusters : Odéys, Xylofutur"
    assert told_in(turn.answer, names) == ["Odéys", "Xylofutur"]
    assert turns(said("Quel budget", "Chez Xylofutur, 1 M€. [1]")) == [Turn(question="Quel budget")]
