"""Folders that hold what is a person's own."""

from pathlib import Path


def own_folder(folder: Path) -> Path:
    """Makes a folder, and those above it that lack, for nobody else on the machine; one that is there stays as it is.

    Raises OSError.
    """
    for missing in reversed([place for place in (folder, *folder.parents) if not place.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(exist_ok=True)  # a file of that name is an error
    return folder
