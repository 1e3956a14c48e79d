"""Messages that follow others, and the facts that answer them: what they lean on is learnt, as what questions are after is.

`corpus/follow_ups.jsonl` holds them with the messages before, as pilots type them. One that an entry of the directory or
suggestions answer is after no fact, which is learnt too.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from assistant.answering.known_questions import MISSED, KnownQuestion
from assistant.clusters.files import corpus_error
from assistant.vocabulary import Language

# Stands between a message and those before it, the last first, of which so many are read.
FOLLOWS, READ = " | ", 3
# What the directory or suggestions answer.
ELSEWHERE = ("annuaire", "suggestion")


def after(text: str, before: Sequence[str]) -> str:
    """A message with those before it, as both are read together."""
    return FOLLOWS.join([text, *reversed(before[-READ:])])


def read_follow_ups(file: Path) -> list[KnownQuestion]:
    """The messages of the file, each with those before it. Raises CorpusError."""
    try:
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        return [_follow_up(**row) for row in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise corpus_error(file, "fichier", f"messages illisibles ({error})") from error


def _follow_up(
    text: str,
    before: list[str],
    language: Language,
    leans: bool,
    facts: list[str],
    also: list[str],
    kind: str = "",
) -> KnownQuestion:
    if language not in ("fr", "en") or not before or leans not in (True, False) or bool(facts) == bool(kind):
        raise ValueError(text)
    missed = (MISSED + kind,) if kind and kind not in ELSEWHERE else ()
    return KnownQuestion(after(text, before), language, missed or tuple(facts), tuple(also) if facts else ())
