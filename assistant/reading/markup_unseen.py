"""What a Markdown file writes without showing it: comments and hidden HTML elements, left out before it is read."""

import re

from assistant.reading.unseen import unseen

FACTS = re.compile(r"<!--\s*([A-Z]\d{2,5}(?:\s*,\s*[A-Z]\d{2,5})*)\s*-->")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")


def _without_remarks(text: str) -> tuple[str, int]:
    """The text without its comments, but for those that name facts, and how many were left out."""
    parts: list[str] = []
    position = count = 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        comment = text[start : end + 3]
        fact = FACTS.fullmatch(comment) is not None
        parts += (text[position:start], comment if fact else "")
        count += not fact
        position = end + 3
    return "".join((*parts, text[position:])), count


_OPENING = re.compile(r"<([a-zA-Z][\w-]*)\b([^<>]*)>")
_STYLE = re.compile(r"""\bstyle\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_HIDDEN = re.compile(r"""\bhidden\b(?!\s*[:;-])|\bcolor\s*=\s*["']?(?:white|#fff(?:fff)?)\b""", re.IGNORECASE)
_NO_TEXT = ("script", "style", "template", "svg", "iframe", "object")


def _without_unseen(text: str) -> tuple[str, int]:
    """The text without the HTML elements that show nothing, those shown as code apart, and how many were left out."""
    fenced = _fences(text)
    parts: list[str] = []
    position = count = 0
    for tag in _OPENING.finditer(text):
        if tag.start() < position or not _shows_nothing(tag):
            continue
        if any(start <= tag.start() < end for start, end in fenced) or _in_code(text, tag.start()):
            continue
        parts.append(text[position : tag.start()])
        position, count = _end_of(tag, text), count + 1
    return "".join((*parts, text[position:])), count


def _fences(text: str) -> list[tuple[int, int]]:
    """Where code between fences stands."""
    found, opened, fence, position = list[tuple[int, int]](), 0, "", 0
    for line in text.split("\n"):
        mark = FENCE.match(line)
        if mark and not fence:
            opened, fence = position, mark[1]
        elif mark and mark[1].startswith(fence):
            found.append((opened, position))
            fence = ""
        position += len(line) + 1
    return [*found, (opened, len(text))] if fence else found


def _in_code(text: str, at: int) -> bool:
    """Whether a place stands between back quotes of its line."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)]
    return any(code.start() <= at - start < code.end() for code in CODE.finditer(line))


def _end_of(opening: re.Match[str], text: str) -> int:
    """Where an element ends: at its own closing tag, else with its paragraph for <p>, with the text for others."""
    depth = 1
    for tag in re.compile(rf"<(/?){opening[1]}\b[^<>]*>", re.IGNORECASE).finditer(text, opening.end()):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    paragraph = text.find("\n\n", opening.end()) if opening[1].lower() == "p" else -1
    return paragraph if paragraph >= 0 else len(text)


def _shows_nothing(tag: re.Match[str]) -> bool:
    style = _STYLE.search(tag[2])
    said = style[1] or style[2] or "" if style else ""
    plain = tag[2].replace(style.group(), "") if style else tag[2]
    return tag[1].lower() in _NO_TEXT or bool(_HIDDEN.search(plain)) or unseen(said)


def shown(text: str) -> tuple[str, int]:
    """A Markdown text as its reader sees it, without comments and hidden elements, and how many were left out."""
    text, remarks = _without_remarks(text)
    text, hidden = _without_unseen(text)
    return text, remarks + hidden
