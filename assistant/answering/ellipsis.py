"""What a follow-up leaves unsaid, by its shape: whether it leans on the question before or stands by itself."""

import re

from assistant.index.analysis import words

# « Et », « ok et », « sinon »: what goes on from the question before.
OPENING = re.compile(
    r"^\s*(?:(?:ok|okay|oui|bon|bien|merci|d['’]accord|très bien|alors|mais)\b[\s,:!.]*)*"
    r"(?:(?<=[\s,])(?=s(?:i|['’])\s?(?:ils?|elles?|on)\b)|et\b|ou alors\b|sinon\b|idem\b|même question\b|and\b|what about\b|how about\b|same\b)[\s,:]*",
    re.IGNORECASE,
)
# What adds nothing at the end.
FILLERS = re.compile(
    r"(?:[\s,]+(?:alors|du coup|sinon|donc|svp|stp|s['’]il (?:te|vous) pla[iî]t|merci|then|please))+$", re.IGNORECASE
)
_ASKS = (
    r"(?:comment|pourquoi|combien|quels?|quelles?|quand|où|qui|que|qu['’]est-ce|à quoi|à qui|avec qui|de qui|faut-il|peut-on|doit-on|est-ce|"
    r"y a-t-il|existe-t-il|c['’]est quoi|how|why|what|which|who|when|where|should|can|is there|are there|do we)"
)
_QUESTION = re.compile(rf"^{_ASKS}\b|[,:]\s*{_ASKS}\b", re.IGNORECASE)
# What is of what was asked: its risks, its cost.
OF_SOMETHING = (
    r"(?:avantages?|inconv[ée]nients?|risques?|limites?|co[ûu]ts?|prix|d[ée]lais?|dur[ée]es?|[ée]tapes?|conditions?|r[èe]gles?|d[ée]marches?|"
    r"diff[ée]rences?|raisons?|causes?|effets?|pi[èe]ges?|erreurs?|preuves?|r[ée]sultats?|suites?|chiffres?|sources?)"
)
# « Ça prend combien de temps ? », « quel est le rôle de chacun ? », « et qui s'en occupe ? »: of what was just spoken of.
_UNFINISHED = re.compile(
    r"\b(?:ça|cela|celui-là|celle-là|chacune?|les deux|l['’]une? (?:et|ou|de) l['’]autre|s['’]en|it|each of them)\b|"
    r"\b(?:entre|de|for|between) (?:les deux|eux deux|both|the two)\b|"
    r"\b(?:comment|faut-il|peut-on|doit-on|où|quand)\s+(?:bien\s+)?(?:les?\s|la\s|l['’]|en\s|y\s)[\w-]+(?:er|ir|re|oir)\b|"
    r"^c['’]est (?!quoi\b)(?:\S+\s*){1,3}$|^est-ce (?!que\b|qu['’])(?:\S+\s*){1,3}$|"
    r"^(?:si |s['’]|if )(?:ils?|elles?|on|they|he|she)\b(?:\s+\S+){1,4}$|"
    rf"^quel(?:le)?s?\s+(?:(?:sont|est)\s+(?:les|le|la|l['’])\s*)?{OF_SOMETHING}(?:\s+(?:(?:à|faut-il|peut-on|doit-on) )?(?:éviter|prévoir|craindre|attendre|suivre))?$",
    re.IGNORECASE,
)
# « Ça vaut le coup, le label ? », « … d'adhérer à un cluster ? »: it says of what.
_SAYS_WHAT = re.compile(
    r"\b(?:ça|cela|it)\b.*\b(?:l['’]|(?:le|la|les|un|une|des|du|the|an?)\s)(?!coup\b|peine\b|temps\b)|\b(?:clusters?|p[ôo]les?|grappes?)\b",
    re.IGNORECASE,
)
# What is said of anything: how long, how much, how to go about it.
_SAID_OF_ANYTHING = frozenset(
    """
    combien comment pourquoi faut faudrait faire peut doit compter prévoir prendre prend prennent mettre met coûte coute coûter coûtent
    temps durée délai délais prix coût coûts mois ans années étapes étape suite ordre long cher how much long many take takes cost costs
    can need time should
    """.split()
)
_OF_ITSELF = 2  # other words, that make a subject
_LONGEST = 5  # words of what has none


def is_unfinished(added: str) -> bool:
    """Whether it speaks of what was just asked, without saying of what."""
    return bool(_UNFINISHED.search(added)) and not _SAYS_WHAT.search(added) and len(words(added)) <= _LONGEST


def stands_alone(added: str) -> bool:
    """Whether it is a question with a subject of its own."""
    told = [word for word in words(added) if word not in _SAID_OF_ANYTHING]
    return bool(_QUESTION.search(added)) and len(told) >= _OF_ITSELF


def without_opening(text: str) -> str:
    """The message without what ties it to the one before: « et », « ok et »."""
    return OPENING.sub("", text)
