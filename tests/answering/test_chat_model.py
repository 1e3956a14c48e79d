"""The chat-model path over a real HTTP connection: a server on loopback that speaks the OpenAI protocol."""

import itertools
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant import Interpilote
from assistant.answering.chat_model import _sentences
from assistant.vocabulary import Answer, Intent, Status, Turn

sys.path.insert(0, str(Path(__file__).parent))
from openai_server import Script, chat_server

pytestmark = pytest.mark.model
pytest.importorskip("langchain_openai", reason="needs the extra `openai`")

QUESTION = "Quelles fusions de pôles ont échoué, et pourquoi ?"


def asked(another: Any, address: str, question: str = QUESTION, **options: float) -> tuple[Answer, list[str]]:
    """The answer and the lines streamed before it, with a chat model at this address."""
    other = another.like_it(llm="openai:test", llm_base_url=address, **options)
    try:
        events = list(other.stream(question, intent=Intent.FAIT))
    finally:
        other.close()
    return events[-1]["answer"], [event["line"] for event in events if "line" in event]


def extracts(prompt: str) -> list[str]:
    """The quotes that the prompt gives."""
    return re.findall(r"^- (.+)$", prompt, re.MULTILINE)


def in_pieces(text: str) -> Iterator[str]:
    for start in range(0, len(text), 7):
        yield text[start : start + 7]


def test_a_faithful_model_is_shown_sentence_by_sentence_with_our_citations(
    another: Any, assistant: Interpilote
) -> None:
    script: Script = lambda prompt: in_pieces(" ".join(extracts(prompt)[:2]) + " [7]")  # noqa: E731
    with chat_server(script) as address:
        answer, lines = asked(another, address)
    assert answer.status == Status.ANSWERED
    assert answer.generator == "openai:test"
    assert len(lines) == len(answer.claims) == 2
    assert lines == answer.answer.splitlines()[:2]
    for citation in answer.citations:
        assert citation.quote in assistant.page(citation.document_id, citation.page).text


@pytest.mark.parametrize(
    "invention",
    [
        "Le pôle Cap Digital a fusionné avec Aerospace Valley en 2031.",
        "Selon le ministère, 87 % des fusions de pôles échouent au bout de 42 mois.",
        "Les baleines migrent vers le nord au printemps.",
    ],
)
def test_an_invented_sentence_is_dropped_and_counted(another: Any, invention: str) -> None:
    with chat_server(lambda prompt: in_pieces(f"{extracts(prompt)[0]} {invention}")) as address:
        answer, lines = asked(another, address)
    assert len(lines) == 1
    assert invention not in answer.answer
    assert any("1 phrase(s)" in warning for warning in answer.warnings)


def test_a_figure_changed_by_the_model_is_not_shown(another: Any) -> None:
    with chat_server(
        lambda prompt: in_pieces(next(re.sub(r"20\d\d", "1987", e) for e in extracts(prompt) if "20" in e))
    ) as address:
        answer, lines = asked(another, address)
    assert lines == []
    assert answer.generator == "extractif"


def extractive_after_failure(answer: Answer, lines: list[str]) -> None:
    assert answer.status == Status.ANSWERED
    assert answer.generator == "extractif"
    assert answer.citations
    assert any("openai:test" in warning for warning in answer.warnings)
    assert lines == []


def test_a_server_that_is_down_gives_the_extractive_answer_and_says_so(another: Any) -> None:
    extractive_after_failure(*asked(another, "http://127.0.0.1:9/v1"))


def test_sources_asked_for_while_the_server_is_down_are_told_and_that_it_is_down(another: Any) -> None:
    first, _ = asked(another, "http://127.0.0.1:9/v1")
    other = another.like_it(llm="openai:test", llm_base_url="http://127.0.0.1:9/v1")
    try:
        told = other.ask("source ?", history=[Turn(question=QUESTION, answer=first.answer)])
    finally:
        other.close()
    extractive_after_failure(told, [])
    assert told.citations[0].sources[0].title in told.answer and told.model_exchange is not None


def test_french_quotes_of_an_english_answer_are_marked_when_the_model_is_down(another: Any) -> None:
    answer, _ = asked(another, "http://127.0.0.1:9/v1", "Which mergers of clusters failed, and why?")
    assert answer.generator == "extractif" and "“" in answer.answer


def test_a_malformed_stream_gives_the_extractive_answer(another: Any) -> None:
    with chat_server(lambda prompt: ["a"], malformed=True) as address:
        extractive_after_failure(*asked(another, address))


def test_an_empty_reply_gives_the_extractive_answer(another: Any) -> None:
    with chat_server(lambda prompt: []) as address:
        extractive_after_failure(*asked(another, address))


def test_a_refusal_gives_the_extractive_answer(another: Any) -> None:
    with chat_server(lambda prompt: in_pieces("Désolé, je ne peux pas vous aider avec cela.")) as address:
        extractive_after_failure(*asked(another, address))


def test_an_endless_reply_is_cut(another: Any) -> None:
    with chat_server(lambda prompt: itertools.repeat("Encore et encore. ")) as address:
        extractive_after_failure(*asked(another, address, llm_max_tokens=80))


def test_a_slow_reply_is_cut_at_the_time_out(another: Any) -> None:
    with chat_server(lambda prompt: itertools.repeat("mot "), pause=0.05) as address:
        extractive_after_failure(*asked(another, address, llm_timeout_s=0.5))


def test_sentences_come_out_whole_and_bare_however_they_are_cut() -> None:
    text = "1. Un pôle a 11 personnes [2]. **En 2012**, 3,1 chez les grappes !\n- Voilà <b>tout</b>"
    expected = ["Un pôle a 11 personnes.", "En 2012, 3,1 chez les grappes !", "Voilà btout/b"]
    for size in (1, 3, 1000):
        pieces = (text[i : i + size] for i in range(0, len(text), size))
        assert list(_sentences(pieces)) == expected
