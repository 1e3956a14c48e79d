"""The registry of facts: what the shipped one holds, what it answers, and what it refuses."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import CorpusError
from assistant.library.facts import ARTICLE, Facts, Verification, load_facts
from assistant.vocabulary import Grade, Seen

CORPUS = Path(__file__).parents[2] / "corpus"
SHIPPED = load_facts(CORPUS)


def entries(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.load((CORPUS / name).read_text(encoding="utf-8"), yaml.CSafeLoader)
    return loaded


def addresses(name: str) -> set[str]:
    """Every source address of the directory or of the relations, at any depth."""

    def walk(node: object, under_sources: bool = False) -> set[str]:
        if isinstance(node, dict):
            return set().union(*(walk(value, key == "sources") for key, value in node.items()))
        if isinstance(node, list):
            return set().union(*(walk(value, under_sources) for value in node))
        return {node} if under_sources and isinstance(node, str) else set()

    return walk(entries(name))


def test_every_fact_has_a_source_that_can_be_shown() -> None:
    assert len(SHIPPED.facts) == 507
    for fact in SHIPPED.facts.values():
        shown = SHIPPED.sources_of([fact.id])
        assert shown and all(source.title for source in shown), fact.id


def test_the_sources_of_the_directory_and_of_the_relations_are_in_the_registry() -> None:
    for name in ("clusters.yaml", "relations.yaml"):
        found = addresses(name)
        assert len(found) > 30
        for address in found:
            assert SHIPPED.source_by_url(address).title, address


def test_each_source_is_listed_once() -> None:
    listed = [entry.url for entry in SHIPPED.sources.values() if entry.url]
    assert len(listed) == len(set(listed))
    assert len(entries("sources.yaml")) == len(SHIPPED.sources)


def test_a_source_without_address_is_used_by_a_fact() -> None:
    used = {link.id for fact in SHIPPED.facts.values() for link in fact.sources}
    assert {entry.id for entry in SHIPPED.sources.values() if entry.url is None} <= used


def test_only_the_article_is_said_to_be_read_whole() -> None:
    assert [entry.id for entry in SHIPPED.sources.values() if entry.seen is Seen.INTEGRAL] == [ARTICLE]


def test_a_page_read_through_the_article_is_said_to_be_quoted_by_it() -> None:
    official, research = SHIPPED.sources_of(["F149"])
    assert (official.grade, official.seen, official.year) == (Grade.OFFICIEL, Seen.CITE_PAR, 2012)
    assert official.locator == "p.\u00a090 et 92"
    assert (research.grade, research.seen, research.locator) == (Grade.RECHERCHE, Seen.INTEGRAL, None)


def test_the_pages_of_one_source_are_gathered() -> None:
    (evaluation, _) = SHIPPED.sources_of(["F149", "F158", "F149"])
    assert evaluation.locator == "p.\u00a090 et 92\u202f; p.\u00a018-19"


def test_a_fact_names_the_years_of_its_figures_and_not_those_of_a_programme_or_a_target() -> None:
    assert SHIPPED.fact("F082").years == (2016, 2019)
    assert SHIPPED.fact("F143").years == (2021,)  # « France 2030 » is a name
    assert SHIPPED.fact("F095").years == (2022,)  # 2026 is a target


def test_paper_means_the_starting_article() -> None:
    assert SHIPPED.source_by_url("paper") == SHIPPED.sources[ARTICLE].as_source()


@given(st.lists(st.sampled_from(sorted(SHIPPED.facts)), min_size=1, max_size=12))
def test_sources_come_once_and_most_reliable_first(ids: list[str]) -> None:
    shown = SHIPPED.sources_of(ids)
    grades = list(Grade)
    keys = [(grades.index(source.grade), -(source.year or 0)) for source in shown]
    assert keys == sorted(keys)
    assert len({(source.title, source.publisher, source.url, source.seen) for source in shown}) == len(shown)


@given(st.lists(st.sampled_from(sorted(SHIPPED.facts)), min_size=1, max_size=12))
def test_confidence_is_that_of_the_weakest_fact(ids: list[str]) -> None:
    order = list(Verification)
    ranks = [order.index(SHIPPED.fact(fact_id).verification) for fact_id in ids]
    assert order.index(SHIPPED.confidence(ids)) == max(ranks)


def test_a_fact_whose_source_was_not_found_weighs_more_than_one_not_checked() -> None:
    assert SHIPPED.confidence(["F001", "F005"]) is Verification.NON_CONTROLE
    assert SHIPPED.confidence(["F005", "F035"]) is Verification.NON_RETROUVE


def test_what_disagrees_with_a_fact_is_given_by_year_whichever_side_names_the_other() -> None:
    groups = [[fact.id for fact in group] for group in SHIPPED.disagreements]
    assert {"F048", "F277"} in map(set, groups)
    assert [[key for key in group if key != "F032"] for group in groups if "F032" in group] == [["F189", "F023"]]
    assert not any("F001" in group for group in groups)


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] != pair[1]), max_size=10))
def test_facts_joined_by_a_chain_of_disagreements_are_shown_together(pairs: list[tuple[int, int]]) -> None:
    model, ids = SHIPPED.fact("F001"), [f"F{number:03}" for number in range(8)]
    others = {key: tuple(ids[other] for one, other in pairs if ids[one] == key) for key in ids}
    facts = Facts(
        {key: model.model_copy(update={"id": key, "disagrees_with": others[key]}) for key in ids}, SHIPPED.sources
    )
    groups = [{fact.id for fact in group} for group in facts.disagreements]
    assert sorted(key for group in groups for key in group) == sorted({ids[n] for pair in pairs for n in pair})
    assert all(any({ids[one], ids[other]} <= group for group in groups) for one, other in pairs)


@pytest.mark.parametrize(
    ("ask", "named"),
    [
        (lambda facts: facts.fact("F999"), "F999"),
        (lambda facts: facts.sources_of(["F001", "F999"]), "F999"),
        (lambda facts: facts.confidence(["F999"]), "F999"),
        (lambda facts: facts.source_by_url("https://example.org/"), "https://example.org/"),
    ],
)
def test_an_unknown_fact_or_address_is_named(ask: Callable[[Facts], object], named: str) -> None:
    with pytest.raises(CorpusError) as raised:
        ask(SHIPPED)
    assert named in raised.value.message("fr") and named in raised.value.message("en")


def written(home: Path, facts: object, sources: object) -> Path:
    folder = home / "corpus"
    folder.mkdir(exist_ok=True)
    for name, content in (("facts.yaml", facts), ("sources.yaml", sources)):
        (folder / name).write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return folder


def small() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The first two facts and the sources they need, plus one with an address."""
    sources = entries("sources.yaml")
    return entries("facts.yaml")[:2], [sources[0], next(source for source in sources if source["url"])]


