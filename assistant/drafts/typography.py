"""Typography of what is written to be sent: in French spaces that break no line, curly apostrophes, nothing
unprintable."""

import re

from assistant.vocabulary import Language

_BEFORE = re.compile(r"[ \u00a0\u202f]([:;?!»])")
_AFTER = re.compile(r"«[ \u00a0\u202f]?")
_UNPRINTABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML refuses
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")


def typeset(text: str, language: Language = "fr") -> str:
    """The text as it is printed; addresses stay as they are, since they hold no space."""
    text = _UNPRINTABLE.sub("", text)
    if language == "fr":
        text = unbroken(text)
    return " ".join(part if "://" in part else _APOSTROPHE.sub("’", part) for part in text.split(" "))


def unbroken(text: str) -> str:
    """The text with French signs held to their words: a line begins with none and ends with no opening quote."""
    return _BEFORE.sub("\u00a0\\1", _AFTER.sub("«\u00a0", text))
