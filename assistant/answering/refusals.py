"""What was asked for in vain, so that a refusal says that and nothing else: a figure, a contact, a way of doing, a person."""

import re
from enum import StrEnum

from assistant.answering import texts
from assistant.answering.abstention import Signals
from assistant.answering.answer_type import asks_number, is_keywords
from assistant.vocabulary import AbstentionReason, Language


class Lacking(StrEnum):
    """What a refusal says that the corpus lacks."""

    FIGURE = "figure"
    CONTACT = "contact"
    PAY = "pay"
    PROCEDURE = "procedure"
    PERSON = "person"
    ANSWER = "answer"


# What is said of a silent corpus, by what was asked for.
SAID: dict[Lacking, dict[Language, str]] = {
    Lacking.FIGURE: texts.ABSTENTION[AbstentionReason.CHIFFRE_ABSENT],
    Lacking.PAY: {
        "fr": "Aucun document du corpus ne dit combien gagne cette personne. Voici ce qui s'en approche et à qui le demander.",
        "en": "No document of the corpus says what this person earns. Here is what comes near and whom to ask.",
    },
    Lacking.CONTACT: {
        "fr": "Le corpus ne donne les coordonnées de personne. Voici ce qui s'en approche et par qui passer.",
        "en": "The corpus gives nobody's contact details. Here is what comes near and whom to go through.",
    },
    Lacking.PROCEDURE: {
        "fr": "Aucun document du corpus n'explique comment faire. Voici ce qui s'en approche et à qui poser la question.",
        "en": "No document of the corpus explains how to do this. Here is what comes near and whom to ask.",
    },
    Lacking.PERSON: {
        "fr": "Aucun document du corpus ne dit qui. Voici ce qui s'en approche et à qui poser la question.",
        "en": "No document of the corpus says who. Here is what comes near and whom to ask.",
    },
    Lacking.ANSWER: texts.ABSTENTION[AbstentionReason.CORPUS_MUET],
}

_PROCEDURE = re.compile(
    r"\b(?:comment\b(?! s['’]appelle)|que (?:dois-je |faut-il |peut-on |pouvons-nous |devons-nous )?faire\b|(?:fais|fait|faire) (?:comment|quoi)\b|"
    r"how (?:do|does|can|could|should|to|would)\b|what (?:should|can) (?:we|i) do\b)",
    re.IGNORECASE,
)
_PERSON = re.compile(r"^\W*(?:(?:à|avec|par|de|chez) )?(?:qui|who|whom)\b", re.IGNORECASE)
# A figure is counted: « à quel prix », « depuis combien de temps »; keywords name it at their beginning.
_COUNTED = re.compile(
    r"\b(?:à quel(?:le)? (?:prix|tarif|âge|taux|hauteur)|quel(?:le)?s? (?:est|était|sera|sont|étaient) (?:l['’]|la |le |les |son |sa |leurs? )"
    r"(?:\w+ ){0,2}?(?:budget|montant|nombre|taux|prix|coût|tarif|effectif|part|taille|durée|note|âge|chiffre\w*|proportion|pourcentage|salaire)|"
    r"quel(?:le)? (?:\w+ )?(?:prix|coût|tarif|durée|note|âge|pourcentage|salaire)|what (?:is|was|are) the (?:\w+ ){0,2}?(?:budget|amount|number|rate|price|cost|"
    r"share|size|fees?|salary))\b",
    re.IGNORECASE,
)


# What somebody earns, in so many words: « une convention payée par la Région » is another matter.
_EARNS = re.compile(
    r"\b(?:salaires?|r[ée]mun[èée]r\w*|gagne(?:nt|r)?|touche(?:-t|nt)?(?=.{0,12}combien)|(?<=combien )touche\w*|indemni\w+|primes?|salar(?:y|ies)|wages?|earns?)\b|"
    r"\b(?:combien|how much)\b.{0,40}\b(?:pay[ée]+s?|paid)\b|\bpay[ée]e?s? combien\b",
    re.IGNORECASE,
)


# « Qui paie les salaires ? » asks for no amount.
_WHO_PAYS = re.compile(
    r"\b(?:qui|comment)\b.{0,20}\b(?:pa(?:ie|ye|yer)|financ\w+|vers\w+|prend(?:re)? en charge)|\bfinancer (?:un|une|le|la|les|des|nos|son)\b|\bwho (?:pays|funds)\b",
    re.IGNORECASE,
)


def lacking(question: str, speaks: Signals) -> Lacking:
    """What a question that is refused asked for. How something is done is no figure, be it an amount that is to be fixed."""
    counted = asks_number(question) or bool(_COUNTED.search(question))
    if speaks.contact and not counted:
        return Lacking.CONTACT
    if _PROCEDURE.search(question) and not counted:
        return Lacking.PROCEDURE
    if speaks.pay and _EARNS.search(question) and not _WHO_PAYS.search(question):
        return Lacking.PAY
    if counted or (is_keywords(question) and (speaks.number_asked or speaks.asked_for.quantity is not None)):
        return Lacking.FIGURE
    return Lacking.PERSON if _PERSON.search(question) else Lacking.ANSWER
