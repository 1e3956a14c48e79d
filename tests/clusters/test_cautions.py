"""What to know before calling, with who says it and when; failures are followed through mergers."""

from datetime import date

from assistant.clusters.directory import Directory
from assistant.clusters.profile import completed
from assistant.clusters.suggestions import partners
from assistant.vocabulary import Caution, PilotProfile


def cautions_of(directory: Directory, pilot: str, candidate: str, today: date) -> dict[str, Caution]:
    profile, _ = completed(directory, PilotProfile(cluster_id=pilot), today)
    found = partners(directory, profile, 100, today=today).suggestions
    return {c.kind: c for c in reversed(next(s for s in found if s.cluster_id == candidate).cautions)}


def test_a_failure_is_followed_through_the_merger_with_names_and_years(directory: Directory, today: date) -> None:
    caution = cautions_of(directory, "inno-vin", "agri-sud-ouest-innovation", today)["antagonisme"]
    for said in ("Inno'vin", "Qualiméditerranée", "Cusin & Loubaresse", "2012", "Agri Sud-Ouest Innovation", "en 2017"):
        assert said in caution.text
    assert "paper" in caution.sources and any("fusionne" in source for source in caution.sources)


def test_the_failure_is_told_from_the_other_side_too(directory: Directory, today: date) -> None:
    caution = cautions_of(directory, "agri-sud-ouest-innovation", "inno-vin", today)["antagonisme"]
    assert "Inno'vin et Qualiméditerranée" in caution.text and "2017" in caution.text


def test_a_project_that_lists_both_rivals_is_warned(directory: Directory, today: date) -> None:
    profile, _ = completed(directory, PilotProfile(cluster_id="alpha-rlh"), today)
    answer = partners(directory, profile, need="vigne", today=today)
    assert {"inno-vin", "agri-sud-ouest-innovation"} <= {s.cluster_id for s in answer.suggestions}
    assert any("Inno'vin et Qualiméditerranée" in w and "2017" in w for w in answer.warnings)


def test_two_poles_that_merged_are_not_said_to_be_at_odds(directory: Directory, today: date) -> None:
    """Plastipolis and Elastopôle gave up in 2008, then merged: no quarrel is left inside Polymeris."""
    profile, _ = completed(directory, PilotProfile(cluster_id="polymeris"), today)
    found = partners(directory, profile, 100, today=today)
    texts = [c.text for s in found.suggestions for c in s.cautions if c.kind == "antagonisme"] + list(found.warnings)
    assert not any("Elastopôle" in text for text in texts)


def test_a_gap_in_size_says_what_the_smaller_brings(directory: Directory, today: date) -> None:
    caution = cautions_of(directory, "inno-vin", "cap-digital", today)["disparite"]
    assert "1\u202f000 membres en 2022" in caution.text and "180 membres" in caution.text
    assert "apporte un terrain d’application : viticulture" in caution.text


def test_rivals_of_the_same_region_are_coopetitors(directory: Directory, today: date) -> None:
    caution = cautions_of(directory, "spn", "aliptic", today)["concurrence"]
    assert "Nouvelle-Aquitaine" in caution.text and "financeurs" in caution.text


def test_a_recent_merger_is_told_until_it_is_old(directory: Directory, today: date) -> None:
    assert "Optitec" in cautions_of(directory, "inno-vin", "scs", today)["fusion"].text
    assert "fusion" not in cautions_of(directory, "inno-vin", "scs", date(2030, 1, 1))


def test_turnover_is_reported_with_its_author_and_year(directory: Directory, today: date) -> None:
    caution = cautions_of(directory, "inno-vin", "xylofutur", today)["renouvellement"]
    assert "Cusin & Loubaresse, 2012" in caution.text and caution.sources == ("paper",)


def test_a_lapsed_label_and_old_figures_are_said(directory: Directory, today: date) -> None:
    old = cautions_of(directory, "inno-vin", "materalia", today)["donnee_ancienne"]
    assert "labellisé jusqu’à fin 2023, suite non vérifiée" in old.text
    assert "nombre de membres de 2017" in cautions_of(directory, "inno-vin", "cd2e", today)["donnee_ancienne"].text
    assert (
        "activité actuelle non vérifiée" in cautions_of(directory, "inno-vin", "aetos", today)["donnee_ancienne"].text
    )


def test_the_labels_of_phase_five_lapse_on_the_first_of_january_2027(directory: Directory, today: date) -> None:
    assert "donnee_ancienne" not in cautions_of(directory, "inno-vin", "xylofutur", today)
    later = cautions_of(directory, "inno-vin", "xylofutur", date(2027, 1, 1))["donnee_ancienne"]
    assert "obtenu en 2023 : labellisé jusqu’à fin 2026, suite non vérifiée" in later.text


def test_a_pilot_outside_the_directory_has_no_history(directory: Directory, today: date) -> None:
    profile = PilotProfile(regions=("Occitanie",), sectors=("vigne et vin",))
    found = partners(directory, profile, 10, today=today).suggestions
    assert found and not any(c.kind == "antagonisme" for s in found for c in s.cautions)
