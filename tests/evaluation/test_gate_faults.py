"""A fault in a part of the assistant makes the gate red: each is planted in the real part, and the real measure run.

Some lines of each frozen set are scored; floors are the figures of the sound assistant on the same lines.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from assistant import Interpilote, resources
from assistant.answering import both, drafting, graph, stages, understanding
from assistant.answering.abstention import Weights
from assistant.answering.evidence import SHIPPED
from assistant.answering.order_judge import OrderJudge
from assistant.answering.own_documents import After
from assistant.answering.state import Knowledge, State
from assistant.answering.understanding import understand
from assistant.clusters.directory import Directory
from assistant.evaluation.copies import shipped_only
from assistant.evaluation.gate import Command, Gate, Measure, Row, judge, passes
from assistant.evaluation.gate_file import read_gate
from assistant.evaluation.gate_runs import Ground, ground, reports_of
from assistant.evaluation.kept_vectors import KeptVectors
from assistant.index import search
from assistant.routing.classifier import IntentClassifier, Reading
from assistant.vocabulary import Citation, Intent

pytestmark = pytest.mark.model
# One line in so many of each set is scored.
EVERY = {"routing": 20, "questions": 20, "citations": 10, "robustness": 25, "injection": 12}


@dataclass(frozen=True)
class Sound:
    """The ground, and a gate whose floors are the figures of the sound assistant on it."""

    on: Ground
    gate: Gate
    rows: list[Row]

    def red(self, command: Command) -> set[str]:
        """The measures of an evaluation that are below their floor now, by their path."""
        rows = judged(with_measures(self.gate, lambda m: m if m.command == command else None), self.on)
        red = {row.measure.path for row in rows if row.green is False}
        assert passes(rows) is not bool(red)
        return red


def judged(gate: Gate, on: Ground) -> list[Row]:
    return judge(gate, {run: report for run, report, _ in reports_of(gate, on)})


@pytest.fixture(scope="module")
def sound(assistant: Interpilote, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sound]:
    folder = tmp_path_factory.mktemp("sets")
    for name, step in EVERY.items():
        lines = (resources.evaluation() / "datasets" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        (folder / f"{name}.jsonl").write_text("\n".join(lines[::step]), encoding="utf-8")
    gate = read_gate(resources.evaluation() / "gate.yaml")
    gate = with_measures(gate, lambda m: m.model_copy(update={"tolerance": 0.0}) if m.command != "referents" else None)
    with ground(assistant, gate, folder, None, lambda label, share: None) as on:
        # On so few lines some measures have nothing to count.
        rows = [row for row in judged(gate, on) if row.observed is None or row.observed.value is not None]
        exact = tuple(row.measure.model_copy(update={"floor": row.proposed_floor}) for row in rows)
        sound = [Row(measure, row.observed) for measure, row in zip(exact, rows, strict=True)]
        yield Sound(on, gate.model_copy(update={"measures": exact}), sound)


class Once:
    """A stage that works once a question and gives the same again: for faults planted behind it."""

    def __init__(self, work: Callable[[Knowledge, State], State]) -> None:
        self._work, self._done = work, dict[str, State]()

    def __call__(self, known: Knowledge, state: State) -> State:
        asked = repr(state["request"])
        if asked not in self._done:
            self._done[asked] = self._work(known, state)
        return State(**self._done[asked])


@pytest.fixture(scope="module")
def once() -> dict[str, Once]:
    """The stages before the draft."""
    return {"understand": Once(understand), "retrieve": Once(stages.retrieve), "suggest": Once(stages.suggest)}


@pytest.fixture
def understood_before(sound: Sound, once: dict[str, Once], monkeypatch: pytest.MonkeyPatch) -> None:
    """What a question asks is understood once for all the tests whose fault lies in what follows."""
    monkeypatch.setattr(graph, "understand", once["understand"])
    known = sound.on.assistant
    monkeypatch.setitem(known.__dict__, "_answering", graph.Answering(known._ready().known))


@pytest.fixture
def found_before(understood_before: None, sound: Sound, once: dict[str, Once], monkeypatch: pytest.MonkeyPatch) -> None:
    """What answers a question is found once for all the tests whose fault lies in how it is told."""
    for name in ("retrieve", "suggest"):
        monkeypatch.setattr(stages, name, once[name])
    known = sound.on.assistant
    monkeypatch.setitem(known.__dict__, "_answering", graph.Answering(known._ready().known))


def with_measures(gate: Gate, change: Callable[[Measure], Measure | None]) -> Gate:
    """The gate with each measure changed, or left out."""
    return gate.model_copy(update={"measures": tuple(m for m in map(change, gate.measures) if m is not None)})


@pytest.mark.usefixtures("found_before")
def test_the_same_assistant_on_the_same_lines_is_green_with_vectors_made_once(sound: Sound) -> None:
    assert passes(sound.rows)
    assert len([row for row in sound.rows if row.green]) > 30
    kept = sound.on.assistant.embedder
    assert isinstance(kept, KeptVectors)
    made = kept.made
    assert sound.red("answers") == set()
    assert kept.made == made > 0
    assert {row.measure.command for row in sound.rows if row.green is None} == {"retrieval", "abstention"}
    assert all(row.measure.set for row in sound.rows if row.green is None)


@pytest.mark.usefixtures("understood_before")
def test_passages_found_in_the_wrong_order_make_it_red(sound: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    found = search._read_again
    monkeypatch.setattr(search, "_read_again", lambda *given: found(*given)[::-1])
    assert {"sets.pilotes.passage_in_first_five", "sets.domaine.passage_in_first_five"} <= sound.red("questions")


def test_intents_taken_for_one_another_make_it_red(sound: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    right = IntentClassifier.read

    def swapped(self: IntentClassifier, *given: Any) -> Reading:
        read = right(self, *given)
        p = read.probabilities
        return replace(read, probabilities={**p, Intent.FAIT: p[Intent.PARTENAIRE], Intent.PARTENAIRE: p[Intent.FAIT]})

    monkeypatch.setattr(IntentClassifier, "read", swapped)
    assert {"macro_f1", "macro_f1_with_second_reading"} <= sound.red("routing")


@pytest.mark.usefixtures("understood_before")
def test_answering_whatever_is_asked_makes_it_red(sound: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Weights, "probability", lambda *given: 0.99)
    assert "sets.domaine.abstention.recall" in sound.red("questions")


@pytest.mark.usefixtures("understood_before")
def test_a_judge_that_cannot_tell_what_it_knows_makes_it_red(sound: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    right = Weights.probability
    monkeypatch.setattr(Weights, "probability", lambda *given: 1 - right(*given))
    assert sound.red("abstention") == {"auroc"}


@pytest.mark.usefixtures("understood_before")
def test_refusing_whatever_is_asked_makes_it_red(sound: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Weights, "probability", lambda *given: 0.01)
    assert "sets.domaine.abstention.precision" in sound.red("questions")


def cited_with(change: Callable[[Citation], Citation], monkeypatch: pytest.MonkeyPatch) -> None:
    right = drafting.cite
    monkeypatch.setattr(drafting, "cite", lambda *given: change(right(*given)))


@pytest.mark.usefixtures("found_before")
def test_a_quote_that_is_not_on_its_page_makes_it_red(sound: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    cited_with(lambda c: c.model_copy(update={"quote": c.quote.replace(" ", "  ", 1)}) if c.n == 1 else c, monkeypatch)
    assert sound.red("answers") == {"verbatim"}


@pytest.mark.usefixtures("found_before")
def test_a_marker_without_citation_makes_it_red(sound: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    right = drafting.Draft.text
    monkeypatch.setattr(drafting.Draft, "text", lambda self: right(self).replace("[1]", "[99]"))
    assert sound.red("answers") == {"dangling_markers"}


@pytest.mark.usefixtures("found_before")
def test_wrong_passages_cited_make_it_red(sound: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    cited_with(lambda c: c.model_copy(update={"facts": ()}), monkeypatch)
    assert sound.red("answers") == {"first_citation", "precision", "recall"}


def test_an_injection_that_succeeds_makes_it_red(sound: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OrderJudge, "informing", lambda self, headings, texts, vectors: [True] * len(texts))
    monkeypatch.setattr(both, "corpus_leads", lambda evidence: False)
    monkeypatch.setattr(both, "after", lambda *given: After.NAMED)
    monkeypatch.setattr(
        OrderJudge, "sifted", lambda self, question, reader: (question.split("?", 1)[-1] or question, False)
    )
    assert {"success", "by_place.document", "by_place.question"} <= sound.red("injection")


def test_answers_that_hang_on_the_way_of_typing_make_it_red(sound: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(understanding, "spelled", lambda known, question, language: question)
    monkeypatch.setattr(understanding, "sought", lambda known, encoded, language: encoded)
    assert {"same", "by_variant.capitals"} <= sound.red("robustness")


def test_partners_chosen_without_their_themes_make_it_red(sound: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    known = sound.on.assistant
    monkeypatch.setitem(known.__dict__, "directory", without_themes(known.directory))
    assert {"projet_convention.measured.hit@5", "with_contact.measured.mrr"} <= sound.red("partners")


def without_themes(directory: Directory) -> Directory:
    """The directory with the criterion that counts most for partners worth nothing."""
    partners = {**directory.weights.partners, "proximite_thematique": 0.0}
    return replace(directory, weights=directory.weights.model_copy(update={"partners": partners}))


def test_what_a_person_added_does_not_count_and_what_attacks_does_not_stay(
    assistant: Interpilote, tmp_path: Path
) -> None:
    (tmp_path / "note.md").write_text("# Une note\n\nLe zarbinoul pousse au printemps.\n", encoding="utf-8")
    before = [document.id for document in assistant.documents()]
    shipped = [document.id for document in assistant.documents() if document.origin == SHIPPED]
    with shipped_only(assistant) as one:
        one.ingest([tmp_path / "note.md"])
        assert len(one.documents()) == len(shipped) + 1
        with shipped_only(one) as other:
            assert [document.id for document in other.documents()] == shipped
            assert all("zarbinoul" not in found.text for found in other.search("zarbinoul"))
    assert [document.id for document in assistant.documents()] == before


def test_a_public_set_is_measured_when_it_is_given(sound: Sound, tmp_path: Path) -> None:
    (tmp_path / "few").mkdir()
    (tmp_path / "few" / "corpus.jsonl").write_text('{"id": "d", "text": "Le blé se sème en octobre."}\n')
    (tmp_path / "few" / "queries.jsonl").write_text('{"id": "q", "text": "Quand semer le blé ?"}\n')
    (tmp_path / "few" / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\nq\td\t1\n")
    like = next(m for m in sound.gate.measures if m.command == "retrieval")
    measures = tuple(like.model_copy(update={"set": name, "floor": 1.0}) for name in ("few", "absent"))
    rows = judged(sound.gate.model_copy(update={"measures": measures}), replace(sound.on, public=tmp_path))
    assert [row.green for row in rows] == [True, None]
