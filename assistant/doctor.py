"""What is wrong with an installation, and what to do about it. It looks and changes nothing.

While another process writes to a library, SQLite keeps its own notes on who reads (`-shm`) beside it.
"""

import os
import platform
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib import metadata
from pathlib import Path
from typing import Literal

from assistant.errors import CorruptedIndex, InterpiloteError
from assistant.settings import Settings
from assistant.vocabulary import Check

Severity = Literal["ok", "avertissement", "erreur"]
MIN_FREE_GB = 2


def examine(settings: Settings) -> list[Check]:
    """All checks, in the order in which things build on each other."""
    own = (*_declared(settings), *_journal(settings))
    return [*_machine(settings), *_corpus(), *own, *_model(settings), *_libraries(settings), *_chat_model(settings)]


def _check(name: str, severity: Severity, message: str, remedy: str | None = None) -> Check:
    return Check(name=name, severity=severity, message=message, remedy=remedy)


def _machine(settings: Settings) -> Iterator[Check]:
    yield _check("python", "ok", f"Python {platform.python_version()}, {platform.system()}")
    place = next(folder for folder in (settings.home, *settings.home.parents) if folder.exists())
    free = shutil.disk_usage(place).free / 1e9
    severity: Severity = "ok" if free >= MIN_FREE_GB else "avertissement"
    remedy = None if severity == "ok" else "Libérez de la place ou déplacez INTERPILOTE_HOME."
    yield _check("disque", severity, f"{free:.0f} Go libres pour {settings.home}", remedy)
    if not place.is_dir() or not os.access(place, os.W_OK | os.X_OK):
        yield _check(
            "dossier",
            "erreur",
            f"{place} ne peut pas recevoir de bibliothèque",
            "Vérifiez vos droits, ou choisissez un autre dossier avec INTERPILOTE_HOME.",
        )


def _corpus() -> Iterator[Check]:
    from assistant import resources
    from assistant.clusters.directory import load_directory
    from assistant.library.facts import load_facts

    try:
        directory, facts = load_directory(resources.corpus()), load_facts(resources.corpus())
        notes = len(list((resources.corpus() / "documents").glob("*/*.md")))
        yield _check("corpus", "ok", f"{notes} notes, {len(directory.clusters)} clusters, {len(facts.facts)} faits")
    except InterpiloteError as error:
        yield _check("corpus", "erreur", error.message(), error.remedy())


def _declared(settings: Settings) -> Iterator[Check]:
    from assistant import resources
    from assistant.clusters.declared import FILE_NAME, read_declarations
    from assistant.clusters.directory import load_directory
    from assistant.errors import InvalidDeclaration

    file = settings.home / FILE_NAME
    try:
        count = len(read_declarations(file).clusters)
        if count:
            load_directory(resources.corpus(), file)
            yield _check("fiches déclarées", "ok", f"{count} cluster{'s' if count > 1 else ''}")
    except InvalidDeclaration as error:
        yield _check("fiches déclarées", "erreur", error.message(), error.remedy())
    except InterpiloteError:
        pass  # told of the corpus


def _journal(settings: Settings) -> Iterator[Check]:
    from assistant.records.schema import MIGRATIONS
    from assistant.records.store import FILE_NAME

    file = settings.home / FILE_NAME
    if not file.exists():
        return
    try:
        with closing(_read_only(file)) as database:
            state = database.execute("PRAGMA quick_check").fetchone()[0]
            version = int(database.execute("PRAGMA user_version").fetchone()[0])
            persons = database.execute("SELECT count(*) FROM persons").fetchone()[0] if version else 0
    except sqlite3.OperationalError as error:  # being written, or a write was cut: the next opening takes it back
        remedy = "Lancez `interpilote carnet list`, puis relancez."
        yield _check("carnet", "avertissement", f"{file} ne peut pas être lu pour l’instant : {error}", remedy)
        return
    except sqlite3.DatabaseError as error:
        state, version, persons = str(error), 0, 0
    if state != "ok":
        remedy = "Restaurez ce fichier d’une sauvegarde, ou déplacez-le pour repartir d’un carnet vide."
        yield _check("carnet", "erreur", f"{file} ne peut pas être lu : {state}", remedy)
    elif version > len(MIGRATIONS):
        yield _check("carnet", "erreur", f"{file} vient d’une version plus récente", "Mettez Interpilote à jour.")
    else:
        yield _check("carnet", "ok", f"{persons} personne{'s' if persons > 1 else ''}")


