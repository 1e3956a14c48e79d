from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.sentences import pieces, sentences
from assistant.vocabulary import Span

words = st.sampled_from(
    [
        "Le",
        "pôle",
        "M.",
        "Dupont",
        "art.",
        "3",
        "1 234,56 €",
        "etc.",
        "J.-C.",
        "fin.",
        "Oui",
        "!",
        "«",
        "»",
        "www.x.fr",
        "…",
        "[…]",
        "- ",
        "• ",
        "\n",
        "\n\n",
        " ",
        "1.",
        "2.3.",
        "A.",
        "(",
        ")",
        "↩",
        "LES OBJECTIFS DU PLAN",
        "\u00a0?",
        ". . . 4",
    ]
)
texts = st.lists(words, max_size=80).map(" ".join) | st.text(max_size=200)


def read(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@given(texts | texts.map(lambda text: text * 40))
def test_sentences_are_in_order_and_leave_no_word_out(text: str) -> None:
    spans = sentences(text)
    assert all(span.start < span.end for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] for span in spans)
    covered = "".join(text[span.start : span.end] for span in spans)
    assert "".join(covered.split()) == "".join(text.split())


@given(texts, st.data())
def test_sentences_of_a_stretch_stay_within_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert all(start <= span.start < span.end <= end for span in sentences(text, start, end))


@given(texts, st.integers(1, 50))
def test_pieces_of_a_long_sentence_are_short_and_whole(text: str, limit: int) -> None:
    cut = pieces(text, Span(0, len(text)), limit)
    assert all(0 < span.end - span.start <= limit for span in cut)
    assert "".join("".join(text[span.start : span.end].split()) for span in cut) == "".join(text.split())


@pytest.mark.parametrize(
    "sentence",
    [
        "M. Dupont préside le pôle.",
        "Mme J. Martin et le Dr. Durand siègent.",
        "L'art. 3 et l’art. L. 243-5 du code s'appliquent.",
        "Il coûte 1 234,56 € (cf. p. 90).",
        "Les entreprises, laboratoires, etc. participent aux projets.",
        "Fondée en 50 av. J.-C. par les Romains.",
        "Selon J. K. Rowling et P.-J. Proudhon, non.",
        "Voir https://www.exemple.fr/a.b?c=d pour la suite.",
        "La loi n° 2015-991 (v. Annexe n° 14) le dit.",
        "Il a répondu « Oui ! » puis s'est tu.",
        "1. La gouvernance du pôle.",
        "2.3. Le budget.",
        "Mr. Smith met the U.S. Secretary, e.g. in Fig. 3.",
        "5.1 Études et rapports . . . . . . . . . . 21",
        "Ils sont « en vol. 3 ».",
    ],
)
def test_one_sentence_is_not_cut(sentence: str) -> None:
    assert read(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le pôle naît. Il grandit ! Vraiment ? Oui…", ["Le pôle naît.", "Il grandit !", "Vraiment ?", "Oui…"]),
        ("« Oui. » Elle part.", ["« Oui. »", "Elle part."]),
        ("Un budget de 2 M€. 12 salariés.", ["Un budget de 2 M€.", "12 salariés."]),
        ("Titre sans point\nLe texte suit.", ["Titre sans point", "Le texte suit."]),
        ("Un.\n\nDeux", ["Un.", "Deux"]),
        ("Trois axes :\n- former ;\n- financer.", ["Trois axes :", "- former ;", "- financer."]),
        ("Trois axes : • former • financer", ["Trois axes :", "• former", "• financer"]),
        ("Les créneaux de vol. Les compagnies", ["Les créneaux de vol.", "Les compagnies"]),
        ("Il cite la note 26 . Cependant, non.", ["Il cite la note 26 .", "Cependant, non."]),
        ("Le débat est clos. [...] Il reprend.", ["Le débat est clos.", "[...] Il reprend."]),
        ("The hub grew. It hired Mr. Smith.", ["The hub grew.", "It hired Mr. Smith."]),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, wanted: list[str]) -> None:
    assert read(text) == wanted


def test_titles_run_into_a_flattened_text_are_told_from_its_sentences() -> None:
    filler = "La chambre a examiné les comptes de l’association. " * 40
    text = filler + "La participation de l’État La contribution de l’État représente un quart du budget. " + filler
    found = read(text)
    assert "La participation de l’État" in found
    assert "La contribution de l’État représente un quart du budget." in found


@pytest.mark.parametrize("unit", ["\u00a0", ". ", "a. ", "MOTS EN CAPITALES ", "« ", "Le titre La suite ", "• ", "([ "])
def test_a_hostile_page_is_cut_in_time_that_grows_with_its_length(unit: str) -> None:
    """50,000 characters, the most a page may hold: a rule that backtracks would not end."""
    text = unit * (50_000 // len(unit))
    covered = sum(len(text[span.start : span.end].split()) for span in sentences(text))
    assert covered <= len(text)
