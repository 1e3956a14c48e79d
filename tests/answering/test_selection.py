"""Choosing among sentences, without model or index."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.evidence import Evidence, coverage
from assistant.answering.selection import bears_on, is_attention, is_caveat, known_first, relevant, same_idea, select
from assistant.library.rows import PassageRow, StoredDocument
from assistant.vocabulary import DocumentType


def sentence(
    text: str,
    score: float = 1.0,
    start: int = 0,
    document: str = "a",
    section: tuple[str, ...] = (),
    facts: tuple[str, ...] = (),
    coverage: float = 0.5,
) -> Evidence:
    row = PassageRow(1, document, 1, 0, 10_000, section, text)
    card = StoredDocument(document, "Titre", DocumentType.BONNES_PRATIQUES, "shipped")
    vector = np.zeros(3, dtype=np.float32)
    return Evidence(text, start, start + len(text), section, facts, row, card, coverage, 0.0, 0.8, score, vector)


def test_the_best_sentences_come_first_and_weak_ones_are_left_out() -> None:
    evidence = [sentence("Le conseil compte trente membres", 0.9), sentence("La pluie tombe sur Brest", 0.3)]
    assert select(evidence, 3, floor=0.5) == evidence[:1]


def test_what_is_known_comes_before_what_was_looked_for_in_vain() -> None:
    vain = sentence("Aucun taux exigé par une Région n'a été trouvé dans les sources.", 0.9)
    known = sentence("L'État visait en 2009 une part privée de la moitié.", 0.8)
    assert known_first([vain, known]) == [known, vain]
    assert known_first([known, sentence("Les aides sont trouvées par la Région", 0.7)])[0] == known


def test_an_idea_is_not_said_twice() -> None:
    first = sentence("En 2012, un pôle comptait onze équivalents temps plein", 0.9)
    again = sentence("Un pôle comptait onze équivalents temps plein en 2012 en moyenne", 0.8, document="b")
    assert select([first, again], 3) == [first]
    assert same_idea(first, again)


def test_one_document_does_not_take_all_the_room() -> None:
    words = ("alpha beta", "gamma delta", "epsilon zeta", "eta theta")
    evidence = [sentence(text, 1 - rank / 10) for rank, text in enumerate(words)]
    other = sentence("iota kappa", 0.1, document="b")
    assert select([*evidence, other], 4, per_document=2) == [*evidence[:2], other]


def test_another_matter_has_to_speak_as_well_as_the_best_sentence_or_hold_words_of_the_question() -> None:
    best = sentence("alpha beta", 0.9, facts=("F1", "F2"))
    same_matter = sentence("gamma delta", 0.6, document="b", facts=("F2",))
    beside = sentence("eta", 0.82, facts=("F3",), coverage=0.0)
    holding = sentence("theta", 0.75, facts=("F3",), coverage=0.8)
    elsewhere = sentence("iota", 0.75, document="c", facts=("F4",), coverage=0.8)
    near = sentence("kappa", 0.82, document="c", facts=("F4",), coverage=0.8)
    found = [best, elsewhere, near, beside, holding, same_matter]
    assert relevant(found) == [best, near, holding, same_matter]
    assert relevant(found, spared=0.1) == found
    assert relevant([]) == []


def test_a_text_without_facts_is_quoted_further_than_others() -> None:
    best, more, other = sentence("alpha", 0.9), sentence("beta", 0.6), sentence("gamma", 0.7, document="b")
    assert relevant([best, other, more]) == [best, more]


def test_what_is_said_to_be_unknown_is_no_answer_unless_a_figure_stands_beside() -> None:
    assert is_caveat(sentence("La part des cotisations de ces trois pôles n'est pas connue ici."))
    assert not is_caveat(sentence("Le conseil a 37 membres en six collèges, dont l'intitulé n'est pas connu ici."))
    assert not is_caveat(sentence("ENTER se présente comme un pôle à mission\u00a0; son statut n'est pas connu ici."))


def test_the_same_figures_of_the_same_cluster_are_not_given_twice() -> None:
    table = sentence("Capenergies réunit 35 membres au conseil et 10 au bureau, SAFE Cluster 37 et 17")
    again = sentence("Capenergies dispose d'un conseil de 35 membres et d'un bureau de 10, complétés par un comité")
    other = sentence("PMT dispose d'un conseil de 50 membres et d'un bureau mensuel")
    assert same_idea(table, again)
    assert not same_idea(table, other)


def test_a_fact_is_not_told_again_from_another_text() -> None:
    first = sentence("Le renouvellement rapide des pilotes freine souvent les alliances", facts=("F1",))
    again = "Les pilotes changent : leur renouvellement rapide inquiète les élus"
    assert same_idea(first, sentence(again, document="b", facts=("F1", "F2")))
    assert not same_idea(first, sentence(again, document="b", facts=("F3",)))


def test_a_caveat_is_told_of_what_is_quoted_only() -> None:
    quoted = sentence("La convention d'Indura et de LUTB date de 2014")
    assert bears_on(sentence("À recouper : la convention d'Indura et de LUTB"), [quoted])
    assert not bears_on(sentence("À recouper : la coopération des pôles de la mer"), [quoted])
    assert not bears_on(sentence("À recouper : la convention d'Indura et de LUTB", document="b"), [quoted])


def test_a_warning_is_known_by_its_heading() -> None:
    assert is_attention(sentence("Attention", section=("Points d'attention",)))
    assert not is_attention(sentence("Attention", section=("Conseil",)))


def test_coverage_counts_rare_words_more_and_headings_less() -> None:
    asked = {"conseil": 1.0, "zorglub": 3.0}
    assert coverage(asked, "le conseil") == 0.25
    assert coverage(asked, "zorglub") == 0.75
    assert 0 < coverage(asked, "rien", ("Zorglub",)) < 0.75
    assert coverage({}, "rien") == 0


@given(st.lists(st.tuples(st.text(min_size=1, max_size=40), st.floats(0, 1)), max_size=20), st.integers(-2, 5))
def test_never_more_than_asked_and_never_the_same_idea_twice(items: list[tuple[str, float]], count: int) -> None:
    evidence = sorted((sentence(text, score) for text, score in items), key=lambda e: -e.score)
    picked = select(evidence, count)
    assert len(picked) <= max(0, count)
    assert all(not same_idea(a, b) for i, a in enumerate(picked) for b in picked[i + 1 :])
