"""Follow-up questions: « et pour le financement ? » is asked again as a full question, visibly.

What stands by itself is asked alone; what lacks only the cluster gets its name; what puts one thing for another is put in
its place; the rest is asked after the question that it follows.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from assistant.answering.ellipsis import FILLERS, OPENING, is_unfinished, stands_alone
from assistant.answering.elsewhere import in_another_region
from assistant.answering.objects import replaced
from assistant.answering.topics import own_topic, sentence_that_asks
from assistant.index.analysis import words
from assistant.vocabulary import Turn

# The stretches of a text that name clusters.
Names = Callable[[str], Sequence[tuple[int, int]]]


class Reads(NamedTuple):
    """What is known of words: the stretches that name clusters, whether a question asks for a field of a cluster, and
    whether it asks for suggestions in which a word is no need."""

    names: Names = lambda text: ()
    asks_field: Callable[[str], bool] = lambda text: False
    suggests: Callable[[str], bool] = lambda text: False
    is_need: Callable[[str], bool] = lambda text: True


NOTHING_KNOWN = Reads()

# « Pourquoi ? » alone, « Comment ça ? », « Lesquels ? ».
_BARE = re.compile(
    r"^(?:pourquoi|comment|combien|quand|où|lesquel(?:le)?s|avec qui|à quel prix|depuis quand|why|how|when|where|which ones?|how much)"
    r"(?: (?:cela|ça|pas|donc|so|not))?$",
    re.IGNORECASE,
)
# « Un exemple ? », « tu peux donner un cas concret ? »: the same, shown by a case.
_EXAMPLE = re.compile(
    r"^(?:(?:par|for) (?:exemple|example)|(?:[\w'’-]+\s+){0,4}?(?:un|une|des|d['’]autres?|quelques|deux|trois|an|any|some)\s*(?:autres? )?"
    r"(?:exemples?|cas|illustrations?|examples?|cases?)(?: (?:concrets?|pr[ée]cis|r[ée]els?|v[ée]cus?|pratiques?|de cela|de ça|là-dessus))?(?: (?:de |d['’]|of (?:a )?)(?:clusters?|p[ôo]les?|grappes?)(?: (?:qui|that|who)\b.*)?)?)$",
    re.IGNORECASE,
)
# « Dans l'énergie ? », « En Bretagne ? »: a place or a subject alone.
_PLACED = re.compile(r"^(?:en|dans|chez|pour|sur|à|in|for|on|with|avec)\b", re.IGNORECASE)
_PLACED_LONGEST = 3  # words that carry a subject
# « Quel est son budget ? », « Et lui ? »: of the cluster named before.
_POINTS = re.compile(
    r"\b(?:son|sa|ses|leurs?|lui|elle|eux|il|elles|ils|celui-ci|celle-ci|ce (?:pôle|cluster)|cette grappe|its|their|it|them|they)\b",
    re.IGNORECASE,
)
# « Il se réunit tous les combien ? »: what the question before spoke of.
_SUBJECT = re.compile(r"^(?:ils?|elles?) (?!(?:faut|y a)\b)|^(?:it|they) ", re.IGNORECASE)
_PRONOUN = re.compile(r"^(?:pour |chez |de |avec )?(?:lui|elle|eux|elles|celui-ci|celle-ci|it|them)$", re.IGNORECASE)
_CLITIC = re.compile(
    r"^(?:qui (?:peut |pourrait |doit |va )?(?:la |le |les |l['’])[\w-]+|(?:qui|comment|où|pourquoi|quand) (?:en|y) [\w ]+)$",
    re.IGNORECASE,
)
# « Et dans mes documents ajoutés ? »: the same, looked for there.
_OWN = re.compile(
    r"^(?:dans|selon|in) (?:mes|nos|my|our) (?:documents?|fichiers?|files?)(?: (?:ajout[ée]s?|added))?$|^in my added documents$",
    re.IGNORECASE,
)
# « Combien de membres chez eux ? »: the name tells where.
_AT_THEIRS = re.compile(r"\s+chez (?:eux|elles?|lui)\b", re.IGNORECASE)
_IMPERSONAL = re.compile(
    r"\b(?:faut-il|y a-t-il|existe-t-il(?= (?!encore|toujours|depuis))|s['’]agit-il|il faut|il y a|is it|il existe)\b",
    re.IGNORECASE,
)
# « Combien de pôles ? », « notre budget »: of clusters at large, or of the pilot's own.
_NOT_OF_IT = re.compile(
    r"\b(?:p[ôo]les?|clusters?|grappes?|moyenn?e?s?|average|nous|notre|nos|mon|ma|mes|on|je|we|our|us|my|sommes|faut|faudrait|doit|doivent|devrait|"
    r"demander|prévoir|fixer|qui|who)\b",
    re.IGNORECASE,
)
# « La CCI, elle peut être adhérente ? »: what says something by itself is put in the place of nothing.
_CLAUSE = re.compile(
    r"\b(?:on|ils?|elles?|je|tu|(?<!pour )(?<!chez )(?<!comme )(?:vous|nous)|qui|faut|est|sont|ont|peut|peuvent|doit|doivent|they|we|is|are|can|must)\b|\b[jl]['’]ai\b|\by a\b",
    re.IGNORECASE,
)
_FIELD_LONGEST = 5  # words of a field asked for without « et »
# « Et pour la convention ? » after suggestions: how to, not with whom.
_FOR = re.compile(r"^(?:pour|sur|côté|concernant|quant à|for|about)\s+", re.IGNORECASE)
_LONGEST = 8  # words that carry a subject; a longer question stands on its own
_OF_NAMED = "\u00a0: "  # after the name that a message lacks
_ENDS = " ?!.\u00a0\u202f"


def rewrite(question: str, history: Sequence[Turn], reads: Reads = NOTHING_KNOWN) -> str | None:
    """The question with what it leaves unsaid, from the questions before; None when it stands on its own.

    « Et Vitagora ? » puts one name for another, « son budget » is of the one named last.
    """
    asked = question.strip(_ENDS)
    if not history or len(words(question)) > _LONGEST:
        return None
    before = whole_before(history, reads)
    opened = bool(OPENING.match(asked))
    added = FILLERS.sub("", OPENING.sub("", asked)).strip()
    if not added:
        return None
    if _OWN.match(added):
        return f"{before}, {_small(added)}?" if added.lower().startswith("in ") else f"{before}, {_small(added)} ?"
    if _EXAMPLE.match(added):
        return f"{before}, for example?" if _is_english(added) else f"{before}, par exemple ?"
    if _BARE.match(added) or (_CLITIC.match(added) and not reads.names(before)):
        return joined_after(before, added.lower())
    named = _same_for(question, added, before, history, reads)
    if named or _asks_of_one(added, reads):
        return named
    if is_unfinished(added) and not reads.names(added):
        return joined_after(before, added)
    if _SUBJECT.match(added) and not reads.names(before) and not _IMPERSONAL.search(added):
        return joined_after(FILLERS.sub("", OPENING.sub("", history[-1].question.strip(_ENDS))), added)
    if elsewhere := in_another_region(before, added, reads.names(before)):
        return _closed(elsewhere, before)
    placed = bool(_PLACED.match(asked)) and len(words(asked)) <= _PLACED_LONGEST
    if not (opened or placed) or stands_alone(added):
        return None
    if how_to := _how_to(before, added, reads):
        return how_to
    if _CLAUSE.search(added):
        return joined_after(before, added)
    asking = sentence_that_asks(before)
    if topic := own_topic(asking, added):
        return f"What to know about {_small(topic)}?" if _is_english(before) else f"Que savoir sur {_small(topic)} ?"
    return _closed(replaced(asking, _small(added)), asking)


def whole_before(history: Sequence[Turn], reads: Reads = NOTHING_KNOWN) -> str:
    """The last question with what it leaves unsaid, without its mark."""
    last = history[-1].question
    return (rewrite(last, history[:-1], reads) or last).rstrip(_ENDS)


def asks_more(question: str, whole: str, before: str) -> bool:
    """Whether a follow-up, `whole` once rewritten, asks something else after the question before rather than the same of
    another, by another name, or why."""
    added = FILLERS.sub("", OPENING.sub("", question.strip(_ENDS))).strip()
    bare = _OWN.match(added) or _EXAMPLE.match(added) or _BARE.match(added)
    return not bare and (whole.startswith(before) or _OF_NAMED in whole)


def _asks_of_one(added: str, reads: Reads) -> bool:
    """Whether it asks something of a cluster that it names: a question of its own."""
    named = reads.names(added)
    return bool(named) and bool(words(" ".join((added[: named[0][0]], added[named[-1][1] :]))))


def _small(text: str) -> str:
    """The text with a small first letter, unless a name of capitals opens it."""
    return text[:1].lower() + text[1:] if not text[1:2].isupper() else text


def _closed(text: str, like: str) -> str:
    """The text with its question mark."""
    return f"{text}?" if _is_english(like) else f"{text} ?"


def _is_english(text: str) -> bool:
    return bool(
        re.match(
            r"(?:why|how|when|where|which|what|who|whom|for|any|an|some|give|is|are|does|do|did|can|could|should|would|has|have|was|were|since)\b",
            text,
            re.IGNORECASE,
        )
    )


def joined_after(before: str, added: str) -> str:
    """Both, the new question after the one it leans on."""
    added = added.rstrip(_ENDS)
    return (
        f"{before}, and {_small(added)}?"
        if _is_english(added) or _is_english(before)
        else f"{before}, et {_small(added)} ?"
    )


def _same_for(question: str, added: str, before: str, history: Sequence[Turn], reads: Reads) -> str | None:
    """The question of the cluster meant: another one that is named, or the one named last."""
    old, new = reads.names(before), reads.names(added)
    if new:
        if not old or _asks_of_one(added, reads):
            return None
        return _closed(before[: old[0][0]] + added[new[0][0] : new[-1][1]] + before[old[-1][1] :], before)
    if old and _lacks_name(question, added, reads):
        return f"{before[old[0][0] : old[-1][1]]}{_OF_NAMED}{_small(_AT_THEIRS.sub('', added))} ?"
    told = [before, *(turn.question for turn in reversed(history))]
    last = next(((text, found) for text in told if (found := reads.names(text))), None)
    if last is None or not (_POINTS.search(added) or _CLITIC.match(added)) or _IMPERSONAL.search(added):
        return None
    name = last[0][last[1][-1][0] : last[1][-1][1]]
    return (
        _closed(before, before) if _PRONOUN.match(added) else f"{name}{_OF_NAMED}{_small(_AT_THEIRS.sub('', added))} ?"
    )


def _lacks_name(question: str, added: str, reads: Reads) -> bool:
    """Whether what is asked is a field of a cluster, and of none in particular."""
    opened = OPENING.match(question.strip(_ENDS))
    short = opened or len(words(added)) <= _FIELD_LONGEST
    if not short or _NOT_OF_IT.search(added) or _PLACED.match(added) or _POINTS.search(added):
        return False
    return reads.asks_field(added)


def _how_to(before: str, added: str, reads: Reads) -> str | None:
    """What comes after suggestions and is no need that the directory knows: how to go about it."""
    thing = _FOR.sub("", added)
    if thing == added or reads.is_need(thing) or not reads.suggests(before):
        return None
    return f"Que prévoir pour {thing} ?"
