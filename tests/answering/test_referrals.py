"""Whom to ask when the corpus does not know: the council of the region at stake, and bodies that answer for the pilot."""

import pytest

from assistant.answering.referrals import referrals
from assistant.vocabulary import PilotProfile


def names(profile: PilotProfile | None, regions: frozenset[str] = frozenset(), of_poles: bool = False) -> list[str]:
    return [referral.name for referral in referrals(profile, regions, of_poles, "fr")]


def test_the_council_is_that_of_the_pilot_before_that_of_the_question() -> None:
    pilot = PilotProfile(regions=("Bretagne",))
    assert names(pilot, frozenset({"Occitanie"}))[0] == "Conseil régional de Bretagne"
    assert names(None, frozenset({"Occitanie"}))[0] == "Conseil régional d’Occitanie"


@pytest.mark.parametrize("regions", [(), ("Atlantide",)])
def test_a_region_that_nobody_told_leaves_the_council_without_a_name(regions: tuple[str, ...]) -> None:
    assert names(PilotProfile(regions=regions))[0] == "Conseil régional"


def test_the_association_of_poles_is_for_pilots_of_poles_and_who_asks_of_them() -> None:
    assert "AFPC" in names(PilotProfile(kind="pole_de_competitivite"))
    assert "AFPC" not in names(PilotProfile(kind="grappe_entreprises"), of_poles=True)
    assert "AFPC" in names(None, of_poles=True)
    assert "AFPC" not in names(None)
