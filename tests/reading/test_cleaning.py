import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.cleaning import clean, clean_drafts, restore
from assistant.reading.drafts import Draft

any_text = st.text(st.characters(codec=None, exclude_categories=()), max_size=300)
pdf_like = st.lists(
    st.sampled_from(
        [
            "compé-",
            "titivité",
            "peut-",
            "être",
            "ﬁnancement",
            "e\u0301",
            "\u00ad",
            "\n",
            " ",
            "\n\n\n",
            "\x00",
            "\ud800",
            "• ",
            "Le pôle",
            "1.2 Titre",
            "LES OBJECTIFS DU PLAN",
            "\u00a0:",
            "fin.",
            "\r\n",
            "\u202e",
            "12",
            "\t",
            "ö",
            "\u0308",
        ]
    ),
    max_size=60,
).map("".join)


@given(any_text | pdf_like)
def test_the_raw_text_can_always_be_had_back(raw: str) -> None:
    text, edits = clean(raw)
    assert restore(text, edits) == raw


@given(any_text | pdf_like)
def test_a_clean_text_is_composed_and_holds_nothing_unseen(raw: str) -> None:
    text, _ = clean(raw)
    assert unicodedata.is_normalized("NFC", text)
    assert not set(text) & set("\x00\u00ad\ufeff\u200b\u202eﬁﬀ\r")
    text.encode("utf-8")


@given(st.lists(pdf_like, min_size=1, max_size=6))
def test_each_page_of_a_document_can_be_had_back(raws: list[str]) -> None:
    drafts = [Draft(raw) for raw in raws]
    clean_drafts(drafts)
    assert [restore(*draft.part()) for draft in drafts] == raws


@given(pdf_like, st.data())
def test_parts_of_a_draft_put_end_to_end_give_the_raw_text(raw: str, data: st.DataObject) -> None:
    draft = Draft(raw)
    clean_drafts([draft])
    middle = data.draw(st.integers(0, len(draft.text)))
    if 0 < middle < len(draft.text):
        assert restore(*draft.part(0, middle)) + restore(*draft.part(middle)) == raw


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("la compé-\ntitivité des pôles", "la compétitivité des pôles"),
        ("l’eﬀet ﬁnancier", "l’effet financier"),
        ("coopé\u00adration et compé\u00ad\ntitivité", "coopération et compétitivité"),
        ("cela peut-\nêtre utile", "cela peut-être utile"),
        ("c’est-\nà-dire demain", "c’est-à-dire demain"),
        ("c’est-à-\ndire demain", "c’est-à-dire demain"),
        ("le Nord-\nPas-de-Calais", "le Nord-Pas-de-Calais"),
        ("en 2010-\n2012 déjà", "en 2010-2012 déjà"),
        ("la sous-\ntraitance", "la sous-traitance"),
        ("pour sous-\ncrire", "pour souscrire"),
        ("vingt-\ndeux pôles", "vingt-deux pôles"),
        ("la e\u0301valuation", "la évaluation"),
        ("18\u00a0M€\u202f!", "18\u00a0M€\u202f!"),
        ("un\x00 deux\ud800", "un deux"),
        ("un   deux\t trois", "un deux trois"),
    ],
)
def test_french_reads_as_it_was_written(raw: str, wanted: str) -> None:
    assert clean(raw)[0] == wanted


def test_words_seen_elsewhere_decide_how_a_cut_word_is_written() -> None:
    assert clean("Un éco-système. Voir l’éco-\nsystème local.")[0].endswith("l’éco-système local.")
    assert clean("Un écosystème. Voir l’éco-\nsystème local.")[0].endswith("l’écosystème local.")


def test_a_broken_paragraph_becomes_one_line_and_the_rest_stays_apart() -> None:
    raw = (
        "1.2 La gouvernance du pôle\n"
        "Le conseil d’administration du pôle se réunit quatre fois par an et réunit les\n"
        "représentants des entreprises, de la recherche et des collectivités du\n"
        "territoire.\n"
        "• un collège des entreprises ;\n"
        "• un collège de la recherche.\n"
        "\n"
        "Le bureau prépare les décisions."
    )
    assert clean(raw)[0].split("\n") == [
        "1.2 La gouvernance du pôle",
        "Le conseil d’administration du pôle se réunit quatre fois par an et réunit les représentants des entreprises, "
        "de la recherche et des collectivités du territoire.",
        "• un collège des entreprises ;",
        "• un collège de la recherche.",
        "",
        "Le bureau prépare les décisions.",
    ]


def test_headers_and_footers_leave_the_pages_and_come_back_with_the_raw_text() -> None:
    bodies = ["Le pôle naît.", "Il grandit.", "Il s’allie.", "Il fusionne."]
    raws = [f"Rapport annuel 2012\n{body}\nPage {number} / 4" for number, body in enumerate(bodies, start=1)]
    drafts = [Draft(raw) for raw in raws]
    clean_drafts(drafts)
    assert [draft.text for draft in drafts] == bodies
    assert [restore(*draft.part()) for draft in drafts] == raws


def test_a_line_that_stands_on_two_pages_only_is_kept() -> None:
    drafts = [Draft("Synthèse\nUn."), Draft("Synthèse\nDeux."), Draft("Bilan\nTrois.")]
    clean_drafts(drafts)
    assert drafts[1].text == "Synthèse\nDeux."


def test_left_and_right_pages_may_have_their_own_header() -> None:
    drafts = [Draft(f"{['Le pôle', 'Bilan'][n % 2]} {n + 3}\nTexte {'abcdefgh'[n]}.") for n in range(8)]
    clean_drafts(drafts)
    assert [draft.text for draft in drafts] == [f"Texte {letter}." for letter in "abcdefgh"]


def test_roman_page_numbers_are_page_numbers() -> None:
    numbered = zip("abcd", ["iii", "iv", "v", "vi"], strict=True)
    drafts = [Draft(f"Texte {letter}.\n– {number} –") for letter, number in numbered]
    clean_drafts(drafts)
    assert [draft.text for draft in drafts] == ["Texte a.", "Texte b.", "Texte c.", "Texte d."]


def test_numbered_titles_at_the_top_of_pages_are_not_headers() -> None:
    drafts = [Draft(f"Annexe {number}\nTexte {number}.") for number in (2, 5, 6, 9)]
    clean_drafts(drafts)
    assert [draft.text.split("\n")[0] for draft in drafts] == ["Annexe 2", "Annexe 5", "Annexe 6", "Annexe 9"]


def test_the_head_of_a_long_table_stays_once() -> None:
    table = [f"Pôle | Budget\nLigne {letter}" for letter in "abc"]
    drafts = [Draft(raw) for raw in ["Avant.", *table, *(f"Suite {letter}." for letter in "abcd")]]
    clean_drafts(drafts)
    assert [draft.text for draft in drafts[1:4]] == ["Pôle | Budget\nLigne a", "Ligne b", "Ligne c"]


@pytest.mark.parametrize("unit", ["x", "e\u0301", "a-\nb", "1 ", "i ", "\u00a0", "MOT ", "• a\n", "1.1 A\n", "."])
def test_a_hostile_page_is_cleaned_in_time_that_grows_with_its_length(unit: str) -> None:
    """50,000 characters, the most a page may hold: a rule that backtracks would take minutes."""
    raw = unit * (50_000 // len(unit))
    assert restore(*clean(raw)) == raw
