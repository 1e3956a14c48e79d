"""The shipped files are valid, and a wrong one says where and what to do."""

import shutil
from pathlib import Path

import pytest

from assistant import resources
from assistant.clusters.directory import Directory, load_directory
from assistant.errors import CorpusError


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for name in ("clusters", "relations", "sources", "themes", "weights"):
        shutil.copy(resources.corpus() / f"{name}.yaml", tmp_path)
    return tmp_path


def break_it(corpus: Path, name: str, old: str, new: str) -> CorpusError:
    file = corpus / f"{name}.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        load_directory(corpus)
    assert caught.value.exit_code == 1
    return caught.value


def test_the_shipped_directory_has_its_clusters_and_relations(directory: Directory) -> None:
    assert len(directory.clusters) == 154
    assert len(directory.relations) == 297
    assert len(directory.active) == 102


def test_budgets_teams_and_labels_are_read_from_their_wording(directory: Directory) -> None:
    nuclear, aquimer = directory.by_id["nuclear-valley"], directory.by_id["aquimer"]
    assert nuclear.budget is not None and (nuclear.budget.value, nuclear.budget.year) == (1_200_000, 2020)
    assert aquimer.team is not None and (aquimer.team.value, aquimer.team.unit, aquimer.team.year) == (
        5,
        "ingénieurs",
        2014,
    )
    pole = next(label for label in aquimer.labels if label.kind == "pole" and label.valid_until)
    assert pole.valid_until is not None and pole.valid_until.isoformat() == "2026-12-31"
    cosmetic = directory.by_id["cosmetic-valley"].budget
    assert cosmetic is not None and cosmetic.value is None and "70 % privé" in cosmetic.raw


@pytest.mark.parametrize(
    ("name", "old", "new", "entry", "field"),
    [
        ("clusters", "  founded: 1994", "  founded: mille", "cosmetic-valley", "founded"),
        ("clusters", "- id: axelera\n", "- id: axelera\n  colour: blue\n", "axelera", "colour"),
        ("clusters", "merged_into: scs", "merged_into: nowhere", "optitec", "merged_into"),
        ("clusters", "- id: cara\n", "- id: axelera\n", "axelera", "id"),
        ("relations", "stage: projet", "stage: mariage", "R001", "stage"),
        ("relations", "    - xylofutur\n", "    - atlantis\n", "R001", "clusters"),
        ("themes", "related: [agriculture, agroalimentaire]", "related: [alchimie]", "vigne_vin", "related"),
        ("weights", "  distance: 0.14", "  distence: 0.14", "referents", "distance"),
    ],
)
def test_a_wrong_entry_is_named_with_its_file_and_field(
    corpus: Path, name: str, old: str, new: str, entry: str, field: str
) -> None:
    error = break_it(corpus, name, old, new)
    assert f"{name}.yaml" in error.message() and entry in error.message() and field in error.message()
    assert f"{name}.yaml" in error.remedy("fr") and "put back" in error.remedy("en")


def test_mergers_that_go_round_in_circles_are_refused(corpus: Path) -> None:
    file = corpus / "clusters.yaml"
    text = file.read_text(encoding="utf-8")
    start = text.index("- id: scs\n")
    looped = text[start:].replace("status: active", "status: merged\n  merged_into: optitec", 1)
    file.write_text(text[:start] + looped, encoding="utf-8")
    with pytest.raises(CorpusError, match="merged_into"):
        load_directory(corpus)


def test_a_missing_or_broken_file_says_so(corpus: Path) -> None:
    (corpus / "relations.yaml").write_text("- id: [", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"relations\.yaml, ligne"):
        load_directory(corpus)
    (corpus / "relations.yaml").unlink()
    with pytest.raises(CorpusError, match=r"relations\.yaml, fichier"):
        load_directory(corpus)