def _read_only(file: Path) -> sqlite3.Connection:
    """A connection that leaves nothing beside the file, unless another process is writing. Raises sqlite3.Error."""
    log = file.with_name(f"{file.name}-wal")
    in_use = any(beside.exists() and beside.stat().st_size for beside in (log, file.with_name(f"{file.name}-journal")))
    address = file.resolve().as_uri()  # a home may hold `#`, `?` or `%`
    return sqlite3.connect(f"{address}?mode=ro{'' if in_use else '&immutable=1'}", uri=True)


def _model(settings: Settings) -> Iterator[Check]:
    from assistant.index.preparation import is_prepared

    if settings.embedding_model != "bundled":
        installed = _installed("sentence-transformers")
        remedy = None if installed else "Installez l'extra : pip install 'interpilote[models]'."
        yield _check(
            "modèle", "ok" if installed else "erreur", f"{settings.embedding_model} (sentence-transformers)", remedy
        )
    elif is_prepared(settings.models):
        yield _check("modèle", "ok", f"modèle d'origine, prêt dans {settings.models}")
    else:
        yield _check(
            "modèle", "avertissement", "modèle non préparé", "Lancez `interpilote prepare` (une à deux minutes)."
        )


def _libraries(settings: Settings) -> Iterator[Check]:
    folders = sorted(settings.home.glob("library-*"))
    if not folders:
        yield _check("bibliothèque", "avertissement", "pas encore construite", "Lancez `interpilote prepare`.")
    for folder in folders:
        yield from _library(folder)
    if len(folders) > 1:
        yield _check(
            "bibliothèque",
            "avertissement",
            f"{len(folders)} bibliothèques de réglages différents",
            "Celles qui ne servent plus peuvent être supprimées : elles se reconstruisent.",
        )
    for aside in sorted(settings.home.glob("damaged-*")):
        yield _check(
            "bibliothèque",
            "avertissement",
            f"une bibliothèque abîmée est gardée dans {aside}",
            "Supprimez-la si tout va bien.",
        )


def _library(folder: Path) -> Iterator[Check]:
    from assistant.index.generation import current, examined_version

    try:
        with closing(_read_only(folder / "library.sqlite")) as database:
            state = database.execute("PRAGMA quick_check").fetchone()[0]
            documents, passages = (
                database.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("documents", "passages")
            )
            version = int((database.execute("SELECT value FROM state WHERE key = 'version'").fetchone() or ["0"])[0])
    except (OSError, sqlite3.DatabaseError) as error:
        yield _check(
            "bibliothèque",
            "erreur",
            f"{folder.name} ne peut pas être lue : {error}",
            "Lancez `interpilote prepare` : elle est mise de côté et reconstruite.",
        )
        return
    if state != "ok":
        yield _check(
            "bibliothèque",
            "erreur",
            f"{folder.name} est abîmée : {state}",
            "Lancez `interpilote prepare` : elle est mise de côté et reconstruite.",
        )
        return
    yield _check("bibliothèque", "ok", f"{folder.name} : {documents} documents, {passages} passages")
    published = current(folder / "index")
    if published is None:
        yield _check("index", "avertissement", "pas encore publié", "Lancez `interpilote prepare`.")
        return
    try:
        behind = examined_version(published) != version
        yield _check(
            "index",
            "avertissement" if behind else "ok",
            f"{published.name}, {'en retard sur' if behind else 'à jour avec'} la bibliothèque",
            "Il se met à jour à la prochaine commande." if behind else None,
        )
    except CorruptedIndex as error:
        yield _check("index", "erreur", error.message(), "Lancez `interpilote prepare` : il est reconstruit.")


def _chat_model(settings: Settings) -> Iterator[Check]:
    if settings.llm is None:
        yield _check("modèle de conversation", "ok", "aucun : réponses extractives, rien ne sort de cette machine")
    else:
        where = settings.llm_base_url or "l'adresse du fournisseur"
        yield _check("modèle de conversation", "ok", f"{settings.llm} : questions et extraits sont envoyés à {where}")


def _installed(distribution: str) -> bool:
    try:
        return bool(metadata.version(distribution))
    except metadata.PackageNotFoundError:
        return False
