"""What somebody does while an answer is written, or types and goes on at once, is neither lost nor undone."""

import re

import pytest

from tests.ui.test_page import BOARD, address, ask, browser, page, requested, sync_api

__all__ = ["address", "browser", "page", "requested"]
pytestmark = [pytest.mark.browser, pytest.mark.model]
ASKED = "document.querySelectorAll('#chat .user').length"
STARTER = "Quelles fusions de pôles ont échoué"


def begin(page: "sync_api.Page", question: str) -> None:
    """Sends a question; ends as soon as the chat shows it, not its answer."""
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")
    page.wait_for_function(f"{ASKED} > 0")


@pytest.fixture
def finished(page: "sync_api.Page") -> list[str]:
    """Addresses of the requests that were answered."""
    answered: list[str] = []
    page.on("requestfinished", lambda request: answered.append(request.url))
    return answered


def cancelled(page: "sync_api.Page", requested: list[str], finished: list[str]) -> None:
    """Ends when the page no longer waits for what it cancelled: it says so to the server twice."""
    while sum(url.endswith("/cancel") for url in requested) > sum(url.endswith("/reset") for url in finished):
        page.wait_for_event("requestfinished")


def test_a_new_conversation_begun_during_an_answer_stays_new(
    page: "sync_api.Page", requested: list[str], finished: list[str]
) -> None:
    begin(page, BOARD)
    page.locator("#new").click()
    page.locator("#chat", has_text="Par où commencer").wait_for()
    cancelled(page, requested, finished)
    ask(page, "Combien rapportent les cotisations ?")
    assert page.locator(".answer").count() == 1 and BOARD not in page.locator("#chat").inner_text()


def test_starters_leave_while_an_answer_is_written_and_a_chip_waits_for_its_turn(page: "sync_api.Page") -> None:
    starter = page.get_by_role("button", name=re.compile(f"^{STARTER}"))
    starter.click()
    starter.wait_for(state="detached")
    begin(page, BOARD)
    page.wait_for_function("document.querySelectorAll('.answer').length > 1")
    asked = [text.replace("\u00a0", " ") for text in page.locator("#chat .user").all_inner_texts()]
    assert STARTER in asked[0] and BOARD in asked[-1]


def test_an_answer_begun_by_a_chip_can_be_stopped(
    page: "sync_api.Page", requested: list[str], finished: list[str]
) -> None:
    page.get_by_role("button", name=re.compile(f"^{STARTER}")).click()
    page.wait_for_function(f"{ASKED} > 0")
    page.locator("#stop").click()
    cancelled(page, requested, finished)
    stopped = page.locator(".answer").count()  # none, unless it was written before the click
    assert "cotisations" in ask(page, "Combien rapportent les cotisations ?").casefold()
    assert page.locator(".answer").count() == stopped + 1


def test_all_that_is_typed_of_a_profile_is_kept(page: "sync_api.Page") -> None:
    page.locator("#profile button").first.click()
    page.locator("#sectors textarea, #sectors input").press_sequentially("vigne et vin, agriculture numérique")
    page.locator("#phase label", has_text="Développement").click()
    page.reload()
    page.wait_for_selector("#question textarea")
    page.locator("#profile button").first.click()
    typed = page.locator("#sectors textarea, #sectors input")
    sync_api.expect(typed).to_have_value("vigne et vin, agriculture numérique")


def test_a_value_typed_for_a_field_stays_with_it_when_the_language_changes(page: "sync_api.Page") -> None:
    page.locator("#profile button").first.click()
    page.locator("#cluster input").fill("Robotics")
    page.get_by_role("option", name="Robotics Place").click()
    page.locator("#own-sheet button").first.click()
    field, value = (
        page.locator("#own-sheet-field input"),
        page.locator("#own-sheet-value textarea, #own-sheet-value input"),
    )
    page.locator("#own-sheet-state li").first.wait_for()
    field.click()
    page.locator("#own-sheet-field").get_by_role("option", name="site").click()
    value.fill("exemple.fr")
    page.locator("#language label", has_text="English").click()
    page.locator("#own-sheet-state", has_text="What the directory does not know").wait_for()
    sync_api.expect(field).to_have_value("website")
    sync_api.expect(value).to_have_value("exemple.fr")
    page.locator("#cluster input").fill("Vitagora")
    page.get_by_role("option", name="Vitagora").click()
    sync_api.expect(value).to_have_value("")
