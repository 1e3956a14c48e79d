"""Sentences of a text, in French and in English, as spans.

The text is a clean one (see cleaning): a line end is a border. Within a line, a sentence ends at . ! ? or …
before a space, unless what stands around says otherwise: an abbreviation, initials, a number, a small letter.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.vocabulary import Span

# Abbreviations that a capital often follows, and those that only a figure follows (« vol. 3 », « en vol. Les … »).
# Others need no rule: a small letter follows them.
_ABBREVIATIONS = frozenset(
    "m mm mr mrs ms dr pr prof me mgr st ste cf ex bd av art arts réf éd dir vs coord trad c v".split()
)
_BEFORE_FIGURES = frozenset(
    (
        "p pp n no nos vol t tom chap ch fig tab al alin op env tél sect ann janv févr fév avr juil sept oct nov déc "
        "approx"
    ).split()
)
_WORD = re.compile(r"[^\W_]")
_END = re.compile(
    r"(?P<mark>[.!?…]+)(?P<note>(?<=[^\W\d_][.])\d{1,3})?"
    r"(?P<closing>(?:[ \u00a0\u202f]?[»”)\]]|[\"’'])*)(?=\s)"
)
_WORD_BEFORE = re.compile(r"(?<![\w.])(?:[^\W\d_]\.-?)*[^\W_]+$")
_LABEL = re.compile(r"[\s–—•*-]*(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,5}|[A-Za-z])$")  # « 1. », « 2.3. », « IV. », « a. »
_LIST_MARK = re.compile(r"(?<=[;:.])\s+(?=[–—•▪●-]\s+\S)|(?<!\s)\s+(?=[•▪●◦]\s+\S)|(?<=↩)\s+")

# A text that lost its line ends (one line of several pages) has its titles run into the sentences around.
_FLAT = 1500
_TITLE_LIMIT = 120
_CAPITALS = re.compile(
    r"(?<=\s)(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’'-]*\s+){2,20}[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’'-]{2,}(?=\s+[A-ZÀ-ÖØ-Þ][a-zà-ÿ’'])"
)
_SENTENCE_START = re.compile(
    r"(?<=[^\W_])\s+(?=L[’'][a-zà-ÿ]|(?:Les?|La|Une?|Des|Cette|Ces?|Cet|En|Dans|Selon|Conformément|Depuis|Pour|Ils?|Elles?"
    r"|Aux?|Afin|Créée?)\s[a-zà-ÿ])"
)
_NO_TITLE_END = frozenset(
    "le la les l un une des du de d et ou à au aux en par pour sur dans avec que qui dont".split()
)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the sentences of text[start:end], in order, stripped of the white space around them.

    Every character that is not white space belongs to one span. Headings, list items and table rows, each on
    its own line, are sentences of their own.
    """
    end = len(text) if end is None else end
    spans: list[Span] = []
    for line in re.compile(r"[^\n]+").finditer(text, start, end):
        position = line.start()
        first = len(spans)
        for border in _borders(text, line.start(), line.end()):
            span = _stripped(text, position, border)
            if span and len(spans) > first and not _WORD.search(text, span.start, span.end):
                spans[-1] = Span(spans[-1].start, span.end)  # a closing quote, a stray dot
            elif span:
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


def _borders(text: str, start: int, end: int) -> list[int]:
    """Positions within one line where a sentence ends, in order."""
    borders = [match.end() for match in _LIST_MARK.finditer(text, start, end)]
    marks = iter([*borders, end])
    next_mark = next(marks)
    begin = start
    for match in _END.finditer(text, start, end):
        while next_mark <= match.start():
            begin, next_mark = max(begin, next_mark), next(marks)
        if _is_end(text, begin, match, end):
            begin = match.end()
            borders.append(begin)
    if end - start > _FLAT:
        borders += _lost_titles(text, [start, *sorted(borders), end])
    return sorted({*borders, end})


def _is_end(text: str, begin: int, match: re.Match[str], line_end: int) -> bool:
    ahead = text[match.end() : min(line_end, match.end() + 8)].lstrip()
    following = ahead.lstrip(" \u00a0\u202f«“\"'‘([–—-")
    cut_short = ahead.startswith(("[…", "[...", "(…", "(..."))  # « Fin. [...] Suite. »
    if not cut_short and (not following or following[0].islower() or following[0] in ".,;:!?…↩"):
        return False
    before = text[max(begin, match.start() - 40) : match.start()]
    if not before.strip() or before.endswith(("[", "(")) or (before[-1].isspace() and before.rstrip()[-1] in ".…"):
        return False
    if match["mark"] != "." or match["closing"].strip("’'\"") or match["note"]:
        return True
    if match.start() - begin < 30 and _LABEL.fullmatch(text[begin : match.start()]):
        return False
    word = _WORD_BEFORE.search(before)
    return word is None or not _is_abbreviation(word.group(), before_figure=following[:1].isdigit())


def _is_abbreviation(word: str, before_figure: bool) -> bool:
    """« M », « art », initials (« J »), letters with dots (« J.-C », « U.S »), « vol » before a figure."""
    initial = len(word) == 1 and word.isalpha() and word.isupper()
    low = word.lower()
    return initial or "." in word or low in _ABBREVIATIONS or (before_figure and low in _BEFORE_FIGURES)


def _lost_titles(text: str, borders: list[int]) -> Iterator[int]:
    """Borders around the titles that a flattened text runs into its sentences."""
    for begin, end in pairwise(borders):
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
