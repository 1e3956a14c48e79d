from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.cleaning import clean_drafts
from assistant.reading.drafts import Draft
from assistant.reading.splitting import split
from assistant.vocabulary import Heading, Page

SENTENCE = "Le conseil d’administration réunit les entreprises et la recherche du territoire. "
lines = st.sampled_from(
    [
        "Le pôle naît. Il grandit.",
        "1.2 La gouvernance",
        "LES OBJECTIFS DU PLAN",
        "• un point",
        "",
        SENTENCE * 4,
        "x" * 900,
    ]
)


@st.composite
def documents(draw: st.DrawFn) -> list[Page]:
    drafts = [Draft("\n".join(page)) for page in draw(st.lists(st.lists(lines, max_size=12), max_size=5))]
    headings = clean_drafts(drafts)
    return [
        Page(number, draft.text, headings=tuple(found))
        for number, (draft, found) in enumerate(zip(drafts, headings, strict=True), start=1)
    ]


@given(documents(), st.integers(60, 900))
def test_passages_hold_every_word_of_every_page_once_and_in_order(pages: list[Page], target: int) -> None:
    passages = split(pages, target)
    for page in pages:
        own = [passage for passage in passages if passage.page == page.number]
        read = "".join(page.text[passage.start : passage.end] for passage in own)
        assert "".join(read.split()) == "".join(page.text.split())
        assert all(first.end <= second.start for first, second in pairwise(own))
        for passage in own:
            assert 0 <= passage.start < passage.end <= len(page.text)
            assert passage.sentences[0].start == passage.start and passage.sentences[-1].end == passage.end
            assert all(a.end <= b.start for a, b in pairwise(passage.sentences))
            assert passage.end - passage.start <= 2 * target


def test_section_titles_carry_over_to_the_next_page() -> None:
    pages = [
        Page(1, "Bilan\nBudget\n" + SENTENCE, headings=(Heading(0, 1, "Bilan"), Heading(6, 2, "Budget"))),
        Page(2, SENTENCE + "\nÉquipe\n" + SENTENCE, headings=(Heading(len(SENTENCE) + 1, 2, "Équipe"),)),
        Page(3, "Annexe\n" + SENTENCE, headings=(Heading(0, 1, "Annexe"),)),
    ]
    sections = [passage.section for passage in split(pages, target=100)]
    assert sections == [("Bilan", "Budget"), ("Bilan", "Budget"), ("Bilan", "Équipe"), ("Annexe",)]


def test_a_passage_over_two_short_sections_claims_only_what_holds_both() -> None:
    text = "Bilan\nÉquipe\nDeux salariés.\nBudget\nPeu."
    headings = (Heading(0, 1, "Bilan"), Heading(6, 2, "Équipe"), Heading(28, 2, "Budget"))
    (passage,) = split([Page(1, text, headings=headings)])
    assert passage.section == ("Bilan",)


def test_long_pages_give_passages_near_the_target() -> None:
    passages = split([Page(1, SENTENCE * 100)], target=900)
    assert all(800 < passage.end - passage.start <= 900 for passage in passages[:-1])


def test_a_monster_sentence_is_cut_at_a_space() -> None:
    text = "mot " * 1000
    passages = split([Page(1, text)], target=300)
    assert len(passages) > 10
    assert all(text[passage.start : passage.end].startswith("mot") for passage in passages)
    assert all(text[passage.start : passage.end].endswith("mot") for passage in passages)
