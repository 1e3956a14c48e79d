"""Takes the README's screenshot: python docs/screenshot.py (needs Chromium and the extra `test`)."""

import shutil
import socket
from pathlib import Path

from playwright.sync_api import sync_playwright

from assistant.settings import load_settings
from assistant.ui.server import launch

QUESTION = "Quelles fusions de pôles ont échoué, et pourquoi ?"
TARGET = Path(__file__).parent / "images" / "page.png"

if __name__ == "__main__":
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assistant, address = launch(load_settings(), "127.0.0.1", port, block=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 1020}, locale="fr-FR")
        page.goto(address)
        page.fill("#question textarea", QUESTION)
        page.press("#question textarea", "Enter")
        page.wait_for_selector(".answer a.mark", timeout=300_000)
        page.locator(".answer a.mark").first.click()
        page.wait_for_selector("mark#quote")
        page.wait_for_timeout(800)
        page.evaluate("window.scrollTo(0, 0)")
        page.screenshot(path=TARGET)
        browser.close()
    assistant.close()
