"""The decision not to answer, on plain signals."""

from dataclasses import replace

from assistant.answering.abstention import Signals, reason_to_abstain, signals
from assistant.vocabulary import AbstentionReason

GOOD = Signals(
    coverage=0.9,
    passage_coverage=1.0,
    agreement=True,
    unknown_names=(),
    unknown_share=0.0,
    number_asked=False,
    number_found=True,
    words_asked=4,
)


def test_a_question_that_the_passages_cover_is_answered() -> None:
    assert reason_to_abstain(GOOD, "fr") is None


def test_a_name_unknown_to_the_corpus_is_said_to_be_unknown() -> None:
    s = replace(GOOD, unknown_names=("Zorglub",), passage_coverage=0.5)
    assert reason_to_abstain(s, "fr") == AbstentionReason.ENTITE_INCONNUE


def test_a_figure_that_no_passage_gives_is_not_invented() -> None:
    assert (
        reason_to_abstain(replace(GOOD, number_asked=True, number_found=False), "fr") == AbstentionReason.CHIFFRE_ABSENT
    )
    assert (
        reason_to_abstain(replace(GOOD, number_asked=True, passage_coverage=0.4), "fr")
        == AbstentionReason.CHIFFRE_ABSENT
    )


def test_a_question_far_from_every_passage_gets_no_answer() -> None:
    s = replace(GOOD, coverage=0.1, passage_coverage=0.1, agreement=False)
    assert reason_to_abstain(s, "fr") == AbstentionReason.CORPUS_MUET


def test_english_words_are_not_expected_in_french_passages() -> None:
    assert reason_to_abstain(replace(GOOD, passage_coverage=0.1, unknown_share=0.9), "en") is None


def test_names_are_capitalised_words_that_no_passage_has() -> None:
    found = signals("Que fait le pôle Zorglub avec Vitagora ?", [], False, lambda t: 1.0, lambda t: t == "vitagor")
    assert found.unknown_names == ("Zorglub",)


def test_a_subject_of_no_interest_is_still_answered_when_a_document_holds_the_question_whole() -> None:
    assert GOOD.held_whole
    assert not replace(GOOD, coverage=0.5).held_whole
    assert not replace(GOOD, unknown_names=("Zorglub",)).held_whole
    assert not replace(GOOD, words_asked=2).held_whole
