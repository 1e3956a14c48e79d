"""Sentences of a text, in French and in English, as spans.

The text is a clean one (see cleaning): a line end is a border. Within a line, a sentence ends at . ! ? or …
before a space, unless what stands around says otherwise: an abbreviation, initials, a number, a small letter.
"""

import re
from collections.abc import Iterator

from assistant.vocabulary import Span

# Abbreviations that a capital or a figure often follows. Others need no rule: a small letter follows them.
_ABBREVIATIONS = frozenset(
    "m mm mr mrs ms mme mlle dr pr me mgr st ste art arts al p pp n no nos vol t tom chap ch fig tab cf ex bd av tél réf "
    "éd dir vs op cit env janv févr fév avr juil sept oct nov déc prof jr inc resp dépt alin par coord trad ann"
    .split()
)
_END = re.compile(r"(?P<mark>[.!?…]+)(?P<note>(?<=[^\W\d_][.])\d{1,3})?(?P<closing>(?:[ \u00a0\u202f]?[»”)\]]|[\"’'])*)(?=\s)")
_WORD_BEFORE = re.compile(r"(?<![\w.])(?:[^\W\d_]\.-?)*[^\W_]+$")
_LABEL = re.compile(r"[\s–—•*-]*(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,5}|[A-Za-z])$")  # « 1. », « 2.3. », « IV. », « a. »
_LIST_MARK = re.compile(r"(?<=[;:.])\s+(?=[–—•▪●-]\s+\S)|\s+(?=[•▪●◦]\s+\S)")

# A text that lost its line ends (one line of several pages) has its titles run into the sentences around.
_FLAT = 1500
_TITLE_LIMIT = 120
_CAPITALS = re.compile(r"(?<=\s)(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’'-]*\s+){2,}[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’'-]{2,}(?=\s+[A-ZÀ-ÖØ-Þ][a-zà-ÿ’'])")
_SENTENCE_START = re.compile(
    r"(?<=[^\W_])\s+(?=(?:Les?|La|Une?|Des|Cette|Ces?|Cet|En|Dans|Selon|Conformément|Depuis|Pour|Il|Elle|Ils|Elles|Au|Aux|"
    r"Afin|Créée?|L[’'](?=[a-zà-ÿ]))\s*[a-zà-ÿ])"
)
_NO_TITLE_END = frozenset("le la les l un une des du de d et ou à au aux en par pour sur dans avec que qui dont".split())


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the sentences of text[start:end], in order, stripped of the white space around them.

    Every character that is not white space belongs to one span. Headings, list items and table rows, each on
    its own line, are sentences of their own.
    """
    end = len(text) if end is None else end
    spans = []
    for line in re.compile(r"[^\n]+").finditer(text, start, end):
        position = line.start()
        for border in sorted({*_borders(text, line.start(), line.end()), line.end()}):
            span = _stripped(text, position, border)
            if span:
                spans.append(span)
            position = border
    return spans


def pieces(text: str, span: Span, limit: int) -> list[Span]:
    """A span cut into spans of at most `limit` characters, at spaces where there are any."""
    cut, start = [], span.start
    while span.end - start > limit:
        space = max(text.rfind(" ", start + 1, start + limit + 1), text.rfind("\n", start + 1, start + limit + 1))
        border = space if space > start else start + limit
        piece = _stripped(text, start, border)
        if piece:
            cut.append(piece)
        start = border
    last = _stripped(text, start, span.end)
    return [*cut, last] if last else cut


def _stripped(text: str, start: int, end: int) -> Span | None:
    chunk = text[start:end]
    body = chunk.strip()
    if not body:
        return None
    start += len(chunk) - len(chunk.lstrip())
    return Span(start, start + len(body))


def _borders(text: str, start: int, end: int) -> Iterator[int]:
    """Positions within one line where a sentence ends."""
    yield from (match.end() for match in _LIST_MARK.finditer(text, start, end))
    begin = start
    ends = []
    for match in _END.finditer(text, start, end):
        if _is_end(text, begin, match, end):
            begin = match.end()
            ends.append(begin)
    yield from ends
    if end - start > _FLAT:
        yield from _lost_titles(text, [start, *ends, end])


def _is_end(text: str, begin: int, match: re.Match[str], line_end: int) -> bool:
    ahead = text[match.end() : min(line_end, match.end() + 8)].lstrip()
    following = ahead.lstrip(" \u00a0\u202f«“\"'‘([–—-")
    cut_short = ahead.startswith(("[…", "[...", "(…", "(..."))  # « Fin. [...] Suite. »
    if not cut_short and (not following or following[0].islower() or following[0] in ".,;:!?…"):
        return False
    before = text[max(begin, match.start() - 40) : match.start()]
    if not before.strip() or before.endswith(("[", "(")) or before[-1:].isspace() and match["mark"] == ".":
        return False
    if match["mark"] != "." or match["closing"].strip("’'\"") or match["note"]:
        return True
    if _LABEL.fullmatch(text[begin : match.start()]):
        return False
    word = _WORD_BEFORE.search(before)
    return word is None or not _is_abbreviation(word.group())


def _is_abbreviation(word: str) -> bool:
    """« M », « art », initials (« J »), letters with dots (« J.-C », « c.-à-d », « U.S »)."""
    return word.lower() in _ABBREVIATIONS or "." in word or (len(word) == 1 and word.isalpha() and word.isupper())


def _lost_titles(text: str, borders: list[int]) -> Iterator[int]:
    """Borders around the titles that a flattened text runs into its sentences."""
    for begin, end in zip(borders, borders[1:], strict=False):
        for run in _CAPITALS.finditer(text, begin, end):
            yield run.start()
            yield run.end()
        start = begin
        for match in _SENTENCE_START.finditer(text, begin, end):
            title = text[start : match.start()].strip()
            words = title.split()
            if len(title) > _TITLE_LIMIT or not title[:1].isupper():
                break
            if len(words) > 1 and words[-1].lower() not in _NO_TITLE_END:
                start = match.end()
                yield start
