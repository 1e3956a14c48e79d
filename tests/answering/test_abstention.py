"""The decision not to answer, on plain signals."""

import math
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answering.abstention import (
    OUT_OF_SCOPE,
    Signals,
    load_judge,
    reason_to_abstain,
    signals,
    within_reach,
)
from assistant.answering.asked_for import AskedFor
from assistant.answering.attributes import load_attributes
from assistant.answering.quantities import Asked, Measure
from assistant.errors import CorpusError
from assistant.index.analysis import terms
from assistant.resources import corpus
from assistant.vocabulary import AbstentionReason

JUDGE = load_judge(corpus() / "abstention.yaml")
WEIGHTS = JUDGE.domain
ATTRIBUTES = load_attributes(corpus() / "attributes.yaml")
GOOD = Signals(
    coverage=0.9,
    passage_coverage=1.0,
    similarity=0.92,
    surety=0.6,
    agreement=True,
    rarest_held=1.0,
    words_asked=4,
    kind=1.0,
)
FAR = replace(
    GOOD,
    coverage=0.1,
    passage_coverage=0.1,
    similarity=0.78,
    surety=0.1,
    missed=0.4,
    agreement=False,
    rarest_held=0.0,
    kind=-1.0,
)


def test_a_question_that_the_passages_cover_is_answered() -> None:
    assert reason_to_abstain(GOOD, "fr", WEIGHTS, 0.4) is None


def test_a_question_far_from_every_passage_gets_no_answer() -> None:
    assert reason_to_abstain(FAR, "fr", WEIGHTS, 0.4) == AbstentionReason.CORPUS_MUET


def test_a_name_unknown_to_the_corpus_is_said_to_be_unknown() -> None:
    s = replace(FAR, unknown_names=("Zorglub",), unknown_share=0.5)
    assert reason_to_abstain(s, "fr", WEIGHTS, 0.4) == AbstentionReason.ENTITE_INCONNUE


def test_a_figure_that_no_passage_gives_is_not_invented() -> None:
    asked = AskedFor(frozenset({2010}), 1.0, Asked(Measure.ARGENT), 1.0)
    s = replace(GOOD, number_asked=True, asked_for=asked, coverage=0.5, passage_coverage=0.6)
    assert reason_to_abstain(s, "fr", WEIGHTS, 0.4) == AbstentionReason.CHIFFRE_ABSENT


def test_caution_decides_how_sure_an_answer_must_be() -> None:
    assert reason_to_abstain(FAR, "fr", WEIGHTS, 0.0) is None
    assert reason_to_abstain(GOOD, "fr", WEIGHTS, 1.0) is not None


def test_english_words_are_not_expected_in_french_passages() -> None:
    other = replace(GOOD, coverage=0.0, passage_coverage=0.1, rarest_held=0.0, unknown_share=0.9)
    assert WEIGHTS.probability(other, "en") == WEIGHTS.probability(GOOD, "en")


def test_names_are_capitalised_words_that_no_passage_has() -> None:
    found = signals(
        "Que fait le pôle Zorglub avec Vitagora ?",
        [],
        both_arms=False,
        idf=lambda t: 1.0,
        knows=lambda t: t == "vitagor",
    )
    assert found.unknown_names == ("Zorglub",)


def test_a_word_that_opens_a_sentence_of_a_message_is_no_name() -> None:
    message = "Bonjour, je débute. Combien d'adhérents prévoir ? Merci ! Et Zorglub ?"
    assert signals(message, [], both_arms=False, idf=lambda t: 1.0, knows=lambda t: False).unknown_names == ("Zorglub",)


def test_an_acronym_is_a_name_wherever_it_stands() -> None:
    asked = signals("ZRGB, c'est quoi ?", [], both_arms=False, idf=lambda t: 1.0, knows=lambda t: False)
    assert asked.unknown_names == ("ZRGB",)


def test_the_kind_of_question_says_less_where_the_corpus_speaks_closely_of_it() -> None:
    def says(similarity: float) -> float:
        seen = replace(GOOD, similarity=similarity)
        odds = [WEIGHTS.probability(replace(seen, kind=kind), "fr") for kind in (-1.0, 1.0)]
        return math.log(odds[1] / (1 - odds[1])) - math.log(odds[0] / (1 - odds[0]))

    assert 0 < says(0.92) < says(0.84)


