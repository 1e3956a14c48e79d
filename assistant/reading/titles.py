"""What a document is called: its own title, else its first heading, else its first sentence, else its file's name.

Every passage is indexed under the title of its document: a long text whose passages do not say what they are about is
found by what its beginning says.
"""

import re
from collections.abc import Sequence

from assistant.reading.characters import one_line
from assistant.reading.sentences import sentences
from assistant.vocabulary import Page

_OPENING = 150  # characters of a first sentence that make a title
_BEGINNING = 4000  # where the first sentence is looked for
_WORD = re.compile(r"[^\W\d_]{4,}")
_SAYS_SOMETHING = 3  # words of four letters or more, for a first sentence to be worth a title
_MARK = re.compile(r"#+\s+")
_NOT_A_TITLE = re.compile(
    r"microsoft (?:office )?(?:word|powerpoint|excel)\b.*|untitled.*|sans titre.*|(?:nouveau )?document ?\d*|doc\d+"
    r"|présentation powerpoint.*|(?:diapositive|slide|page|feuille|sheet) ?\d*",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(r".*\.(?:docx?|indd|qxd|pptx?|pdf|od[tp]|tex|dvi|txt|md|html?)", re.IGNORECASE)


def title_of(announced: object, heading: object, pages: Sequence[Page], stem: str) -> str:
    """The title of a document: `announced` by its properties if that says something, else `heading`, written in the
    text.

    Either may be empty: the first sentence stands in, then `stem`, the name of the file.
    """
    name = one_line(announced or "")
    own = name if is_title(name, stem) else ""
    return own or one_line(heading or "") or opening(pages[0].text if pages else "") or one_line(stem)


def is_title(name: str, stem: str) -> bool:
    """Whether a title that a file announces says something, rather than what made it or how it is called."""
    low = name.lower()
    return len(low) > 3 and low != stem.lower() and not _NOT_A_TITLE.fullmatch(low) and not _FILE_NAME.fullmatch(low)


def opening(text: str) -> str:
    """The first sentence of a text, cut at a word to 150 characters; empty when it says too little to be a title."""
    first = next(iter(sentences(text[:_BEGINNING])), None)
    said = _MARK.sub("", one_line(text[first.start : first.end])) if first else ""
    if len(_WORD.findall(said)) < _SAYS_SOMETHING:
        return ""
    if len(said) <= _OPENING:
        return said
    return f"{said[: _OPENING - 1].rsplit(' ', 1)[0]}…"
