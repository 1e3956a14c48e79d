"""A question is parted by what it asks for, listed names counting as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.asked_fields import NAME, fields_asked, is_among_them, parts_of, spans_in
from assistant.clusters.fields import Field


def named(question: str, *names: str) -> list[tuple[int, int]]:
    return [(question.index(name), question.index(name) + len(name)) for name in names]


@pytest.mark.parametrize(
    ("question", "names", "parts"),
    [
        ("Combien d'adhérents et quel budget pour Aa ?", ["Aa"], ["X : Combien d'adhérents", "quel budget pour X"]),
        ("Que sont devenus Aa, Bb et le pôle Cc ?", ["Aa", "Bb", "Cc"], ["Que sont devenus X"]),
        ("Le budget d'Aa et celui de Bb ?", ["Aa", "Bb"], ["Le budget d'X"]),
        ("Aa : membres, équipe + budget svp", ["Aa"], ["X : membres", "X : équipe", "X : budget"]),
        ("Pouvez-vous me donner la ville d'Aa, merci ?", ["Aa"], ["la ville d'X"]),
        ("Qui est Aa et combien pèse-t-il ?", ["Aa"], ["Qui est X", "X : combien pèse-t-il"]),
    ],
)
def test_a_question_is_parted(question: str, names: list[str], parts: list[str]) -> None:
    assert parts_of(question, named(question, *names)) == parts


def test_no_field_is_asked_when_a_part_asks_for_something_else() -> None:
    reads = {"X : membres": Field.MEMBRES, "X : budget": Field.BUDGET}.get
    both, other = "Aa : membres, budget", "Aa : membres, logo"
    assert fields_asked(both, named(both, "Aa"), lambda part, spans: reads(part)) == (Field.MEMBRES, Field.BUDGET)
    assert fields_asked(other, named(other, "Aa"), lambda part, spans: reads(part)) == ()


@pytest.mark.parametrize(
    ("question", "among"),
    [
        ("Quels projets Aa et Bb mènent-ils ensemble ?", True),
        ("Aa et Bb, c'est une fusion ?", True),
        ("Où sont Aa et Bb ?", False),
    ],
)
def test_what_clusters_do_with_each_other_is_told_from_what_each_has(question: str, among: bool) -> None:
    assert is_among_them(question) is among


@given(st.text(max_size=80), st.text(max_size=80))
def test_every_part_names_the_clusters(before: str, after: str) -> None:
    question = f"{before}Aa{after}"
    for part in parts_of(question, [(len(before), len(before) + 2)]):
        assert spans_in(part) and NAME in part
