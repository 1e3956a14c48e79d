"""What changed in the shipped documents when the library last took a new version of the corpus."""

import json
from collections.abc import Iterable

from assistant.library.store import Library
from assistant.vocabulary import Model

_HELD, _CHANGES = "shipped_names", "shipped_changes"


class Changes(Model):
    """Names of documents (`type/name`) that came, were rewritten or went between two versions of the corpus."""

    since: str
    added: tuple[str, ...] = ()
    rewritten: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def last_changes(library: Library) -> Changes | None:
    """The changes of the last update; None when the library only ever held one version."""
    kept = library.state(_CHANGES)
    return Changes.model_validate_json(kept) if kept else None


def remember(library: Library, since: str | None, documents: Iterable[tuple[str, str]]) -> None:
    """Notes what these documents (name, id) change to what was held at version `since`; inside a transaction.

    The names held are kept beside the library, so that an update killed half-way is still told whole.
    """
    now = dict(documents)
    kept = library.state(_HELD)
    if since and kept:
        before: dict[str, str] = json.loads(kept)
        changes = Changes(
            since=since,
            added=tuple(sorted(now.keys() - before.keys())),
            rewritten=tuple(sorted(name for name in now.keys() & before.keys() if now[name] != before[name])),
            removed=tuple(sorted(before.keys() - now.keys())),
        )
        library.set_state(_CHANGES, changes.model_dump_json())
    library.set_state(_HELD, json.dumps(now))
