"""A command typed wrongly is told in the person's language, with the help that is nearest."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.cli import _run
from assistant.commands.session import read_profile
from assistant.commands.usage import in_french
from assistant.errors import InvalidProfile


@pytest.mark.parametrize(
    ("arguments", "told", "helped"),
    [
        ("partners --foo", "Option inconnue : --foo.", "interpilote partners --help"),
        ("nope", "Commande inconnue : « nope ».", "interpilote --help"),
        ("fiche-appel", "Il manque CLUSTER.", "interpilote fiche-appel --help"),
        (
            "draft message a --for b --date demain",
            "« demain » n’est pas une date : écrivez 15/03/2027 ou 2027-03-15.",
            "draft",
        ),
        ("compare vitagora --peers 9", "--peers : 7 au plus.", "interpilote compare --help"),
        ("partners a --lang de", "« de » n’est pas l’un de fr, en.", "interpilote partners --help"),
        ("partners a -k abc", "-k : un nombre est attendu.", "interpilote partners --help"),
        ("partners a b c", "En trop : b c.", "interpilote partners --help"),
        ("partners", "Aucun cluster n’est donné.", "--profile FICHIER"),
        ("fiche-appel alpha-rlh", "Votre cluster manque.", "--for CLUSTER"),
        ("partners a --deadline 2027-01-01", "Une date limite sans appel", "--call FICHIER"),
    ],
)
def test_a_mistake_is_told_in_french_with_the_nearest_help(
    capsys: pytest.CaptureFixture[str], arguments: str, told: str, helped: str
) -> None:
    assert _run(arguments.split(), as_json=False) == 2
    message, remedy = capsys.readouterr().err.strip().splitlines()
    assert told in message and helped in remedy and "nvalid" not in message


def test_a_day_is_typed_as_it_is_written_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("draft message a --for b --date 31/12/2026".split(), as_json=False) == 1
    assert "ne s’appelle « a »" in capsys.readouterr().err  # the day was read


def test_a_mistake_is_told_in_english_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["partners", "--lang", "en"], as_json=False) == 2
    assert "No cluster is given" in capsys.readouterr().err
    assert _run(["partners", "a", "--lang", "en", "--foo"], as_json=False) == 2
    assert "No such option: --foo" in capsys.readouterr().err


@given(st.text())
def test_another_message_stays_as_it_is_or_becomes_another_sentence(message: str) -> None:
    assert isinstance(in_french(message), str)


@pytest.mark.parametrize(
    ("content", "fr", "en"),
    [
        ("nom: x", "champ inconnu, « nom »", "unknown field “nom”"),
        ("regions: 3", "« regions » n’a pas la forme attendue", "“regions” is not of the expected form"),
        ("- a", "des champs et leurs valeurs sont attendus", "fields with their values are expected"),
        ("a: [", "ni JSON ni YAML", "neither JSON nor YAML"),
    ],
)
def test_a_profile_that_will_not_do_says_which_field_in_both_languages(
    tmp_path: Path, content: str, fr: str, en: str
) -> None:
    file = tmp_path / "profil.yaml"
    file.write_text(content)
    with pytest.raises(InvalidProfile) as caught:
        read_profile(file)
    assert fr in caught.value.message("fr") and en in caught.value.message("en")
    assert "sectors" in caught.value.remedy("fr")