def test_weights_that_miss_a_signal_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "abstention.yaml"
    file.write_text("domaine: {constante: 0, poids: {couverture: 1}}\n", encoding="utf-8")
    with pytest.raises(CorpusError):
        load_judge(file)


def test_a_subject_of_no_interest_is_still_answered_when_a_document_holds_the_question_whole() -> None:
    assert GOOD.held_whole
    assert not replace(GOOD, coverage=0.5).held_whole
    assert not replace(GOOD, unknown_names=("Zorglub",)).held_whole
    assert not replace(GOOD, words_asked=2).held_whole


def test_a_question_that_only_sounds_like_something_else_is_answered_when_the_corpus_clearly_speaks_of_it() -> None:
    sounds_off = replace(GOOD, words_asked=2)
    chance = WEIGHTS.probability(sounds_off, "fr")
    assert within_reach(sounds_off, "fr", WEIGHTS, chance - OUT_OF_SCOPE - 0.01)
    assert not within_reach(sounds_off, "fr", WEIGHTS, chance - OUT_OF_SCOPE + 0.01)


@pytest.mark.parametrize(
    "asked",
    [
        "Quel est le téléphone du directeur ?",
        "son adresse mail ?",
        "Comment le joindre ?",
        "C'est quoi le mail de la directrice ?",
        "Donnez-moi l'email du président",
        "Le numéro de portable du pilote de Vinseo ?",
        "numéro du standard de Vinseo",
        "Comment joindre le directeur d'Axelera ?",
        "Comment joindre l'équipe d'Axelera ?",
        "Quelle est l'adresse de courriel de la directrice ?",
        "Son numéro de mobile ?",
        "What is the phone number of the director?",
    ],
)
def test_how_to_reach_somebody_is_seen(asked: str) -> None:
    assert signals(asked, [], both_arms=False, idf=lambda t: 1.0, knows=lambda t: True).contact


@pytest.mark.parametrize(
    "asked",
    [
        "Comment recruter sans passer mes journées au téléphone ?",
        "Trop de mails, comment animer autrement ?",
        "Faut-il joindre un budget à la demande ?",
        "Une convention standard suffit-elle ?",
        "Relancer par téléphone ou par mail, qu'est-ce qui marche ?",
        "Quelles pièces joindre au dossier ?",
    ],
)
def test_what_only_names_a_means_asks_to_reach_nobody(asked: str) -> None:
    assert not signals(asked, [], both_arms=False, idf=lambda t: 1.0, knows=lambda t: True).contact


@pytest.mark.parametrize(
    "asked",
    [
        "Qu'est-ce qu'une PME gagne à adhérer ?",
        "Qu'avons-nous à gagner ensemble ?",
        "Que gagne une entreprise à s'engager ?",
        "Que peut vendre un cluster pour gagner de l'argent ?",
    ],
)
def test_what_a_member_gains_is_no_pay(asked: str) -> None:
    assert not signals(asked, [], both_arms=False, idf=lambda t: 1.0, knows=lambda t: True).pay


def test_pay_is_seen_but_not_the_employees() -> None:
    def pay(asked: str) -> bool:
        return signals(asked, [], both_arms=False, idf=lambda t: 1.0, knows=lambda t: True).pay

    assert pay("Combien gagne la directrice ?") and pay("Quelle rémunération pour un animateur ?")
    assert not pay("Combien de salariés dans l'équipe ?")
    assert not pay("La subvention tarde : comment payer les salaires ?")


def test_a_place_where_something_is_done_is_no_name_to_look_for() -> None:
    asked = signals(
        "Un cluster bois en Creuse, comme Zorglub ?", [], both_arms=False, idf=lambda t: 1.0, knows=lambda t: False
    )
    assert asked.unknown_names == ("Zorglub",)


def test_words_that_ask_for_the_same_thing_meet() -> None:
    (asked,) = terms("adhérents")
    assert ATTRIBUTES.held(asked, frozenset(terms("Valorial comptait 400 membres en 2022.")))
    assert not ATTRIBUTES.held(asked, frozenset(terms("Valorial a son siège à Rennes.")))


def test_what_no_sentence_says_of_a_named_cluster_is_missing() -> None:
    found = signals(
        "Quelle équipe ?",
        [],
        both_arms=False,
        idf=lambda t: 1.0,
        knows=lambda t: True,
        attributes=ATTRIBUTES,
        named=True,
    )
    assert found.attribute_missing
