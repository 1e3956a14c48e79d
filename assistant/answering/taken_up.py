"""What a message does with the dialogue before it is read: it replies to the question asked back, tells of who asks what was
lacking, or turns to another subject."""

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.answering.ellipsis import stands_alone
from assistant.answering.profile_told import with_profile_told
from assistant.answering.state import Request
from assistant.routing.clarify import meant_by
from assistant.vocabulary import Turn

_THANKS = re.compile(
    r"^\W*(?:(?:ok|okay|bon|bien|tr[èe]s bien|top|super|parfait|entendu|soit|tant pis|fine|great|right)\b[ ,.!]*)*"
    r"(?:merci|thanks|thank you)\b(?! d[e'’])[^.!?:,;]{0,30}[.!,;:]+\s*(?=\S)",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"^\W*(?:(?:ok|okay|bon|bref|non|et|and|now|well)\b[ ,.!;:]*)*(?:(?P<else>sinon)[ ,:]+|(?:c['’]est une )?autre (?:chose|question|sujet)\b|"
    r"(?:je |on |nous )?chang(?:e|eons|er|ement) de sujet\b|changeons\b|rien à voir\b(?:[ ,]+mais\b)?|(?:parlons|passons|à propos) (?:d['’]|à )autre chose\b|(?:let me |let['’]s )?change (?:the )?(?:topic|subject)\b|"
    r"(?:something|anything) else\b|(?:another|other|new|different) (?:question|topic|subject)\b)[\s:;,.!…-]*(?=\S)",
    re.IGNORECASE,
)


def taken_up(
    request: Request, said: str, tells: Callable[[str], bool] = lambda text: False
) -> tuple[Request, str, bool]:
    """The request as it is to be read, what it says, and whether that is the question before: its other reading was ruled
    out by « pour comparer notre organisation » after « Est-ce pour comparer… ? », or the region that it lacked was told.

    `tells` is whether a text names a region or a filière.
    """
    if not request.history:
        return request, said, False
    last: Turn = request.history[-1]
    if request.intent is None and (meant := meant_by(said, last.answer)):
        phase, intent = meant
        found = replace(request, phase=request.phase or phase, intent=intent, history=request.history[:-1])
        return found, last.question, True
    if whole := with_profile_told(said, request.history, tells):
        return replace(request, history=request.history[:-1]), whole, True
    plain = _THANKS.sub("", said)
    another = _ANOTHER.match(plain)
    if another and (not another["else"] or stands_alone(plain[another.end() :])):  # « sinon, en Bretagne ? » goes on
        return replace(request, history=()), plain[another.end() :], False
    return request, plain, False
