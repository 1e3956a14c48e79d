"""Courtesy is no part of what is asked."""

import pytest

from assistant.answering.politely import plainly


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Bonjour, tu peux me donner la liste des pôles stp", "la liste des pôles"),
        ("je voulais juste les noms des clusters", "les noms des clusters"),
        ("je cherche la liste des clusters bois", "la liste des clusters bois"),
        ("je cherche un cluster du bois", "je cherche un cluster du bois"),
        ("je veux des pôles à appeler", "je veux des pôles à appeler"),
        ("could you give me its budget please", "its budget"),
        ("Qui vote au conseil ?", "Qui vote au conseil ?"),
    ],
)
def test_only_courtesy_is_left_out(text: str, asked: str) -> None:
    assert plainly(text) == asked
