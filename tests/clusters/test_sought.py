"""What is said to answer a need is what the directory says: only words that were met are quoted, none that says nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import resources
from assistant.clusters.directory import Directory, load_directory
from assistant.clusters.profile import completed
from assistant.clusters.suggestions import examined, partners
from assistant.clusters.themes import stems
from assistant.vocabulary import CriterionValue, PilotProfile, Suggestion

SHIPPED = load_directory(resources.corpus())


def need_met(suggestion: Suggestion) -> CriterionValue:
    return next(c for c in suggestion.criteria if c.name == "besoin")


def judged(directory: Directory, pilot: str, candidate: str, need: str, today: date) -> CriterionValue:
    profile, _ = completed(directory, PilotProfile(cluster_id=pilot), today)
    return need_met(examined(directory, profile, directory.by_id[candidate], "partenaire", need, today=today)[1])


def first(directory: Directory, pilot: str, need: str, today: date) -> list[str]:
    profile, _ = completed(directory, PilotProfile(cluster_id=pilot), today)
    return [s.cluster_id for s in partners(directory, profile, need=need, today=today).suggestions]


@pytest.mark.parametrize(
    ("pilot", "candidate", "need", "touched"),
    [
        (
            "wind-for-future",
            "nuclear-valley",
            "maintenance, parcs éoliens",
            "« maintenance »",
        ),  # « maintenance du parc »
        ("inno-vin", "alpha-rlh", "capteurs vigne", "« capteurs »"),  # the vine is the pilot's
        ("aqui-o-thermes", "eurobiomed", "santé proche", "« santé »"),
        ("hippolia", "atlanpole-biotherapies", "santé animale", "« santé animale »"),
    ],
)
def test_only_the_words_that_were_met_are_quoted(
    directory: Directory, today: date, pilot: str, candidate: str, need: str, touched: str
) -> None:
    said = judged(directory, pilot, candidate, need, today).because
    assert f"touche à {touched}" in said and "éolien" not in said.split("touche à")[1].split(";")[0]


@pytest.mark.parametrize(
    ("pilot", "candidate", "need"),
    [
        ("aqua-valley", "mecanic-vallee", "irrigation, précision"),  # « mécanique de précision »
        ("outdoor-sports-valley", "fibres-energivie", "sport connecté"),  # « bâtiment connecté »
        ("techtera", "pole-europeen-ceramique", "européen, textile technique"),  # its name
        ("alpha-rlh", "lyonbiopole", "technologies, photonique"),
        ("aetos", "cosmetic-valley", "drones, tester, vols"),
    ],
)
def test_a_word_that_says_nothing_by_itself_is_no_reason(
    directory: Directory, today: date, pilot: str, candidate: str, need: str
) -> None:
    found = judged(directory, pilot, candidate, need, today)
    assert (found.value or 0) < 0.4 and "touche à" not in found.because


def test_a_wider_theme_is_said_to_be_wider(directory: Directory, today: date) -> None:
    said = judged(directory, "hippolia", "vegepolys-valley", "santé animale", today).because  # « santé du végétal »
    assert "touche à" not in said and "plus large que « santé animale »" in said


def test_a_word_without_a_name_of_its_own_is_still_looked_for_when_it_is_all_there_is(
    directory: Directory, today: date
) -> None:
    assert "touche à « dépollution »" in judged(directory, "hydreos", "team2", "dépollution", today).because


@pytest.mark.parametrize("pilot", ["euramaterials", "cimes"])
def test_whose_sector_it_is_is_among_the_first(directory: Directory, today: date, pilot: str) -> None:
    assert "robotics-place" in first(directory, pilot, "robotique", today)


def test_what_the_pilot_brings_counts_less_than_what_is_looked_for(directory: Directory, today: date) -> None:
    assert "eurosima" in first(directory, "euramaterials", "surf, glisse, textile biosourcé", today)
    assert "eurosima" in first(directory, "techtera", "surf, textiles", today)


@given(
    st.sampled_from(SHIPPED.active),
    st.lists(st.sampled_from(sorted(SHIPPED.telling.known)), min_size=1, max_size=4).map(" ".join),
)
def test_what_is_touched_is_in_the_fields_or_named_as_a_theme(candidate, need) -> None:  # type: ignore[no-untyped-def]
    found = judged(SHIPPED, "inno-vin", candidate.id, need, date(2026, 11, 22))
    if "touche à" in found.because and "(thèmes" not in found.because:
        touched = found.because.split("touche à")[1].split(" ; ")[0]
        assert set(stems(touched)) <= SHIPPED.subject(candidate).said


def test_one_theme_of_a_part_that_names_two_is_a_share_of_it(today: date) -> None:
    def served(candidate: str) -> float:
        return judged(SHIPPED, "bioeconomy-for-change", candidate, "protéines végétales", today).value or 0.0

    assert served("vegepolys-valley") > served("inno-vin")
    assert served("vitagora") > served("inno-vin")


def test_a_compound_is_known_by_its_end_and_what_did_not_count_is_told(today: date) -> None:
    profile, _ = completed(SHIPPED, PilotProfile(cluster_id="inno-vin"), today)
    found = partners(SHIPPED, profile, need="biocapteurs, zorglub", today=today)
    assert "bio-capteurs" in need_met(found.suggestions[0]).because
    assert any("« zorglub »" in warning for warning in found.warnings)
