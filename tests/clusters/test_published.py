"""The published schema is that of the types, and what entries word in their own way has a common name."""

import json

import pytest
import yaml

from assistant import resources
from assistant.clusters.directory import Directory
from assistant.clusters.published import controlled, load_wordings, schema, themes_of
from assistant.clusters.territory import NATIONAL, NEIGHBOURS


@pytest.mark.parametrize("name", ["clusters", "relations"])
def test_the_published_schema_is_that_of_the_types(name: str) -> None:
    """When it is not: `interpilote clusters schema NAME > corpus/schema/NAME.json`."""
    published = json.loads((resources.corpus() / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    assert published == schema(name)  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "entry"), [("clusters", "Cluster"), ("relations", "Relation")])
def test_the_shipped_files_use_no_key_that_the_schema_lacks(name: str, entry: str) -> None:
    known = schema(name)["$defs"][entry]  # type: ignore[arg-type]
    for item in yaml.safe_load((resources.corpus() / f"{name}.yaml").read_text(encoding="utf-8")):
        assert item.keys() <= known["properties"].keys() and set(known["required"]) <= item.keys(), item["id"]


def test_regions_are_those_of_the_closed_list(directory: Directory) -> None:
    for cluster in directory.clusters:
        assert set(cluster.regions) <= {*NEIGHBOURS, NATIONAL}, cluster.id


def test_every_technology_and_market_is_classified(directory: Directory) -> None:
    wordings = load_wordings(resources.corpus() / "wordings.yaml", directory.vocabulary)
    for cluster in directory.clusters:
        for text in (*cluster.technologies, *cluster.markets, *cluster.markets_from_ties, *cluster.sectors):
            assert themes_of(text, directory.vocabulary, wordings) is not None, (cluster.id, text)


def test_the_common_names_stand_beside_the_wording(directory: Directory) -> None:
    wordings = load_wordings(resources.corpus() / "wordings.yaml", directory.vocabulary)
    names = controlled(directory.by_id["nuclear-valley"], directory.vocabulary, wordings)
    assert "métallurgie" in names.technologies and "nucléaire" in names.markets
    assert "maintenance du parc" in directory.by_id["nuclear-valley"].markets
