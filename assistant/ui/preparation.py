"""Preparing in the background while the page is already open."""

import html
import logging
import threading

from assistant.errors import InterpiloteError
from assistant.interpilote import Interpilote
from assistant.ui.texts import COLON, TEXTS
from assistant.vocabulary import Language

log = logging.getLogger(__name__)


class Preparation:
    """One background thread; `ready` is set when it ends, well or not."""

    def __init__(self) -> None:
        self.ready = threading.Event()
        self.error: Exception | None = None
        self._step, self._share = "", 0.0

    def progress(self, step: str, share: float) -> None:
        """Told by the assistant as it prepares."""
        self._step, self._share = step, share

    def start(self, assistant: Interpilote) -> None:
        """Prepares without making anyone wait."""
        threading.Thread(target=self._run, args=(assistant,), daemon=True).start()

    def _run(self, assistant: Interpilote) -> None:
        try:
            assistant.prepare()
        except Exception as error:  # shown on the page: nobody else would see it
            log.exception("preparation failed")
            self.error = error
        finally:
            self.ready.set()

    def succeeded(self) -> None:
        """A question was answered: whatever failed at first does no longer."""
        self.error = None

    def banner(self, language: Language) -> str:
        """What the page shows of it: nothing once all is ready."""
        words = TEXTS[language]
        if self.error is not None:
            detail = words["unknown_error"]
            if isinstance(self.error, InterpiloteError):
                detail = f"{self.error.message(language)} {self.error.remedy(language)}"
            return f'<p class="banner warning" role="alert">{words["failed"]} : {html.escape(detail)}</p>'
        if self.ready.is_set():
            return ""
        step = f"{COLON[language]} {html.escape(self._step)}" if self._step else "…"
        return (
            f'<p class="banner" role="status">{words["preparing"]}{step} '
            f'<progress max="1" value="{self._share:.2f}"></progress> {self._share:.0%}</p>'
        )
