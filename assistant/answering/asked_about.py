"""Clusters that a pilot asks an opinion on: « pourquoi pas X pour un projet de capteurs ? », « une convention avec X est en
vue, qu'en penser ? », « X est-il un concurrent ? ». They are judged, for and against, as the partner or référent that they
would be.

Some are told by their wording; of the others, whether an opinion is asked is learnt from `corpus/opinions.yaml`.
"""

import re
from collections.abc import Callable, Sequence

from assistant.answering.wishes import NAMES, masked
from assistant.clusters.directory import Mention
from assistant.vocabulary import Language

OPINION = "avis"
# From this probability an opinion is believed to be asked for.
SURE = 0.6
_PARTNERING = (
    r"(?:travaill|collabor|coop[ée]r|asso[cs]i|alli[eéao]|rapproch|partenair|partenariat|projets?\b|convention|accord|consortium|"
    r"team|work|partner|projects?\b|agreement|cooperat|join)"
)
_OPINION = (
    r"(?:pourquoi\s+(?:pas|ne\s+pas)|why\s+not|what\s+about|how\s+about|et\s+si\s+(?:on|nous)\b|what\s+if\s+we\b|"
    r"que\s+(?:vaut|valent|vaudrait|vaudraient|penser|pensez-vous|penses-tu)|what\s+(?:is|would\s+be)\s+the\s+worth\s+of|what\s+do\s+you\s+think)"
)
# Between the opinion asked and the name nothing stands, or what would be done together: « un projet avec », « travailler avec ».
_TOGETHER = rf"(?:[^§,;:?!.]{{0,25}}\b{_PARTNERING}[^§,;:?!.]{{0,25}}?\b(?:avec|[àa]|with|of)\s+)?"
_OPENS = re.compile(
    rf"^\W*(?:(?:et|mais|ou|and|but|or)\s+)?{_OPINION}\s+{_TOGETHER}(?:(?:d['’]|de\s+|of\s+))?(?P<names>{NAMES})"
    r"(?=\s*(?:[?!.,;]|$|(?:pour|sur|dans|comme|en|autour|afin|for|on|as|in|about|to)\b))",
    re.IGNORECASE,
)
# « …, qu'en penser ? », « …, bonne idée ? », « …, votre avis ? »
_ENDS = re.compile(
    r"[\s,;:.]*\b(?:qu['’]en\s+(?:penser|pensez-vous|penses-tu|dire|dites-vous|dis-tu)|(?:(?:quel est|un|votre|ton)\s+)avis|"
    r"(?:(?:est-ce\s+)?une\s+)?bonne\s+id[ée]e|what\s+do\s+you\s+(?:think|say)(?:\s+of\s+it)?|(?:your|any)\s+(?:view|opinion|thoughts)|(?:a\s+)?good\s+idea)"
    r"\s*[?!.]*$",
    re.IGNORECASE,
)
_TO_LEARN = re.compile(
    r"\b(?:r[ée]f[ée]rent|apprendre|inspir|mod[èe]le|exemple|learn|role model|example)", re.IGNORECASE
)
_TO_BUILD = re.compile(rf"\b{_PARTNERING}", re.IGNORECASE)
_AS = re.compile(
    r"\b(?:comme|en tant que|as)\s+(?:(?:un|une|a|an)\s+)?(?:partenaires?|r[ée]f[ée]rents?|partners?)\b", re.IGNORECASE
)
# What for: « pour un projet de capteurs », « sur les emballages ».
_SUBJECT: dict[Language, re.Pattern[str]] = {
    "fr": re.compile(r"\b(?:pour|sur|autour|dans)\s[^§,;:?!.]+", re.IGNORECASE),
    "en": re.compile(r"\b(?:for|on|about)\s[^§,;:?!.]+", re.IGNORECASE),
}
# « Pourquoi ne pas monter un projet de drones avec X ? »
_PROJECT = re.compile(
    r"\b(?:projet|project)s?\s+(?:de\s|d['’]|on\s)[^§,;:?!.]+?(?=\s+(?:avec|à|with)\b)", re.IGNORECASE
)
_FOR: dict[Language, str] = {"fr": "pour un", "en": "for a"}
_LEADS: dict[str, dict[Language, str]] = {
    "learn": {"fr": "De qui apprendre", "en": "Whom should we learn from"},
    "build": {"fr": "Quel partenaire", "en": "Which partner"},
    "either": {"fr": "Qui contacter", "en": "Whom should we contact"},
}


def asked_about(
    question: str, mentions: Sequence[Mention], language: Language, asks_opinion: Callable[[], bool]
) -> tuple[tuple[str, ...], str] | None:
    """The ids of the clusters on which an opinion is asked, and the question that they would answer: « Quel partenaire pour
    un projet de capteurs ? »; None when no opinion is asked. `asks_opinion` tells what was learnt of the question."""
    text = masked(question, [(m.start, m.end) for m in mentions])
    opened, ended = _OPENS.search(text), _ENDS.search(text)
    if opened:
        start, end = opened.span("names")
        named = [m for m in mentions if start <= m.start < end]
        rest, from_ = text, end
    elif ended and mentions and _TO_BUILD.search(text[: ended.start()]):
        named, rest, from_ = list(mentions), text[: ended.start()], 0
    elif mentions and asks_opinion():
        named, rest, from_ = list(mentions), text, 0
    else:
        return None
    subject, project = _SUBJECT[language].search(_AS.sub("", rest[from_:])), _PROJECT.search(rest)
    what_for = subject[0].strip() if subject else f"{_FOR[language]} {project[0].strip()}" if project else ""
    lead = "learn" if _TO_LEARN.search(text) else "build" if _TO_BUILD.search(text) else "either"
    asked = f"{_LEADS[lead][language]} {what_for}".rstrip()
    return tuple(dict.fromkeys(m.resolved.cluster.id for m in named)), f"{asked}?" if language == "en" else f"{asked} ?"


def whom_to_contact(language: Language) -> str:
    """The question that leaves open whether a partner or a référent is looked for."""
    return f"{_LEADS['either'][language]}?" if language == "en" else f"{_LEADS['either'][language]} ?"
