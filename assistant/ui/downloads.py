"""Files made for a download: kept while the page runs, in a folder that goes with it."""

import hashlib
import tempfile
from pathlib import Path


class Downloads:
    """One folder of the system's temporary ones; the same content is one file."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="interpilote-")

    def file(self, name: str, content: bytes) -> str:
        """The path of a file called `name` that holds `content`."""
        folder = Path(self._folder.name) / hashlib.sha256(content).hexdigest()[:16]
        folder.mkdir(exist_ok=True)
        path = folder / name
        path.write_bytes(content)
        return str(path)
