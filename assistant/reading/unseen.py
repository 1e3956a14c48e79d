"""Text that a file holds and its reader does not see: how many pieces were left out, told in the file's verdict."""

import re

SMALLEST_FONT = 2.0  # pixels or points
_NUMBER = re.compile(r"(-?\d*\.?\d+)(px|pt|em|rem|%|vh|vw|cm|mm|in|)$")
_FAR = 500.0  # pixels to the left or above: out of any screen
_CHANNELS = re.compile(r"rgba?\(([^)]*)\)")
_WHITES = ("white", "snow", "ivory", "ghostwhite", "floralwhite", "transparent", "none", "inherit", "initial", "unset")
_WHITE = 245  # of 255, in each channel
_NO_INK = re.compile(r"rect\(0(?:px)?[ ,]+0|inset\((?:50|100)%|circle\(0")


def told(count: int) -> tuple[str, ...]:
    """The sentence of the verdict; none when nothing was left out."""
    if not count:
        return ()
    return (f"Texte invisible écarté ({count} passage{'s' if count > 1 else ''})\u00a0: il n’est ni indexé ni cité.",)


def declarations(style: str) -> dict[str, str]:
    """CSS declarations by property, in small letters; of two, the last one holds."""
    pairs = (
        part.split(":", 1) for part in re.sub(r"/\*.*?\*/", "", style, flags=re.S).lower().split(";") if ":" in part
    )
    return {name.strip(): value.replace("!important", "").strip() for name, value in pairs}


def unseen(style: str, grounded: bool = False) -> bool:
    """Whether text in this CSS style is not to be seen: not displayed, white on white, tiny, clipped or far away.

    `grounded` says that something behind it is painted.
    """
    said = declarations(style)
    if said.get("display") == "none" or said.get("visibility") in ("hidden", "collapse"):
        return True
    return _tiny(said) or _clear(said) or _away(said) or _folded(said) or (_white(said) and not grounded)


def paints(style: str) -> bool:
    """Whether a CSS style paints what lies behind its text in another colour than white."""
    return not is_white(_ground(declarations(style)))


def _tiny(said: dict[str, str]) -> bool:
    size = _number(said.get("font-size", ""))
    if size is None:
        return bool(re.match(r"0(?:px|pt|em|%)?\s*/|[01](?:px|pt)[\s/]", said.get("font", "")))
    value, unit = size
    return value < (SMALLEST_FONT if unit in ("px", "pt", "") else 20 if unit == "%" else 0.2)


def _clear(said: dict[str, str]) -> bool:
    opacity = _number(said.get("opacity", ""))
    if opacity is not None and opacity[0] <= (5 if opacity[1] == "%" else 0.05):
        return True
    return "transparent" in (said.get("color"), said.get("-webkit-text-fill-color"))


def _white(said: dict[str, str]) -> bool:
    ink = said.get("color", "inherit")
    return ink not in ("inherit", "initial", "unset") and is_white(ink) and is_white(_ground(said))


def _ground(said: dict[str, str]) -> str:
    return said.get("background-color") or said.get("background") or said.get("background-image") or "none"


def is_white(colour: str) -> bool:
    """Whether a CSS colour is white, nearly white or none."""
    colour = colour.strip().lower()
    if colour in _WHITES:
        return True
    if re.fullmatch(r"#[0-9a-f]{3,4}|#[0-9a-f]{6}(?:[0-9a-f]{2})?", colour):
        digits = colour[1:]
        wide = digits if len(digits) > 4 else "".join(2 * digit for digit in digits)
        return wide[6:8] == "00" or all(int(wide[at : at + 2], 16) >= _WHITE for at in (0, 2, 4))
    found = _CHANNELS.fullmatch(colour)
    if not found:
        return False
    values = [part for part in re.split(r"[\s,/]+", found[1].strip()) if re.fullmatch(r"\d*\.?\d+", part)]
    clear = len(values) == 4 and float(values[3]) <= 0.05
    return clear or (len(values) >= 3 and all(float(value) >= _WHITE for value in values[:3]))


def _away(said: dict[str, str]) -> bool:
    moved = [said.get(name, "") for name in ("left", "top", "text-indent", "margin-left", "margin-top", "right")]
    far = [number for number in map(_number, moved) if number is not None]
    return any(value <= -_FAR or (value <= -100 and unit in ("%", "vh", "vw", "em", "rem")) for value, unit in far) or (
        re.search(r"translate[xy]?\(\s*-\d{4,}px|scale[xy]?\(\s*0(?:\.0+)?\s*[,)]", said.get("transform", ""))
        is not None
    )


def _folded(said: dict[str, str]) -> bool:
    """Clipped away, or in a box without height or width that lets nothing out."""
    if _NO_INK.search(said.get("clip", "") + said.get("clip-path", "")):
        return True
    sides = [_number(said.get(name, "")) for name in ("height", "width", "max-height", "max-width")]
    flat = any(side is not None and side[0] <= 1 and side[1] in ("px", "pt", "") for side in sides)
    return flat and said.get("overflow", said.get("overflow-y", "")) in ("hidden", "clip")


def _number(value: str) -> tuple[float, str] | None:
    found = _NUMBER.fullmatch(value.strip())
    return (float(found[1]), found[2]) if found else None
