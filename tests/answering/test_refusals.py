"""What a refusal says fits what was asked."""

import pytest

from assistant.answering.abstention import Signals, signals
from assistant.answering.refusals import Lacking, lacking


def speaks(question: str) -> Signals:
    return signals(question, [], False, lambda term: 1.0, lambda term: True)


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
        ("Qui dirige ce cluster ?", Lacking.PERSON),
        ("À qui appartient le bâtiment ?", Lacking.PERSON),
        ("Faut-il que le président soit un chef d'entreprise ?", Lacking.ANSWER),
        ("Est-ce que la région paye ?", Lacking.ANSWER),
        ("Quelle convention collective s'applique ?", Lacking.ANSWER),
    ],
)
def test_a_refusal_speaks_of_what_was_asked(question: str, missing: Lacking) -> None:
    assert lacking(question, speaks(question)) == missing
