"""Every reason, on every pair of active clusters, says only what the fields of the two hold."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

import pytest

from assistant.clusters.directory import Directory
from assistant.clusters.entries import Cluster
from assistant.clusters.profile import profile_of
from assistant.clusters.suggestions import facing
from assistant.clusters.territory import NEIGHBOURS, distance_km
from assistant.vocabulary import CriterionValue

_NUMBER = re.compile(r"\d+")
ROLES: tuple[Literal["partenaire", "referent"], ...] = ("partenaire", "referent")
Reasons = list[tuple[Cluster, Cluster, CriterionValue]]


@pytest.fixture(scope="module")
def reasons(directory: Directory, today: date) -> Reasons:
    """Pilot, candidate and criterion, over all pairs, for both families."""
    return list(_all(directory, today))


def _all(directory: Directory, today: date) -> Iterator[tuple[Cluster, Cluster, CriterionValue]]:
    for pilot in directory.active:
        profile = profile_of(directory, pilot, today)[0]
        others = [cluster for cluster in directory.active if cluster.kind != "reseau" and cluster.id != pilot.id]
        for role in ROLES:
            for found in facing(directory, profile, others, role, today):
                for judged in found.criteria:
                    yield pilot, found.case.candidate, judged


def numbers(text: str) -> set[str]:
    """The numbers of a text, « 1 000 » and « 2,0 » read as they are stored."""
    return {number.lstrip("0") or "0" for number in _NUMBER.findall(re.sub(r"(?<=\d)\u202f(?=\d)", "", text))}


def held(directory: Directory, *clusters: Cluster) -> str:
    """All that is stored of clusters, those they took over, and the relations of these."""
    lineage = {i for cluster in clusters for i in directory.lineage(cluster.id)}
    entries = [directory.by_id[i].model_dump_json() for i in lineage]
    relations = [r.model_dump_json() for r in directory.relations if lineage & set(r.clusters)]
    names = [cluster.short_name for cluster in directory.clusters]  # go-betweens and those helped
    return " ".join([*entries, *relations, *names])


def test_regions_named_are_those_of_the_two(reasons: Reasons) -> None:
    for pilot, candidate, judged in reasons:
        if judged.name in ("proximite_region", "region_commune"):
            said = judged.because.replace("’", "'").replace(candidate.short_name, "")
            named = {region for region in NEIGHBOURS if f" {region}" in said}
            named -= {one for one in named for other in named if one != other and one in other}
            assert named <= {*pilot.regions, *candidate.regions}, (pilot.id, judged)
            if judged.value and "région voisine" not in judged.because:
                assert named <= set(pilot.regions) & set(candidate.regions), (pilot.id, judged)


def test_kilometres_are_those_between_the_two_cities(reasons: Reasons) -> None:
    for pilot, candidate, judged in reasons:
        if judged.name == "distance" and judged.value is not None:
            assert pilot.city and candidate.city and candidate.city in judged.because
            kilometres = round(distance_km(pilot.city, candidate.city) or 0)
            assert str(kilometres) in numbers(judged.because) if kilometres else "même ville" in judged.because


def test_every_figure_and_year_is_in_a_field_of_the_two(directory: Directory, reasons: Reasons) -> None:
    stored: dict[str, set[str]] = {}
    for pilot, candidate, judged in reasons:
        said = numbers(re.sub(r"\(\d+ échanges? documentés?\)", "", judged.because))
        if judged.name in ("distance", "complementarite") or not said:
            continue
        for cluster in (pilot, candidate):
            if cluster.id not in stored:
                stored[cluster.id] = numbers(held(directory, cluster))
        assert said <= stored[pilot.id] | stored[candidate.id], (pilot.id, judged)


def test_themes_in_common_are_in_both(directory: Directory, today: date, reasons: Reasons) -> None:
    label = directory.vocabulary.label
    labels = {c.id: {label(theme) for theme in directory.subject(c).weights} for c in directory.active}
    for pilot, candidate, judged in reasons:
        if judged.because.startswith("Thèmes communs"):
            common = judged.because.split(" : ", 1)[1].rstrip(".").split(", ")
            assert set(common) <= labels[pilot.id] & labels[candidate.id], (pilot.id, judged)


def test_a_complementarity_names_what_one_masters_and_what_the_other_is(directory: Directory, reasons: Reasons) -> None:
    vocabulary = directory.vocabulary
    identifier = {theme.label: name for name, theme in vocabulary.themes.items()}
    seen = set()
    for pilot, candidate, judged in reasons:
        if judged.name != "complementarite" or not judged.value or "aucune technologie" in judged.because:
            continue
        names = "|".join(re.escape(cluster.short_name) for cluster in (pilot, candidate))
        for sentence in re.split(rf" ; (?=(?:{names}) (?:diffuse une|apporte sa) )", judged.because):
            who, whom = (pilot, candidate) if sentence.startswith(f"{pilot.short_name} ") else (candidate, pilot)
            source, target = directory.subject(who), directory.subject(whom)
            first = re.search(r"\(([^();]+)", sentence)
            assert sentence.startswith(f"{who.short_name} ") and first, sentence
            brought = identifier[first[1].strip()]
            assert brought in source.mastered, (who.id, sentence)
            if "débouché courant" in sentence:
                met = re.search(r"dont (.+), la filière", sentence)
                assert met and identifier[met[1]] in vocabulary.themes[brought].outlets
                assert identifier[met[1]] in target.filieres, (whom.id, sentence)
                seen.add("outlet")
            elif "vise déjà" in sentence:
                met = re.search(r"représente \((.+), visé par (\d+)", sentence)
                assert met and identifier[met[1]] in source.markets and identifier[met[1]] in target.filieres
                offering = [c for c in directory.active if c.kind != "reseau"]
                subjects = [directory.subject(c) for c in offering]
                assert int(met[2]) == sum(identifier[met[1]] in s.markets.keys() - s.filieres for s in subjects)
                seen.add("market")
            else:
                assert brought in target.technologies, (whom.id, sentence)
                seen.add("used")
    assert seen == {"outlet", "market", "used"}
