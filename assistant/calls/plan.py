"""The plan back from a deadline. The delays are usual practice, ours, not the call's: each pilot checks them."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from assistant.calls.dates import dates_in, working_day
from assistant.clusters.names import folded
from assistant.clusters.saying import FRENCH, Voice
from assistant.resources import texts
from assistant.vocabulary import Constraint, Said, Step

STEPS: dict[str, Said] = texts("calls")["steps"]
WARNINGS: dict[str, Said] = texts("calls")["warnings"]


class _Usual(NamedTuple):
    days: int
    step: str  # its key in texts/calls.yaml
    blocking: bool = False
    named: str = ""  # how a call names the step, on text without accents


_USUAL = (
    _Usual(90, "call_partners"),
    _Usual(75, "settle_subject"),
    _Usual(60, "ask_committees", True, r"labellis"),
    _Usual(45, "send_to_committee", True, r"labellis"),
    _Usual(40, "close_budget"),
    _Usual(30, "pass_committee", True, r"comites? de labellisation|labellis"),
    _Usual(21, "sign_agreement", True, r"accords? de (?:consortium|partenariat|collaboration)|conventions?\b"),
    _Usual(14, "collect_letters", True, r"lettres? d.(?:engagement|adhesion)|\bsign(?:ee?s?|atures?|ataires?)\b"),
    _Usual(7, "read_again"),
    _Usual(2, "submit"),
)
# What a call may want before the file itself, by a date of its own.
_FIRST = re.compile(
    r"lettres? d.intention|declarations? d.intention|manifestations? d.interet|inscriptions?\b|"
    r"\bpre-?(?:projets?|dossiers?|propositions?|depots?|candidatures?|inscriptions?)\b"
)
_CLOSING = re.compile(r"date limite|cloture|au plus tard|avant le|depot|deposee?s?")


def plan(deadline: date, today: date, found: Sequence[Constraint], voice: Voice = FRENCH) -> tuple[Step, ...]:
    """The steps in the order of their days, on working days; none when the deadline is past."""
    if deadline < today:
        return ()
    steps = []
    for usual in _USUAL:
        day = working_day(deadline - timedelta(days=usual.days))
        quote = next((c.quote for c in found if usual.named and re.search(usual.named, folded(c.quote))), None)
        steps.append(
            Step(day=day, label=voice.phrase(STEPS[usual.step]), blocking=usual.blocking, late=day < today, quote=quote)
        )
    return tuple(sorted([*_set_by_the_call(deadline, today, found, voice), *steps], key=lambda step: step.day))


def _set_by_the_call(deadline: date, today: date, found: Sequence[Constraint], voice: Voice) -> list[Step]:
    """The dates before the deadline by which the call wants something first: not usual practice, its own words."""
    label = voice.phrase(STEPS["set_by_the_call"])
    quotes = {c.quote: dates_in(c.quote) for c in found if c.kind == "dates" and _FIRST.search(folded(c.quote))}
    return [
        Step(day=days[-1], label=label, blocking=True, late=days[-1] < today, quote=quote)
        for quote, days in quotes.items()
        if days and days[-1] < deadline
    ]


def warnings(
    deadline: date | None, today: date, steps: Sequence[Step], found: Sequence[Constraint], voice: Voice = FRENCH
) -> list[str]:
    """What is wrong with the deadline: none given, past, too near, or not the one of the text."""
    closing = sorted(
        {d for c in found if c.kind == "dates" and _CLOSING.search(folded(c.quote)) for d in dates_in(c.quote)}
    )
    if deadline is None:
        told = WARNINGS["dates_offered" if closing else "no_deadline"]
        return [voice.phrase(told, dates=[voice.day(day) for day in closing], last=closing[-1] if closing else "")]
    left = (deadline - today).days
    said = []
    if left < 0:
        said.append(voice.phrase(WARNINGS["past"], day=voice.day(deadline), days=-left))
    late = [step for step in steps if step.late]
    if late:
        count = sum(step.blocking for step in late)
        stopping = voice.phrase(WARNINGS["stopping"], count=count) if count else ""
        usual = _USUAL[0].days
        said.append(voice.phrase(WARNINGS["too_near"], left=left, usual=usual, late=len(late), stopping=stopping))
    if closing and deadline not in closing:
        dates = [voice.day(day) for day in closing]
        said.append(voice.phrase(WARNINGS["other_dates"], day=voice.day(deadline), dates=dates))
    return said
