"""The French words that an English question is searched with: the texts are in French.

`corpus/english.yaml` gives the words of the field; what it lacks is kept when the index knows it (names above all).
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from assistant.clusters.files import read_named
from assistant.index.analysis import terms

_WORD = re.compile(r"[^\W_][\w'’&-]*")
_LONGEST = 3  # words of an expression


@cache
def load_translations(file: Path) -> Mapping[str, str]:
    """The words of the texts by the word or expression of a question, in small letters. Raises CorpusError."""
    return {english.lower(): str(french) for english, french in read_named(file).items()}


def in_french(question: str, lexicon: Mapping[str, str], knows: Callable[[str], bool]) -> str:
    """The words to search for; the question itself when none of them is known.

    `knows` tells whether the index has a term.
    """
    words, found, at = _WORD.findall(question), list[str](), 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            french = _translated(" ".join(words[at : at + length]).lower(), lexicon)
            if french is not None:
                found += [french] if french else []
                break
        else:
            length = 1
            found += [words[at]] if any(map(knows, terms(words[at]))) else []
        at += length
    return " ".join(found) or question


def _translated(english: str, lexicon: Mapping[str, str]) -> str | None:
    """The French of a word, of its singular, or of the verb it comes from."""
    stems = [
        (suffix, put) for suffix, put in (("'s", ""), ("’s", ""), ("ies", "y"), ("es", ""), ("es", "e"), ("s", ""))
    ]
    stems += [("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("d", "")]
    stems += [(2 * letter + ending, letter) for letter in "bdglmnprt" for ending in ("ing", "ed")]  # cutting, planned
    forms = [english, *(english.removesuffix(suffix) + put for suffix, put in stems if english.endswith(suffix))]
    return next((lexicon[form] for form in forms if form in lexicon), None)
