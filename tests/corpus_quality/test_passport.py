"""The passport says what is known, how far it was read, what lacks and what grows old, in both languages."""

from dataclasses import replace
from datetime import date

import pytest

from assistant import resources
from assistant.clusters.directory import load_directory
from assistant.corpus_quality.fronts import read_note_themes
from assistant.corpus_quality.notes import read_notes
from assistant.corpus_quality.passport import Held, Passport, passport
from assistant.corpus_quality.wording import sections
from assistant.library.changes import Changes
from assistant.library.facts import load_facts
from assistant.ui.known import known_html
from assistant.vocabulary import DocumentType, Language, Seen

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def held() -> Held:
    corpus = resources.corpus()
    kinds = [DocumentType(note.shelf) for note in read_notes(corpus)]
    themes = read_note_themes(corpus)
    return Held(read_notes(corpus), load_facts(corpus), load_directory(corpus), themes, kinds, "v1", None)


@pytest.fixture(scope="module")
def known(held: Held) -> Passport:
    return passport(held, TODAY)


def lines(passport: Passport, title: str, language: Language = "fr") -> tuple[str, ...]:
    return next((section.lines for section in sections(passport, language) if section.title == title), ())


def test_everything_held_is_counted_once(held: Held, known: Passport) -> None:
    assert sum(known.documents.values()) == sum(known.phases.values()) == len(held.notes)
    assert sum(known.verification.values()) == sum(known.readings.values()) == known.facts == len(held.facts.facts)
    assert sum(sum(seen.values()) for seen in known.sources.values()) == len(held.facts.sources)
    assert {theme.theme for theme in known.themes} == held.themes.keys()


def test_a_fact_is_read_as_far_as_the_best_read_of_its_sources(held: Held, known: Passport) -> None:
    article = [fact for fact in held.facts.facts.values() if "article-interclustering" in {s.id for s in fact.sources}]
    assert known.readings[Seen.INTEGRAL] >= len([fact for fact in article if not any(s.seen for s in fact.sources)]) > 0


def test_the_gaps_name_thin_themes_and_what_active_clusters_lack(held: Held, known: Passport) -> None:
    thin = {theme.theme: theme.facts for theme in known.themes}
    fewest = [thin[theme] for theme in known.gaps.thin_themes]
    assert fewest == sorted(thin.values())[: len(fewest)]
    without = known.gaps.clusters_without
    assert without["website"] == tuple(c.id for c in held.directory.active if not c.website)
    worded = {c.id for c in held.directory.active if c.basis("markets") == "secteurs"}
    assert worded and worded <= set(without["markets"]), "what only repeats the sectors was seen in no source"
    assert set(without) >= {"technologies", "markets", "team", "website"}


def test_the_oldest_figures_come_first_with_the_notes_that_quote_them(known: Passport) -> None:
    years = [figure.year for figure in known.oldest_figures]
    assert years == sorted(years)
    assert all(figure.notes and any(c.isdigit() for c in figure.text) for figure in known.oldest_figures)
    assert 0 < known.old_figures < known.dated_figures


@pytest.mark.parametrize(
    ("today", "expires"),
    [(date(2026, 10, 1), False), (date(2026, 10, 2), True), (date(2026, 12, 31), True), (date(2027, 1, 1), False)],
)
def test_a_label_that_ends_within_ninety_days_is_told(held: Held, today: date, expires: bool) -> None:
    ending = {e.cluster_id for e in passport(held, today).expiring if e.until == date(2026, 12, 31) and not e.presumed}
    assert ("axelera" in ending) is expires


def test_the_words_are_french_or_english(known: Passport) -> None:
    assert "63 notes de bonnes pratiques" in lines(known, "Ce que contient la bibliothèque")
    assert "63 notes on good practice" in lines(known, "What the library holds", "en")
    assert lines(known, "Depuis l'indexation précédente") == ("première indexation sur cette machine",)
    assert len(sections(known, "fr")) == len(sections(known, "en")) == 13


def test_sources_that_disagree_are_side_by_side_each_with_its_year_and_its_doubt(known: Passport) -> None:
    (line,) = [line for line in lines(known, "Sources qui ne disent pas la même chose") if "F048" in line]
    older, newer = line.split("↔")
    assert older.startswith("2020") and "2,5 euros" in older
    assert "2023" in newer and "F277" in newer and "non retrouvé à la relecture" in newer
    assert all(len(sides) > 1 and all(said.sources for said in sides) for sides in known.disagreements)


def test_changes_are_named_and_what_is_long_is_cut(held: Held) -> None:
    changes = Changes(since="v0", added=tuple(f"annuaire/c{n}" for n in range(20)), removed=("recherche/a",))
    told = lines(passport(replace(held, changes=changes), TODAY), "Depuis l'indexation précédente")
    assert told[0].startswith("20 ajoutés")
    assert told[0].endswith("et 12 autres")
    assert told[1].endswith("recherche/a")
    none = passport(replace(held, changes=Changes(since="v0")), TODAY)
    assert lines(none, "Since the last index", "en") == ("no shipped document changed",)


def test_the_page_shows_it_and_runs_nothing_of_it(held: Held) -> None:
    hostile = Changes(since="v0", added=("<script>alert(1)</script>",))
    html = known_html(passport(replace(held, changes=hostile), TODAY), "fr")
    assert html.count("<details>") == 13
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
