"""Whom to learn from: near, recognised, further along, any sector; rivals next door are put aside, not hidden."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assistant.clusters.directory import Directory
from assistant.clusters.entries import Cluster
from assistant.clusters.maturity import success, successes
from assistant.clusters.profile import completed
from assistant.clusters.suggestions import own_referents, referents
from assistant.errors import UnknownCluster
from assistant.vocabulary import CriterionValue, Phase, PilotProfile, Suggestion, Suggestions


def of(directory: Directory, name: str, today: date, k: int = 5, blind: bool = False) -> Suggestions:
    profile, _ = completed(directory, PilotProfile(cluster_id=name), today)
    return referents(directory, profile, k, today=today, without_known_relations=blind)


def named(suggestion: Suggestion, name: str) -> CriterionValue:
    return next(c for c in suggestion.criteria if c.name == name)


def test_inno_vin_learns_from_neighbours_of_other_sectors(directory: Directory, today: date) -> None:
    found = [s for s in of(directory, "inno-vin", today).suggestions if s.role == "referent"]
    assert len(found) == 5
    assert {"alpha-rlh", "xylofutur", "eurosima"} <= {s.cluster_id for s in found}
    for suggestion in found:
        assert (named(suggestion, "proximite_region").value or 0) >= 0.5


def test_a_label_of_grappe_is_a_success_long_ago(directory: Directory, today: date) -> None:
    found = {s.cluster_id: s for s in of(directory, "inno-vin", today).suggestions}
    success = named(found["eurosima"], "reussite_reconnue")
    assert "label de grappe d’entreprises, obtenu en 2011" in success.because
    best = named(found["alpha-rlh"], "reussite_reconnue")
    assert success.value is not None and best.value is not None and 0.5 < success.value < best.value


def test_a_referent_of_whom_no_success_was_seen_is_told_and_loses_to_its_equal(
    directory: Directory, today: date
) -> None:
    found = of(directory, "inno-vin", today)
    assert "Aucun succès public vu pour SO Games" in " ".join(found.warnings)
    assert not any("EuroSIMA" in warning for warning in found.warnings if "Aucun succès" in warning)
    ranked = [s.cluster_id for s in of(directory, "inno-vin", today, k=100, blind=True).suggestions]
    label = {"name": "label de pôle", "kind": "pole", "year": 2023, "valid_until": date(2026, 12, 31), "raw": "pôle"}
    so_games = directory.by_id["so-games"].model_dump()
    labelled = Cluster.model_validate({**so_games, "labels": (label,)})
    known = replace(directory, clusters=tuple(labelled if c.id == "so-games" else c for c in directory.clusters))
    later = [s.cluster_id for s in of(known, "inno-vin", today, k=100, blind=True).suggestions]
    assert later.index("so-games") < ranked.index("so-games")


@pytest.mark.parametrize("phase", list(Phase))
def test_a_developed_pilots_own_referents_come_first(directory: Directory, today: date, phase: Phase) -> None:
    """Outdoor Sports Valley was helped by EuroSIMA, 600 km away: once settled, whom to call first is known."""
    profile, _ = completed(directory, PilotProfile(cluster_id="outdoor-sports-valley"), today)
    profile = profile.model_copy(update={"phase": phase})
    found = referents(directory, profile, today=today)
    shown = [s.cluster_id for s in found.suggestions if s.role == "referent"]
    assert (shown[0] == "eurosima") == (phase is Phase.DEVELOPPEMENT)
    assert any("Vos référents d’abord" in w and "EuroSIMA" in w for w in found.warnings) == (shown[0] == "eurosima")
    own = own_referents(directory, profile, today=today).suggestions
    assert [s.cluster_id for s in own] == (["eurosima"] if phase is Phase.DEVELOPPEMENT else [])


def test_those_the_journal_knows_are_own_referents_too(directory: Directory, today: date) -> None:
    profile, _ = completed(directory, PilotProfile(cluster_id="tenerrdis"), today)
    plain, found = (
        [s.cluster_id for s in referents(directory, profile, today=today, own=own).suggestions if s.role == "referent"]
        for own in ([], ["aerocentre"])
    )
    assert plain[0] != "aerocentre" == found[0]


def test_a_rival_of_the_same_region_comes_after_the_referents_to_be_clarified(
    directory: Directory, today: date
) -> None:
    suggestions = of(directory, "spn", today).suggestions
    unclear = [s for s in suggestions if s.role == "a_clarifier"]
    assert unclear and suggestions[-len(unclear) :] == tuple(unclear)
    assert {s.cluster_id for s in unclear} == {"enter", "aliptic"}
    assert all(any(c.kind == "concurrence" for c in s.cautions) for s in unclear)
    assert len(suggestions) - len(unclear) == 5


def test_an_old_rating_weighs_less_each_year_and_says_its_year(directory: Directory) -> None:
    def success(year: int) -> CriterionValue:
        found = of(directory, "eurosima", date(year, 11, 22), 100).suggestions
        return named(next(s for s in found if s.cluster_id == "alpha-rlh"), "reussite_reconnue")

    earlier, later = success(2027), success(2040)
    assert "2012" in earlier.because
    assert earlier.value is not None and later.value is not None
    assert abs(later.value - 0.5) < abs(earlier.value - 0.5)


def test_a_lapsed_gold_label_is_said_to_have_lapsed(directory: Directory, today: date) -> None:
    asoi = next(s for s in of(directory, "inno-vin", today).suggestions if s.cluster_id == "agri-sud-ouest-innovation")
    because = named(asoi, "reussite_reconnue").because
    assert "labellisé jusqu’au 30 septembre 2025, suite non vérifiée" in because
    before = next(
        s
        for s in of(directory, "inno-vin", date(2025, 1, 1)).suggestions
        if s.cluster_id == "agri-sud-ouest-innovation"
    )
    assert "suite non vérifiée" not in named(before, "reussite_reconnue").because


def test_a_habit_of_helping_counts_and_names_those_helped(directory: Directory, today: date) -> None:
    eurosima = next(s for s in of(directory, "inno-vin", today).suggestions if s.cluster_id == "eurosima")
    habit = named(eurosima, "habitude_aide")
    assert habit.value == pytest.approx(0.9) and "Outdoor Sports Valley" in habit.because and habit.sources


def test_help_given_before_a_merger_is_told_under_the_name_of_the_time(directory: Directory, today: date) -> None:
    alpha = next(s for s in of(directory, "inno-vin", today).suggestions if s.cluster_id == "alpha-rlh")
    assert "Route des Lasers (aujourd’hui ALPHA-RLH) a déjà aidé Inno'vin" in named(alpha, "habitude_aide").because
    assert "entre Inno'vin et Route des Lasers" in named(alpha, "lien_documente").because


def open_until(directory: Directory, name: str, day: date | None) -> Directory:
    """The directory in which a cluster is rated by nobody and declares that it may be called until a day."""
    said = {"about": "le financement", "until": day, "raw": f"sur le financement, jusqu’au {day}"} if day else None
    origin = {"open_to_calls": {"basis": "declare", "declared_on": date(2026, 11, 1)}} if day else {}
    bare = {**directory.by_id[name].model_dump(), "labels": (), "open_to_calls": said, "origins": origin}
    changed = Cluster.model_validate(bare)
    return replace(directory, clusters=tuple(changed if c.id == name else c for c in directory.clusters))


def test_a_cluster_that_may_be_called_passes_before_one_with_an_old_rating(directory: Directory, today: date) -> None:
    """Worth gained by the declaration > worth gained by the best rating of 2012, all else being equal."""
    weights, prior = directory.weights.referents, directory.weights.ranking.prior
    rated = [s for c in directory.active if (s := [e for e in successes(c, today) if "2012" in e.text])]
    best = max(success(evidence) or 0.0 for evidence in rated)
    assert weights["habitude_aide"] * (1 - prior) > weights["reussite_reconnue"] * (best - prior)


def test_a_declaration_says_so_in_its_reason_and_counts_no_more_once_expired(directory: Directory, today: date) -> None:
    def habit(day: date | None) -> tuple[int, CriterionValue]:
        found = of(open_until(directory, "aetos", day), "inno-vin", today, k=100).suggestions
        rank = [s.cluster_id for s in found].index("aetos")
        return rank, named(found[rank], "habitude_aide")

    (rank, open_habit), (later, expired), (last, none) = habit(today), habit(today - timedelta(days=1)), habit(None)
    assert open_habit.value == 1.0 and expired == none and rank < later == last
    assert "accepte d’être appelé sur le financement" in open_habit.because
    assert (
        "déclaré par le cluster le 1er novembre 2026" in open_habit.because and "notes anciennes" in open_habit.because
    )


def test_known_exchanges_are_not_used_in_blind_evaluation(directory: Directory, today: date) -> None:
    for suggestion in of(directory, "inno-vin", today, k=100, blind=True).suggestions:
        assert named(suggestion, "lien_documente").value is None
        assert "Inno'vin" not in named(suggestion, "habitude_aide").because
        assert not any(c.kind == "antagonisme" for c in suggestion.cautions)


def test_unknown_is_null_and_lowers_certainty(directory: Directory, today: date) -> None:
    bare = referents(directory, PilotProfile(regions=("PACA",)), today=today)
    assert bare.cluster_id is None and len(bare.suggestions) == 5
    for suggestion in bare.suggestions:
        assert named(suggestion, "distance").value is None
        assert suggestion.certainty < 0.6


def test_a_profile_without_a_region_is_asked_for_it(directory: Directory, today: date) -> None:
    answer = referents(directory, PilotProfile(phase=Phase.STRUCTURATION), today=today)
    assert answer.suggestions == () and "région" in answer.warnings[0]


def test_an_unknown_cluster_in_a_profile_is_refused(directory: Directory, today: date) -> None:
    with pytest.raises(UnknownCluster):
        referents(directory, PilotProfile(cluster_id="atlantis"), today=today)


def test_a_foreign_region_is_said_to_be_none_of_ours_and_the_region_asked_for(
    directory: Directory, today: date
) -> None:
    answer = referents(directory, PilotProfile(regions=("Catalogne",), sectors=("vin",)), today=today)
    assert answer.suggestions == () and "« Catalogne »" in answer.warnings[0] and "région" in answer.warnings[0]


def test_when_every_candidate_is_excluded_the_pilot_is_told(directory: Directory, today: date) -> None:
    from dataclasses import replace

    alone = replace(
        directory,
        clusters=tuple(c for c in directory.clusters if c.id == "inno-vin" or c.kind == "reseau"),
        relations=(),
    )
    answer = of(alone, "inno-vin", today)
    assert answer.suggestions == () and answer.warnings
