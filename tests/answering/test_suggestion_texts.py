"""Suggestions as a reader in front of a board sees them: dated, sourced, each name once, figures as the language writes them."""

import re
from datetime import date

import pytest

from assistant import resources
from assistant.answering.suggestion_texts import SCORES, numbered, suggestion_text, suggestions_text
from assistant.clusters.directory import Directory, load_directory
from assistant.clusters.profile import completed
from assistant.clusters.suggestions import partners, referents
from assistant.library.facts import load_facts
from assistant.library.named_sources import names_of
from assistant.vocabulary import PilotProfile, Suggestion

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load_directory(resources.corpus())


@pytest.fixture(scope="module")
def found(directory: Directory) -> tuple[Suggestion, ...]:
    profile, _ = completed(directory, PilotProfile(cluster_id="inno-vin"), TODAY)
    return partners(directory, profile, 5, "télédétection, capteurs, imagerie", today=TODAY).suggestions


@pytest.fixture(scope="module")
def text(found: tuple[Suggestion, ...]) -> str:
    return suggestions_text(found, names_of(numbered(found), load_facts(resources.corpus())))


def test_every_reason_that_speaks_bears_the_numbers_of_its_sources(found: tuple[Suggestion, ...], text: str) -> None:
    listed = {int(number) for number in re.findall(r"^\[(\d+)\] ", text, re.MULTILINE)}
    assert listed == set(range(1, len(numbered(found)) + 1))
    for line in (line for line in text.splitlines() if line.startswith("  · ") and " inconnu " not in line):
        assert re.search(r"\[[\d–, ]+\]$", line), line


def test_sources_are_named_by_title_not_by_address_alone(text: str) -> None:
    sources = [line for line in text.splitlines() if re.match(r"\[\d+\] ", line)]
    assert sources and not any(re.match(r"\[\d+\] http", line) for line in sources)


def test_figures_have_a_decimal_comma_in_french_and_a_point_in_english(
    found: tuple[Suggestion, ...], text: str
) -> None:
    told = text.partition(SCORES["fr"])[0]
    assert re.search(r"score \d,\d\d · certitude \d,\d\d", told) and not re.search(r"\b\d\.\d\d\b", told)
    assert re.search(r"score \d\.\d\d · certainty", suggestions_text(found, {}, "en"))


def test_the_name_at_the_head_is_not_said_again_before_each_reason(found: tuple[Suggestion, ...], text: str) -> None:
    reasons = [line for line in text.splitlines() if line.startswith("  · ")]
    assert len(reasons) > 40 and any(": thèmes communs" in line for line in reasons)
    for suggestion in found:
        own, name = suggestion_text(suggestion).replace("\u00a0", " ").splitlines()[1:], suggestion.name
        assert not any(f"avec {name} :" in line for line in own)
        assert not any(f") : {name} " in line for line in own if " et " not in line)


def test_a_figure_of_members_is_compared_with_another_of_a_known_year(text: str) -> None:
    assert "contre 180 membres en 2023" in text and not re.search(r"contre 180 membres(?! en)", text)


def test_a_former_name_comes_with_the_name_of_today(directory: Directory) -> None:
    profile, _ = completed(directory, PilotProfile(cluster_id="inno-vin"), TODAY)
    said = suggestions_text(referents(directory, profile, 5, today=TODAY).suggestions, {})
    assert "Qualiméditerranée (aujourd’hui Agri Sud-Ouest Innovation) : le directeur avait changé" in said
    assert "Route des Lasers (aujourd’hui ALPHA-RLH) : le responsable avait changé" in said
    names = [line for line in said.splitlines() if " — " in line and "score" in line]
    assert "à clarifier (même thème, même région)" in names[-1] and "référent" in names[0]


def test_nobody_to_suggest_is_no_list_of_sources() -> None:
    assert suggestions_text((), {}) == ""
