"""Names in a listing of clusters that the directory has not: « compare Xylofutur et Fibois »."""

import re
from collections.abc import Callable, Sequence

from assistant.clusters.territory import regions_in

_JOINT = r"(?i:,|;|/|\+|&|\b(?:et|ou|and|or|avec|with|vs|versus|contre|à|au|que|than|to)\b)"
_OF = r"(?i:(?:celles?|celui|ceux|p[ôo]les?|clusters?|grappes?|de|du|des|à|au|avec|le|la|les|of)\s+|[dl]['’]\s*)*"
_NAME = r"(?P<name>[^\W\d_][\w'’-]*(?:\s[A-ZÀ-Ý][\w'’-]*)*)"
_AFTER = re.compile(rf"\s*{_JOINT}\s*{_OF}{_NAME}")
_BEFORE = re.compile(rf"{_NAME}\s*{_JOINT}\s*{_OF}$")
_WORD = re.compile(r"[\w-]+")


def unknown_names(
    question: str, names: Sequence[tuple[int, int]], is_unheard: Callable[[str], bool]
) -> tuple[str, ...]:
    """The names listed beside those that are known at `names`; `is_unheard` tells whether a word is no word of ours."""
    found = list[str]()
    for start, end in names:
        beside = [_BEFORE.search(question, 0, start), _AFTER.match(question, end)]
        found += [match["name"] for match in beside if match and not _overlaps(match.span("name"), names)]
    return tuple(dict.fromkeys(name for name in found if _is_name(name, is_unheard)))


def _overlaps(span: tuple[int, int], names: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in names)


def _is_name(name: str, is_unheard: Callable[[str], bool]) -> bool:
    return not regions_in(name) and any(is_unheard(word) for word in _WORD.findall(name))
