"""The phase that a person states of their own cluster. Explicit words only; never a guess from the subject.

What is learnt of such statements (`phase_classifier`) stands beside rules that are sure. By the rules a statement has
an owner (« nous », « notre pôle »), then nothing but small words, then a cue: a beginning (just created, nothing voted
yet) or what comes after structuring (governance in place, joint projects run). « Nous cherchons un pôle mature » speaks
of another cluster; « une fois notre gouvernance votée » and « sommes-nous structurés ? » state nothing.
"""

import re
from collections.abc import Callable, Mapping

from assistant.index.analysis import fold
from assistant.routing.phase_cues import (
    APPOSED,
    ASKED,
    AT_OURS,
    BEGINNING,
    BEYOND,
    GREETING,
    NEUTRAL,
    NEWBORN,
    NONE_AT_OURS,
    OF_OURS,
    OWN,
    OWNER,
    OWNER_OF_CUE,
)
from assistant.vocabulary import Phase

_SENTENCE = re.compile(r"[.!?\n]")
_CLAUSE = re.compile(r"[,;:()]| [-–—] | mais | but | et (?=je |j'|nous |on |comment |qui )| alors ")
# Before the owner, what makes a condition, a wish for later or a question of the clause.
_UNSAID = re.compile(
    r"\b(?:si|s'|quand|kan|lorsqu\w*|une fois|avant|apres qu\w*|jusqu\w*|des qu\w*|est-ce|savoir|pour qu\w*|"
    r"if|when|once|before|after|until|whether|unless|are|is|do|did|have|has|should|would|could|can|will)\b"
)
# « Une start-up de notre pôle a six mois » speaks of the start-up.
_PART_OF = re.compile(
    r"\b(?:start-?up|entreprise|pme|societe|membre|adherente?|filiale|antenne|salariee?|commission|member|firm|company)s?"
    r" (?:de|du|of|in|at) $"
)
_NEGATION = re.compile(r"\b(?:pas|aucune?|jamais|not|never|no|n't|haven't|hasn't|isn't|aren't)\b")


def _compiled(cues: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{OWNER_OF_CUE})(?:{'|'.join(f'(?:{cue})' for cue in cues)})")


_ALONE = re.compile(rf"{OWNER}|{OWN}")
_OWNED = re.compile(rf"{OWNER}|il nous \w+|qui (?:peut|pourrait) nous\b")
_TOLD = ((Phase.STRUCTURATION, _compiled(BEGINNING)), (Phase.DEVELOPPEMENT, _compiled(BEYOND)))


def stated_phase(
    question: str, learnt: Callable[[str], Mapping[Phase, str]] = lambda question: {}
) -> tuple[Phase, str] | None:
    """The phase that the person says their own cluster is in, with the words that say it; None when unsaid.

    `learnt` gives what the classifier reads. A person who says both, or development in the negative only, states
    nothing.
    """
    found = {phase: said.strip() for phase, said in learnt(question).items()} | _by_rules(question)
    if len(found) != 1:
        return None
    return next(iter(found.items()))


def _by_rules(question: str) -> dict[Phase, str]:
    """The phases that the rules read, with the clause that says each, as typed."""
    found: dict[Phase, str] = {}
    for sentence in _SENTENCE.split(fold(question.lower()).replace("’", "'")):
        clauses = _CLAUSE.split(sentence)
        for number, clause in enumerate(clauses):
            for phase in _told(clause) or _told(_resumed(clauses, number)) or _apposed(clauses, number):
                found.setdefault(phase, _as_typed(question, clause.strip()))
    return found


def _told(clause: str) -> list[Phase]:
    """The phases that a clause states of its owner."""
    clause = NONE_AT_OURS.sub(r"nous n'avons pas encore de \g<body>", clause)
    clause = OF_OURS.sub(r"notre \g<body>", AT_OURS.sub(r"notre \g<body> \g<state>", NEUTRAL.sub("", clause)))
    return [
        phase
        for phase, rule in _TOLD
        for match in rule.finditer(clause)
        if not (_UNSAID.search(clause[: match.start()]) or _PART_OF.search(clause[: match.start()]))
        and (phase == Phase.STRUCTURATION or not _NEGATION.search(clause))
    ]


def _resumed(clauses: list[str], number: int) -> str:
    """A clause with the owner that an aside parted from it: « nous, grappe du cuir, venons de naître »."""
    owner = clauses[number - 2].strip() if number > 1 else ""
    return f"{owner} {clauses[number].strip()}" if _ALONE.fullmatch(owner) else ""


def _apposed(clauses: list[str], number: int) -> list[Phase]:
    """The phases that a clause states of the owner who stands alone before it, or who begins the next one."""
    before = clauses[number - 1].strip() if number else ""
    after = clauses[number + 1].strip() if number + 1 < len(clauses) else ""
    if number == 0 and NEWBORN.fullmatch(clauses[0]) and ASKED.match(after):
        return [Phase.STRUCTURATION]
    opens = (
        number == 0 or (number == 1 and GREETING.fullmatch(before)) or any(rule.search(before) for _, rule in APPOSED)
    )
    if not (_ALONE.fullmatch(before) or (opens and _OWNED.match(after))):
        return []
    return [phase for phase, rule in APPOSED if rule.search(clauses[number])]


def _as_typed(question: str, words: str) -> str:
    """The clause with its accents: folding keeps the number of letters of composed text."""
    folded = fold(question.lower()).replace("’", "'")
    start = folded.find(words)
    return question[start : start + len(words)] if start >= 0 and len(folded) == len(question) else words
