"""The evaluation sets that a command measures on unless it is given others."""

from pathlib import Path


def dataset(given: Path | None, name: str, option: str = "--file") -> Path:
    """The set that was given, else the shipped one of this name. Raises UnreadablePath when there is none."""
    return given or shipped_sets(f"{option} CLONE/eval/datasets/{name}") / "datasets" / name


def shipped_sets(instead: str) -> Path:
    """The folder eval/ of the checkout, from wherever it is asked. Raises UnreadablePath; `instead` names another folder."""
    from assistant import resources
    from assistant.errors import UnreadablePath

    try:
        found = resources.evaluation()
        (found / "gate.yaml").stat()  # a folder of that name beside an installed package may be anything
        return found
    except FileNotFoundError as error:
        raise UnreadablePath(
            (
                "Les jeux d'évaluation manquent\u00a0: le paquet installé ne les contient pas, seul le dépôt les a.",
                "The evaluation sets are missing: an installed package does not hold them, only the repository does.",
            ),
            (
                f"Lancez la commande depuis un clone du dépôt (make test), ou désignez son dossier\u00a0: {instead}.",
                f"Run it from a clone of the repository (make test), or name its folder: {instead}.",
            ),
        ) from error
