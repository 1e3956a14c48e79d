"""Whether one sentence gives what is asked for: the year, the quantity."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.asked_for import NOTHING_ASKED, AskedFor, asked_for
from assistant.answering.attributes import load_attributes
from assistant.answering.evidence import Evidence
from assistant.answering.periods import asks_for_news, speaks_of, years_asked
from assistant.answering.quantities import Measure, gives, quantity_asked
from assistant.resources import corpus
from tests.answering.test_selection import sentence

TODAY = date(2026, 11, 25)
ATTRIBUTES = load_attributes(corpus() / "attributes.yaml")
BUDGET = sentence("Nuclear Valley disposait en 2020 d'un budget de 1,2 M€.", 0.9)
LABEL = sentence("Nuclear Valley a reçu un label en 2010.", 0.8)


def missing(question: str, *evidence: Evidence) -> AskedFor:
    return asked_for(question, evidence, lambda term: 1.0, lambda e: True, ATTRIBUTES, TODAY)


def test_a_figure_of_another_year_does_not_answer_even_when_a_sentence_beside_names_the_year() -> None:
    assert missing("Quel budget en 2020 ?", BUDGET, LABEL).year_missing == 0
    wrong = missing("Quel budget en 2010 ?", BUDGET, LABEL)
    assert wrong.year_missing > 0.5
    assert wrong.instead is BUDGET


def test_nothing_is_missing_of_a_question_that_asks_for_nothing_particular() -> None:
    assert missing("Comment organiser le conseil ?", BUDGET) == NOTHING_ASKED


def test_an_amount_is_no_count_and_a_count_of_one_thing_is_none_of_another() -> None:
    members = sentence("Le pôle réunit 160 adhérents.", 0.9)
    assert missing("Combien d'adhérents ?", members).quantity_missing == 0
    assert missing("Combien de membres ?", members).quantity_missing == 0
    assert missing("Combien d'emplois ?", members).quantity_missing == 1
    assert missing("Quel budget ?", members).quantity_missing == 1


def test_a_sentence_on_another_cluster_gives_nothing() -> None:
    found = asked_for("Quel budget ?", [BUDGET], lambda term: 1.0, lambda e: False, ATTRIBUTES, TODAY)
    assert found.quantity_missing == 1


def test_the_year_alone_asked_of_a_named_cluster_is_found() -> None:
    assert missing("Et en 2010 ?", LABEL).year_missing == 0
    assert missing("Et en 2011 ?", LABEL).year_missing == 1


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("Quel budget en 2019 ?", {2019}),
        ("Combien de membres l'an dernier ?", {2025}),
        ("Qui a candidaté cette année ?", {2026}),
        ("L'année prochaine, combien ?", {2027}),
        ("Entre 2014 et 2017, combien ?", {2014, 2017}),
        ("Comment faire ?", set()),
        ("On a perdu dix membres cette année, que faire ?", set()),
        ("Comment trouver dix adhérents cette année ?", set()),
        ("Le conseil départemental supprime son aide l'année prochaine", set()),
        ("budget Systematic l'an dernier", {2025}),
        ("Nous avons fini, mais quel budget l'an prochain ?", {2027}),
    ],
)
def test_years_are_counted_from_today(question: str, years: set[int]) -> None:
    assert years_asked(question, TODAY) == years


@given(st.integers(1990, 2050), st.integers(0, 20), st.integers(1990, 2070))
def test_a_span_speaks_of_the_years_within_but_less_surely_than_of_its_ends(first: int, length: int, year: int) -> None:
    last = first + length
    held = speaks_of(f"de {first} à {last}", frozenset({year}))
    expected = 1.0 if year in (first, last) else 0.5 if first < year < last else 0.0
    assert held == expected


@pytest.mark.parametrize(
    "question",
    [
        "Qui vient de fusionner ?",
        "Quand aura lieu le prochain forum ?",
        "Ces jours-ci, quel guichet ?",
        "What is next?",
    ],
)
def test_news_is_seen(question: str) -> None:
    assert asks_for_news(question)


@pytest.mark.parametrize(
    "question",
    [
        "Combien de pôles aujourd'hui ?",
        "Comment animer un réseau ?",
        "Qui est sur le front du bois ?",
        "La Région vient de m'annoncer une coupe, comment réagir ?",
    ],
)
def test_the_state_of_today_or_a_plain_question_is_no_news(question: str) -> None:
    assert not asks_for_news(question)


@pytest.mark.parametrize(
    ("question", "measure", "told", "other"),
    [
        ("Combien de temps dure un mandat ?", Measure.DUREE, "élus pour trois ans", "28 administrateurs"),
        ("Quelle part vient du public ?", Measure.PART, "dont 28 % de dotation", "6 M€ en 2023"),
        ("Combien coûte l'audit ?", Measure.ARGENT, "450 000 € par an", "31 critères"),
        ("Quel est l'effectif ?", Measure.NOMBRE, "environ six permanents", "200 adhérents"),
        ("How many members?", Measure.NOMBRE, "203 adhérents", "aucun chiffre"),
    ],
)
def test_each_measure_is_recognised_in_the_question_and_in_the_sentence(
    question: str, measure: Measure, told: str, other: str
) -> None:
    asked = quantity_asked(question, ATTRIBUTES)
    assert asked is not None and asked.measure is measure
    assert gives(told, asked, ATTRIBUTES) == 1
    assert gives(other, asked, ATTRIBUTES) == 0


@pytest.mark.parametrize("question", ["Qui préside ?", "Mon conseil veut grossir à tout prix", "Pas le temps de lire"])
def test_no_quantity_is_heard_where_none_is_asked(question: str) -> None:
    assert quantity_asked(question, ATTRIBUTES) is None


def test_the_figure_of_one_cluster_is_not_that_of_an_average_one() -> None:
    one = sentence("Vinseo comptait 64 membres en 2016.", 0.9)

    def missing_when(names_one: bool) -> float:
        question = "Combien de membres comptait un pôle moyen en 2016 ?"
        known = (lambda term: 1.0, lambda e: True, ATTRIBUTES, TODAY, lambda text: names_one)
        return asked_for(question, [one], *known).quantity_missing

    assert missing_when(True) > missing_when(False) == 0
