"""A repair without which some PDFs come out with their words stuck together.

pypdf (7.1) takes a gap for a space when it is wide enough against the font's own space. When a composite font
has no space glyph, as XeTeX and pandoc leave it, pypdf measures glyph number 32 in its place, which is any letter,
and misses the gaps (« Lesalgorithmespublics »). Naming an unused code as the space makes it fall back on its
default width, which is right.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PageObject

_SPACE = b"1 beginbfchar\n<FFFF> <0020>\nendbfchar\n"


def mend_spaces(page: "PageObject", mended: set[int]) -> None:
    """Give the composite fonts of a page a space, in memory. `mended` holds the fonts already done."""
    from pypdf.generic import DecodedStreamObject, NameObject

    for font in _fonts(page.get("/Resources"), depth=0):
        if id(font) in mended or font.get("/Subtype") != "/Type0" or "/ToUnicode" not in font:
            continue
        mended.add(id(font))
        stream = font["/ToUnicode"].get_object()
        data = stream.get_data() if hasattr(stream, "get_data") else b""
        end = data.rfind(b"endcmap")
        if end >= 0:
            extended = DecodedStreamObject()
            extended.set_data(data[:end] + _SPACE + data[end:])
            font[NameObject("/ToUnicode")] = extended


def _fonts(resources: Any, depth: int) -> Iterator[Any]:
    """Font dictionaries of a page's resources and of the forms it draws."""
    from pypdf.generic import DictionaryObject

    resources = resources.get_object() if resources is not None else None
    if not isinstance(resources, DictionaryObject) or depth > 3:
        return
    for kind in ("/Font", "/XObject"):
        table = resources.get(kind)
        table = table.get_object() if table is not None else None
        if isinstance(table, DictionaryObject):
            for name in table:
                entry = table[name].get_object()
                if isinstance(entry, DictionaryObject) and kind == "/Font":
                    yield entry
                elif isinstance(entry, DictionaryObject):
                    yield from _fonts(entry.get("/Resources"), depth + 1)
