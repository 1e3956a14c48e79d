"""What goes wrong behind the page is told as text, and no longer once it goes well."""

from datetime import date
from pathlib import Path

import gradio as gr
import pytest

from assistant import Interpilote, resources
from assistant.clusters.declared import declare
from assistant.clusters.directory import load_directory
from assistant.settings import Settings
from assistant.ui.handlers import Handlers
from assistant.ui.labelled import Labelled
from assistant.ui.own_sheet import OwnSheet
from assistant.ui.preparation import Preparation
from assistant.vocabulary import Citation, Provenance

pytestmark = pytest.mark.model
TODAY = date(2026, 11, 26)


@pytest.fixture
def ready() -> Preparation:
    preparation = Preparation()
    preparation.ready.set()
    return preparation


def test_a_citation_whose_document_is_gone_says_so(assistant: Interpilote, ready: Preparation) -> None:
    gone = Citation(
        n=1,
        document_id="0" * 16,
        title="Ma note",
        type="utilisateur",
        page=1,
        quote="…",
        provenance=Provenance.ORIGINAL,
    )
    told = Handlers(assistant, ready).open("k", {"k": gone.model_dump_json()}, "fr")
    assert 'role="alert"' in told and "Ma note" in told and "Redemandez" in told


def test_a_phase_that_does_not_exist_is_an_error_with_a_remedy(assistant: Interpilote, ready: Preparation) -> None:
    told = Handlers(assistant, ready).ask("Quelle équipe faut-il ?", phase="foo")
    assert "foo" in told["error"]["message"] and "developpement" in told["error"]["remedy"]


def test_a_failed_preparation_is_told_when_files_are_dropped_until_a_question_is_answered(
    assistant: Interpilote, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.write_text("no folder")
    behind = Interpilote(Settings(home=home, models=assistant.settings.models))
    preparation = Preparation()
    preparation.start(behind)
    handlers = Handlers(behind, preparation)
    verdict, *_ = handlers.add([str(tmp_path / "note.md")], "fr")
    assert 'role="alert"' in verdict and "échoué" in preparation.banner("fr")
    assert 'role="alert"' in handlers.remove("0" * 16, "fr")[0]
    home.unlink()
    home.symlink_to(assistant.settings.home, target_is_directory=True)
    list(handlers.ask_new("Comment composer le bureau ?", [], None, "fr", {}))
    assert preparation.banner("fr") == ""
    behind.close()


def test_a_sheet_of_which_the_directory_already_tells_all_has_nothing_to_hand_over(tmp_path: Path) -> None:
    behind, merged = Interpilote(Settings(home=tmp_path / "home")), tmp_path / "merged.json"
    declare(merged, behind.directory.by_id["robotics-place"], {"city": "Labège"}, "Nous répondons.", TODAY)
    behind.directory = load_directory(resources.corpus(), merged)
    with gr.Blocks():
        shown = OwnSheet(behind, Preparation(), Labelled()).shown("robotics-place", "fr")
    assert "Labège" in shown and "Nous répondons" in shown and "download" not in shown
