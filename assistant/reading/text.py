"""Plain text: its encoding, its pages (form feeds or virtual ones), its headings."""

import codecs
import re
from pathlib import Path

from assistant.reading.cleaning import clean_drafts, cleaned_pages
from assistant.reading.drafts import Draft
from assistant.reading.layout import Block, lay_out
from assistant.reading.limits import Limits
from assistant.reading.refusals import Refused
from assistant.reading.titles import title_of
from assistant.vocabulary import Heading, ReadDocument

_MARKS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
_TITLE_LINE = re.compile(r"\A\ufeff?\s*(#[ \t]+)(\S[^\n]*)")


def decode(data: bytes) -> str:
    """Text of a file: by its byte-order mark, else UTF-8, else UTF-16 without a mark, else Windows-1252.

    Raises Refused(illisible) when more than one character in ten is a control: no text looks like that.
    """
    text = data.decode(_encoding(data), errors="replace")
    controls = sum(1 for character in text[:20_000] if character < " " and character not in "\t\n\r\f\0")
    if controls > len(text[:20_000]) / 10:
        raise Refused("illisible", "mostly control characters")
    return text


def _encoding(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    sample = data[:4000]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if len(sample) >= 4 and zeros.count(0) > 0.7 * len(zeros):
            return encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def read_text(path: Path, limits: Limits) -> ReadDocument:
    """A text file. Form feeds part its pages; without them it is laid out on virtual pages."""
    raw = decode(path.read_bytes())
    name, raw = _title(raw)
    parts = raw.split("\f")
    if len(parts) > limits.pages:
        raise Refused("trop_de_pages")
    drafts = [Draft(part) for part in parts]
    headings = clean_drafts(drafts)
    if not any(draft.text for draft in drafts):
        raise Refused("vide")
    pages = cleaned_pages(drafts, headings) if len(drafts) > 1 else lay_out(_blocks(drafts[0], headings[0]))
    first = next((heading.title for found in headings[:2] for heading in found), "")
    return ReadDocument(title_of("", name or first, pages, path.stem), tuple(pages))


def _title(raw: str) -> tuple[str, str]:
    """The title of a text that begins with « # Titre », and the text without that mark."""
    match = _TITLE_LINE.match(raw)
    return (match[2], raw[: match.start(1)] + raw[match.end(1) :]) if match else ("", raw)


def _blocks(draft: Draft, headings: list[Heading]) -> list[Block]:
    """One block a line of the clean text."""
    levels = {heading.start: heading.level for heading in headings}
    blocks = []
    previous = -2
    for line in re.finditer(r"[^\n]+", draft.text):
        start, end = line.span()
        blocks.append(Block(draft, start, end, levels.get(start, 0), tight=start == previous + 1))
        previous = end
    return blocks
