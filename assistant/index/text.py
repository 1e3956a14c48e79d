"""What every text goes through before it is embedded."""

import unicodedata

MAX_CHARACTERS = 8192  # 16 a token, four times what French needs: tokens past 512 are dropped anyway
_LONGEST_DECOMPOSITION = 4  # NFD makes a text at most four times longer (U+1F82)
_REFUSED = dict.fromkeys([0, *range(0xD800, 0xE000)])  # NUL and lone surrogates


def clean(text: str, limit: int | None = MAX_CHARACTERS) -> str:
    """The text in NFC, without NUL or lone surrogates, at most `limit` characters of it.

    It is also cut before the normalisation, whose cost grows with the square of a run of combining marks.
    """
    if limit is not None:
        text = text[: limit * _LONGEST_DECOMPOSITION]
    return unicodedata.normalize("NFC", text.translate(_REFUSED))[:limit]
