"""After a ranking its other end is asked for in a few words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.other_end import other_end


@pytest.mark.parametrize(
    ("asked", "before", "whole"),
    [
        ("et le plus petit ?", "Quel est le plus gros cluster breton ?", "Quel est le plus petit cluster breton ?"),
        (
            "et la plus petite ?",
            "Quels sont les plus gros pôles de Bretagne ?",
            "Quels sont les plus petites pôles de Bretagne ?",
        ),
        ("Et le moins de membres ?", "Quel pôle a le plus de membres ?", "Quel pôle a le moins de membres ?"),
        (
            "and the smallest?",
            "Which is the largest cluster in Brittany?",
            "Which is the smallest cluster in Brittany?",
        ),
    ],
)
def test_the_other_end_of_a_ranking_is_read_as_a_ranking(asked: str, before: str, whole: str) -> None:
    assert other_end(asked, before) == whole


@pytest.mark.parametrize(
    ("asked", "before"),
    [
        ("lequel est le plus petit ?", "Quel est le plus gros cluster breton ?"),
        ("et le plus petit des cinq ?", "Quel est le plus gros cluster breton ?"),
        ("et le plus petit ?", "Comment financer un cluster ?"),
        ("et leur budget ?", "Quel est le plus gros cluster breton ?"),
    ],
)
def test_other_messages_are_left_to_others(asked: str, before: str) -> None:
    assert other_end(asked, before) is None


@given(st.text(), st.text())
def test_anything_typed_is_read_without_a_fault(asked: str, before: str) -> None:
    other_end(asked, before)
