"""A name listed beside clusters that are known, and that the directory has not, is seen; other words are not."""

import pytest

from assistant.answering.unknown_names import unknown_names

HEARD = frozenset(
    "compare les membres et budget des clusters bois notre pôle ses concurrents svp avec sur de la".split()
)


def unknown(question: str, *names: str) -> list[str]:
    spans = [(question.index(name), question.index(name) + len(name)) for name in names]
    found = unknown_names(question, spans, lambda word: word.lower() not in HEARD)
    return [question[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("question", "names", "said"),
    [
        ("Compare Xylofutur et Fibois", ["Xylofutur"], ["Fibois"]),
        ("compare fibois et xylofutur", ["xylofutur"], ["fibois"]),
        ("Compare les membres de Fibois et de Xylofutur", ["Xylofutur"], ["Fibois"]),
        ("Compare Medicen, Systematic et Alpha Truc sur le budget", ["Medicen", "Systematic"], ["Alpha Truc"]),
        ("Compare Xylofutur et ses concurrents", ["Xylofutur"], []),
        ("Compare Xylofutur et la Bretagne", ["Xylofutur"], []),
        ("Medicen and Systematic, how do they compare?", ["Medicen", "Systematic"], []),
        ("Compare Medicen et Systematic", ["Medicen", "Systematic"], []),
    ],
)
def test_names_beside_those_known(question: str, names: list[str], said: list[str]) -> None:
    assert unknown(question, *names) == said
