"""A message that corrects how the one before was read is asked without what it rejects."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import Interpilote
from assistant.answering.correcting import Correction, corrected, in_its_place, only_complains
from assistant.answering.presenting import reading_of
from assistant.vocabulary import Turn


@pytest.mark.parametrize(
    ("message", "wanted", "rejected"),
    [
        ("non, pas le bureau : l'assemblée générale", "l'assemblée générale", "le bureau"),
        ("Je parlais des effectifs, pas d'un salaire.", "effectifs", "un salaire"),
        ("j'ai pas demandé le prix mais le délai", "le délai", "le prix"),
        ("je ne parle pas des élus, je veux savoir qui signe", "qui signe", "élus"),
        ("Ce n'est pas le loyer que je demandais, c'est son assurance", "son assurance", "le loyer que je demandais"),
        ("Vous avez mal compris : il s'agit d'un prêt, pas d'un don.", "un prêt", "un don"),
        ("I asked about hiring, not about wages", "hiring", "wages"),
        ("not the bronze label, the gold one", "the gold one", "the bronze label"),
        ("Le droit n'a rien à voir. Comment les réunir ?", "Comment les réunir ?", "Le droit"),
        ("non je parle de la charte", "charte", ""),
        ("tu ne réponds pas : quel budget pour démarrer ?", "quel budget pour démarrer ?", ""),
        ("t'es à côté, je parle d'animer une réunion", "animer une réunion", ""),
        ("vous n'avez pas compris, qui prend la tête du projet ?", "qui prend la tête du projet ?", ""),
    ],
)
def test_what_is_wanted_and_what_is_rejected_are_read_apart(message: str, wanted: str, rejected: str) -> None:
    found = corrected(message, "les salaires du label bronze")
    assert found is not None and (found.wanted, found.rejected) == (wanted, rejected)


@pytest.mark.parametrize(
    "message",
    [
        "et si elles disent qu'elles n'ont pas le temps ?",
        "nous n'avons pas de salarié, comment faire ?",
        "pas de subvention, on fait comment ?",
        "c'est pas un peu cher ?",
        "vous n'auriez pas un chiffre plus récent ?",
        "non",
        "association à but non lucratif ?",
        "qui vérifie qu'on ne dépasse pas les seuils ?",
    ],
)
def test_who_only_denies_or_lacks_something_corrects_nothing(message: str) -> None:
    assert corrected(message, "le budget d'une association") is None


def test_what_is_wanted_takes_the_place_of_what_is_rejected_or_follows() -> None:
    swapped = Correction("l'assemblée générale", "le bureau")
    assert in_its_place("Qui préside le bureau", swapped) == "Qui préside l'assemblée générale ?"
    after = Correction("l'assemblée générale", "les salaires")
    assert in_its_place("Qui préside", after) == "Qui préside, l'assemblée générale ?"
    alone = Correction("comment fixer les cotisations ?", "les salaires")
    assert in_its_place("Qui préside", alone) == "comment fixer les cotisations ?"


@given(st.text(max_size=80), st.text(max_size=40))
def test_any_message_is_read(message: str, before: str) -> None:
    found = corrected(message, before)
    assert found is None or found.wanted.strip()


@pytest.mark.model
def test_a_correction_is_answered_on_what_it_wants(assistant: Interpilote) -> None:
    question = "Ça coûte combien un cluster par an, salaire compris ?"
    first = assistant.ask(question)
    answer = assistant.ask(
        "j'ai pas demandé la paie d'une personne, je veux le budget total",
        history=[Turn(question=question, answer=first.answer)],
    )
    assert answer.citations and "budget" in answer.citations[0].quote.lower()
    assert "paie" not in (answer.rewritten_question or "")


@pytest.mark.parametrize(
    ("message", "complains"),
    [
        ("Tu ne réponds pas à ma question", True),
        ("Non, vous n'avez pas compris !", True),
        ("ce n'est pas ma question", True),
        ("vous n'avez pas plus récent que 2009 ?", False),
        ("tu ne réponds pas : qui signe ?", False),
        ("la structure est à côté de Lyon", False),
    ],
)
def test_a_complaint_alone_is_told_from_one_that_asks(message: str, complains: bool) -> None:
    assert only_complains(message) is complains


@pytest.mark.model
def test_a_complaint_alone_is_answered_by_how_to_ask_again(assistant: Interpilote) -> None:
    first = assistant.ask("Combien coûte un cluster par an ?")
    asked = [Turn(question=first.question, answer=first.answer)]
    told = assistant.ask("Tu ne réponds pas à ma question", history=asked)
    assert first.question in told.answer and not told.citations
    assert reading_of(told) is None  # it is not shown as out of scope
