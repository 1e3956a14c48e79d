"""Markdown → blocks: headings, paragraphs, items, rows, code; marks stripped, words kept.

A comment such as `<!-- F060, F063 -->` names the facts that the paragraph (or the list) before it rests on.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from assistant.reading.layout import Block, block, laid_out
from assistant.reading.limits import Limits
from assistant.reading.markup_unseen import CODE, FACTS, FENCE, shown
from assistant.reading.refusals import Refused
from assistant.reading.text import decode
from assistant.reading.unseen import told
from assistant.vocabulary import ReadDocument
from assistant.yaml_text import parsed

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.S | re.M)
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|(?P<number>\d{1,9}[.)]))[ \t]+(?:\[[ xX]\][ \t]+)?(?P<text>.*)$")
_QUOTE = re.compile(r" {0,3}> ?")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_REFERENCE = re.compile(r" {0,3}\[[^\]^]+\]:\s+\S")

_INLINE = [
    (re.compile(r"!\[([^\[\]]{0,1000})\]\([^)]{0,2000}\)"), r"\1"),
    (re.compile(r"\[([^\[\]]{1,1000})\]\((?:[^()]|\([^()]{0,500}\)){0,2000}\)"), r"\1"),
    (re.compile(r"\[\^[^\[\]]{1,100}\]:?"), ""),
    (re.compile(r"\[([^\[\]]{1,1000})\]\[[^\[\]]{0,100}\]"), r"\1"),
    (re.compile(r"<((?:https?|mailto):[^>\s]+)>"), r"\1"),
    (re.compile(r"<br\s*/?>", re.I), " "),
    (re.compile(r"</?[a-zA-Z][^<>]*>"), ""),
    (re.compile(r"(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*\\])\*(?=\S)([^*]+?)(?<=[^\s\\])\*(?!\w)"), r"\1"),
    (re.compile(r"(?<![\w_\\])_(?=\S)([^_]+?)(?<=[^\s\\])_(?!\w)"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
]


def read_markdown(path: Path, limits: Limits) -> ReadDocument:
    """A Markdown file, on virtual pages; its YAML front matter becomes `meta`."""
    return parse_markdown(decode(path.read_bytes()), path.stem, limits)


def parse_markdown(text: str, name: str, limits: Limits) -> ReadDocument:
    """Markdown already in memory; `name` is the title when the text gives none."""
    meta, warnings, text = front_matter(text.replace("\r\n", "\n").replace("\r", "\n"))
    blocks, (_, hidden) = list(markdown_blocks(text)), shown(text)
    if not blocks:
        raise Refused("vide")
    named = meta.get("title") or meta.get("titre")
    return laid_out(blocks, limits, name, named=named, meta=meta, warnings=(*warnings, *told(hidden)))


def front_matter(text: str) -> tuple[dict[str, object], tuple[str, ...], str]:
    """Values of the YAML front matter (dates as ISO text), warnings, and the text after it."""
    import yaml

    match = _FRONT.match(text)
    if match is None:
        return {}, (), text
    try:
        values = parsed(match[1])
    except (yaml.YAMLError, ValueError):
        return {}, ("L’en-tête YAML est mal formé : il a été ignoré.",), text[match.end() :]
    if not isinstance(values, dict):
        return {}, (), text if values else text[match.end() :]
    return {str(key): _plain(value) for key, value in values.items()}, (), text[match.end() :]


def _plain(value: Any) -> object:
    """A YAML value as JSON has it."""
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | set):
        return [_plain(inner) for inner in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool | int | float | None):
        return value
    return str(value).encode("utf-8", "replace").decode()  # YAML can spell a lone surrogate


def strip_inline(text: str) -> str:
    """Words of a line of Markdown, without its marks; what is between back quotes stays as it is."""
    parts: list[str] = []
    position = 0
    for code in CODE.finditer(text):
        parts += (_strip_marks(text[position : code.start()]), code[2].strip())
        position = code.end()
    return "".join((*parts, _strip_marks(text[position:])))


def _strip_marks(text: str) -> str:
    for pattern, new in _INLINE:
        text = pattern.sub(new, text)
    return html.unescape(text)


class _Parser:
    """Walks the lines once, keeping the paragraph or item being read and the blocks since the last blank line."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.open: list[str] = []  # lines of the paragraph or item being read
        self.prefix = ""  # « – » or « 1. » of the item being read
        self.group = 0  # first block since the last blank line

    def add(self, text: str, level: int = 0, code: bool = False) -> None:
        tight = not level and len(self.blocks) > self.group and not self.blocks[-1].level
        made = block(text, level, tight, keep_indents=code)
        if made:
            self.blocks.append(made)
        if level:
            self.group = len(self.blocks)

    def close(self) -> None:
        if self.open:
            self.add(self.prefix + strip_inline(" ".join(line.strip() for line in self.open)))
        self.open, self.prefix = [], ""

    def blank(self) -> None:
        self.close()
        self.group = len(self.blocks)

    def attach(self, facts: tuple[str, ...], alone: bool) -> None:
        """Give facts to the block just read; a comment alone on its line speaks for the whole group before it."""
        self.close()
        if not self.blocks:
            return
        first = min(self.group, len(self.blocks) - 1) if alone else len(self.blocks) - 1
        for index in range(first, len(self.blocks)):
            if index == len(self.blocks) - 1 or not self.blocks[index].facts:
                part = self.blocks[index]
                self.blocks[index] = replace(part, facts=tuple(dict.fromkeys((*part.facts, *facts))))

    def line(self, line: str) -> None:
        """One line outside a fence."""
        comments = list(FACTS.finditer(line))
        facts = tuple(name.strip() for comment in comments for name in comment[1].split(","))
        line = FACTS.sub("", line).rstrip() if facts else line
        if line.strip() or not facts:
            self._plain_line(line)
        if facts:
            self.attach(facts, alone=not line.strip())

    def _plain_line(self, line: str) -> None:
        line = _QUOTE.sub("", line)
        heading, item, underline = _HEADING.match(line), _ITEM.match(line), _UNDERLINE.match(line)
        if not line.strip() or _REFERENCE.match(line):
            self.blank()
        elif heading:
            self.blank()
            self.add(strip_inline(heading[2]), level=len(heading[1]))
        elif underline and self.open and not self.prefix:
            title, self.open = " ".join(self.open), []
            self.add(strip_inline(title), level=1 if underline[1][0] == "=" else 2)
        elif _RULE.match(line):
            self.blank()
        elif "|" in line and _TABLE_RULE.match(line):
            self.close()
        elif line.lstrip().startswith("|"):
            self.close()
            self.add(strip_inline(" | ".join(cell.strip() for cell in line.strip().strip("|").split("|"))))
        elif item:
            self.close()
            self.prefix, self.open = f"{item['number'] or '–'} ", [item["text"]]
        else:
            self.open.append(line)


def markdown_blocks(text: str) -> Iterator[Block]:
    """Blocks of a Markdown text without its front matter."""
    parser, fence, code = _Parser(), "", [""]
    for line in shown(text)[0].split("\n"):
        mark = FENCE.match(line)
        if fence and mark and mark[1].startswith(fence):
            parser.add("\n".join(code), code=True)
            fence = ""
        elif fence:
            code.append(line)
        elif mark:
            parser.blank()
            fence, code = mark[1], []
        else:
            parser.line(line)
    if fence:
        parser.add("\n".join(code), code=True)
    parser.close()
    yield from parser.blocks
