"""Who spreads to whom: a declared market says more than a common outlet, and less when many offer the same."""

from datetime import date

import pytest

from assistant.clusters.directory import Directory
from assistant.clusters.profile import completed
from assistant.clusters.spreading import Meeting, Spreading
from assistant.clusters.suggestions import partners
from assistant.clusters.themes import Subject, Theme, Vocabulary
from assistant.vocabulary import CriterionValue, PilotProfile

VOCABULARY = Vocabulary(
    {
        "laser": Theme(label="laser", terms=("laser",), outlets=("sante",), diffusing=True),
        "sante": Theme(label="santé", terms=("santé",)),
        "vin": Theme(label="vin", terms=("vin",)),
    }
)
LASER = Subject({"laser": 1.0}, {}, {})
LASER_FOR_WINE = Subject({"laser": 1.0}, {}, {"vin": 0.6})
HEALTH, WINE = Subject({"sante": 1.0}, {}, {}), Subject({"vin": 1.0}, {}, {})
WINE_WITH_LASERS = Subject({"vin": 1.0}, {"laser": 0.9}, {})


def best(source: Subject, target: Subject, *others: Subject) -> Meeting | None:
    return Spreading.among(VOCABULARY, [source, target, WINE, WINE, *others]).best(source, target)


def test_each_way_to_meet_is_found() -> None:
    for source, target, way in (
        (LASER_FOR_WINE, WINE, "market"),
        (LASER, WINE_WITH_LASERS, "used"),
        (LASER, HEALTH, "outlet"),
    ):
        found = best(source, target)
        assert found is not None and (found.way, found.brought) == (way, "laser")
    assert best(LASER, WINE) is None and best(WINE, LASER) is None


def test_a_declared_market_says_more_than_a_common_outlet() -> None:
    market, outlet = best(LASER_FOR_WINE, WINE), best(LASER, HEALTH)
    assert market and outlet and market.strength > outlet.strength


def test_what_many_offer_says_less_of_a_pair() -> None:
    alone, crowded = best(LASER_FOR_WINE, WINE), best(LASER_FOR_WINE, WINE, *[LASER_FOR_WINE] * 20)
    assert alone and crowded and (alone.offered_by, crowded.offered_by) == (1, 21)
    assert crowded.strength < alone.strength


def of(directory: Directory, pilot: str, candidate: str, today: date) -> CriterionValue:
    profile, _ = completed(directory, PilotProfile(cluster_id=pilot), today)
    found = next(s for s in partners(directory, profile, 200, today=today).suggestions if s.cluster_id == candidate)
    return next(c for c in found.criteria if c.name == "complementarite")


def test_who_spreads_is_told_from_either_side(directory: Directory, today: date) -> None:
    one_way = of(directory, "lyonbiopole", "polymeris", today)
    assert one_way.because.startswith("Polymeris") and "santé" in one_way.because
    assert of(directory, "polymeris", "lyonbiopole", today).value == one_way.value


def test_within_one_filiere_there_is_nothing_to_complete(directory: Directory, today: date) -> None:
    alone = of(directory, "spn", "aliptic", today)
    assert alone.value is None and "même filière" in alone.because


@pytest.mark.parametrize(("one", "other"), [("sport", "finance"), ("equin", "nucleaire")])
def test_distant_filieres_do_not_meet(directory: Directory, one: str, other: str) -> None:
    found = directory.spreading.best(Subject({one: 1.0}, {}, {}), Subject({other: 1.0}, {}, {}))
    assert found is None


def test_neighbours_up_and_down_the_chain_read_both_ways(directory: Directory) -> None:
    neighbours = directory.vocabulary.neighbours
    for theme, entry in directory.vocabulary.themes.items():
        for other in entry.chain:
            assert other in neighbours[theme] and theme in neighbours[other]
