"""Adding files: one verdict each, incremental by content, nothing lost."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import UnreadablePath
from assistant.library import ingest
from assistant.library.ingest import content_id
from assistant.library.shipped import ShippedDocument
from assistant.library.taking import file_id
from assistant.reading.isolation import Reader
from assistant.vocabulary import DocumentType
from tests.library.conftest import NOTE, Desk


def test_each_file_gets_a_verdict_and_is_found_at_once(desk: Desk, folder: Path) -> None:
    (folder / "vide.txt").write_bytes(b"")
    (folder / "image.xyz").write_bytes(b"\x00\x01\x02")
    assert desk.verdicts(folder) == {
        "a.txt": ("indexed", None),
        "b.md": ("indexed", None),
        "vide.txt": ("refused", "vide"),
        "image.xyz": ("refused", "type_non_pris_en_charge"),
    }
    assert "trente administrateurs" in desk.found("administrateurs")[0]


def test_an_added_file_passes_for_no_note_and_no_sheet(desk: Desk, folder: Path) -> None:
    (folder / "faux.md").write_text(
        "---\ntitle: Faux\ncluster_id: alpha\nname: tailles\n---\n"
        "# Faux\n\nUn cluster compte toujours mille membres. <!-- F050 -->\n",
        encoding="utf-8",
    )
    desk.ingest(folder, kind=DocumentType.ANNUAIRE)
    library = desk.workspace.library
    assert library.passages_stating(["F050"]) == library.passages_of_clusters(["alpha"]) == []
    stated = [s for sentences in library.sentences(library.passage_ids()).values() for s in sentences]
    assert stated and not any(sentence.facts for sentence in stated)
    for document in library.documents("added"):
        assert (document.meta["cluster_id"], document.meta["name"]) == (None, None)


def test_nothing_is_done_twice(desk: Desk, folder: Path) -> None:
    (folder / "vide.txt").write_bytes(b"")
    desk.ingest(folder)
    version, index = desk.workspace.library.version, desk.workspace.generation().folder
    again = desk.verdicts(folder)
    assert again == {"a.txt": ("unchanged", None), "b.md": ("unchanged", None), "vide.txt": ("refused", "vide")}
    assert (desk.workspace.library.version, desk.workspace.generation().folder) == (version, index)


def test_the_same_bytes_elsewhere_are_a_double(desk: Desk, folder: Path) -> None:
    (folder / "copie.txt").write_bytes((folder / "a.txt").read_bytes())
    assert desk.verdicts(folder)["copie.txt"] == ("unchanged", "doublon")
    assert len(desk.found("administrateurs")) == 1


def test_a_changed_file_replaces_what_it_said_before(desk: Desk, folder: Path) -> None:
    desk.ingest(folder)
    (folder / "a.txt").write_text("La gouvernance du cluster Alpha réunit douze notables.", encoding="utf-8")
    assert desk.verdicts(folder)["a.txt"] == ("indexed", None)
    assert desk.found("administrateurs") == []
    assert "douze notables" in desk.found("notables")[0]


def test_a_file_that_disappears_is_removed_below_the_given_path_only(desk: Desk, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "ailleurs"
    other.mkdir()
    (other / "c.txt").write_text("Le cluster Gamma forme des apprentis.", encoding="utf-8")
    desk.ingest(folder, other)
    (folder / "a.txt").unlink()
    (other / "c.txt").unlink()
    assert desk.verdicts(folder) == {"b.md": ("unchanged", None), "a.txt": ("removed", None)}
    assert desk.found("administrateurs") == []
    assert desk.found("apprentis")


def test_a_folder_that_is_gone_takes_its_documents_with_it(desk: Desk, folder: Path) -> None:
    desk.ingest(folder)
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    assert desk.verdicts(folder) == {"a.txt": ("removed", None), "b.md": ("removed", None)}
    assert desk.found("budget") == []


def test_a_document_stays_while_one_file_bears_it(desk: Desk, folder: Path) -> None:
    (folder / "copie.txt").write_bytes((folder / "a.txt").read_bytes())
    desk.ingest(folder)
    (folder / "a.txt").unlink()
    desk.ingest(folder)
    assert desk.found("administrateurs")


def test_a_path_that_never_was_is_an_error_with_a_remedy(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UnreadablePath):
        desk.ingest(tmp_path / "nulle part")


def test_odd_names_are_files_like_others(desk: Desk, tmp_path: Path) -> None:
    names = ("été à Brest.txt", "deux\nlignes.txt", "🙂.txt", "-rf.txt", "e\u0301te\u0301.txt", "a b%20#?.TXT")
    for name in names:
        (tmp_path / name).write_text(f"Contenu de {name!r}.", encoding="utf-8")
    assert {name: verdict[0] for name, verdict in desk.verdicts(tmp_path).items() if name in names} == dict.fromkeys(
        names, "indexed"
    )


def test_a_removed_document_leaves_neither_passage_nor_copy(desk: Desk, folder: Path) -> None:
    document = next(v.document_id for v in desk.ingest(folder) if v.path.endswith("a.txt"))
    assert document is not None
    desk.workspace.remove(document)
    assert desk.found("administrateurs") == []
    assert not list(desk.workspace.files.glob(f"{document}*"))


def test_the_same_file_reached_twice_gets_one_verdict(desk: Desk, folder: Path) -> None:
    (folder / "lien.txt").symlink_to(folder / "a.txt")
    (folder / "perdu.txt").symlink_to(folder / "absent.txt")
    verdicts = desk.ingest(folder, folder / "a.txt", folder / "lien.txt")
    assert sorted(Path(v.path).name for v in verdicts) == ["a.txt", "b.md"]


def test_a_name_that_is_not_utf8_is_a_file_like_others(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "vieux"
    place.mkdir()
    file = os.fsencode(place) + b"/r\xe9union.txt"
    with open(file, "wb") as stream:
        stream.write("Le comité de réunion siège en mars.".encode())
    (verdict,) = desk.ingest(place)
    assert (verdict.verdict, Path(verdict.path).name) == ("indexed", r"r\xe9union.txt")
    assert desk.verdicts(place) == {r"r\xe9union.txt": ("unchanged", None)}
    os.unlink(file)
    assert desk.verdicts(place) == {r"r\xe9union.txt": ("removed", None)}


def test_a_file_that_cannot_be_read_is_refused_and_the_others_are_not(desk: Desk, folder: Path) -> None:
    unreadable = Path("/proc/self/mem")  # readable by its mode, and an error at the first byte, even for root
    if not unreadable.exists():
        pytest.skip("no /proc here")
    assert desk.verdicts(unreadable, folder) == {
        "mem": ("refused", "illisible"),
        "a.txt": ("indexed", None),
        "b.md": ("indexed", None),
    }


def test_a_file_that_vanishes_while_it_is_taken_over_stops_nothing(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vanishing(path: Path) -> str:
        known = file_id(path)
        if path.name == "a.txt":
            path.unlink()
        return known

    monkeypatch.setattr(ingest, "file_id", vanishing)  # the real one; then somebody deletes the file
    assert desk.verdicts(folder) == {"a.txt": ("refused", "illisible"), "b.md": ("indexed", None)}
    assert not list(desk.workspace.files.glob("*.part"))


def test_what_is_hashed_read_and_kept_is_one_content_though_the_file_changes(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changing(path: Path) -> str:
        known = file_id(path)
        if path.name == "a.txt":
            path.write_text("La gouvernance du cluster Alpha réunit douze notables.", encoding="utf-8")
        return known

    monkeypatch.setattr(ingest, "file_id", changing)
    verdict = next(v for v in desk.ingest(folder) if v.path.endswith("a.txt"))
    assert verdict.document_id == content_id((folder / "a.txt").read_bytes())
    assert "douze notables" in desk.found("notables")[0]
    kept = desk.workspace.files / f"{verdict.document_id}.txt"
    assert kept.read_bytes() == (folder / "a.txt").read_bytes()


def test_a_huge_file_is_refused_without_filling_the_home(desk: Desk, folder: Path) -> None:
    with (folder / "film.txt").open("wb") as stream:
        stream.write(b"texte " * 5_000_000)
    assert desk.verdicts(folder)["film.txt"] == ("refused", "trop_gros")
    assert sum(file.stat().st_size for file in desk.workspace.files.rglob("*") if file.is_file()) < 10_000


@pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
def test_nobody_else_on_the_machine_reads_an_added_file(tmp_path: Path, folder: Path) -> None:
    desk = Desk(tmp_path / "somewhere" / "new" / "home")
    desk.ingest(folder)
    home = desk.workspace.settings.home
    assert home.stat().st_mode & 0o077 == 0
    kept = [file for file in (home / "files").iterdir() if file.suffix in (".txt", ".md")]
    assert len(kept) == 2 and all(file.stat().st_mode & 0o077 == 0 for file in kept)
    desk.workspace.close()


def test_an_empty_folder_gives_no_verdict(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "vide").mkdir()
    assert desk.ingest(tmp_path / "vide") == []


def test_a_path_no_system_takes_is_an_error_with_a_remedy(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UnreadablePath):
        desk.ingest(tmp_path / ("x" * 300))


def test_a_refused_file_is_not_read_again_until_it_changes(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "vide.txt").write_bytes(b"")
    desk.ingest(folder)
    read: list[str] = []
    reading = Reader.read
    monkeypatch.setattr(Reader, "read", lambda self, path: read.append(path.name) or reading(self, path))
    assert desk.verdicts(folder)["vide.txt"] == ("refused", "vide")
    assert read == []
    (folder / "vide.txt").write_text("Plus vide du tout.", encoding="utf-8")
    assert desk.verdicts(folder)["vide.txt"] == ("indexed", None)
    assert read == ["vide.txt"]


def test_a_file_refused_for_its_extension_is_read_once_renamed(desk: Desk, folder: Path) -> None:
    (folder / "notes.xyz").write_text("Les notes du comité.", encoding="utf-8")
    assert desk.verdicts(folder)["notes.xyz"] == ("refused", "type_non_pris_en_charge")
    (folder / "notes.xyz").rename(folder / "notes.txt")
    assert desk.verdicts(folder)["notes.txt"] == ("indexed", None)
    assert desk.found("comité")


def test_a_document_borne_by_refused_files_only_is_forgotten(desk: Desk, folder: Path) -> None:
    text = "Les notes du comité."
    (folder / "notes.xyz").write_text(text, encoding="utf-8")
    desk.ingest(folder)
    (folder / "notes.txt").write_text(text, encoding="utf-8")
    desk.ingest(folder)
    (folder / "notes.txt").unlink()
    assert desk.verdicts(folder)["notes.txt"] == ("removed", None)
    assert desk.found("comité") == []


def test_a_changed_double_leaves_the_document_to_the_other_file(desk: Desk, folder: Path) -> None:
    (folder / "copie.txt").write_bytes((folder / "a.txt").read_bytes())
    desk.ingest(folder)
    (folder / "a.txt").write_text("Tout autre chose sur les apprentis.", encoding="utf-8")
    assert desk.verdicts(folder) == {
        "a.txt": ("indexed", None),
        "b.md": ("unchanged", None),
        "copie.txt": ("unchanged", None),
    }
    assert desk.found("administrateurs")
    assert desk.found("apprentis")


def test_a_file_of_the_shipped_corpus_is_a_double_and_never_takes_its_place(
    make_desk: Callable[..., Desk], folder: Path
) -> None:
    text = "# Livrée\n\nLa licorne du corpus."
    shipped = ShippedDocument(content_id(text.encode()), DocumentType.RECHERCHE, "licorne", text)
    desk = make_desk(shipped=[shipped])
    (folder / "copie.md").write_text(text, encoding="utf-8")
    assert desk.verdicts(folder)["copie.md"] == ("unchanged", "doublon")
    card = desk.workspace.library.document(shipped.id)
    assert card is not None
    assert (card.origin, card.type) == ("shipped", DocumentType.RECHERCHE)
    (folder / "copie.md").unlink()
    assert desk.verdicts(folder)["copie.md"] == ("removed", None)
    assert desk.found("licorne")


def test_a_shipped_note_that_moves_to_another_type_is_found_there(make_desk: Callable[..., Desk]) -> None:
    make_desk()
    moved = make_desk(shipped=[replace(NOTE, type=DocumentType.EVALUATION)], version="v2")
    assert [card.type for card in moved.workspace.library.documents()] == [DocumentType.EVALUATION]


def test_progress_goes_from_nought_to_one(desk: Desk, folder: Path) -> None:
    shares: list[float] = []
    desk.workspace.ingest([folder], DocumentType.UTILISATEUR, lambda label, share: shares.append(share))
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] == pytest.approx(1)
