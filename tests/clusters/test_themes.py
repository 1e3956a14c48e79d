"""Words lead to themes, themes to closeness."""

import pytest

from assistant.clusters.directory import Directory
from assistant.clusters.themes import stems, without_homonyms


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("nos vignobles", {"vigne_vin"}),
        ("les capteurs pour l’irrigation", {"capteurs", "eau"}),
        ("télédétection", {"teledetection"}),
        ("TÉLÉDÉTECTION et drone", {"teledetection", "drones"}),
        ("énergies marines renouvelables", {"energie", "maritime"}),
        ("la route des lasers", {"photonique"}),
        ("rien de tout cela", set()),
    ],
)
def test_themes_are_recognised_whatever_the_inflection(directory: Directory, text: str, themes: set[str]) -> None:
    assert directory.vocabulary.themes_in(text) == themes


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("qui peut financer ce voyage, quels financeurs", set()),
        ("qui finançait les grappes, qui financait les pôles", set()),
        ("who helps with European funding", set()),
        ("donne-moi les clusters de la finance", {"finance"}),
    ],
)
def test_what_only_sounds_like_a_theme_asks_for_none(directory: Directory, text: str, themes: set[str]) -> None:
    assert directory.vocabulary.themes_in(without_homonyms(text)) == themes


def test_commonplace_words_carry_no_theme() -> None:
    assert stems("le pôle, un cluster, des projets d’innovation") == ()


def test_closeness_is_symmetric_bounded_and_highest_with_oneself(directory: Directory) -> None:
    close = directory.space.closeness
    for one in directory.active[::7]:
        mine = directory.subject(one)
        itself = close(mine, mine)
        assert itself is not None
        assert itself == pytest.approx(1) or not mine.weights
        for other in directory.active[::5]:
            value = close(mine, directory.subject(other))
            assert value is not None and 0 <= value <= itself + 1e-9
            assert value == close(directory.subject(other), mine)


def test_a_cluster_is_closer_to_its_own_filiere(directory: Directory) -> None:
    subjects = {i: directory.subject(directory.by_id[i]) for i in ("inno-vin", "vinseo", "valorial", "astech")}
    close = [
        directory.space.closeness(subjects["inno-vin"], subjects[i]) or 0 for i in ("vinseo", "valorial", "astech")
    ]
    assert close[0] > close[1] > close[2]


def test_a_successor_inherits_the_themes_of_those_it_took_over(directory: Directory) -> None:
    vegepolys_valley = directory.subject(directory.by_id["vegepolys-valley"])
    assert 0 < vegepolys_valley.markets["vigne_vin"] < vegepolys_valley.sectors["vegetal"]


def test_markets_known_only_by_a_tie_are_hidden_from_blind_evaluation(directory: Directory) -> None:
    aetos = directory.by_id["aetos"]
    assert "vigne_vin" in directory.subject(aetos).markets
    assert "vigne_vin" not in directory.subject(aetos, with_ties=False).markets
