"""How a question travels, as a LangGraph graph.

    understand ─┬─ (clarify, hors sujet) ─▶ end
                └─ retrieve ─┬─ (the corpus is silent) ─▶ end
                             └─ suggest ─ draft ─▶ end

Stages are functions on our own types; LangGraph gives early exits and the stream of stages that the page shows.
"""

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, cast

from assistant.answering import stages
from assistant.answering.abstention import Signals
from assistant.answering.generators import generator
from assistant.answering.state import Knowledge, Request, State
from assistant.answering.understanding import understand
from assistant.vocabulary import Answer, Language

STAGES: tuple[str, ...] = ("understand", "retrieve", "suggest", "draft")


class Answering:
    """The compiled graph. Safe to share between threads: a question's state is its own."""

    def __init__(self, known: Knowledge) -> None:
        from langgraph.graph import END, START, StateGraph

        graph: Any = StateGraph(State)
        work: dict[str, Callable[[Knowledge, State], State]] = {
            "understand": understand,
            "retrieve": stages.retrieve,
            "suggest": stages.suggest,
            "draft": generator(known.settings),
        }
        for name in STAGES:
            graph.add_node(name, partial(_timed, name, work[name], known))
        graph.add_edge(START, STAGES[0])
        for name, following in zip(STAGES, [*STAGES[1:], END], strict=True):
            graph.add_conditional_edges(name, partial(_next, following, END), [following, END])
        self.known, self._graph = known, graph.compile()

    def stream(self, request: Request) -> Iterator[dict[str, Any]]:
        """Events: {"stage": name} as each begins, {"line": text} as a chat model's sentences are checked,
        {"answer": Answer} last."""
        started, timings, answer = time.perf_counter(), dict[str, float](), None
        for mode, event in self._graph.stream({"request": request}, stream_mode=["custom", "updates"]):
            if mode == "custom":
                timings |= event.get("timings", {})
                if "timings" not in event:
                    yield event
            else:
                answer = next(iter(event.values())).get("answer", answer)
        timings["total"] = _elapsed(started)
        yield {"answer": cast(Answer, answer).model_copy(update={"timings_ms": timings})}

    def signals(self, request: Request) -> tuple[Signals, Language]:
        """What speaks for or against answering, and the language of the question."""
        state = State(request=request)
        state.update(understand(self.known, state))
        state.update(stages.retrieve(self.known, state))
        return state["signals"], state["language"]


def _timed(name: str, work: Callable[[Knowledge, State], State], known: Knowledge, state: State) -> State:
    from langgraph.config import get_stream_writer

    tell, started = get_stream_writer(), time.perf_counter()
    tell({"stage": name})
    update = work(known, state)
    tell({"timings": {name: _elapsed(started)}})
    return update


def _next(following: str, end: str, state: State) -> str:
    return end if "answer" in state else following


def _elapsed(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)
