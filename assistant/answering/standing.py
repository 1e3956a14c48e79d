"""Does a sentence stand on its own? What refers to the sentence before is quoted with it, a fragment is left out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.answering.evidence import Evidence

# Words that point at what was said before when a sentence opens with them.
_POINTS_BACK = re.compile(
    r"(?:il|ils|elle|elles|celui|celle|ceux|celles|cela|ceci|ça|c['’]est|cet|cette|ces|ce (?!qu|n['’]|sont)|leurs?|son|sa|ses|"
    r"l['’]une?|l['’]autre|les deux|tous deux|toutes deux|d['’]autres|l[ae]s? même|les mêmes|parmi (?:ces|eux|elles)|"
    r"mais|toutefois|cependant|pourtant|en revanche|au contraire|à l['’]inverse|ensuite|puis|ainsi|aussi|enfin|de plus|en outre|"
    r"it|they|he|she|this|these|those|their|its|his|her|however|but|moreover|furthermore|therefore|then)\b(?!-)",
    re.IGNORECASE,
)
# « Il faut », « il existe », « son objectif est de … » at the head of a page: the first two point at nothing.
_IMPERSONAL = re.compile(
    r"(?:il (?:faut|existe|s['’]agit|y a|est|n['’]y a|n['’]existe|convient)|it is|there)\b", re.IGNORECASE
)
_WITHIN = re.compile(
    r"\b(?:le choix inverse|d['’]une autre façon|ce dernier|cette dernière|ces derni[eè]re?s)\b", re.IGNORECASE
)
# « Les parts … ne se comparent donc pas » concludes from what came before.
_CONCLUDES = re.compile(r"^[^,;:]{0,80}\b(?:donc|therefore)\b", re.IGNORECASE)
_BULLET = re.compile(r"^[–—•▪●*-]\s+")
_ENDS = re.compile(r"[.!?…][\s»”\")\]]*$")
# Under this many characters a line is a label, not a sentence.
_SHORTEST = 25
# How far back an antecedent is looked for.
_STEPS = 2


def leans(text: str) -> bool:
    """Whether a sentence says nothing whole without the one before it."""
    body = _BULLET.sub("", text.lstrip())
    if _IMPERSONAL.match(body):
        return False
    return bool(_POINTS_BACK.match(body) or _WITHIN.search(body) or _CONCLUDES.match(body))


def is_fragment(text: str) -> bool:
    """Whether a text is no whole sentence: a title, a label, a sentence cut at either end."""
    body = _BULLET.sub("", text.strip())
    return len(body) < _SHORTEST or body[:1].islower() or not _ENDS.search(body)


def standing(evidence: Sequence[Evidence], siblings: Iterable[Evidence]) -> list[Evidence]:
    """The sentences that can be quoted alone, best first; those that lean are quoted with what they lean on.

    `siblings` are all sentences of the same passages. When every sentence is a fragment, as in a file without
    punctuation, they are kept as they are.
    """
    around: dict[int, list[Evidence]] = {}
    for sibling in siblings:
        around.setdefault(sibling.passage.id, []).append(sibling)
    whole = [e for e in evidence if not is_fragment(e.text)]
    found = (_with_antecedent(e, around.get(e.passage.id, [])) for e in whole or evidence)
    return [e for e in found if e is not None]


def _with_antecedent(evidence: Evidence, around: Sequence[Evidence]) -> Evidence | None:
    """The sentence, reaching back to the one it leans on; None when that one is not in its passage."""
    first = evidence.text
    for _ in range(_STEPS):
        if not leans(first):
            return evidence
        before = max((e for e in around if e.end <= evidence.start), key=lambda e: e.start, default=None)
        if before is None or before.section != evidence.section:
            return None
        text = _between(evidence, before.start)
        if text is None:
            return None
        evidence, first = replace(evidence, start=before.start, text=text), before.text
    return None if leans(first) else evidence


def _between(evidence: Evidence, start: int) -> str | None:
    """The passage from `start` to the end of the sentence, or None across a paragraph."""
    text = evidence.passage.text[start - evidence.passage.start : evidence.end - evidence.passage.start]
    return None if "\n\n" in text else text
