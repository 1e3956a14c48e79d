"""« Ma fiche » shows the blanks that cost most: those that change a criterion when they are filled."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from assistant import resources
from assistant.clusters.blanks import READ_BY, blanks
from assistant.clusters.directory import Directory, load_directory
from assistant.clusters.entries import Cluster
from assistant.clusters.profile import profile_of
from assistant.clusters.suggestions import partners, referents

TODAY = date(2026, 11, 22)
FULL: dict[str, Any] = {
    "regions": ["Nouvelle-Aquitaine"],
    "city": "Bordeaux",
    "founded": 2010,
    "sectors": ["vigne et vin"],
    "technologies": ["capteurs"],
    "markets": ["tourisme"],
    "members": {"count": 150, "year": 2025},
    "team": {"value": 4, "unit": "ETP", "year": 2025, "raw": "4 ETP"},
    "budget": {"value": 400_000, "unit": "EUR/an", "year": 2025, "raw": "400 k€"},
}


@cache
def shipped() -> Directory:
    return load_directory(resources.corpus())


def with_entry(**fields: Any) -> Directory:
    """The directory in which Inno'vin has these fields only."""
    directory = shipped()
    own = directory.by_id["inno-vin"].model_dump()
    blank: dict[str, Any] = {field: () if isinstance(value, list) else None for field, value in FULL.items()}
    changed = Cluster.model_validate({**own, "origins": {}, **blank, **fields})
    return replace(directory, clusters=tuple(changed if c.id == "inno-vin" else c for c in directory.clusters))


def values(directory: Directory) -> dict[tuple[str, str, str], float | None]:
    """Every criterion that Inno'vin plays a part in: as the one who asks, and as the one suggested."""
    found: dict[tuple[str, str, str], float | None] = {}
    for family, suggest in (("referents", referents), ("partners", partners)):
        for asking in ("inno-vin", "alpha-rlh"):
            profile, _ = profile_of(directory, directory.by_id[asking], TODAY)
            if asking == "alpha-rlh":
                profile = profile.model_copy(update={"team": 10, "budget": 900_000})
            for suggestion in suggest(directory, profile, 200, "vigne, capteurs, tourisme", today=TODAY).suggestions:
                if "inno-vin" in (asking, suggestion.cluster_id):
                    for criterion in suggestion.criteria:
                        found[family, f"{asking}-{suggestion.cluster_id}", criterion.name] = criterion.value
    return found


@cache
def values_in_full() -> dict[tuple[str, str, str], float | None]:
    return values(with_entry(**FULL))


@pytest.mark.parametrize("field", FULL)
def test_a_field_said_to_be_read_by_a_criterion_changes_it(field: str) -> None:
    without = {name: value for name, value in FULL.items() if name != field}
    full, blank = values_in_full(), values(with_entry(**without))
    changed = {
        (family, name) for (family, pair, name), value in full.items() if blank.get((family, pair, name)) != value
    }
    said = {(family, name) for family, reads in READ_BY.items() for name, fields in reads.items() if field in fields}
    assert said <= changed


def test_the_weightiest_blanks_come_first(directory: Directory) -> None:
    found = blanks(directory.by_id["aliptic"], directory.weights)
    assert [blank.cost for blank in found] == sorted((blank.cost for blank in found), reverse=True)
    # « numérique » as a technology is only the wording of the sector: it stays a blank
    assert {found[0].field, found[1].field} == {"technologies", "markets"}
    assert found[0].criteria[0] == "besoin"


def test_a_criterion_that_is_switched_off_makes_no_blank(directory: Directory) -> None:
    partners = {**directory.weights.partners, "moyens_comparables": 0.0}
    off = directory.weights.model_copy(
        update={"referents": dict.fromkeys(directory.weights.referents, 0.0), "partners": partners}
    )
    assert "budget" in {blank.field for blank in blanks(directory.by_id["inno-vin"], directory.weights)}
    assert "budget" not in {blank.field for blank in blanks(directory.by_id["inno-vin"], off)}


def test_an_amount_known_in_words_only_is_a_blank() -> None:
    worded = with_entry(
        **{**FULL, "team": {"value": None, "unit": "personnes", "year": 2012, "raw": "un directeur seul"}}
    )
    assert [blank.field for blank in blanks(worded.by_id["inno-vin"], worded.weights)] == ["team"]


def test_a_full_entry_has_no_blank() -> None:
    directory = with_entry(**FULL)
    assert blanks(directory.by_id["inno-vin"], directory.weights) == []


def test_a_criterion_of_both_families_is_named_once(directory: Directory) -> None:
    for name in ("inno-vin", "aetos", "so-games"):
        for blank in blanks(directory.resolve(name).cluster, directory.weights):
            assert len(set(blank.criteria)) == len(blank.criteria)
