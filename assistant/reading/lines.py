"""The lines of a page: which are repeated on every page, which are headings, which make one paragraph."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from assistant.reading.drafts import Change
from assistant.vocabulary import Heading

_EDGE = 3  # lines at the top and at the bottom of a page where headers and footers stand
_HEADER_LIMIT = 300  # characters: no header is longer
_NUMBER = re.compile(r"[0-9]{1,9}|\b[ivxlc]{1,7}\b")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
BULLET = re.compile(r"(?:[•▪◦●■□▶►‣⁃∙·✓✔➢➔→*–—-]|\uf0b7)[ \t\u00a0]+(?=\S)")
_ITEM = re.compile(r"(?:\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2})+\.?(?=\s+[A-ZÀ-Þ«])|\(?[a-z]\)|\(\d{1,2}\))\s+\S")
_LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")
_NUMBERED = re.compile(r"(?P<number>(?:\d{1,2}\.)+\d{0,2}\.?|[IVX]{1,5}[.)]?|[A-H][.)])[ \t–-]+(?=[A-ZÀ-ÖØ-Þ«])")
_NAMED = re.compile(
    r"(?:Chapitre|Partie|Annexe|Titre|Section|Article|Chapter|Part|Appendix)\s+(?:[\dIVXA-H]+\b|n°)", re.IGNORECASE
)
_ENDS = tuple(".!?…:;»”")
_CARRIES_ON = re.compile(
    r"(?:[,(«/&+-]|\b(?:le|la|les|l’|un|une|des|du|de|d’|et|ou|à|au|aux|en|par|pour|sur|dans|avec|que|qui|dont|ce|cette"
    r"|ces|son|sa|ses|leur|leurs|est|sont|the|of|and|to|in|for|with|a|an))$"
)


class Title(NamedTuple):
    """A section title announced by the file's own outline."""

    level: int
    text: str


# --- headers and footers -----------------------------------------------------------------------------------


def key(line: str) -> str:
    """What makes two stamps the same: their letters, whatever the figures."""
    return "".join(_NUMBER.sub("#", line.casefold()).split())


def _keys(line: str, page: int) -> list[str]:
    """What makes two header lines the same: the same text, or the same but for a number that follows the pages.

    A number is written as its distance to the page's rank, so that « 12 Bilan » on the 14th page is the
    « 13 Bilan » of the 15th, while « Annexe 3 » is not « Annexe 5 ».
    """
    line = " ".join(line.casefold().split())
    followers = []
    for number in _NUMBER.finditer(line):
        value = int(number.group()) if number.group().isdigit() else _roman(number.group())
        followers.append(f"{line[: number.start()]}#{value - page}{line[number.end() :]}")
    return [line, *followers]


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))


def _edges(text: str) -> list[tuple[int, int]]:
    """The stretches of the first and last lines of a page, newline included."""
    spans, position = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append((position, position + len(line)))
        position += len(line)
    spans = [(start, end) for start, end in spans if end - start <= _HEADER_LIMIT]
    return list(dict.fromkeys(spans[:_EDGE] + spans[-_EDGE:]))


def repeated_lines(pages: Sequence[str]) -> list[list[Change]]:
    """For each page, the removal of its header and footer lines.

    A line is one when it stands at the edge of three pages or more, and of 40 % of the pages between its
    first and its last one: left and right pages, or the pages of one chapter, may have their own. One that
    spans less than half of the document without a page number may be the head of a long table: it stays once.
    """
    edges = [_edges(text) for text in pages]
    seen: dict[str, list[int]] = defaultdict(list)
    for page, (text, spans) in enumerate(zip(pages, edges, strict=True)):
        for name in {name for start, end in spans for name in _keys(text[start:end], page)}:
            seen[name].append(page)
    repeated = {name: found for name, found in seen.items() if len(found) >= max(3, 0.4 * (found[-1] - found[0] + 1))}
    removals: list[list[Change]] = []
    for page, (text, spans) in enumerate(zip(pages, edges, strict=True)):
        removals.append(
            sorted(
                (start, end, "")
                for start, end in spans
                if _is_header(_keys(text[start:end], page), page, repeated, len(pages))
            )
        )
    return removals


def _is_header(keys: Sequence[str], page: int, repeated: dict[str, list[int]], count: int) -> bool:
    if any(name in repeated for name in keys[1:]):
        return True
    found = repeated.get(keys[0])
    return found is not None and (page != found[0] or found[-1] - found[0] + 1 > count / 2)


# --- headings ----------------------------------------------------------------------------------------------


