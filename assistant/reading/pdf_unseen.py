"""What a page of a PDF writes without showing it: found while its text is extracted, and left out.

Unseen is: text drawn without ink (unless the page is a scan, whose recognised letters lie under its image), in white or
fully transparent on nothing, smaller than `SMALLEST`, or outside the page. Within a form (a drawing used as a whole)
only the first and the third are looked for, since what lies behind it is not known.
"""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PageObject

SMALLEST = 2.0  # points; footnote marks are twice as large
_MARGIN = 2.0  # points beyond the edge of the page
_WHITE = 0.96  # from this share of light in each channel
_SHOW = {b"Tj": 0, b"TJ": 0, b"'": 0, b'"': 2}  # operators that write, and which operand holds the text
_FILLS = {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"}
_PATH_ENDS = _FILLS | {b"S", b"s", b"n"}
_UNPAINTED = {3, 7}  # text rendering modes that leave no ink

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Ink:
    """The part of the graphics state that `q` saves and `Q` gives back."""

    white: bool = False
    clear: bool = False
    rendering: int = 0
    size: float = 0.0
    plain_space: bool = True  # whether colours are grey, RGB or CMYK: of others, what is white is not known


@dataclass
class Unseen:
    """Follows the operators of one page as pypdf reads them (`before`, `after`); `count` pieces of text were
    blanked."""

    page: "PageObject"
    scanned: bool = False  # the page is an image: letters without ink are those recognised in it
    count: int = 0
    inkless: int = 0  # characters without ink
    inked: int = 0  # characters that are seen
    _ink: _Ink = field(default_factory=_Ink)
    _saved: list[_Ink] = field(default_factory=list)
    _path: list[tuple[float, float]] = field(default_factory=list)
    _painted: list[Box] = field(default_factory=list)
    _forms: int = 0

    def before(self, operator: bytes, operands: list[Any], cm: list[float], tm: list[float]) -> None:
        """Takes an operator in, and blanks the text that it would write unseen."""
        if operator in _SHOW:
            self._write(operands, _SHOW[operator], _times(tm, cm))
        elif operator == b"Do":
            self._draw(operands, cm)
        elif operator == b"q":
            self._saved.append(self._ink)
        elif operator == b"Q":
            self._ink = self._saved.pop() if self._saved else self._ink
        elif operator == b"Tf" and len(operands) > 1:
            self._ink = replace(self._ink, size=_number(operands[1]))
        elif operator == b"Tr" and operands:
            self._ink = replace(self._ink, rendering=int(_number(operands[0])))
        elif operator == b"gs" and operands:
            self._ink = replace(self._ink, clear=self._is_clear(operands[0]))
        elif operator in (b"cs", b"g", b"rg", b"k", b"sc", b"scn"):
            self._colour(operator, operands)
        else:
            self._trace(operator, [_number(value) for value in operands], cm)

    def _write(self, operands: list[Any], at: int, place: list[float]) -> None:
        letters = _letters(operands[at]) if len(operands) > at else 0
        if not letters:
            return
        if self._hides(place):
            self.count += 1
            self.inkless += letters * (self._ink.rendering in _UNPAINTED)
            operands[at] = _nothing(operands[at])
        else:
            self.inked += letters

    def after(self, operator: bytes, operands: list[Any], cm: list[float], tm: list[float]) -> None:
        """Leaves a form when it has been read."""
        if operator == b"Do":
            self._forms -= 1

    def _hides(self, place: list[float]) -> bool:
        """Whether text written here leaves nothing to be read."""
        tall = abs(self._ink.size) * max((place[2] ** 2 + place[3] ** 2) ** 0.5, (place[0] ** 2 + place[1] ** 2) ** 0.5)
        if 0 < tall < SMALLEST or (self._ink.rendering in _UNPAINTED and not self.scanned):
            return True
        if self._forms:
            return False
        x, y = place[4], place[5]
        left, low, right, high = (float(edge) for edge in self.page.cropbox)
        outside = not (left - _MARGIN <= x <= right + _MARGIN and low - _MARGIN - tall <= y <= high + _MARGIN)
        bare = not any(a <= x <= c and b - tall <= y <= d for a, b, c, d in self._painted)
        return outside or self._ink.clear or (self._ink.white and bare)

    def _colour(self, operator: bytes, operands: list[Any]) -> None:
        if operator == b"cs":
            name = str(operands[0]) if operands else ""
            known = name in ("/DeviceGray", "/DeviceRGB", "/DeviceCMYK") or self._is_plain(name)
            self._ink = replace(self._ink, plain_space=known, white=False)
            return
        plain = self._ink.plain_space or operator in (b"g", b"rg", b"k")
        self._ink = replace(self._ink, plain_space=plain, white=plain and _is_white([_number(v) for v in operands]))

    def _resource(self, kind: str, name: Any) -> Any:
        resources: Any = self.page["/Resources"].get_object()
        return resources[kind].get_object()[name].get_object()

    def _is_plain(self, name: str) -> bool:
        """Whether a colour space of the page's own is one of light (ICC or calibrated), not a spot colour."""
        try:
            space = self._resource("/ColorSpace", name)
            return str(space[0]) in ("/ICCBased", "/CalRGB", "/CalGray")
        except (KeyError, TypeError, IndexError, AttributeError):
            return False

    def _is_clear(self, name: Any) -> bool:
        try:
            return float(self._resource("/ExtGState", name).get("/ca", 1)) == 0
        except (KeyError, TypeError, ValueError, AttributeError):
            return False

    def _draw(self, operands: list[Any], cm: list[float]) -> None:
        """An image paints the unit square; a form may paint any part of the page."""
        self._forms += 1
        try:
            drawn = self._resource("/XObject", operands[0])
            corners = [(0.0, 0.0), (1.0, 1.0)] if drawn["/Subtype"] == "/Image" else None
        except (KeyError, TypeError, IndexError, AttributeError):
            corners = None
        if corners is None:
            self._painted.append(tuple(float(edge) for edge in self.page.mediabox))  # type: ignore[arg-type]
        else:
            self._painted.append(_box([_through(cm, x, y) for x, y in corners]))

    def _trace(self, operator: bytes, values: list[float], cm: list[float]) -> None:
        """What is filled with another colour than white lies behind the text that follows."""
        if operator == b"re" and len(values) == 4:
            x, y, width, height = values
            self._path += [_through(cm, x, y), _through(cm, x + width, y + height)]
        elif operator in (b"m", b"l", b"c", b"v", b"y"):
            self._path += [_through(cm, x, y) for x, y in zip(values[::2], values[1::2], strict=False)]
        elif operator in _PATH_ENDS:
            if operator in _FILLS and self._path and not self._ink.white:
                self._painted.append(_box(self._path))
            self._path = []
        elif operator in (b"sh", b"EI", b"INLINE IMAGE"):
            self._painted.append(tuple(float(edge) for edge in self.page.mediabox))  # type: ignore[arg-type]


def _is_white(values: list[float]) -> bool:
    if len(values) == 4:
        return all(value <= 1 - _WHITE for value in values)
    return len(values) in (1, 3) and all(value >= _WHITE for value in values)


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return 0.0


def _letters(shown: Any) -> int:
    parts = shown if isinstance(shown, list) else [shown]
    return sum(len(part.strip()) for part in parts if isinstance(part, str | bytes))


def _nothing(shown: Any) -> Any:
    from pypdf.generic import ArrayObject, TextStringObject

    return ArrayObject() if isinstance(shown, list) else TextStringObject("")


def _times(a: list[float], b: list[float]) -> list[float]:
    """The matrix that does `a`, then `b`."""
    return [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]


def _through(matrix: list[float], x: float, y: float) -> tuple[float, float]:
    return matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]


def _box(points: list[tuple[float, float]]) -> Box:
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)
