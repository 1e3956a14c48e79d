"""Questions that facts are known to answer: which facts a question is after, kept between runs; the shipped ones are sound."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import resources
from assistant.answering.known_questions import (
    MISSED,
    KnownQuestion,
    KnownQuestions,
    learn_questions,
    load_known_questions,
    read_known_questions,
    read_near_misses,
)
from assistant.errors import CorpusError
from assistant.library.facts import load_facts
from tests.hashing import HashingEmbedder

EMBEDDER = HashingEmbedder()
KINDS = (
    "actualite annee_fausse chiffre_absent cluster_invente contact_personnel detail_absent fausse_premisse loin "
    "procedure_absente salaire"
).split()
FILE = resources.corpus() / "known_questions.jsonl"
ASKED = (
    KnownQuestion("Combien de collèges dans un conseil ?", "fr", ("F060",), ("F061",)),
    KnownQuestion("À quel rythme réunir le bureau ?", "fr", ("F069", "F070"), ()),
    KnownQuestion("Quelle cotisation demander aux PME ?", "fr", ("F118",), ()),
    KnownQuestion("collèges conseil", "fr", ("F060",), ()),
)
KNOWN = learn_questions(ASKED, [question.text for question in ASKED], EMBEDDER)


def asked(known: KnownQuestions, question: str) -> dict[str, float]:
    return dict(known.asked(EMBEDDER.read_question(question), question).facts)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("combien de collèges faut-il au conseil ?", "F060"),
        ("le bureau se réunit à quel rythme", "F070"),
        ("cotisation des PME", "F118"),
    ],
)
def test_a_question_in_like_words_is_after_the_fact_that_answers_it(question: str, fact: str) -> None:
    found = asked(KNOWN, question)
    assert found[fact] == max(found.values())


def test_a_fact_that_may_be_cited_beside_is_asked_for_less_surely() -> None:
    found = asked(KNOWN, "Combien de collèges dans un conseil ?")
    assert 0 < found["F061"] < found["F060"]


@given(st.text(max_size=80))
def test_surety_is_a_share_whatever_is_typed(question: str) -> None:
    found = asked(KNOWN, question)
    assert set(found) <= {"F060", "F061", "F069", "F070", "F118"}
    assert all(0 < value <= 1 for value in found.values())


def test_what_two_questions_share_tells_less_than_what_sets_them_apart() -> None:
    shared = "Comment animer le réseau des adhérents du cluster"
    alike = [
        KnownQuestion(f"{shared} : {own}", "fr", (fact,), ()) for own, fact in (("cotisation", "F1"), ("bureau", "F2"))
    ]
    found = asked(learn_questions(alike, [q.text for q in alike], EMBEDDER), f"{shared} : le bureau")
    assert found["F2"] > 2 * found.get("F1", 0.0)


def test_what_was_prepared_is_read_again_and_changes_with_the_questions(tmp_path: Path) -> None:
    file = tmp_path / "known.jsonl"
    missed = tmp_path / "missed.jsonl"
    missed.write_text('{"question": "son numéro ?", "language": "fr", "kind": "contact_personnel"}\n', encoding="utf-8")
    rows = [{"question": q.text, "language": "fr", "facts": q.facts, "also": q.also} for q in ASKED]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    def load(may_learn: bool) -> KnownQuestions:
        told = (lambda label, share: None) if may_learn else (lambda label, share: pytest.fail("prepared twice"))
        return load_known_questions(file, missed, EMBEDDER, tmp_path / "models", str, told)

    first, again = load(True), load(False)
    assert asked(again, "collèges du conseil") == pytest.approx(asked(first, "collèges du conseil"), abs=2e-3)
    file.write_text("\n".join(map(json.dumps, rows[:2])), encoding="utf-8")
    assert "F118" not in asked(load(True), "cotisation")


@pytest.mark.parametrize(
    "text",
    ["", '{"question": "a", "language": "fr", "facts": "F006", "also": []}\n', "[]\n", '{"question": "a"}\n', "{\n"],
)
def test_a_spoilt_file_is_told(tmp_path: Path, text: str) -> None:
    file = tmp_path / "known.jsonl"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError):
        read_known_questions(file)


def test_every_fact_has_several_shipped_questions_and_each_cites_facts_that_exist() -> None:
    questions, facts = read_known_questions(FILE), load_facts(resources.corpus()).facts
    asked = Counter(fact for question in questions for fact in question.facts)
    assert asked.keys() == facts.keys() and min(asked.values()) >= 6
    assert all({*question.facts, *question.also} <= facts.keys() for question in questions)
    assert not any(set(question.facts) & set(question.also) for question in questions)
    said = [" ".join(question.text.lower().split()) for question in questions]
    assert len(set(said)) == len(said)
    assert {question.language for question in questions} == {"fr", "en"}


def test_a_near_miss_is_after_no_fact() -> None:
    missed = KnownQuestion("Combien gagne la directrice du conseil ?", "fr", (MISSED + "salaire",), ())
    asked = [*ASKED, missed]
    known = learn_questions(asked, [question.text for question in asked], EMBEDDER)
    question = "combien gagne une directrice"
    found = known.asked(EMBEDDER.read_question(question), question)
    assert all(not name.startswith(MISSED) for name in found.facts)
    assert found.missed > 0.3 > found.surety


def test_shipped_near_misses_are_no_known_questions_and_lie_near_facts_that_exist() -> None:
    file, facts = resources.corpus() / "near_misses.jsonl", load_facts(resources.corpus()).facts
    missed, rows = read_near_misses(file), [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    known = {" ".join(question.text.lower().split()) for question in read_known_questions(FILE)}
    said = [" ".join(question.text.lower().split()) for question in missed]
    assert len(set(said)) == len(said) and not known & set(said)
    assert all(set(row["near"]) <= facts.keys() for row in rows)
    assert {row["kind"] for row in rows} == set(KINDS)
