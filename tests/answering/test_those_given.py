"""« Lui », « les deux premiers », « compare-les » are the clusters that the answer before gave."""

import pytest

from assistant.answering.further import asked_further
from assistant.answering.those_given import several_of, the_one_meant
from assistant.answering.wish_kinds import Wanted
from assistant.vocabulary import Turn

FIVE = ["Valorial", "Vitagora", "Medicen", "Aetos", "Xylofutur"]
ROOT = "Avec qui monter un projet sur la santé animale ?"
GIVEN = Turn(question=ROOT, answer="\n".join(f"- **{name}**\u00a0: près." for name in FIVE))


def names(text: str) -> list[tuple[int, int]]:
    """Where clusters are named."""
    return [(at, at + len(name)) for name in FIVE if (at := text.find(name)) >= 0]


@pytest.mark.parametrize(
    ("message", "few"),
    [
        ("compare les deux premiers", FIVE[:2]),
        ("compare the first two", FIVE[:2]),
        ("compare le premier et le troisième", [FIVE[0], FIVE[2]]),
        ("les deux derniers côte à côte", FIVE[3:]),
        ("compare-les", FIVE),
        ("compare these two", FIVE[:2]),
    ],
)
def test_those_compared_are_found_by_their_places(message: str, few: list[str]) -> None:
    assert several_of(message, FIVE) == few


def further(message: str, wanted: Wanted, *history: Turn) -> str | None:
    """The message asked again after suggestions, read as wanting this."""
    read = {message.strip(" ?"): wanted}
    return asked_further(message, history or (GIVEN,), names, lambda text: text == ROOT, read.get)


def test_those_given_are_set_side_by_side() -> None:
    assert further("compare les deux premiers", Wanted.BESIDE) == "Comparer Valorial et Vitagora"


def test_him_is_the_first_that_was_given_or_the_one_named() -> None:
    assert further("pourquoi lui ?", Wanted.THAT_ONE) == f"{ROOT.removesuffix(' ?')}, pourquoi pas Valorial ?"
    named = Turn(question="Pourquoi pas Aetos pour les drones ?", answer="- **Aetos**\u00a0: près.")
    assert the_one_meant([named], names) == "Aetos"
    assert further("quelles précautions avec lui ?", Wanted.THAT_ONE, named) == "Pourquoi pas Aetos pour les drones ?"


def test_what_they_did_together_is_among_those_given_or_with_the_pilot() -> None:
    assert further("ils ont signé quelque chose ensemble ?", Wanted.THEIR_TIES) == (
        f"{ROOT.removesuffix(' ?')}, lesquels ont déjà travaillé ensemble ?"
    )
    one = Turn(question="Aetos et nous, bonne idée ?", answer="- **Aetos**\u00a0: près.")
    assert further("ils ont signé quelque chose ensemble ?", Wanted.THEIR_TIES, one) == (
        "Aetos et nous, bonne idée, lesquels ont déjà travaillé avec nous ?"
    )
