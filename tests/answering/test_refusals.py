"""What a refusal says fits what was asked."""

import pytest

from assistant import Interpilote
from assistant.answering.abstention import Signals, signals
from assistant.answering.refusals import Lacking, lacking


def speaks(question: str) -> Signals:
    return signals(question, [], both_arms=False, idf=lambda term: 1.0, knows=lambda term: True)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Combien d'adhérents Aetos aura-t-il en 2028 ?", Lacking.FIGURE),
        ("Quel est le montant versé par la Région ?", Lacking.FIGURE),
        ("Quel est le taux d'absentéisme aux assemblées ?", Lacking.FIGURE),
        ("taux de renouvellement adhésions", Lacking.FIGURE),
        ("How many members will it have next year?", Lacking.FIGURE),
        ("Comment fixer le montant de la cotisation selon la taille ?", Lacking.PROCEDURE),
        ("Comment calculer la part de chaque membre ?", Lacking.PROCEDURE),
        ("la région coupe le budget, je fais comment", Lacking.PROCEDURE),
        ("Que faire quand un membre ne paie pas ?", Lacking.PROCEDURE),
        ("How do I set the membership fee?", Lacking.PROCEDURE),
        ("Quel est le numéro de portable du président ?", Lacking.CONTACT),
        ("Comment joindre le directeur du pôle ?", Lacking.CONTACT),
        ("Quelle est son adresse mail ?", Lacking.CONTACT),
        ("Quel est le salaire du directeur ?", Lacking.PAY),
        ("Combien est payée une directrice ?", Lacking.PAY),
        ("Qui paie les salaires de l'équipe ?", Lacking.PERSON),
        ("La convention est-elle payée pour moitié ?", Lacking.ANSWER),
        ("Lesquels touchent à l'aéronautique ?", Lacking.ANSWER),
        ("Qui dirige ce cluster ?", Lacking.PERSON),
        ("À qui appartient le bâtiment ?", Lacking.PERSON),
        ("Faut-il que le président soit un chef d'entreprise ?", Lacking.ANSWER),
        ("Est-ce que la région paye ?", Lacking.ANSWER),
        ("Quelle convention collective s'applique ?", Lacking.ANSWER),
    ],
)
def test_a_refusal_speaks_of_what_was_asked(question: str, missing: Lacking) -> None:
    assert lacking(question, speaks(question)) == missing


@pytest.mark.model
def test_whoever_wants_names_and_says_nothing_of_themselves_is_told_what_to_say(assistant: Interpilote) -> None:
    answer = assistant.ask("Quel référent pourrait nous accompagner sur notre feuille de route stratégique ?")
    assert answer.suggestions or "dites-moi votre région" in answer.answer
