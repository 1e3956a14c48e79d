"""Characters that a file carries but nobody reads: reversible, character by character."""

import re
import unicodedata

from assistant.reading.drafts import Change, Draft

# NUL and other controls, byte-order marks and noncharacters, zero-width spaces, lone surrogates, and the marks
# that reverse the direction of the text on screen (a way to hide what a sentence says). Tab and newline stay.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u2060\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069\ud800-\udfff]+"
)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_SOFT_HYPHEN = re.compile("\u00ad(?:[ \t]*\n[ \t]*)?")
_SYMBOL_BULLET = re.compile("[\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf02d]")  # Word's bullets, in the private use area
# An ASCII character never composes with the one before it, so each run can be composed on its own.
_RUN = re.compile("[\x00-\x7f]?[^\x00-\x7f]+")


def clean_characters(draft: Draft) -> None:
    """Drop what is not seen, open ligatures, drop soft hyphens, compose accents (NFC). NBSP stays."""
    draft.sub(_UNSEEN, "")
    draft.sub(_LINE_ENDS, "\n")
    draft.sub(_LIGATURE, lambda match: match.group().translate(_LIGATURES))
    draft.sub(_SOFT_HYPHEN, "")
    draft.sub(_SYMBOL_BULLET, "•")
    if not unicodedata.is_normalized("NFC", draft.text):
        draft.replace(_compositions(draft.text))


def _compositions(text: str) -> list[Change]:
    changes = []
    for run in _RUN.finditer(text):
        composed = unicodedata.normalize("NFC", run.group())
        if composed != run.group():
            changes.append((run.start(), run.end(), composed))
    return changes


def one_line(value: object, limit: int = 300) -> str:
    """A value of a file's properties, as one clean line of at most `limit` characters."""
    draft = Draft(str(value)[: 4 * limit])
    clean_characters(draft)
    return " ".join(draft.text.split())[:limit].strip()
