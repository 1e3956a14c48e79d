"""One writer at a time in a home. Readers take no lock."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from assistant.errors import LibraryBusy
from assistant.folders import own_folder


@contextmanager
def writing(home: Path, timeout_s: float) -> Iterator[None]:
    """Holds the home's writer lock. Raises LibraryBusy when another process keeps it longer than `timeout_s`.

    The lock belongs to the process: the system lets it go if the process is killed.
    """
    own_folder(home)
    lock = FileLock(home / "writer.lock")
    try:
        lock.acquire(timeout=timeout_s)
    except Timeout as error:
        raise LibraryBusy(
            (
                f"Une autre commande modifie la bibliothèque {home} depuis plus de {timeout_s:g} secondes.",
                f"Another command has been changing the library {home} for over {timeout_s:g} seconds.",
            ),
            (
                "Attendez qu'elle finisse (ou fermez-la), puis recommencez : rien n'est perdu.",
                "Wait until it ends (or close it), then try again: nothing is lost.",
            ),
        ) from error
    try:
        yield
    finally:
        lock.release()
