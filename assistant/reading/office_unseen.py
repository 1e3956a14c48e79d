"""What a Word document writes without showing it: hidden, white on white or tiny letters, taken out before it is
read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from assistant.reading.unseen import SMALLEST_FONT, is_white

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off", "none")


def drop_unseen(document: "Document") -> int:
    """Empties, in memory, the runs that are not shown; gives how many there were."""
    styles = {style.get(f"{_W}styleId"): style for style in document.styles.element.iter(f"{_W}style")}
    count = 0
    for run in document.element.body.iter(f"{_W}r"):
        texts = [part for part in run if part.tag == f"{_W}t" and (part.text or "").strip()]
        if texts and _hides(run, styles):
            count += 1
            for part in texts:
                part.text = ""
    return count


def _hides(run: Any, styles: dict[Any, Any]) -> bool:
    looks = list(_looks(run, styles))
    hidden = _first(looks, "vanish")
    if hidden is not None and hidden.get(f"{_W}val", "1") not in _OFF:
        return True
    size = _first(looks, "sz")  # in half points
    if size is not None and (size.get(f"{_W}val") or "").isdigit() and int(size.get(f"{_W}val")) < 2 * SMALLEST_FONT:
        return True
    colour = _first(looks, "color")
    white = colour is not None and is_white(f"#{colour.get(f'{_W}val', '')}")
    return white and not _painted(run, looks, styles)


def _looks(run: Any, styles: dict[Any, Any]) -> Iterator[Any]:
    """Character properties that hold for a run, nearest first: its own, its style's, its paragraph's style's."""
    own = run.find(f"{_W}rPr")
    paragraph = next((above for above in run.iterancestors(f"{_W}p")), None)
    around = paragraph.find(f"{_W}pPr") if paragraph is not None else None
    if own is not None:
        yield own
    for properties, name in ((own, "rStyle"), (around, "pStyle")):
        link = properties.find(f"{_W}{name}") if properties is not None else None
        seen = set[str]()
        key = link.get(f"{_W}val") if link is not None else None
        while key in styles and key not in seen:
            seen.add(str(key))
            found = styles[key].find(f"{_W}rPr")
            if found is not None:
                yield found
            based = styles[key].find(f"{_W}basedOn")
            key = based.get(f"{_W}val") if based is not None else None


def _first(looks: list[Any], name: str) -> Any:
    return next((found for look in looks if (found := look.find(f"{_W}{name}")) is not None), None)


def _painted(run: Any, looks: list[Any], styles: dict[Any, Any]) -> bool:
    """Whether letters stand on another colour than white: a shade of the run, paragraph, cell or table, or a
    highlight."""
    if any(look.find(f"{_W}highlight") is not None for look in looks):
        return True
    around = [above for above in run.iterancestors() if above.tag in (f"{_W}p", f"{_W}tc", f"{_W}tr", f"{_W}tbl")]
    shades = [shade for part in (*looks, *_properties(around)) for shade in part.iter(f"{_W}shd")]
    for name in ("tblStyle", "pStyle"):
        for link in (link for part in _properties(around) for link in part.iter(f"{_W}{name}")):
            style = styles.get(link.get(f"{_W}val"))
            shades += list(style.iter(f"{_W}shd")) if style is not None else []
    return any(shade.get(f"{_W}fill", "auto").upper() not in ("AUTO", "FFFFFF") for shade in shades)


def _properties(parts: list[Any]) -> list[Any]:
    return [child for part in parts for child in part if child.tag in (f"{_W}pPr", f"{_W}tcPr", f"{_W}tblPr")]
