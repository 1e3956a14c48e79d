"""What an update of the corpus changed is remembered with the library."""

from collections.abc import Callable
from dataclasses import replace

from assistant.library.changes import Changes, last_changes
from tests.library.conftest import NOTE, Desk


def test_the_library_remembers_what_an_update_changed(make_desk: Callable[..., Desk]) -> None:
    first = make_desk(shipped=[NOTE, replace(NOTE, id="1" * 16, name="ancienne")]).workspace
    assert last_changes(first.library) is None
    first.close()
    rewritten = replace(NOTE, id="2" * 16, markdown=NOTE.markdown + "\nLe bureau, 12.\n")
    second = make_desk(shipped=[rewritten, replace(NOTE, id="3" * 16, name="neuve")], version="v2").workspace
    expected = Changes(
        since="v1",
        added=("bonnes_pratiques/neuve",),
        rewritten=("bonnes_pratiques/note",),
        removed=("bonnes_pratiques/ancienne",),
    )
    assert last_changes(second.library) == expected


def test_an_update_that_changes_no_document_says_so(make_desk: Callable[..., Desk]) -> None:
    make_desk().workspace.close()
    assert last_changes(make_desk(version="v2").workspace.library) == Changes(since="v1")
