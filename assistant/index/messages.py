"""A message of several sentences: each speaks for itself in the search beside the whole, those that ask twice.

The vector of a whole message leans on its greeting and on what the writer tells of himself; a question alone may say
nothing of its subject (« C'est quoi la règle ? »).
"""

import re
from collections.abc import Sequence

import numpy as np

from assistant.index.analysis import words
from assistant.index.embedding import Embedder
from assistant.index.encoded import Encoded
from assistant.reading.sentences import sentences

# What asks without a question mark.
_ASKS = re.compile(
    r"\?$|\b(?:(?:je|on|nous) (?:ne )?(?:sais|sait|savons) pas|je me demande|(?:je|on|nous) (?:cherch|voudr|aimer|souhait)\w*|j['’]aimerais|"
    r"i (?:do not|don['’]t) know|i wonder|(?:i|we) (?:would|want|need)|i am looking)\b",
    re.IGNORECASE,
)
_SAYS_SOMETHING = 3  # words, stop words left out: a greeting or thanks has fewer
_MOST = 8  # sentences heard apart: each is embedded


def said_apart(text: str) -> list[str]:
    """The sentences of a message that say something, those that ask twice; none for a text of one sentence."""
    found = [text[span.start : span.end] for span in sentences(text)]
    if len(found) < 2:
        return []
    telling = [sentence for sentence in found if len(words(sentence)) >= _SAYS_SOMETHING][:_MOST]
    return [*telling, *(sentence for sentence in telling if _ASKS.search(sentence))]


def encode_message(embedder: Embedder, text: str) -> Encoded:
    """A question as it is searched with: the whole and, in a message of several sentences, what each says."""
    return joined([embedder.encode_query(part) for part in (text, *said_apart(text))])


def joined(texts: Sequence[Encoded]) -> Encoded:
    """Several texts as one, at least one: the direction of the sum of their vectors, the words and tokens of all."""
    if len(texts) == 1:
        return texts[0]
    vector = np.sum([text.vector for text in texts], axis=0)
    spans, shift = [], 0
    for text in texts:
        spans += [(start + shift, end + shift) for start, end in text.spans]
        shift += len(text.text) + 1
    return Encoded(
        "\n".join(text.text for text in texts),
        (vector / np.linalg.norm(vector)).astype(np.float32),
        np.concatenate([text.tokens for text in texts]),
        tuple(spans),
    )
