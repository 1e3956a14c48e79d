"""The page in a real browser, every host but this machine denied."""

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Interpilote
from assistant.errors import PortBusy
from assistant.ui.server import launch

pytestmark = [pytest.mark.browser, pytest.mark.model]
sync_api = pytest.importorskip("playwright.sync_api", reason="needs the extra `test`")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
if CHROMIUM is None:
    pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)", allow_module_level=True)

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
BOARD = "Quelle taille de conseil et de bureau chez les pôles bien notés ?"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def address(assistant: Interpilote) -> Iterator[str]:
    """The page, over the shared prepared home."""
    behind, address = launch(assistant.settings, "127.0.0.1", free_port(), block=False)
    yield address
    behind.close()


@pytest.fixture(scope="module")
def browser() -> Iterator["sync_api.Browser"]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def requested() -> list[str]:
    """Addresses that the page asked for."""
    return []


@pytest.fixture
def page(browser: "sync_api.Browser", address: str, requested: list[str]) -> Iterator["sync_api.Page"]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fr-FR")
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.on("request", lambda request: requested.append(request.url))
    page.goto(address)
    page.wait_for_selector("#question textarea")
    yield page
    context.close()


def ask(page: "sync_api.Page", question: str) -> str:
    """Types a question; gives the text of the answer."""
    before = page.locator(".answer").count()
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")
    page.wait_for_function(f"document.querySelectorAll('.answer').length > {before}")
    return page.locator(".answer").last.inner_text()


def test_from_a_blank_profile_to_an_opened_citation_without_leaving_the_machine(
    page: "sync_api.Page", requested: list[str]
) -> None:
    answer = ask(page, BOARD)
    assert "J'ai compris" in answer
    assert "35" in answer
    page.locator(".answer a.mark").first.click()
    quote = page.wait_for_selector("mark#quote").inner_text()
    assert quote in answer
    source = page.locator("#source").inner_text()
    assert "note de synthèse d'Interpilote" in source
    assert "Phrase retrouvée à la lettre" in source
    outside = [url for url in requested if not url.startswith(("http://127.0.0.1", "data:", "blob:"))]
    assert outside == []


def test_the_markers_of_an_earlier_answer_still_open_their_own_source(page: "sync_api.Page") -> None:
    ask(page, BOARD)
    ask(page, "Combien rapportent les cotisations ?")
    for rank in (0, 1, 0):
        mark = page.locator(".answer").nth(rank).locator("a.mark").first
        sentence = mark.locator("xpath=..").inner_text()
        mark.click()
        page.wait_for_function(
            "told => told.includes(document.querySelector('mark#quote')?.innerText ?? '—')", arg=sentence
        )


def test_a_question_typed_while_an_answer_is_written_is_kept_and_asked_next(page: "sync_api.Page") -> None:
    page.fill("#question textarea", BOARD)
    page.press("#question textarea", "Enter")
    page.wait_for_function("document.querySelector('#question textarea')?.value === ''")
    page.fill("#question textarea", "Combien rapportent les cotisations ?")
    page.press("#question textarea", "Enter")
    page.wait_for_function("document.querySelectorAll('.answer').length > 1")
    assert "cotisations" in page.locator("#chat .user").last.inner_text()
    assert page.locator("#question textarea").input_value() == ""


def test_the_reading_of_a_question_is_corrected_in_one_click(page: "sync_api.Page") -> None:
    ask(page, "Parle-moi des voisins d'Inno'vin")
    page.locator("#intent label", has_text="un référent").click()
    page.wait_for_function("document.querySelector('.answer .route')?.innerText.includes('référent')")
    page.locator("#answer-phase label", has_text="Structuration").click()
    page.wait_for_function("document.querySelector('.answer .route')?.innerText.includes('votre choix')")
    assert page.locator(".answer").count() == 1
    page.wait_for_function("document.querySelectorAll('#cards details').length >= 3")


def test_an_ambiguous_question_offers_its_readings_as_buttons(page: "sync_api.Page") -> None:
    ask(page, "Je cherche un bon exemple dans la région.")
    page.get_by_role("button", name="Trouver un partenaire de projet").click()
    page.wait_for_function("document.querySelector('.answer .route')?.innerText.includes('développement')")


