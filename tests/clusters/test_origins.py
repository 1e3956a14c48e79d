"""What was completed says where it comes from; what was only read in the sectors says so and counts for nothing more."""

from datetime import date

import pytest
from pydantic import ValidationError

from assistant import resources
from assistant.clusters.directory import Directory
from assistant.clusters.entries import Origin
from assistant.clusters.judgements import grade_of
from assistant.clusters.profile import profile_of
from assistant.library.facts import load_facts
from assistant.vocabulary import Grade


def test_each_completed_value_names_pages_of_the_register_with_their_grade(directory: Directory) -> None:
    known = load_facts(resources.corpus())
    completed = [(c, field, o) for c in directory.clusters for field, o in c.origins.items() if o.basis != "secteurs"]
    assert len(completed) >= 16
    for cluster, field, origin in completed:
        assert all(known.source_by_url(page) for page in origin.sources), (cluster.id, field)
        grades = [grade_of(source, directory.grades) for source in origin.sources]
        # of several pages, the grade is that of the one that is trusted least
        assert not grades or max(grades, key=list(Grade).index) == origin.grade, (cluster.id, field, grades)


def test_what_was_seen_of_a_cluster_is_not_said_to_be_little_when_its_values_have_their_pages(
    directory: Directory,
) -> None:
    unread = {
        "ville non relue": "city",
        "technologies non relues": "technologies",
        "technologies partielles": "technologies",
    }
    for cluster in directory.clusters:
        found = {field for field, origin in cluster.origins.items() if origin.basis == "source"}
        assert not ("uniquement" in cluster.verified.seen and found), cluster.id
        assert not any(said in cluster.verified.seen and field in found for said, field in unread.items()), cluster.id


def test_what_is_read_in_the_sectors_is_their_wording_and_counts_once(directory: Directory, today: date) -> None:
    read = [(c, field) for c in directory.clusters for field, o in c.origins.items() if o.basis == "secteurs"]
    assert {field for _, field in read} == {"technologies", "markets"}
    for cluster, field in read:
        assert set(getattr(cluster, field)) <= set(cluster.sectors), cluster.id
        assert getattr(profile_of(directory, cluster, today)[0], field) == ()
    subject = directory.subject(directory.by_id["aliptic"])
    assert subject.sectors and not subject.technologies


def test_nothing_completed_rests_on_the_relations(directory: Directory) -> None:
    of_relations = {source for relation in directory.relations for source in relation.sources}
    for cluster in directory.clusters:
        for field in ("technologies", "markets", "members"):
            origin = cluster.origins.get(field)
            assert origin is None or not set(origin.sources) & of_relations, cluster.id


@pytest.mark.parametrize(
    "wrong",
    [
        {"basis": "source"},
        {"basis": "source", "sources": ["https://a.example"]},
        {"basis": "secteurs", "sources": ["https://a.example"], "grade": "presse"},
        {"basis": "declare"},
    ],
)
def test_an_origin_without_what_it_claims_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Origin.model_validate(wrong)


@pytest.mark.parametrize(
    ("field", "at_least"),
    [("technologies", 56), ("markets", 89), ("members", 70), ("team", 18), ("website", 25), ("founded", 75)],
)
def test_the_directory_covers_at_least_this_many_living_clusters(
    directory: Directory, field: str, at_least: int
) -> None:
    assert sum(bool(getattr(cluster, field)) for cluster in directory.active) >= at_least


def test_an_entry_of_uncertain_life_says_so(directory: Directory) -> None:
    uncertain = [c for c in directory.clusters if c.status == "non_verifie"]
    assert uncertain
    for cluster in uncertain:
        said = f"{cluster.fate} {cluster.verified.seen} {cluster.verified.note}".replace("’", "'")
        assert "vérifi" in said, cluster.id


def test_a_reason_cites_the_pages_of_the_fields_it_speaks_of_and_no_others(directory: Directory) -> None:
    completed = [(c, field, o) for c in directory.clusters for field, o in c.origins.items() if o.basis == "source"]
    for cluster, field, origin in completed:
        assert cluster.sources_of(field) == tuple(dict.fromkeys(origin.sources)), (cluster.id, field)
    entry = next(c for c in directory.active if "technologies" in c.origins and c.city and "city" not in c.origins)
    assert entry.sources_of("city") == entry.sources and set(entry.pages) > set(entry.sources)
    assert entry.model_copy(update={"city": None}).sources_of("city") == ()
