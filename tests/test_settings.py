from pathlib import Path

import pytest

from assistant.errors import InvalidSettings
from assistant.settings import Settings, load_settings

ROOT = Path(__file__).parents[1]


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('language = "fr"\npassage_characters = 700\n')
    settings = load_settings(None, {"INTERPILOTE_HOME": str(tmp_path), "INTERPILOTE_LANGUAGE": "en"})
    assert (settings.language, settings.passage_characters, settings.home) == ("en", 700, tmp_path)


@pytest.mark.parametrize(
    ("text", "environment"),
    [
        ('colour = "blue"', {}),
        ("", {"INTERPILOTE_COLOUR": "blue"}),
        ("passage_characters = 1", {}),
        ("passage_characters =", {}),
        ("", {"INTERPILOTE_LEXICAL_WEIGHT": "2"}),
    ],
)
def test_what_is_not_a_setting_is_refused_with_a_remedy(tmp_path: Path, text: str, environment: dict[str, str]) -> None:
    (tmp_path / "settings.toml").write_text(text)
    with pytest.raises(InvalidSettings) as refused:
        load_settings(None, {"INTERPILOTE_HOME": str(tmp_path), **environment})
    assert refused.value.remedy("fr")
    assert refused.value.remedy("en")


def test_a_missing_config_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidSettings):
        load_settings(tmp_path / "absent.toml", {})


def test_every_setting_is_documented_and_no_other() -> None:
    lines = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8").splitlines()
    documented = {line.split("`")[1] for line in lines if line.startswith("| `")}
    assert documented == set(Settings.model_fields)
