"""The chat-model path with a real model behind a real OpenAI-compatible server: SmolLM2-135M, run by llama.cpp.

Its French is poor, so only what must hold whatever it writes is asserted.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant import Interpilote
from assistant.vocabulary import Answer, Intent, Status

sys.path.insert(0, str(Path(__file__).parent))
from small_model import lacks, small_model

pytestmark = [pytest.mark.model, pytest.mark.slow, pytest.mark.skipif(bool(lacks()), reason=lacks() or "")]
pytest.importorskip("langchain_openai", reason="needs the extra `openai`")

QUESTION = "Quelles fusions de pôles ont échoué, et pourquoi ?"
NAME = "openai:smollm2"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with small_model() as (base, _):
        yield base


def with_model(another: Any, address: str, **options: float) -> Interpilote:
    options = {"llm_max_tokens": 80, **options}
    return another.like_it(llm=NAME, llm_base_url=address, **options)


def only_what_holds(answer: Answer, assistant: Interpilote) -> None:
    """Whatever the model wrote: each quote is on its page, each marker resolves, and the extractive answer says so."""
    assert answer.status == Status.ANSWERED and answer.claims
    for citation in answer.citations:
        assert citation.quote in assistant.page(citation.document_id, citation.page).text
    assert {int(n) for n in re.findall(r"\[(\d+)\]", answer.answer)} == {c.n for c in answer.citations}
    assert answer.generator in (NAME, "extractif")
    if answer.generator == "extractif":
        assert any(NAME in warning for warning in answer.warnings)


def test_a_real_model_is_streamed_checked_and_shown_with_what_it_saw(
    another: Any, assistant: Interpilote, address: str
) -> None:
    other = with_model(another, address)
    events = list(other.stream(QUESTION, intent=Intent.FAIT))
    other.close()
    answer = events[-1]["answer"]
    only_what_holds(answer, assistant)
    seen = answer.model_exchange
    assert seen is not None and seen.model == NAME
    assert [message.role for message in seen.messages] == ["system", "user"] and QUESTION in seen.messages[1].content
    assert seen.completion
    shown = [claim.text for claim in answer.claims] if answer.generator == NAME else []
    assert not set(shown) & set(seen.dropped)


def test_a_real_model_gives_an_intent_in_the_form_asked_for(another: Any, address: str) -> None:
    other = with_model(another, address, llm_route_below=1.0)
    route = other.route("De qui apprendre pour démarrer ?")
    other.close()
    assert route.intent in set(Intent)
    assert NAME in route.reasons[0]


def test_a_server_killed_in_mid_answer_leaves_the_extractive_answer(another: Any, assistant: Interpilote) -> None:
    with small_model() as (base, process):
        other = with_model(another, base, llm_max_tokens=2000)
        events = other.stream(QUESTION, intent=Intent.FAIT)
        for event in events:
            if event.get("stage") == "draft":
                _kill_soon(process)
                break
        answer = list(events)[-1]["answer"]
        other.close()
    only_what_holds(answer, assistant)
    assert answer.generator == "extractif"
    assert answer.model_exchange is not None and answer.model_exchange.interrupted


def _kill_soon(process: subprocess.Popen[str]) -> None:
    import threading

    threading.Timer(0.3, process.kill).start()


def test_a_real_model_out_of_time_gives_the_extractive_answer(
    another: Any, assistant: Interpilote, address: str
) -> None:
    other = with_model(another, address, llm_timeout_s=0.05)
    answer = other.ask(QUESTION, intent=Intent.FAIT)
    other.close()
    only_what_holds(answer, assistant)
    assert answer.generator == "extractif"
