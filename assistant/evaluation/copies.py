"""Assistants over a copy of the library that goes away: the shipped corpus alone, or with documents that attack it.

What a person added or declared does not count in figures that are compared from day to day, and attacks must not stay.
"""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.evaluation.injection import Attack, write_documents
from assistant.index.embedding import Embedder
from assistant.interpilote import Interpilote
from assistant.library.locks import writing
from assistant.library.rows import SHIPPED


@contextmanager
def shipped_only(
    assistant: Interpilote,
    *,
    embedder: Embedder | None = None,
    today: Callable[[], date] | None = None,
    llm: str | None = None,
) -> Iterator[Interpilote]:
    """An assistant with the same settings over the shipped corpus alone; no chat model unless one is named.

    `embedder` stands in for that of the settings: it must give the same vectors. Raises LibraryBusy when another
    process keeps writing.
    """
    settings, workspace = assistant.settings, assistant.workspace
    with TemporaryDirectory() as scratch:
        with writing(settings.home, settings.lock_timeout_s):
            _copy(workspace.folder, Path(scratch) / workspace.folder.name)
        own = settings.model_copy(update={"home": Path(scratch), "llm": llm})
        copy = Interpilote(own, progress=assistant.progress, today=today or assistant.today)
        copy.embedder = embedder or assistant.embedder
        try:
            for document in copy.documents():
                if document.origin != SHIPPED:
                    copy.remove(document.id)
            copy.prepare()
            yield copy
        finally:
            copy.close()


@contextmanager
def poisoned(shipped: Interpilote, attacks: Sequence[Attack]) -> Iterator[Interpilote]:
    """An assistant over a copy of the library of `shipped` to which the documents of the attacks were added."""
    with shipped_only(shipped, llm=shipped.settings.llm) as copy, TemporaryDirectory() as folder:
        write_documents(attacks, Path(folder))
        copy.ingest([Path(folder)])
        yield copy


def _copy(folder: Path, target: Path) -> None:
    # The writer's lock keeps files as they are; what SQLite shares between processes is made again for the copy.
    shutil.copytree(folder, target, ignore=shutil.ignore_patterns("*-shm"))