Damage = Callable[[list[dict[str, Any]], list[dict[str, Any]]], object]


@pytest.mark.parametrize(
    ("damage", "file", "entry", "reason"),
    [
        (lambda f, s: f[1].update(id="F001"), "facts.yaml", "F001", "identifiant en double"),
        (lambda f, s: f[1].update(sources=[]), "facts.yaml", "F002", "liste vide"),
        (lambda f, s: f[1].update(sources=[{"id": "nowhere"}]), "facts.yaml", "F002", "source inconnue"),
        (lambda f, s: f[1].update(verification="sûr"), "facts.yaml", "F002", "valeur hors de la liste"),
        (lambda f, s: f[1].update(disagrees_with=["F999"]), "facts.yaml", "F002", "désaccord avec"),
        (lambda f, s: f[1].update(disagrees_with=["F002"]), "facts.yaml", "F002", "désaccord avec"),
        (lambda f, s: f[1].update(note="x"), "facts.yaml", "F002", "champ inconnu"),
        (lambda f, s: f[1].pop("text"), "facts.yaml", "F002", "champ manquant"),
        (lambda f, s: f.append("F003"), "facts.yaml", "F003", "valeur incorrecte"),
        (lambda f, s: s[1].update(grade="rumeur"), "sources.yaml", "20-minutes", "valeur hors de la liste"),
        (lambda f, s: s[1].update(seen="vu"), "sources.yaml", "20-minutes", "valeur hors de la liste"),
        (lambda f, s: s[1].update(url="pas une adresse"), "sources.yaml", "20-minutes", "adresse mal écrite"),
        (lambda f, s: s[1].update(url="ftp://example.org/"), "sources.yaml", "20-minutes", "http://"),
        (lambda f, s: s.append({**s[1], "id": "twin"}), "sources.yaml", "twin", "même adresse"),
        (lambda f, s: s.append(s[1]), "sources.yaml", "20-minutes", "identifiant en double"),
        (lambda f, s: s.pop(0), "sources.yaml", ARTICLE, "article de départ"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_place_and_the_remedy(
    tmp_path: Path, damage: Damage, file: str, entry: str, reason: str
) -> None:
    facts, sources = small()
    sources[1]["id"] = "20-minutes"
    assert load_facts(written(tmp_path, facts, sources)).facts.keys() == {"F001", "F002"}
    damage(facts, sources)
    with pytest.raises(CorpusError) as raised:
        load_facts(written(tmp_path, facts, sources))
    message = raised.value.message("fr")
    assert f"corpus/{file}" in message and entry in message and reason in message
    assert f"corpus/{file}" in raised.value.message("en") and entry in raised.value.message("en")
    assert f"corpus/{file}" in raised.value.remedy("fr")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"- id: F001\n  text: [open\n", "ligne 3 : YAML invalide"),
        (b"id: F001\n", "une liste"),
        (b"", "une liste"),
        (b"\xff\xfe\x00", "fichier : illisible"),
    ],
)
def test_a_file_that_is_not_a_list_of_entries_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    corpus = written(tmp_path, *small())
    (corpus / "facts.yaml").write_bytes(content)
    with pytest.raises(CorpusError, match=reason):
        load_facts(corpus)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"corpus/sources\.yaml"):
        load_facts(tmp_path)