def test_the_profile_is_remembered_and_leads_to_suggestions(page: "sync_api.Page") -> None:
    page.get_by_text("Mon cluster", exact=True).first.click()
    box = page.locator("#cluster input")
    box.fill("Inno")
    page.get_by_role("option", name="Inno'vin").click()
    page.wait_for_timeout(500)
    page.reload()
    page.wait_for_selector("#question textarea")
    page.wait_for_timeout(1000)
    ask(page, "Avec qui monter un projet de télédétection ?")
    page.wait_for_selector("#cards details")
    assert "ALPHA-RLH" in page.locator("#cards").inner_text()


def test_the_second_of_the_names_shown_is_pointed_to_and_stays_on_this_machine(
    page: "sync_api.Page", requested: list[str]
) -> None:
    shown = ask(page, "Avec qui monter un projet de drones pour la vigne ?")
    named = page.locator(".answer").last.locator("li.level1 > strong").all_inner_texts()
    assert len(named) > 2 and named[1] in shown
    assert f"pourquoi pas {named[1]}" in ask(page, "le deuxième ?")
    assert page.locator(".answer").last.locator("li.level1 > strong").all_inner_texts() == [named[1]]
    assert f"pourquoi pas {named[2]}" in ask(page, "et le troisième ?")
    assert all(url.startswith(("http://127.0.0.1", "data:", "blob:")) for url in requested)


def test_where_an_answer_comes_from_is_told_when_asked_in_a_word(page: "sync_api.Page") -> None:
    told = ask(page, "Combien de membres a Vitagora ?")
    assert "fiche du répertoire" not in told
    sources = ask(page, "source ?")
    assert "680 membres" in sources.replace("\u202f", " ").replace("\u00a0", " ")
    assert "fiche du répertoire" in sources and "lue au début seulement" in sources


def test_a_dropped_file_gets_a_verdict_and_can_be_cited(page: "sync_api.Page", tmp_path: Path) -> None:
    good, bad = tmp_path / "musique.md", tmp_path / "vide.pdf"
    good.write_text(
        "# Lutherie\n\nLe cluster Mandoline comptait 41 facteurs de mandolines en 2025.\n", encoding="utf-8"
    )
    bad.write_bytes(b"")
    page.get_by_text("Mes documents", exact=True).first.click()
    page.set_input_files("#files input[type=file]", [str(good), str(bad)])
    page.wait_for_selector(".verdicts li")
    verdicts = page.locator(".verdicts").inner_text()
    assert "ajouté musique.md" in verdicts
    assert "refusé vide.pdf" in verdicts
    assert "41 facteurs" in ask(page, "Combien de facteurs de mandolines comptait Mandoline ?")


def test_the_page_speaks_english_when_asked(page: "sync_api.Page") -> None:
    page.locator("#language label", has_text="English").click()
    page.wait_for_function("document.querySelector('#send')?.innerText.includes('Ask')")
    page.wait_for_function("document.documentElement.lang === 'en'")
    assert "Understood as" in ask(page, "What budget for a young cluster in its first two years?")


def test_suggestions_give_their_reasons_in_english_when_the_page_does(page: "sync_api.Page") -> None:
    page.get_by_text("Mon cluster", exact=True).first.click()
    page.locator("#cluster input").fill("Inno")
    page.get_by_role("option", name="Inno'vin").click()
    page.locator("#language label", has_text="English").click()
    page.wait_for_function("document.querySelector('#send')?.innerText.includes('Ask')")
    ask(page, "Whom should I learn from?")
    page.wait_for_selector("#cards details")
    cards = page.locator("#cards").text_content() or ""
    assert "— is in the same region" in cards and "dans la même région" not in cards


def test_what_the_assistant_knows_is_one_click_away(page: "sync_api.Page") -> None:
    page.locator("#known button").first.click()
    page.wait_for_selector("#known summary")
    assert "Ce que contient la bibliothèque" in page.locator("#known").inner_text()
    page.locator("#language label", has_text="English").click()
    page.wait_for_function("document.querySelector('#known')?.innerText.includes('What the library holds')")


