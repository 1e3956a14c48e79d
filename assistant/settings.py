"""Every setting, in one place. Unknown keys are refused, in the file and in the environment.

Read from, strongest first: `INTERPILOTE_*` variables, then `--config FILE` or `settings.toml` in INTERPILOTE_HOME.
"""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import Field, ValidationError

from assistant.errors import InvalidSettings
from assistant.vocabulary import Model

PREFIX = "INTERPILOTE_"
FILE_NAME = "settings.toml"

_REASONS = {
    "greater_than_equal": "il faut au moins {ge}",
    "greater_than": "il faut plus de {gt}",
    "less_than_equal": "il faut au plus {le}",
    "literal_error": "il faut {expected}",
}
"""What pydantic finds wrong, in French."""


class Settings(Model):
    """All settings with their defaults; each is described in docs/settings.md."""

    home: Path = Field(default_factory=lambda: platformdirs.user_data_path("interpilote"))
    models: Path = Field(default_factory=lambda: platformdirs.user_cache_path("interpilote") / "models")
    language: Literal["fr", "en"] = "fr"
    log_level: Literal["debug", "info", "warning", "error"] = "warning"

    embedding_model: str = "bundled"
    passage_characters: int = Field(default=900, ge=200, le=4000)
    lexical_weight: float = Field(default=0.5, ge=0, le=1)
    search_depth: int = Field(default=100, ge=10, le=1000)
    reread: int = Field(default=60, ge=0, le=300)
    caution: float = Field(default=0.45, ge=0, le=1)

    llm: str | None = None
    llm_base_url: str | None = None
    llm_max_tokens: int = Field(default=400, ge=80, le=4000)
    llm_timeout_s: float = Field(default=120, gt=0, le=600)
    llm_route_below: float = Field(default=0.0, ge=0, le=1)

    question_characters: int = Field(default=2000, ge=100, le=20_000)
    lock_timeout_s: float = Field(default=20, ge=0, le=600)


def load_settings(config: Path | None = None, environ: Mapping[str, str] = os.environ) -> Settings:
    """Settings from the file and the environment, where an empty variable counts as none. `~` is the user's folder.

    Raises InvalidSettings for an unknown key, a value out of bounds or an unreadable file.
    """
    named = {key[len(PREFIX) :].lower(): value for key, value in environ.items() if key.startswith(PREFIX)}
    variables = {name: value for name, value in named.items() if value or name not in Settings.model_fields}
    home = Path(os.path.expanduser(variables.get("home") or platformdirs.user_data_path("interpilote")))
    file = config or home / FILE_NAME
    values = _read_toml(file, required=config is not None) | variables
    folders = {key: values.get(key) for key in ("home", "models")}
    expanded = {key: os.path.expanduser(folder) for key, folder in folders.items() if isinstance(folder, str)}
    try:
        return Settings.model_validate({"home": home, **values, **expanded})
    except ValidationError as error:
        raise _explained(error, set(variables), file) from error


def _read_toml(file: Path, required: bool) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        if not required and isinstance(error, FileNotFoundError | NotADirectoryError):
            return {}
        raise InvalidSettings(
            (
                f"Le fichier de réglages {file} ne peut pas être lu : {error}",
                f"The settings file {file} cannot be read: {error}",
            ),
            ("Corrigez-le (format TOML, UTF-8) ou retirez-le.", "Mend it (TOML, UTF-8) or remove it."),
        ) from error


def _explained(error: ValidationError, variables: set[str], file: Path) -> InvalidSettings:
    first = error.errors()[0]
    key = str(first["loc"][0])
    where = f"{PREFIX}{key.upper()}" if key in variables else f"« {key} » ({file})"
    known = ", ".join(Settings.model_fields)
    if first["type"] == "extra_forbidden":
        return InvalidSettings(
            (f"Le réglage {where} n'existe pas.", f"There is no setting {where}."),
            (f"Réglages connus : {known}.", f"Known settings: {known}."),
        )
    reason = _REASONS.get(first["type"], "ce n'est pas la sorte de valeur attendue").format(**first.get("ctx", {}))
    return InvalidSettings(
        (f"Le réglage {where} a une valeur refusée : {reason}.", f"Setting {where}: {first['msg']}."),
        ("Corrigez la valeur : les bornes sont dans docs/settings.md.", "Mend it: bounds are in docs/settings.md."),
    )
