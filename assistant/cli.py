"""The command line. Commands import what they need when they run, so that `--help` answers at once."""

import json
import os
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.exceptions import TyperException

from assistant.commands import (
    asking,
    clusters,
    comparing,
    completing,
    corpus,
    documents,
    drafting,
    evaluation,
    journal,
    meeting,
    operations,
)

if TYPE_CHECKING:
    from assistant.vocabulary import Language

app = typer.Typer(
    name="interpilote",
    help="Un assistant sourcé pour les pilotes de clusters français.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog='Exemples : interpilote serve · interpilote ask "Comment composer le conseil ?" --cluster inno-vin · '
    'interpilote partners inno-vin --need "capteurs" --json',
)
COMMANDS = (
    *(operations, asking, clusters, comparing, meeting),
    *(completing, drafting, journal, corpus, documents, evaluation),
)
for module in COMMANDS:
    module.register(app)


def _version(asked: bool) -> None:
    if asked:
        from assistant import __version__

        typer.echo(f"interpilote {__version__}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    config: Annotated[str | None, typer.Option(metavar="FICHIER", help="Fichier de réglages (TOML).")] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Affiche la version.")
    ] = False,
) -> None:
    """Un assistant sourcé pour les pilotes de clusters français."""
    context.obj = config


def main() -> None:
    """Runs a command and exits: 0 done, 1 the user can fix it, 2 usage, 3 our failure."""
    arguments = sys.argv[1:]
    sys.exit(_run(arguments, as_json="--json" in arguments))


def _run(arguments: list[str], as_json: bool) -> int:
    from assistant.errors import InterpiloteError

    try:
        return int(app(args=arguments, prog_name="interpilote", standalone_mode=False) or 0)
    except InterpiloteError as error:
        language = _language(arguments)
        return _tell(error.code, error.message(language), error.remedy(language), error.exit_code, as_json)
    except TyperException as error:
        from assistant.commands.usage import usage

        return _tell("usage", *usage(error, _language(arguments)), 2, as_json)
    except typer.Exit as stop:
        return stop.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return _tell("interrompu", "Interrompu.", "Relancez la commande : rien n'est perdu.", 1, as_json)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # the last resort: the person gets a sentence, the log the detail
        import logging

        logging.getLogger("assistant").exception("unexpected failure")
        remedy = "Lancez `interpilote doctor` ; si cela persiste, joignez ce message à un rapport d'anomalie."
        return _tell("erreur_interne", f"{type(error).__name__} : {error}", remedy, 3, as_json)


def _language(arguments: list[str]) -> "Language":
    """The language of errors: asked for on the command line, else set; French when the settings are what is wrong."""
    from assistant.errors import InvalidSettings
    from assistant.settings import load_settings

    given = _option(arguments, "--lang", "--language")
    if given is not None:
        return "en" if given == "en" else "fr"
    config = _option(arguments, "--config")
    try:
        return load_settings(Path(config) if config else None).language
    except InvalidSettings:
        return "en" if os.environ.get("INTERPILOTE_LANGUAGE") == "en" else "fr"


def _option(arguments: list[str], *names: str) -> str | None:
    """The value of an option, written `--name value` or `--name=value`; the last one wins."""
    found = None
    for argument, following in pairwise([*arguments, ""]):
        name, equals, value = argument.partition("=")
        if name in names:
            found = value if equals else following
    return found


def _tell(code: str, message: str, remedy: str, exit_code: int, as_json: bool) -> int:
    if as_json:
        error = {"code": code, "message": message, "remedy": remedy}
        typer.echo(json.dumps({"error": error}, ensure_ascii=False))
    else:
        typer.echo(f"{message}\n→ {remedy}", err=True)
    return exit_code


if __name__ == "__main__":
    main()
