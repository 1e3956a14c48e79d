"""HTML → blocks: what a reader sees of the page, without scripts, menus and hidden parts."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.reading.layout import Block, block, laid_out
from assistant.reading.limits import Limits
from assistant.reading.refusals import Refused
from assistant.reading.unseen import is_white, paints, told, unseen
from assistant.vocabulary import ReadDocument

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

_DROPPED = ["script", "style", "nav", "template", "noscript", "svg", "iframe", "object", "head", "button", "select"]
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    (
        "address article aside blockquote body br dd details dialog div dl dt fieldset figcaption figure footer form "
        "header hgroup hr html li main ol p pre section summary table tbody td tfoot th thead tr ul"
    ).split()
)


def read_html(path: Path, limits: Limits) -> ReadDocument:
    """A web page saved as a file, on virtual pages."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(path.read_bytes(), "html.parser")
    name = soup.title.get_text() if soup.title else ""
    blocks, hidden = html_blocks(soup)
    if not blocks:
        raise Refused("sans_texte" if soup.find("img") else "vide")
    return laid_out(blocks, limits, path.stem, announced=name, warnings=told(hidden))


def html_blocks(soup: "BeautifulSoup") -> tuple[list[Block], int]:
    """Blocks of a parsed page, in reading order, and how many pieces of text it does not show."""
    sheets = list(_sheet_styles(soup))
    for tag in soup.find_all(_DROPPED):
        tag.decompose()
    count = 0
    for tag in _hidden(soup, sheets):
        if not tag.decomposed:
            count += bool(tag.get_text(strip=True))
            tag.decompose()
    walker = _Walker()
    walker.walk(soup)
    walker.close()
    return walker.blocks, count


def _hidden(soup: "BeautifulSoup", sheets: "list[tuple[Tag, str]]") -> "list[Tag]":
    """Tags whose text is not shown, by their own attributes or by a sheet of the page.

    A page that hides all of itself is shown by its scripts: it counts as seen.
    """
    own = [(tag, str(tag["style"])) for tag in soup.find_all(style=True)]
    styles = [(tag, style) for tag, style in [*own, *sheets] if not tag.decomposed]
    painted = {id(tag) for tag, style in styles if paints(style)}
    painted |= {id(tag) for tag in soup.find_all(bgcolor=True) if not is_white(str(tag["bgcolor"]))}

    def grounded(tag: "Tag") -> bool:
        return any(id(above) in painted for above in (tag, *tag.parents))

    named = [tag for tag in soup.find_all(True) if tag.has_attr("hidden") or tag.get("aria-hidden") == "true"]
    fonts = [tag for tag in soup.find_all("font", color=True) if is_white(str(tag["color"])) and not grounded(tag)]
    styled = [
        tag for tag, style in styles if unseen(style, grounded(tag)) and tag.name not in ("[document]", "html", "body")
    ]
    return [*named, *fonts, *styled]


# Rules of a style sheet; those for the screen are taken out of their block.
_SCREEN = re.compile(r"@media[^{]*\b(?:screen|all)\b[^{]*\{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}", re.IGNORECASE)
_OTHER_BLOCK = re.compile(r"@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_WHOLE_PAGE = re.compile(r"(?:^|,)\s*(?::root|html|body|\*)\s*(?:,|$)", re.IGNORECASE)
_RULES = 2000  # of one page, read at most


def _sheet_styles(soup: "BeautifulSoup") -> "Iterator[tuple[Tag, str]]":
    """Tags and what the style sheets within the page say of how they look, where it bears on being seen."""
    from soupsieve import SelectorSyntaxError

    sheets = re.sub(r"/\*.*?\*/", "", "\n".join(tag.get_text() for tag in soup.find_all("style")), flags=re.S)
    for selector, style in _RULE.findall(_OTHER_BLOCK.sub("", _SCREEN.sub(r"\1", sheets)))[:_RULES]:
        if not (unseen(style) or paints(style)):
            continue
        if _WHOLE_PAGE.search(selector):  # a page may leave its <body> unsaid
            yield soup, style
        try:
            yield from ((tag, style) for tag in soup.select(selector.strip()))
        except (SelectorSyntaxError, NotImplementedError):  # « ::before » and what is no selector
            continue


class _Walker:
    """Gathers the text between two borders of block elements."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.words: list[str] = []
        self.tight = False

    def close(self, level: int = 0, tight: bool = False, code: bool = False) -> None:
        text = "".join(self.words) if code else " ".join("".join(self.words).split())
        self.words = []
        made = block(text, level, tight or self.tight, keep_indents=code) if text.strip() else None
        if made:
            self.blocks.append(made)
            self.tight = False

    def walk(self, tag: "Tag") -> None:
        from bs4 import Tag
        from bs4.element import NavigableString

        for child in tag.children:
            if isinstance(child, Tag):
                self._element(child)
            elif type(child) is NavigableString:  # comments and declarations are of sub-classes
                self.words.append(str(child))

    def _element(self, tag: "Tag") -> None:
        if tag.name not in _BLOCKS and tag.name not in _HEADINGS:
            self.walk(tag)
            return
        self.close()
        if tag.name in _HEADINGS:
            self.walk(tag)
            self.close(level=_HEADINGS[tag.name])
        elif tag.name == "tr":
            self._row(tag)
        elif tag.name == "li":
            self.walk_item(tag)
        elif tag.name == "pre":
            self.walk(tag)
            self.close(code=True)
        elif tag.name == "br":
            self.tight = True
        else:
            self.walk(tag)
            self.close()

    def walk_item(self, tag: "Tag") -> None:
        """An item: its own words get the dash, a list within it follows."""
        count = len(self.blocks)
        first = tag.find_previous_sibling("li") is None and tag.find_parent("li") is None
        self.walk(tag)
        self.close()
        if len(self.blocks) > count:
            text = self.blocks[count].draft.text
            made = block(f"– {text.removeprefix('– ')}", tight=not first)
            if made:
                self.blocks[count] = made

    def _row(self, tag: "Tag") -> None:
        cells = [" ".join(cell.get_text(" ").split()) for cell in tag.find_all(["td", "th"])]
        self.words = [" | ".join(cells)] if any(cells) else []
        self.close(tight=tag.find_previous_sibling("tr") is not None)
