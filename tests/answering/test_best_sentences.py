"""Of the sentences on a fact, the one that people who read them chose for like questions is known to answer best."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant import resources
from assistant.answering.best_sentences import answering_best, best_sentences
from assistant.answering.known_questions import KnownQuestion, learn_questions, read_known_questions
from assistant.answering.stating import key_of
from assistant.reading.sentences import sentences
from tests.hashing import HashingEmbedder

EMBEDDER = HashingEmbedder()
ROLE, RENEWAL = key_of("L'AFPC représente les pôles."), key_of("Son conseil se renouvelle par tiers.")
ASKED = [
    KnownQuestion("À quoi sert l'AFPC ?", "fr", ("F1",), (), ROLE),
    KnownQuestion("rôle de l'AFPC", "fr", ("F1",), (), ROLE),
    KnownQuestion("Quand son conseil change-t-il ?", "fr", ("F1",), (), RENEWAL),
    KnownQuestion("renouvellement du conseil", "fr", ("F1",), (), RENEWAL),
    KnownQuestion("Combien de membres ?", "fr", ("F2",), ()),
]
KNOWN = learn_questions(ASKED, [question.text for question in ASKED], EMBEDDER)


def surest(question: str) -> str:
    found = KNOWN.asked(EMBEDDER.read_question(question), question).sentences
    return max(found, key=lambda key: found[key])


def test_a_question_on_one_clause_of_a_fact_is_answered_by_the_sentence_that_states_it() -> None:
    assert surest("l'AFPC, à quoi ça sert ?") == ROLE
    assert surest("quand change le conseil ?") == RENEWAL


def test_a_sentence_is_known_by_its_words_however_they_are_spaced() -> None:
    assert key_of("a\u00a0b\nc") == key_of("a b  c") != key_of("a b")


@given(st.lists(st.sampled_from(["", "k1", "k2", "k3"]), min_size=1, max_size=8), st.floats(0, 1))
def test_no_sentence_is_surer_than_its_fact(keys: list[str], surety: float) -> None:
    anchors = np.eye(8, dtype=np.float32)[: len(keys)]
    found = answering_best(best_sentences([("F1",)] * len(keys), keys), {"F1": surety}, anchors[0], anchors)
    assert set(found) <= set(keys) - {""}
    assert all(0 <= share <= surety + 1e-6 for share in found.values())


def test_nearly_every_sentence_that_known_questions_name_stands_in_a_shipped_note() -> None:
    named = {q.best for q in read_known_questions(resources.corpus() / "known_questions.jsonl") if q.best}
    notes = (resources.corpus() / "documents").rglob("*.md")
    lines = [line for note in notes for line in note.read_text("utf-8").split("---", 2)[-1].split("\n")]
    gone = named - {key_of(line[span.start : span.end]) for line in lines for span in sentences(line)}
    assert len(named) > 500 and len(gone) <= 0.02 * len(named)
