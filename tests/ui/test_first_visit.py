"""What somebody sees who opens the page for the first time, and where the question stays."""

import pytest

from tests.ui.test_page import BOARD, address, ask, browser, page, requested, sync_api

__all__ = ["address", "browser", "page", "requested"]
pytestmark = [pytest.mark.browser, pytest.mark.model]


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
def test_a_first_visit_says_what_to_do_above_a_question_in_sight(
    browser: "sync_api.Browser", address: str, width: int, height: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": height}, locale="fr-FR")
    page = context.new_page()
    page.goto(address)
    page.locator("#chat", has_text="Par où commencer").wait_for()
    page.wait_for_function(f"document.querySelector('#send')?.getBoundingClientRect().bottom <= {height}")
    page.locator("#language label", has_text="English").click()
    page.locator("#chat", has_text="Where to begin").wait_for()
    context.close()


def test_the_question_stays_in_sight_below_an_answer_and_its_correction_comes_after(page: "sync_api.Page") -> None:
    ask(page, BOARD)
    page.locator("#intent").wait_for()
    sent, correction = page.locator("#send").bounding_box(), page.locator("#correct").bounding_box()
    assert sent is not None and sent["y"] + sent["height"] <= 900
    assert correction is not None and correction["y"] > sent["y"]


def test_on_a_phone_an_opened_source_leads_back_to_the_answer(browser: "sync_api.Browser", address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="fr-FR")
    phone = context.new_page()
    phone.goto(address)
    phone.wait_for_selector("#question textarea")
    ask(phone, BOARD)
    phone.locator(".answer a.mark").first.click()
    phone.wait_for_function("document.querySelector('mark#quote')?.getBoundingClientRect().top < 844")
    phone.get_by_role("link", name="Retour à la réponse").click()
    phone.wait_for_function("Math.abs(document.querySelector('#chat')?.getBoundingClientRect().top) < 200")
    context.close()


def test_each_phase_is_explained_where_it_is_chosen(page: "sync_api.Page") -> None:
    page.get_by_text("Mon cluster", exact=True).first.click()
    page.locator("#phase", has_text="vous montez l’équipe").wait_for()


def test_a_phase_chosen_for_an_answer_holds_for_the_next_questions(page: "sync_api.Page") -> None:
    ask(page, "Quelle équipe faut-il ?")
    page.locator("#answer-phase label", has_text="Structuration").click()
    page.wait_for_function("document.querySelector('.answer .route')?.innerText.includes('votre choix')")
    assert "phase de structuration (votre profil)" in ask(page, "Comment composer le bureau ?")


def test_an_english_question_on_the_french_page_is_read_as_english(page: "sync_api.Page") -> None:
    told = ask(page, "What does a consortium agreement contain?")
    assert "Understood as: how-to" in told and "agrément" not in told


def test_clearing_the_chat_begins_a_new_conversation(page: "sync_api.Page") -> None:
    ask(page, "Que font les clusters du cuir ?")
    page.locator("#chat button[aria-label='Effacer la conversation']").click()
    page.locator("#chat", has_text="Par où commencer").wait_for()
    page.locator("#correct").wait_for(state="hidden")
    page.get_by_role("button", name="Quelles fusions de pôles ont échoué").wait_for()


def test_a_screen_reader_hears_the_messages_and_not_their_markup(page: "sync_api.Page") -> None:
    ask(page, BOARD)
    page.wait_for_function("document.querySelectorAll('#chat [data-testid][aria-label]').length === 0")
    assert page.locator("#chat [role=log]").get_attribute("aria-label") == "Conversation"
    page.locator("#chat .bot-row").get_by_role("button", name="Copier").wait_for()