def squash(text: str) -> str:
    """Letters and digits only, in lower case: outline and page often differ by spaces and dashes."""
    return "".join(character for character in text.casefold() if character.isalnum())


def announced_headings(lines: Sequence[str], titles: Sequence[Title]) -> dict[int, tuple[Title, int]]:
    """Where the outline's titles stand: first line → (title, number of lines, 0 for a title run into its text)."""
    found: dict[int, tuple[Title, int]] = {}
    first = 0
    for title in titles:
        wanted = squash(title.text)
        for index in range(first, len(lines)):
            size = _title_size(lines[index : index + 3], wanted)
            if size is not None:
                found[index] = (title, size)
                first = index + max(size, 1)
                break
    return found


def _title_size(lines: Sequence[str], wanted: str) -> int | None:
    """How many of these lines make up the title: 0 when text follows it on its line, None when it is not there."""
    if not wanted:
        return None
    number = re.match(r"\s*(?:[\dIVXA-H]+[.)]?)*\s*", lines[0])
    start = squash(number.group()) if number else ""
    for size in range(1, len(lines) + 1):
        if squash(" ".join(lines[:size])) in (wanted, start + wanted):
            return size
    squashed = squash(lines[0])
    run_in = len(wanted) >= 8 and bool(start) and squashed.startswith((wanted, start + wanted))
    return 0 if run_in else None


def heading_level(line: str) -> int | None:
    """Level of a line that reads as a heading by itself (numbered, named or in capitals), else None."""
    line = line.strip()
    letters = [character for character in line if character.isalpha()]
    if not 4 <= len(line) <= 120 or len(letters) < 4 or _LEADERS.search(line) or line.endswith((".", ",", ";", ":")):
        return None
    if _NAMED.match(line):
        return 1
    numbered = _NUMBERED.match(line)
    if numbered and not re.search(r"\s\d{1,3}$", line):
        number = numbered["number"]
        return len(re.findall(r"\d+", number)) or (1 if number[0] in "IVX" else 2)
    capitals = all(character.isupper() for character in letters)
    return 1 if capitals and len(letters) >= 8 and len(letters) >= 0.7 * len(line.replace(" ", "")) else None


def _standing_headings(lines: Sequence[str], width: int) -> dict[int, tuple[Title, int]]:
    """Headings told by their looks alone, for a file without an outline."""
    found = {}
    for index, line in enumerate(lines):
        level = heading_level(line)
        following = lines[index + 1].strip() if index + 1 < len(lines) else ""
        before = lines[index - 1].strip() if index else ""
        free = not before or before.endswith(_ENDS) or heading_level(before) or len(before) < 0.7 * width
        if level and free and not following[:1].islower():
            found[index] = (Title(level, line.strip()), 1)
    return found


# --- paragraphs --------------------------------------------------------------------------------------------


def usual_width(lines: Collection[str]) -> int:
    """Length of a full line: the ninth decile."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether the paragraph of `line` goes on with the next line."""
    if not line or not following or BULLET.match(following) or _ITEM.match(following):
        return False
    if _LEADERS.search(line) or _LEADERS.search(following):
        return False
    full = len(line) >= 0.7 * width and width >= 30
    if line.endswith(_ENDS):
        return full and (following[0].islower() or len(line) >= 0.85 * width)
    return following.lstrip("(«“ \u00a0")[:1].islower() or full or _CARRIES_ON.search(line) is not None


def paragraphs(text: str, titles: Sequence[Title] | None, width: int = 0) -> tuple[list[Change], list[Heading]]:
    """The line ends to turn into spaces so that each paragraph is one line, and the headings met.

    `titles` are those the outline puts on this page, None when the file has no outline. The headings'
    positions hold for the text once changed.
    """
    lines = text.split("\n")
    width = usual_width(lines) if len(lines) >= 10 or not width else width
    found = announced_headings(lines, titles) if titles is not None else _standing_headings(lines, width)
    closed = {index - 1 for index in found} | {index + size - 1 for index, (_, size) in found.items() if size}
    within = {index + more for index, (_, size) in found.items() for more in range(size - 1)}
    changes: list[Change] = []
    headings: list[Heading] = []
    position = 0
    for index, line in enumerate(lines):
        if index in found:
            title = found[index][0]
            headings.append(Heading(position, title.level, title.text))
        end = position + len(line)
        if index + 1 < len(lines) and (
            index in within or (index not in closed and _goes_on(line.strip(), lines[index + 1].strip(), width))
        ):
            changes.append((end, end + 1, " "))
        position = end + 1
    return changes, headings
