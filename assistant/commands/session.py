"""What every command does first and last: open the assistant, show progress, print."""

import json
import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

if TYPE_CHECKING:
    from assistant.interpilote import Interpilote
    from assistant.settings import Settings
    from assistant.vocabulary import PilotProfile, Turn

Json = Annotated[bool, typer.Option("--json", help="Un objet JSON sur la sortie standard, rien d'autre.")]
# The same words as in vocabulary, written out: importing it would slow `--help` (a test holds them together).
PhaseName = Literal["structuration", "developpement"]
IntentName = Literal["pratique", "referent", "partenaire", "comparaison", "fait", "hors_sujet"]
TypeName = Literal["evaluation", "france_clusters", "bonnes_pratiques", "recherche", "annuaire", "utilisateur"]
LanguageName = Literal["fr", "en"]
WRITTEN: dict[LanguageName, str] = {"fr": "Écrit dans {file}.", "en": "Written to {file}."}
Lang = Annotated[LanguageName | None, typer.Option("--lang", "--language", help="Langue de la réponse.")]


def settings_of(context: typer.Context) -> "Settings":
    """The settings of this call. Raises InvalidSettings."""
    from assistant.settings import load_settings

    settings = load_settings(Path(context.obj) if context.obj else None)
    logging.basicConfig(
        stream=sys.stderr, level=settings.log_level.upper(), format="%(levelname)s %(name)s: %(message)s"
    )
    return settings


def language_of(lang: LanguageName | None, settings: "Settings") -> LanguageName:
    """The language to answer in: the one asked for, else that of the settings."""
    return lang or settings.language


@contextmanager
def opened(context: typer.Context) -> Iterator["Interpilote"]:
    """An assistant whose preparation and progress show on stderr."""
    from assistant.interpilote import Interpilote

    settings = settings_of(context)
    with progress_bar() as progress:
        assistant = Interpilote(settings, progress=progress, notice=lambda text: typer.echo(text, err=True))
        try:
            yield assistant
        finally:
            assistant.close()


@contextmanager
def progress_bar() -> Iterator[Any]:
    """A function (label, share done) that shows progress on stderr, with the time left on a terminal."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Lines()
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeRemainingColumn(),
    )
    bar = Progress(*columns, console=console, transient=True)
    task = bar.add_task("", total=1.0)

    def show(label: str, share: float) -> None:
        bar.start()
        bar.update(task, description=label[:48], completed=share)

    try:
        yield show
    finally:
        bar.stop()


class _Lines:
    """Progress for a log: a line every ten seconds, with the time that what is under way still takes at its pace so far."""

    EVERY_S = 10.0
    SOON = 0.02  # before, the pace tells nothing

    def __init__(self) -> None:
        self._label, self._started, self._told = "", 0.0, time.monotonic()

    def __call__(self, label: str, share: float) -> None:
        now = time.monotonic()
        if label != self._label:
            self._label, self._started = label, now
        if now - self._told >= self.EVERY_S and share > 0:
            self._told = now
            left = f", encore {(now - self._started) * (1 - share) / share:.0f} s environ" if share >= self.SOON else ""
            typer.echo(f"{label[:48]} : {share:.0%}{left}", err=True)


def show(as_json: bool, value: Any, text: Callable[[], str]) -> None:
    """A value as one JSON object on stdout, or its text for a person if there is any, made only when it is shown."""
    if as_json:
        emit(value)
    elif said := text():
        typer.echo(said)


def emit(value: Any) -> None:
    """One JSON object on stdout."""
    from pydantic_core import to_jsonable_python

    typer.echo(json.dumps(to_jsonable_python(value), ensure_ascii=False))


def pilot(
    cluster: str | None, profile: Path | None, what: tuple[str, str], remedy: tuple[str, str]
) -> "str | PilotProfile":
    """Whose cluster it is for: the profile in a file, or a name. Raises Misuse, in these words, for neither."""
    described = read_profile(profile)
    if described is None and not cluster:
        from assistant.errors import Misuse

        raise Misuse(what, remedy)
    return described or cluster or ""


def read_profile(file: Path | None) -> "PilotProfile | None":
    """The profile in a JSON or YAML file. Raises InvalidProfile."""
    if file is None:
        return None
    import yaml
    from pydantic import ValidationError

    from assistant.errors import InvalidProfile
    from assistant.vocabulary import PilotProfile

    try:
        return PilotProfile.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, ValidationError) as error:
        fr, en = _profile_faults(error)
        raise InvalidProfile(
            (f"Le profil {file} ne peut pas être lu : {fr}.", f"The profile {file} cannot be read: {en}."),
            (
                f"Champs possibles : {', '.join(PilotProfile.model_fields)}.",
                f"Fields: {', '.join(PilotProfile.model_fields)}.",
            ),
        ) from error


def _profile_faults(error: Exception) -> tuple[str, str]:
    """What is wrong with a profile, in French and in English."""
    from pydantic import ValidationError

    if isinstance(error, OSError):
        return str(error.strerror), str(error.strerror)
    if not isinstance(error, ValidationError):
        return "ni JSON ni YAML", "neither JSON nor YAML"
    french, english = [], []
    for fault in error.errors():
        name = ".".join(str(part) for part in fault["loc"][:1])
        if fault["type"] == "extra_forbidden":
            french.append(f"champ inconnu, « {name} »")
            english.append(f"unknown field “{name}”")
        elif name:
            french.append(f"« {name} » n’a pas la forme attendue")
            english.append(f"“{name}” is not of the expected form ({fault['msg']})")
        else:
            french.append("des champs et leurs valeurs sont attendus")
            english.append("fields with their values are expected")
    return " ; ".join(dict.fromkeys(french)), "; ".join(dict.fromkeys(english))


def read_history(file: Path | None) -> "list[Turn]":
    """Past exchanges in a JSON file: a list of {"question", "answer"}. Raises InvalidQuestion."""
    if file is None:
        return []
    from pydantic import TypeAdapter, ValidationError

    from assistant.errors import InvalidQuestion
    from assistant.vocabulary import Turn

    try:
        return TypeAdapter(list[Turn]).validate_json(file.read_bytes())
    except (OSError, ValidationError) as error:
        raise InvalidQuestion(
            (f"L'historique {file} ne peut pas être lu.", f"The history {file} cannot be read."),
            ('Attendu : [{"question": "…", "answer": "…"}].', 'Expected: [{"question": "…", "answer": "…"}].'),
        ) from error
