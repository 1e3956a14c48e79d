"""The last answer asked for again otherwise, in a few words: with its sources, shorter, in the other language, what else it
has, what is newer, who knows more."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.answering.answer_type import years
from assistant.answering.source_asked import source_asked
from assistant.answering.those_given import given_in, ranked_in, set_beside
from assistant.vocabulary import Language, Turn

_CITED = "[1]"
_ENDS = " ?!.…\u00a0\u202f"
_OPEN = (
    r"(?:(?:ok|okay|oui|bon|bien|merci|et|mais|alors|super|d['’]accord|hm+|euh|and|so|thanks|thank you)\b[\s,:!.]*)*"
    r"(?:(?:tu peux|vous pouvez|peux-tu|pouvez-vous|pourriez-vous|pourrais-tu|tu pourrais|can you|could you|please)\s+)?"
    r"(?:(?:me|m['’]|nous|la|le|l['’]|en)\s*)*"
)
# « Trop long, … »
_TOO_LONG = r"(?:(?:c['’]est |it['’]s )?(?:trop|too) long[\s,:!.]*)?"
_CLOSE = r"(?:[\s,]+(?:stp|svp|s['’]il (?:te|vous) pla[iî]t|please|un peu|merci|pour moi|alors|du coup|là-dessus|sur ce point|about (?:it|that)))*"
_IT = r"(?:[\s-]*(?:ça|cela|tout|tout ça|moi ça|moi|nous|le|la|ta réponse|votre réponse|la réponse|it|this|that|your answer))*"
_SHORT = (
    rf"(?:r[ée]sum\w+{_IT}|(?:en |un |une |le |version |réponse |la version |sois |soyez |fais |faites |faire )?(?:encore )?(?:plus |trop )?(?:court|courte|bref|brève|concise?|synthétique)|"
    r"(?:en )?(?:bref|résumé|gros)|l['’]essentiel|tl;?\s?dr|(?:make it |be )?(?:shorter|brief|briefer)|in (?:short|brief|a nutshell)|sum(?:mari[sz]e)?"
    rf"{_IT}(?: up)?|(?:a |the )?(?:short )?summary)"
)
_IN_A_FEW = r"(?:\s*(?:en |in )?(?:une|deux|trois|quelques|one|two|a few|1|2|3) (?:phrases?|mots?|lignes?|points?|sentences?|words|lines?))?"
_UNCLEAR = (
    r"(?:(?:je )?(?:n['’]ai|j['’]ai) (?:pas|rien)(?: tout| bien)? compris|j['’]comprends? (?:pas|rien)|je (?:ne )?comprends? (?:pas|rien)|"
    rf"(?:c['’]est |ce n['’]est )?pas (?:très |bien )?clair|(?:explique\w*|dis|dire|expliquer){_IT} ?(?:plus )?(?:simplement|autrement|clairement)|plus (?:simple(?:ment)?|clair(?:ement)?)|"
    rf"reformul\w+{_IT}|i (?:do not|don['’]t|did not|didn['’]t) (?:understand|get it)|simpler|rephrase{_IT})"
)
_MORE = (
    r"(?:(?:donne\w*[- ]?(?:moi |nous )?|tu (?:as|en as) |vous avez |t['’]as |t['’]en as )?(?:un peu )?plus(?: de (?:d[ée]tails?|pr[ée]cisions|choses|d['’]infos?)| d['’]infos?(?:rmations?)?)?|"
    rf"(?:d[ée]velopp\w+|d[ée]taill\w+|approfondi\w*|pr[ée]cise[rz]?){_IT}(?: un peu| davantage| plus)*|(?:quoi|rien) d['’]autre|autre chose|c['’]est tout|sinon|la suite|continue[rz]?|"
    r"(?:dis|dites|savoir|sais)[- ]?(?:m['’]en|moi|nous)?\s?(?:en )?plus|encore|(?:tell me |any )?more(?: details?)?|go on|anything else|what else|is that all)"
)
# « Qui pourrait me renseigner là-dessus ? », « qui sait ça ? », « à qui demander ? »
_ON_IT = (
    r"(?:\s+(?:ça|cela|le|là[- ]dessus|sur (?:ça|ce point|ce sujet|le sujet)|pour (?:ça|cela)|à ce sujet|"
    r"about (?:it|that|this)|on (?:it|that|this)))?"
)
_WHOM = (
    r"(?:(?:c['’]est )?qui (?:est-ce qui |donc )?(?:pourrait|peut|saurait|serait (?:capable|en mesure) de)\s*(?:bien )?"
    r"(?:m['’]en |nous en |me |nous |m['’]|le |la )*"
    r"(?:renseigner|aider|r[ée]pondre|dire|en parler|parler|conseiller|informer|savoir|[ée]clairer)(?: plus| davantage)?|"
    r"qui (?:sait|saurait|conna[iî]t) (?:ça|cela|la réponse)|"
    r"(?:à|auprès de|vers) qui (?:(?:je |on |puis-je |peut-on |dois-je |nous )?(?:peux |peut |dois |doit |pourrais )?"
    r"(?:me |se |m['’])?(?:demand\w+|adress\w+|pos\w+ la question|tourn\w+|renseign\w+))|"
    r"qui (?:contacter|appeler|interroger|joindre)|who (?:could|can|might|would) (?:tell|help|advise|answer)(?: (?:me|us))?(?: more)?|"
    rf"who knows(?: (?:that|this|it))?|(?:whom|who) (?:should|can|could) (?:i|we) ask){_ON_IT}"
)
_FRENCH = (
    r"(?:(?:traduis|traduire|traduisez|translate|answer|réponds|répondez|say)"
    + _IT
    + r"\s*)?(?:en français|in(?:to)? french)"
)
_ENGLISH = (
    r"(?:(?:traduis|traduire|traduisez|translate|answer|réponds|répondez|say)"
    + _IT
    + r"\s*)?(?:en anglais|in(?:to)? english)"
)
_NEWER = re.compile(
    r"\bplus r[ée]cente?s?\b|\bplus (?:neuf|frais|à jour|actuel)\b|\b(?:any|something|anything|nothing|a|more) (?:newer|recent)\b|\bnewer\b",
    re.IGNORECASE,
)
_NEWER_OF = re.compile(
    r"^(?:\W|et|ok|mais|c['’]est (?:vieux|ancien|daté)|\d{4}|non|ça|it['’]s old|that['’]s old|is|there|do|you|have|got|"
    r"(?:(?:tu|vous|il|ne)\s+|t['’]|n['’])*(?:en )?(?:as|avez|aurais|auriez|a|y a|y en a)(?: (?:pas|pas un|pas des|pas de|une?|des|rien de|quelque chose de|d['’]))?|je veux|je cherche|il me faut|"
    r"(?:un|une|des|le|la|les|de) (?:chiffres?|donn[ée]es?|infos?|sources?)|chiffres?|données?|rien|quelque chose|de|un|une|plus|que|than|any|anything|something|more|r[ée]cente?s?|newer|recent|"
    r"neuf|frais|à jour|actuel|pas|stp|svp|(?:figure|number|data))(?:[\W_]+|$)",
    re.IGNORECASE,
)
# « C'est tout, merci » takes leave where « c'est tout ? » asks.
_ALL = re.compile(r"\bc['’]est tout\b|\bis that all\b", re.IGNORECASE)
_ONE = re.compile(r"\b(?:une?|one|1) (?:seule? )?(?:phrase|mot|ligne|sentence|word|line)\b", re.IGNORECASE)
# Sentences of a short answer.
ONE, FEW = 1, 2
_LONGEST = 12  # words


class Retelling(StrEnum):
    """How the last answer is to be told again."""

    WHOLE = "whole"
    SOURCES = "sources"
    SHORT = "short"
    UNCLEAR = "unclear"
    MORE = "more"
    NEWER = "newer"
    WHOM = "whom"


@dataclass(frozen=True, slots=True)
class Retold:
    """How the last answer is to be told again: in which language, which sentences (by terms and figures) for their sources,
    after which year, in how many sentences; `told` is what has been answered to the question so far."""

    how: Retelling
    language: Language | None = None
    meant: frozenset[str] = frozenset()
    after: int = 0
    sentences: int = FEW
    told: str = ""


def retold(message: str, history: Sequence[Turn]) -> Retold | None:
    """How the last answer is wanted again; None when the message asks something else, or nothing was quoted."""
    if not history or not _is_quoted(history):
        return None
    if (meant := source_asked(message, history)) is not None:
        return Retold(Retelling.SOURCES, meant=meant)
    asked = message.strip(_ENDS)
    if len(asked.split()) > _LONGEST or _is_of_clusters(history[-1].answer):
        return None
    for how, language, pattern in _ASKED:
        if pattern.fullmatch(asked) and ("?" in message or not _ALL.search(asked)):
            return Retold(how, language, sentences=ONE if _ONE.search(asked) else FEW)
    return _newer(asked, history[-1].answer)


def _is_quoted(history: Sequence[Turn]) -> bool:
    """Whether something was quoted, by the last answer or by the one that it was to tell again."""
    return _CITED in history[-1].answer or retold(history[-1].question, history[:-1]) is not None


def _newer(asked: str, answer: str) -> Retold | None:
    """The year after which something is wanted: the one that is named, else the latest of the sentence that opened the
    answer."""
    if not _NEWER.search(asked):
        return None
    rest = asked
    while rest and (known := _NEWER_OF.match(rest)):
        rest = rest[known.end() :]
    found = [int(year) for year in years(asked) or years(answer.partition(_CITED)[0])]
    return Retold(Retelling.NEWER, after=max(found)) if found and not rest else None


def _is_of_clusters(answer: str) -> bool:
    """Whether an answer suggests, ranks or compares clusters: more of these is asked for otherwise."""
    return bool(given_in(answer) or set_beside(answer) or ranked_in(answer))


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"{_OPEN}{pattern}{_CLOSE}", re.IGNORECASE)


_ASKED: tuple[tuple[Retelling, Language | None, re.Pattern[str]], ...] = (
    (Retelling.SHORT, None, _whole(rf"{_TOO_LONG}(?:{_SHORT}{_IN_A_FEW}|{_IN_A_FEW.removesuffix('?')})")),
    (Retelling.UNCLEAR, None, _whole(_UNCLEAR)),
    (Retelling.WHOM, None, _whole(_WHOM)),
    (Retelling.MORE, None, _whole(_MORE)),
    (Retelling.WHOLE, "fr", _whole(_FRENCH)),
    (Retelling.WHOLE, "en", _whole(_ENGLISH)),
)
