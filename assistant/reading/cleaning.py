"""Reversible cleaning of page texts: what is indexed, shown and quoted reads well, and the raw text can be had back.

In a clean text a line end is a border: a heading, an item of a list or a row of a table stands on its own line,
a paragraph on one line, and a blank line parts paragraphs.
"""

import re
from collections.abc import Sequence

from assistant.reading.characters import clean_characters
from assistant.reading.drafts import Draft, restore
from assistant.reading.hyphens import joined_words, words_of
from assistant.reading.lines import Title, paragraphs, repeated_lines, usual_width
from assistant.vocabulary import Edit, Heading, Page

__all__ = ["clean", "clean_drafts", "cleaned_pages", "restore", "tidy"]

_LINE_EDGES = re.compile(r"(?:^[ \t\u00a0]+)|(?:[ \t\u00a0]+$)", re.M)
_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{3,}|[ \t]{2,}|\t")
_BLANK_LINES = re.compile(r"\n{3,}")
_ENDS = re.compile(r"\A\s+|\s+\Z")


def clean(raw: str) -> tuple[str, tuple[Edit, ...]]:
    """Clean text and the edits such that `restore(text, edits) == raw`."""
    draft = Draft(raw)
    clean_drafts([draft])
    return draft.part()


def tidy(draft: Draft, keep_indents: bool = False) -> None:
    """Characters and white space only: for text whose lines already are what they mean."""
    clean_characters(draft)
    if not keep_indents:
        draft.sub(_LINE_EDGES, "")
        draft.sub(_SPACES, " ")
    draft.sub(_BLANK_LINES, "\n\n")
    draft.sub(_ENDS, "")


def cleaned_pages(
    drafts: Sequence[Draft], headings: Sequence[Sequence[Heading]], labels: Sequence[str | None] = ()
) -> list[Page]:
    """Pages from drafts that were cleaned together, with their printed labels when there is one for each."""
    labels = labels if len(labels) == len(drafts) else [None] * len(drafts)
    pages = []
    for number, (draft, found, label) in enumerate(zip(drafts, headings, labels, strict=True), start=1):
        text, edits = draft.part()
        pages.append(Page(number, text, label, tuple(found), edits=edits))
    return pages


def clean_drafts(drafts: Sequence[Draft], titles: Sequence[Sequence[Title]] | None = None) -> list[list[Heading]]:
    """Clean the pages of one document in place; returns the headings of each.

    Pages are cleaned together: headers and footers are known by their repetition, and the words of the whole
    document tell how a cut word is written. `titles` are the outline's titles by page, None without an outline.
    """
    for draft in drafts:
        tidy(draft)
    for draft, removals in zip(drafts, repeated_lines([draft.text for draft in drafts]), strict=True):
        if len("".join(draft.text.split())) > sum(len("".join(draft.text[a:b].split())) for a, b, _ in removals):
            draft.replace(removals)  # a page made of repeated lines only keeps them
            draft.sub(_ENDS, "")
    known = words_of("\n".join(draft.text for draft in drafts))
    width = usual_width([line for draft in drafts for line in draft.text.split("\n")])
    headings = []
    for number, draft in enumerate(drafts):
        draft.replace(joined_words(draft.text, known))
        changes, found = paragraphs(draft.text, None if titles is None else titles[number], width)
        draft.replace(changes)
        headings.append(found)
    return headings
