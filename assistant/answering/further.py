"""What follows suggestions: « un autre que X ? », « hors de ma région ? », « pourquoi pas X ? », « d'autres noms ? », « lesquels
ont déjà travaillé ensemble ? » are asked again with the question that was suggested for, visibly.
"""

import re
from collections.abc import Callable, Sequence

from assistant.answering.clauses import ENDS, ENGLISH, Clause, Heard, Wants, clauses_of
from assistant.answering.those_given import (
    Names,
    StandsOut,
    given_in,
    last_told,
    lists_clusters,
    names_in,
    nobody,
    told_in,
)
from assistant.answering.wishes import NAMES, masked
from assistant.vocabulary import Turn

# How many names one answer gives: what « d'autres noms » passes over.
GIVEN = 5
_AND = re.compile(rf"^(?:et|and)\s+{NAMES}$", re.IGNORECASE)
_SOURCE = "[1]"
_COUNTED = re.compile(r"^(?:sauf les|except the first) \d")
# « Et avec l'hydrogène ? »: for another need.
_NEED = re.compile(r"^(?:et|ou|sinon|and|or)\s+(?:avec|pour|sur|dans|en matière d\w*|with|for|on|in)\b", re.IGNORECASE)


def asked_further(
    question: str,
    history: Sequence[Turn],
    names: Names,
    suggests: Callable[[str], bool],
    wants: Wants = lambda text: None,
    asks_field: Callable[[str], bool] = lambda text: False,
    stands_out: StandsOut = nobody,
) -> str | None:
    """The question that suggestions were asked by, with what is wanted of them now; None when this is no such follow-up.

    What was wanted in between stays: « sauf Aetos », then « hors de ma région ». `suggests` tells whether a question asks
    for référents or partners, `wants` what was learnt of such follow-ups, `asks_field` whether a fact of one cluster is asked.
    """
    heard = Heard(names, wants, asks_field, stands_out)
    last = clauses_of(question, heard, history) if history else []
    if not last:
        return None
    at, between = _root(history, heard)
    root = history[at].question.strip(ENDS)
    # « Avec qui X peut-il travailler ? » followed by « et Y ? »: the same question for Y.
    of_another = names(root) and last[-1].alone and _AND.match(masked(question.strip(ENDS), names(question)))
    # A list of the directory for another place is another list.
    placed = lists_clusters(history[at].answer, names) and any(clause.about == "region" for clause in last)
    if of_another or placed or not _suggested(history[at], suggests):
        return None
    english, named = bool(ENGLISH.search(root)), [root[start:end] for start, end in names(root)]
    again = next((clause for clause in last for name in named if clause.alone and clause.text.endswith(name)), None)
    if again:  # the question names that one already: it is judged by it, or introduced alone
        told = again.text[:1].upper() + again.text[1:] if again.introduces else root
        return f"{told}?" if english else f"{told} ?"
    return _told(root, [*between, last], english)


def gives_need(question: str) -> bool:
    """Whether a message only says for what: « et avec l'hydrogène ? »."""
    return bool(_NEED.match(question))


def for_another_need(
    question: str,
    history: Sequence[Turn],
    names: Names,
    suggests: Callable[[str], bool],
    wants: Wants,
    rewrites: Callable[[str, Sequence[Turn]], str | None],
) -> str | None:
    """What was suggested for asked again for another need, under what was wanted in between; None when nothing was, or no
    need follows. `rewrites` puts the new need in the place of the old one."""
    heard = Heard(names, wants, lambda text: False, nobody)
    if not gives_need(question) or len(history) < 2:
        return None
    at, between = _root(history, heard)
    root = history[at].question.strip(ENDS)
    if not any(between) or not _suggested(history[at], suggests):
        return None
    told = rewrites(question, history[: at + 1])
    if told is None or not told.startswith(root[: root.find(" ")]):
        return told
    return _told(told.strip(ENDS), [*between, []], bool(ENGLISH.search(root)))


def _root(history: Sequence[Turn], heard: Heard) -> tuple[int, list[list[Clause]]]:
    """Which exchange what follows goes back to, and what was wanted since; what opens a conversation follows nothing."""
    before = [[], *(clauses_of(turn.question, heard, history[:at]) for at, turn in enumerate(history) if at)]
    of_itself = [at for at, said in enumerate(before) if not (said or (at and _aside(history, at, heard.names)))]
    return of_itself[-1], before[of_itself[-1] + 1 :]


def _suggested(turn: Turn, suggests: Callable[[str], bool]) -> bool:
    """Whether clusters were suggested, or asked for in vain: an answer of notes was to another question."""
    return bool(given_in(turn.answer)) or (_SOURCE not in turn.answer and suggests(turn.question.strip(ENDS)))


def _told(root: str, messages: Sequence[Sequence[Clause]], english: bool) -> str:
    """The question with what is wanted now; those refused are told together."""
    wanted, refused = _wanted(messages, english), "except " if english else "sauf "
    names = [text.removeprefix(refused) for text in wanted if text.startswith(refused) and not _COUNTED.match(text)]
    others = [text for text in wanted if not text.startswith(refused) or _COUNTED.match(text)]
    told = ", ".join([root, *([f"{refused}{', '.join(names)}"] if names else []), *others])
    return f"{told}?" if english else f"{told} ?"


def _aside(history: Sequence[Turn], at: int, names: Names) -> bool:
    """Whether an exchange only looked at those told before it: a fact of one of them, some side by side."""
    turn, told = history[at], last_told(history[:at], names)
    spoken = names_in(turn.question, names) or told_in(turn.answer, names)
    return bool(spoken) and not given_in(turn.answer) and len({*spoken} - {*told}) <= (0 if names(turn.question) else 1)


def _wanted(messages: Sequence[Sequence[Clause]], english: bool) -> list[str]:
    """What is wanted now, in words. What was given was given under the conditions of then: a new one starts it again."""
    last = messages[-1]
    if alone := next((clause for clause in last if clause.alone), None):
        return [alone.text]
    kept, given = list[str](), 0
    latest = {clause.about: clause for clauses in messages for clause in clauses}
    for clauses in messages:
        lasting = [clause for clause in clauses if clause.lasts]
        kept += [clause.text for clause in lasting if not clause.about or latest[clause.about] is clause]
        given = (0 if lasting else given) + sum(clause.others for clause in clauses)
    if given:
        count = given * GIVEN
        kept.append(f"except the first {count} names" if english else f"sauf les {count} premiers noms")
    return list(dict.fromkeys([*kept, *(clause.text for clause in last if not (clause.lasts or clause.others))]))
