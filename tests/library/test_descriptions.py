"""What a person says of their files is what citations bear, and survives a rebuild."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.answering.citing import document_year
from assistant.library.descriptions import Description, Manifests, visibility
from assistant.library.rows import StoredDocument
from assistant.vocabulary import DocumentType
from tests.library.conftest import Desk, silent

LINES = "file;title;type;year;visibility\na.txt;Bilan d'Alpha;evaluation;2024;shared\n"


def added(desk: Desk) -> dict[str, StoredDocument]:
    return {document.title: document for document in desk.workspace.library.documents("added")}


def said(document: StoredDocument) -> tuple[str, int | None, str]:
    return document.type.value, document_year(document), visibility(document)


def test_a_manifest_describes_the_files_beside_it_and_is_no_document(desk: Desk, folder: Path) -> None:
    (folder / "interpilote.csv").write_text(LINES, encoding="utf-8")
    assert desk.verdicts(folder) == {"a.txt": ("indexed", None), "b.md": ("indexed", None)}
    assert said(added(desk)["Bilan d'Alpha"]) == ("evaluation", 2024, "shared")
    assert said(added(desk)["Bêta"]) == ("utilisateur", None, "private")
    assert {verdict for verdict, _ in desk.verdicts(folder).values()} == {"unchanged"}


def test_a_file_is_described_anew_when_its_line_changes_and_not_forgotten_when_it_goes(
    desk: Desk, folder: Path
) -> None:
    desk.ingest(folder)
    (folder / "manifest.csv").write_text(LINES, encoding="utf-8")
    assert desk.verdicts(folder)["a.txt"] == ("indexed", None)
    (folder / "manifest.csv").write_text(LINES.replace("2024", "2025"), encoding="utf-8")
    assert desk.verdicts(folder)["b.md"] == ("unchanged", None)
    (folder / "manifest.csv").unlink()
    desk.ingest(folder)
    assert said(added(desk)["Bilan d'Alpha"]) == ("evaluation", 2025, "shared") and len(added(desk)) == 2


def test_what_was_said_survives_a_rebuild(make_desk: Callable[..., Desk], folder: Path) -> None:
    (folder / "interpilote.csv").write_text(LINES, encoding="utf-8")
    make_desk().ingest(folder)
    rebuilt = make_desk(passage_characters=400)
    assert said(added(rebuilt)["Bilan d'Alpha"]) == ("evaluation", 2024, "shared")


def test_what_the_command_says_wins_over_the_manifest(desk: Desk, folder: Path) -> None:
    (folder / "interpilote.csv").write_text(LINES, encoding="utf-8")
    described = {folder / "a.txt": Description(title="Autre titre", visibility="private")}
    desk.workspace.ingest([folder / "a.txt"], DocumentType.UTILISATEUR, silent, described)
    assert said(added(desk)["Autre titre"]) == ("evaluation", 2024, "private")


def test_a_file_does_not_share_itself(desk: Desk, folder: Path) -> None:
    (folder / "b.md").write_text("---\ntitle: Bêta\nvisibility: shared\n---\n\nTexte confidentiel.\n", encoding="utf-8")
    desk.ingest(folder)
    assert all(visibility(document) == "private" for document in added(desk).values())


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("perdu.txt;Titre;;;", "« perdu.txt » n'est pas dans ce dossier"),
        ("../secret.txt;Titre;;;", "n'est pas dans ce dossier"),
        (";Titre;;;", "n'est pas dans ce dossier"),
        ("b.md;;roman;;", "type « roman » : attendu l'un de evaluation"),
        ("b.md;;annuaire;;", "type « annuaire » : attendu l'un de evaluation"),
        ("b.md;;;deux mille;", "year « deux mille »"),
        ("b.md;;;1066;", "year « 1066 »"),
        ("b.md;;;;secret", "visibility « secret » : attendu private ou shared"),
        ("b.md;;;;;;", "7 cases pour 5 colonnes"),
        ("a.txt;Encore;;;", "« a.txt » est décrit deux fois"),
    ],
)
def test_a_wrong_line_is_told_with_its_number_and_the_good_ones_hold(
    desk: Desk, folder: Path, line: str, told: str
) -> None:
    (folder / "interpilote.csv").write_text(LINES + line + "\n", encoding="utf-8")
    verdict = next(v for v in desk.ingest(folder) if v.path.endswith("interpilote.csv"))
    assert (verdict.verdict, verdict.code) == ("refused", "manifeste")
    assert "igne 3 : " in str(verdict.reason) and told in str(verdict.reason)
    assert "autres lignes sont prises en compte" in str(verdict.reason)
    assert "Bilan d'Alpha" in added(desk)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_spreadsheet_may_write_it(folder: Path, encoding: str, separator: str) -> None:
    text = "Fichier;Titre;Année;Visibilité\r\na.txt;Été à l'équilibre;2020;partagé\r\n".replace(";", separator)
    (folder / "manifest.csv").write_bytes(text.encode(encoding))
    manifests = Manifests([folder / "a.txt"])
    expected = Description(title="Été à l'équilibre", year=2020, visibility="shared")
    assert manifests.described == {folder / "a.txt": expected} and not manifests.faults


def test_a_table_that_is_no_manifest_is_told(folder: Path) -> None:
    (folder / "manifest.csv").write_text("nom,prix\nx,3\n", encoding="utf-8")
    told = Manifests([folder / "a.txt"]).faults[0][1]
    assert "colonnes attendues" in told and "Aucune ligne" in told and "autres lignes" not in told


def test_a_table_too_big_to_be_a_manifest_is_told(folder: Path) -> None:
    (folder / "manifest.csv").write_text("file,title\n" + "a.txt,Alpha\n" * 100_000, encoding="utf-8")
    manifests = Manifests([folder / "a.txt"])
    assert "1 Mo" in manifests.faults[0][1] and "Aucune ligne" in manifests.faults[0][1] and not manifests.described
