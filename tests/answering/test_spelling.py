"""A question is read as it would be carefully typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.spelling import Speller, unshouted, within

SPELLER = Speller(
    ["La gouvernance des pôles de compétitivité. La gouvernance décidée par le conseil d'administration.", "administration pôles compétitivité conseil"]
)  # fmt: skip


def unknown(term: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("gouvernance des poles de competitivite", "gouvernance des pôles de compétitivité"),
        ("LA GOUVERNANCE DES POLES", "la gouvernance des pôles"),
        ("la gouvernnace des pôles", "la gouvernance des pôles"),
        ("la part des Poles", "la part des Pôles"),
        ("conseil d'adminstration", "conseil d'administration"),
        ("la gouvernance des pôles", "la gouvernance des pôles"),
    ],
)
def test_accents_capitals_and_slips_are_mended(typed: str, read: str) -> None:
    assert SPELLER.mended(typed, [], unknown) == read


def test_names_and_words_of_added_documents_are_left_alone() -> None:
    assert SPELLER.mended("Le pôle Gouvernanse", [], unknown).endswith("Gouvernanse")
    assert SPELLER.mended("gouvernanse", [(0, 11)], unknown) == "gouvernanse"
    assert SPELLER.mended("gouvernanse", [], lambda term: True) == "gouvernanse"


def test_an_acronym_is_not_a_shout() -> None:
    assert unshouted("AFPC ?") == "AFPC ?"
    assert unshouted("Le rôle de l'AFPC") == "Le rôle de l'AFPC"


@given(st.text("abcde", max_size=8), st.text("abcde", max_size=8))
def test_the_way_from_a_word_to_another_is_the_way_back(a: str, b: str) -> None:
    assert within(a, a, 0)
    assert within(a, b, 2) == within(b, a, 2)
    assert within(a, b, 2) or not within(a, b, 1)


@given(st.text("abcdefg", min_size=2, max_size=8), st.data())
def test_one_slip_is_within_reach(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 2))
    slips = (
        word[:at] + word[at + 1 :],
        word[:at] + "z" + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    assert all(within(word, slip, 1) for slip in slips)
