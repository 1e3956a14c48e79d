"""The tab « Carnet » in a real browser."""

import io
from pathlib import Path

import docx
import pytest

from assistant import Interpilote
from tests.ui.test_page import address, browser, choose, page, requested, sync_api

__all__ = ["address", "browser", "page", "requested"]
pytestmark = [pytest.mark.browser, pytest.mark.model]


def write(page: "sync_api.Page", box: str, text: str) -> None:
    page.locator(f"#{box} textarea, #{box} input").fill(text)


def test_a_contact_is_noted_due_done_and_handed_over(
    page: "sync_api.Page", assistant: Interpilote, tmp_path: Path
) -> None:
    page.get_by_role("tab", name="Carnet").click()
    state = page.locator("#journal-state")
    state.get_by_text("Le carnet est vide").wait_for()
    choose(page, "#journal-cluster", "ALPHA-RLH")
    write(page, "journal-person", "Ada Dupont")
    write(page, "journal-by", "Nadia")
    write(page, "journal-about", "capteurs <b>pour</b> la vigne")
    write(page, "journal-next", "envoyer la note")
    write(page, "journal-next-on", "demain")
    page.locator("#journal-save").click()
    page.locator("#journal-noted").get_by_text("n’est pas une date").wait_for()
    write(page, "journal-next-on", "2026-11-01")
    page.get_by_role("radio", name="5").check()
    page.locator("#journal-save").click()
    state.get_by_text("Ada Dupont").first.wait_for()
    shown = state.inner_text()
    assert "<b>pour</b>" in shown and "01/11/2026" in shown and "envoyer la note" in shown
    page.locator("#journal-handover button").first.click()
    write(page, "journal-leaving", "Nadia")
    write(page, "journal-successor", "Karim")
    page.locator("#journal-make-handover").click()
    link = page.locator("#journal-handover-file")
    link.wait_for(state="visible")
    with page.expect_download() as downloading:
        link.click()
    downloading.value.save_as(tmp_path / "passation.docx")
    said = [p.text for p in docx.Document(io.BytesIO((tmp_path / "passation.docx").read_bytes())).paragraphs]
    assert said[0] == "Passation" and any("bonjour Karim" in text for text in said)
    page.locator("#journal-done").click()
    state.get_by_text("Aucune suite n’est choisie").wait_for()
    page.locator("#journal-number input").click()
    page.locator("#journal-number").get_by_role("option", name="envoyer la note").click()
    page.locator("#journal-done").click()
    state.get_by_text("Rien à faire").wait_for()


def test_a_call_is_prepared_and_a_draft_downloaded(page: "sync_api.Page", tmp_path: Path) -> None:
    page.get_by_role("tab", name="Carnet").click()
    page.locator("#journal-prepare button").first.click()
    page.locator("#journal-draft").click()
    page.locator("#journal-sheet-shown").get_by_text("Choisissez le cluster à appeler").wait_for()
    choose(page, "#journal-mine", "Inno'vin")
    choose(page, "#journal-whom", "ALPHA-RLH")
    page.locator("#journal-sheet").click()
    page.locator("#journal-sheet-shown").get_by_text("À offrir en retour").wait_for()
    page.locator("#journal-draft").click()
    link = page.locator("#journal-draft-file")
    link.wait_for(state="visible")
    with page.expect_download() as downloading:
        link.click()
    downloading.value.save_as(tmp_path / "message.docx")
    assert downloading.value.suggested_filename == "message-alpha-rlh.docx"
    opened = docx.Document(io.BytesIO((tmp_path / "message.docx").read_bytes()))
    assert opened.paragraphs[0].text == "Premier message à ALPHA-RLH"


def test_the_journal_speaks_english_when_asked(page: "sync_api.Page") -> None:
    page.locator("#language label", has_text="English").click()
    page.get_by_role("tab", name="Journal").click()
    page.get_by_text("With whom").first.wait_for()
    page.locator("#journal-way label", has_text="meeting").wait_for()


def test_a_table_of_contacts_comes_in_line_by_line_and_a_person_goes_for_good(
    page: "sync_api.Page", assistant: Interpilote, tmp_path: Path
) -> None:
    table = tmp_path / "contacts.csv"
    table.write_text(
        "date;sujet;cluster;personne\n2026-11-02;capteurs;alpha-rlh;Zoé Martin\nhier;drones;aetos;Bob\n",
        encoding="utf-8",
    )
    page.get_by_role("tab", name="Carnet").click()
    page.locator("#journal-files button").first.click()
    page.locator("#journal-table input[type=file]").set_input_files(table)
    told = page.locator("#journal-files-told")
    told.get_by_text("1 ajouté, 0 déjà là, 1 refusé.").wait_for()
    assert "ligne 3" in told.inner_text() and "attendu une date" in told.inner_text()
    page.locator("#journal-state").get_by_text("Zoé Martin").first.wait_for()
    page.locator("#journal-export").click()
    with page.expect_download() as downloading:
        page.locator("#journal-export-file").click()
    downloading.value.save_as(tmp_path / "carnet.csv")
    assert "Zoé Martin" in (tmp_path / "carnet.csv").read_text(encoding="utf-8-sig")
    write(page, "journal-erase-whom", "Zoé Martin")
    page.locator("#journal-erase").click()
    told.get_by_text("L’effacement est définitif").wait_for()
    page.locator("#journal-sure input").check()
    page.locator("#journal-erase").click()
    told.get_by_text("Reçu d’effacement").wait_for()
    assert not any(person.name == "Zoé Martin" for person in assistant.journal().persons)


def test_a_pilot_whose_cluster_is_not_in_the_directory_prepares_a_call_from_their_profile(
    page: "sync_api.Page",
) -> None:
    page.get_by_role("tab", name="Carnet").click()
    page.locator("#journal-prepare button").first.click()
    choose(page, "#journal-whom", "Valorial")
    page.locator("#journal-sheet").click()
    page.locator("#journal-sheet-shown [role=alert]", has_text="Mon cluster").wait_for()
    page.get_by_role("tab", name="Assistant").click()
    page.get_by_text("Mon cluster", exact=True).first.click()
    before = page.evaluate("localStorage.getItem('interpilote-profile')")
    choose(page, "#region", "Bretagne")
    page.wait_for_function("before => localStorage.getItem('interpilote-profile') !== before", arg=before)
    page.get_by_role("tab", name="Carnet").click()
    page.locator("#journal-sheet").click()
    page.locator("#journal-sheet-shown", has_text="À demander").wait_for()
    page.locator("#journal-draft").click()
    page.locator("#journal-sheet-shown [role=status]", has_text="à relire").wait_for()
    with page.expect_download() as message:
        page.locator("#journal-draft-file").click()
    assert message.value.suggested_filename == "message-valorial.docx"
