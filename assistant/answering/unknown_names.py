"""Names in a listing of clusters that the directory has not: « compare Xylofutur et Fibois »."""

import re
from collections.abc import Callable, Sequence

from assistant.answering.asked_fields import Span
from assistant.clusters.territory import regions_in
from assistant.index.analysis import words

_JOINT = r"(?i:,|;|/|\+|&|\b(?:et|ou|and|or|avec|with|vs|versus|contre|à|au|que|than|to)\b)"
_OF = r"(?i:(?:celles?|celui|ceux|p[ôo]les?|clusters?|grappes?|de|du|des|à|au|avec|le|la|les|of)\s+|[dl]['’]\s*)*"
_NAME = r"(?P<name>[A-ZÀ-Ý][\w'’-]*(?:\s[A-ZÀ-Ý][\w'’-]*)*|[^\W\d_][\w'’-]*)"
_AFTER = re.compile(rf"\s*{_JOINT}\s*{_OF}{_NAME}")
_BEFORE = re.compile(rf"{_NAME}\s*{_JOINT}\s*{_OF}$")
_WORD = re.compile(r"[\w-]+")


def unknown_names(question: str, names: Sequence[Span], is_unheard: Callable[[str], bool]) -> tuple[Span, ...]:
    """The stretches that name clusters beside those known at `names`, left to right; `is_unheard` tells whether a word is no
    word of ours."""
    found = set[Span]()
    for start, end in names:
        beside = [
            match.span("name") for match in (_BEFORE.search(question, 0, start), _AFTER.match(question, end)) if match
        ]
        found |= {span for span in beside if not _overlaps(span, names)}
    return tuple(span for span in sorted(found) if _is_name(question[slice(*span)], is_unheard))


def _overlaps(span: Span, names: Sequence[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in names)


def _is_name(name: str, is_unheard: Callable[[str], bool]) -> bool:
    return bool(words(name)) and not regions_in(name) and any(is_unheard(word) for word in _WORD.findall(name))
