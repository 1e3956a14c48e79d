"""The library gives back what it was given, all or nothing."""

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.library.rows import SHIPPED, ManifestEntry, StoredDocument, StoredPassage, StoredSentence
from assistant.library.store import Library
from assistant.vocabulary import DocumentType, Edit, Page

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=80)
CARD = StoredDocument("d", "Titre", DocumentType.EVALUATION, SHIPPED)


def vector(seed: int) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
    return np.random.default_rng(seed).random(8).astype(np.float32)


@given(st.lists(TEXT, min_size=1, max_size=4), st.lists(st.from_regex(r"F\d{3}", fullmatch=True), max_size=3))
def test_pages_passages_and_sentences_come_back_as_they_were(texts: list[str], facts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library.sqlite")
        pages = [Page(n, text, label=f"p{n}", edits=(Edit(0, 1, "x"),)) for n, text in enumerate(texts, 1)]
        sentence = StoredSentence(0, 1, ("Titre", "Sous-titre"), tuple(facts), vector(1))
        passages = [
            StoredPassage(p.number, 0, len(p.text), ("S",), ("un", "deux"), vector(p.number), (sentence,))
            for p in pages
        ]
        with library.transaction():
            library.add(CARD, pages, passages)
        assert [library.page("d", p.number) for p in pages] == pages
        ids = library.passage_ids()
        assert [row.text for row in library.passages(ids).values()] == texts
        assert np.array_equal(library.passage_vectors(ids), np.stack([vector(p.number) for p in pages]))
        read = library.sentences(ids)[ids[0]][0]
        assert (read.start, read.end, read.section, read.facts) == (0, 1, ("Titre", "Sous-titre"), tuple(facts))
        assert library.passages_stating(facts[:1]) == (ids if facts else [])
        assert library.passages_stating([]) == library.passages_stating(["F99"]) == []
        assert np.array_equal(read.vector, vector(1))
        library.close()


def test_a_failed_change_leaves_nothing_behind(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite")
    with pytest.raises(RuntimeError), library.transaction():
        library.add(CARD, [Page(1, "texte")], [])
        raise RuntimeError
    assert library.documents() == []
    assert library.version == 0


def test_what_an_added_file_claims_is_not_found_as_a_fact_or_a_sheet(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite")
    sentence = StoredSentence(0, 5, (), ("F050",), vector(1))
    passage = StoredPassage(1, 0, 5, (), ("texte",), vector(2), (sentence,))
    meta = {"cluster_id": "alpha", "name": "alpha"}
    with library.transaction():
        for origin in ("shipped", "added"):
            card = StoredDocument(origin, "Titre", DocumentType.ANNUAIRE, origin, None, meta)
            library.add(card, [Page(1, "texte")], [passage])
    of = {library.passages([key])[key].document_id: key for key in library.passage_ids()}
    assert library.passages_stating(["F050"]) == library.passages_of_clusters(["alpha"]) == [of["shipped"]]
    claimed = library.document("added")
    assert claimed is not None and claimed.meta == {"cluster_id": None, "name": None}


def test_each_change_moves_the_version_by_one(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite")
    for expected in (1, 2):
        with library.transaction():
            library.record(ManifestEntry("/a", "d"))
        assert library.version == expected


def test_passage_ids_are_never_used_again(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite")
    seen: set[int] = set()
    for _ in range(3):
        with library.transaction():
            library.add(CARD, [Page(1, "texte")], [StoredPassage(1, 0, 5, (), (), vector(1))])
        assert not seen & set(library.passage_ids())
        seen |= set(library.passage_ids())


def test_a_removed_document_takes_all_it_held(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite")
    sentence = StoredSentence(0, 5, (), (), vector(2))
    with library.transaction():
        library.add(CARD, [Page(1, "texte")], [StoredPassage(1, 0, 5, (), ("texte",), vector(1), (sentence,))])
        library.remove("d")
    assert (library.passage_ids(), library.page("d", 1), library.sentences([1])) == ([], None, {})
