"""The same question is asked of another region in a few words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.elsewhere import in_another_region


@pytest.mark.parametrize(
    ("before", "added", "whole"),
    [
        (
            "Quels sont les plus gros clusters d'Occitanie",
            "en Bretagne",
            "Quels sont les plus gros clusters en Bretagne",
        ),
        (
            "Quels clusters en Occitanie travaillent sur l'eau",
            "en Bretagne",
            "Quels clusters en Bretagne travaillent sur l'eau",
        ),
        ("Quels sont les clusters bretons", "ceux d'Occitanie", "Quels sont les clusters en Occitanie"),
        ("Qui finance les clusters de Normandie", "la Bretagne", "Qui finance les clusters en Bretagne"),
        ("Que donne la Région Occitanie à ses clusters", "la Bretagne", "Que donne la Région Bretagne à ses clusters"),
        ("Which clusters are in Brittany", "in Normandy", "Which clusters are in Normandy"),
    ],
)
def test_a_region_stands_for_the_one_named_before(before: str, added: str, whole: str) -> None:
    assert in_another_region(before, added) == whole


@pytest.mark.parametrize(
    ("before", "added"),
    [
        ("Quels clusters d'Occitanie travaillent sur l'eau", "le budget"),
        ("Quels clusters travaillent sur l'eau", "en Bretagne"),
        ("Je suis en Occitanie : quels référents", "en Bretagne"),
        ("Quels clusters hors d'Occitanie", "en Bretagne"),
    ],
)
def test_other_messages_are_left_to_others(before: str, added: str) -> None:
    assert in_another_region(before, added) is None


@given(st.text(), st.text())
def test_anything_typed_is_read_without_a_fault(before: str, added: str) -> None:
    in_another_region(before, added)
