"""A negative judgement on a named cluster bears year, author and grade, and never rests on a blog alone."""

import re
from datetime import date

from assistant import resources
from assistant.clusters.cautions import antagonisms
from assistant.clusters.comparison import compare
from assistant.clusters.directory import Directory
from assistant.clusters.entries import Cluster, Label
from assistant.clusters.files import read_clusters
from assistant.clusters.judgements import GRADE_NAMES, fair, is_negative, judged_in, may_be_told, reliable
from assistant.clusters.sheets import sheet
from assistant.vocabulary import Grade

BLOG, PRESS = "https://blog.example/liste", "https://presse.example/article"
GRADES = {BLOG: Grade.BLOG, PRESS: Grade.PRESSE}
NEGATIVE = r"moins performant|à reconfigurer|a été retiré en|a été refusé à|label(?: de pôle)? (?:retiré|refusé)|Tentative abandonnée|Absence de collaboration"
OUR_ADJECTIVES = r"\b(?:mauvais|médiocre|décevant|fragile|défaillant|inefficace|dysfonction|incompétent)\w*"


def rated(sources: tuple[str, ...], level: str = "moins performant") -> Label:
    return Label(name="évaluation de 2012", kind="evaluation_2012", level=level, year=2012, raw=level, sources=sources)


def entry(*labels: Label) -> Cluster:
    return Cluster.model_validate(
        {
            "id": "essai",
            "name": "Essai",
            "short_name": "Essai",
            "kind": "pole_de_competitivite",
            "status": "active",
            "labels": [label.model_dump() for label in labels],
            "verified": {"seen": "nom"},
        }
    )


def test_a_bad_rating_that_only_a_blog_bears_is_withheld() -> None:
    (label,) = fair(entry(rated((BLOG,))), GRADES).labels
    assert label.level is None and "moins performant" not in label.model_dump_json()


def test_a_bad_rating_seen_elsewhere_names_author_and_grade() -> None:
    (label,) = fair(entry(rated((BLOG, PRESS))), GRADES).labels
    assert label.level == "moins performant" and label.said_by is not None
    assert "BearingPoint" in label.said_by and "presse.example (presse)" in label.said_by


def test_a_good_rating_stays_as_it_is() -> None:
    (label,) = fair(entry(rated((BLOG,), "performant")), GRADES).labels
    assert label.level == "performant" and label.said_by is None


def test_every_negative_label_told_has_year_author_and_a_source_better_than_a_blog(directory: Directory) -> None:
    told = [(c, label) for c in directory.clusters for label in c.labels if is_negative(label)]
    assert told
    for cluster, label in told:
        assert judged_in(label) and label.said_by, cluster.id
        assert reliable(label.sources or cluster.sources, directory.grades), cluster.id


def test_ratings_are_withheld_and_not_lost(directory: Directory) -> None:
    stored = read_clusters(resources.corpus() / "clusters.yaml")
    withheld = [c.id for c in stored if c.labels and directory.by_id[c.id].labels != c.labels]
    assert "medicen" in withheld and len(directory.by_id["medicen"].labels) == 2


def test_on_every_sheet_a_negative_sentence_bears_year_and_grade_and_no_adjective_of_ours(directory: Directory) -> None:
    grades = "|".join(map(re.escape, GRADE_NAMES.values()))
    for cluster in directory.clusters:
        for sentence in sheet(cluster, directory, date(2027, 1, 1))[1].split("\n\n"):
            assert not re.search(OUR_ADJECTIVES, sentence), (cluster.id, sentence)
            if re.search(NEGATIVE, sentence):
                assert re.search(r"\b(?:19|20)\d\d\b", sentence), (cluster.id, sentence)
                assert re.search(rf"\((?:{grades})\)", sentence), (cluster.id, sentence)
                assert "(blog)" not in sentence, (cluster.id, sentence)


def test_every_caution_about_a_failure_bears_year_and_grade(directory: Directory) -> None:
    failures = [r for r in directory.relations if r.stage in ("abandon", "absence")]
    assert len(failures) > 5
    for relation in failures:
        one, other, *_ = (frozenset({cluster}) for cluster in relation.clusters)
        for caution in antagonisms(directory, one, other, [relation]):
            assert re.search(r"\b(?:19|20)\d\d\b", caution.text), caution.text
            assert re.search(r"\((?:recherche|presse|organisation|source officielle)\)", caution.text), caution.text
            assert not re.search(OUR_ADJECTIVES, caution.text)


def test_a_failure_that_only_a_blog_reports_is_not_told(directory: Directory) -> None:
    failure = next(r for r in directory.relations if r.stage == "abandon")
    assert may_be_told(failure, directory.grades)
    assert not may_be_told(failure.model_copy(update={"sources": (BLOG,)}), GRADES)


def test_a_comparison_shows_no_rating_from_a_blog_alone(directory: Directory, today: date) -> None:
    table = compare(directory, ["medicen", "xylofutur"], ["evaluation_2012"], today)
    medicen, xylofutur = table.indicators[0].cells
    assert medicen.value is None and "BearingPoint" in str(xylofutur.value)


def test_the_starting_article_counts_as_research() -> None:
    assert reliable(["paper"], {}) == ["paper"]