def test_markup_in_a_question_stays_text(page: "sync_api.Page", requested: list[str]) -> None:
    alerts: list[str] = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    ask(
        page,
        "<img src=http://evil.example/x.png onerror=alert(1)> ![x](http://evil.example/y.png) gouvernance d'un cluster ?",
    )
    assert alerts == []
    assert not any("evil.example" in url for url in requested)
    assert "<img" in page.locator("#chat").inner_text()


def test_a_question_too_long_or_without_words_gets_a_remedy(page: "sync_api.Page") -> None:
    page.fill("#question textarea", "🙂🙂🙂")
    page.press("#question textarea", "Enter")
    page.wait_for_function("document.querySelector('#chat')?.innerText.includes('aucun mot')")


def test_the_page_fits_a_phone(browser: "sync_api.Browser", address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, locale="fr-FR")
    phone = context.new_page()
    phone.set_default_timeout(30_000)
    phone.goto(address)
    phone.wait_for_selector("#question textarea")
    ask(phone, "Compare Vitagora et Xylofutur")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_a_busy_port_is_explained(assistant: Interpilote) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(PortBusy) as busy:
            launch(assistant.settings, "127.0.0.1", taken.getsockname()[1], block=False)
    assert "--port" in busy.value.remedy()


def test_serving_never_loads_torch(assistant: Interpilote, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERPILOTE_HOME", str(assistant.settings.home))
    code = (
        "import sys; from assistant.settings import load_settings; from assistant.ui.server import launch;"
        f"a, _ = launch(load_settings(), '127.0.0.1', {free_port()}, block=False); a.ask('Comment composer le conseil ?');"
        "print('torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("False")


def test_a_pilot_fills_a_blank_of_their_sheet(page: "sync_api.Page", assistant: Interpilote) -> None:
    page.locator("#profile button").first.click()
    page.locator("#cluster input").click()
    page.locator("#cluster input").fill("Robotics")
    page.get_by_role("option", name="Robotics Place").click()
    page.locator("#own-sheet button").first.click()
    state = page.locator("#own-sheet-state")
    state.get_by_text("équipe", exact=True).wait_for()
    page.locator("#own-sheet-field input").click()
    page.get_by_role("option", name="équipe").click()
    page.locator("#own-sheet-value textarea, #own-sheet-value input").fill("beaucoup")
    page.locator("#own-sheet-save").click()
    state.get_by_text("ne convient pas").wait_for()
    page.locator("#own-sheet-value textarea, #own-sheet-value input").fill("4 (2025)")
    page.locator("#own-sheet-save").click()
    state.get_by_text("Déclaré par Robotics Place").wait_for()
    assert "4 (2025)" in state.inner_text()
    with page.expect_download() as handed:
        state.get_by_role("link", name="Exporter ce qui est déclaré").click()
    assert "raw: 4 (2025)" in handed.value.path().read_text(encoding="utf-8")
    assistant.complete("robotics-place", {"team": ""})


def choose(page: "sync_api.Page", box: str, *names: str) -> None:
    """Chooses from a list of several."""
    for name in names:
        page.locator(f"{box} input").fill(name)
        page.locator(box).get_by_role("option", name=name, exact=True).click()  # another list may still be closing


def drop(page: "sync_api.Page", box: str, file: Path) -> None:
    """Drops a file in place of the one before; ends when the page holds it, not while it is still sent."""
    held = page.locator(f"{box} td.filename")
    if held.count():
        page.locator(f"{box} button[aria-label='Effacer']").click()
        held.wait_for(state="detached")
    page.set_input_files(f"{box} input[type=file]", file)
    page.locator(f"{box} td.filename[aria-label='{file.name}']").wait_for()


def test_clusters_are_compared_with_year_and_source_and_the_table_is_taken_away(
    page: "sync_api.Page", requested: list[str]
) -> None:
    page.get_by_role("tab", name="Comparer").click()
    choose(page, "#compared", "Inno'vin", "Xylofutur")
    page.locator("#compare").click()
    row = page.locator("#comparison tbody tr", has_text="Membres · années différentes").first
    row.wait_for()
    assert "180 (2023) [1" in row.inner_text() and "278 (2022)" in row.inner_text()
    assert page.locator("#comparison tbody tr", has_text="Budget").first.locator("td").first.inner_text() == "—"
    bars = page.locator("#comparison figure", has_text="Membres").first
    assert "Xylofutur 278 (2022)" in str(bars.locator("[role=img]").get_attribute("aria-label"))
    assert "pôle moyen" in bars.inner_text()
    with page.expect_download() as csv:
        page.locator("#download-csv").click()
    assert "Xylofutur;278;2022" in Path(csv.value.path()).read_text(encoding="utf-8-sig")
    with page.expect_download() as docx:
        page.locator("#download-docx").click()
    assert docx.value.suggested_filename == "comparaison.docx"
    assert [url for url in requested if not url.startswith(("http://127.0.0.1", "data:", "blob:"))] == []


def test_a_cluster_alone_is_compared_with_peers_that_can_be_changed_in_english_too(page: "sync_api.Page") -> None:
    page.get_by_role("tab", name="Comparer").click()
    choose(page, "#compared", "Vitagora")
    page.locator("#compare").click()
    page.locator("#comparison thead th").nth(3).wait_for()
    assert "même type" in page.locator("#comparison").inner_text()
    page.locator("#language label", has_text="English").click()
    page.locator("#comparison", has_text="National evaluation of 2012").wait_for()
    page.get_by_role("tab", name="Compare").wait_for()
    page.locator("#peers input[type=number]").fill("1")
    page.locator("#peers input[type=number]").press("Tab")
    page.locator("#compare").click()
    page.wait_for_function("document.querySelectorAll('#comparison thead th').length === 2")


def test_whoever_introduces_composes_tables_from_a_list(page: "sync_api.Page", tmp_path: Path) -> None:
    page.get_by_role("tab", name="Rencontres").click()
    choose(page, "#guests", "Inno'vin", "ALPHA-RLH")
    guests = tmp_path / "liste.csv"
    guests.write_text("cluster;phase\nAetos;structuration\nXylofutur;\nAtlantis;\n", encoding="utf-8")
    drop(page, "#guest-list", guests)
    page.locator("#arrange").click()
    page.locator("#meetings [role=alert]", has_text="Atlantis").wait_for()
    guests.write_text("cluster;phase\nAetos;structuration\nXylofutur;\n", encoding="utf-8")
    drop(page, "#guest-list", guests)
    page.locator("#arrange").click()
    page.locator("#meetings .meeting").nth(1).wait_for()
    told = page.locator("#meetings").inner_text()
    assert "Aetos vient apprendre" in told and told.count("Pour commencer") == 2
    with page.expect_download() as docx:
        page.locator("#meetings-docx").click()
    assert docx.value.suggested_filename == "rencontres.docx"


def test_the_comparison_and_the_tables_fit_a_phone(browser: "sync_api.Browser", address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, locale="fr-FR")
    phone = context.new_page()
    phone.set_default_timeout(30_000)
    phone.goto(address)
    phone.get_by_role("tab", name="Comparer").click()
    choose(phone, "#compared", "Vitagora")
    phone.locator("#compare").click()
    phone.locator("#comparison table").wait_for()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    phone.get_by_role("tab", name="Rencontres").click()
    choose(phone, "#guests", "Inno'vin", "ALPHA-RLH", "Xylofutur")
    phone.locator("#arrange").click()
    phone.locator("#meetings .meeting").wait_for()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_a_call_is_read_from_the_page_with_its_deadline(page: "sync_api.Page", tmp_path: Path) -> None:
    page.locator("#call button").first.click()
    page.locator("#call-read").click()
    shown = page.locator("#call-shown")
    shown.get_by_text("Aucun fichier").wait_for()
    empty, call = tmp_path / "vide.txt", tmp_path / "appel.txt"
    empty.write_text("Bonjour à tous.")
    call.write_text(
        "Appel à projets.\nLe projet doit être labellisé par un pôle.\nLa date limite est le 15 mars 2027.\n"
    )
    drop(page, "#call-file", empty)
    page.locator("#call-read").click()
    shown.get_by_text("ne dit rien de ce qu’un appel à projets demande").wait_for()
    drop(page, "#call-file", call)
    page.locator("#call-deadline textarea, #call-deadline input").fill("15/03/2027")
    page.locator("#call-read").click()
    shown.get_by_text("Rétroplanning depuis le 15 mars 2027").wait_for()
    assert "« Le projet doit être labellisé par un pôle. »" in shown.inner_text().replace("\u00a0", " ")
