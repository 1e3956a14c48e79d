"""A list is narrowed by a few words, to a region or by kind."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.narrowed import narrowed
from assistant.vocabulary import Turn

_NAMES = re.compile(r"Odéys|Xylofutur|Medicen")


def names(text: str) -> Sequence[tuple[int, int]]:
    return [match.span() for match in _NAMES.finditer(text)]


LIST = [
    Turn(
        question="Quels clusters du bois ?", answer="Clusters et pôles sur le thème « bois » : Odéys et Xylofutur. [1]"
    )
]


@pytest.mark.parametrize(
    ("message", "whole"),
    [
        ("lesquels sont en Bretagne ?", "Quels clusters du bois en Bretagne ?"),
        ("et parmi eux, lesquels sont basés en Île-de-France ?", "Quels clusters du bois en Île-de-France ?"),
        ("lesquels sont des pôles de compétitivité ?", "Comparer Odéys et Xylofutur\u00a0: les labels ?"),
        ("lesquels sont labellisés ?", "Comparer Odéys et Xylofutur\u00a0: les labels ?"),
    ],
)
def test_those_of_a_list_are_told_by_region_or_by_label(message: str, whole: str) -> None:
    assert narrowed(message, LIST, names) == whole


@pytest.mark.parametrize(
    "message", ["lesquels sont fiables ?", "quels clusters en Bretagne ?", "lequel est le plus gros ?"]
)
def test_anything_else_after_a_list_is_read_otherwise(message: str) -> None:
    assert narrowed(message, LIST, names) is None


def test_nothing_is_narrowed_where_nothing_was_listed() -> None:
    assert narrowed("lesquels sont en Bretagne ?", [Turn(question="?", answer="Rien. [1]")], names) is None


@given(st.text(max_size=60))
def test_any_message_is_read_without_failing(message: str) -> None:
    narrowed(message, LIST, names)
