"""The other end of a ranking: « et le plus petit ? » after « Quel est le plus gros cluster breton ? »."""

import re

from assistant.clusters.sizes import asks_for_figures, asks_for_sizes

_SUPERLATIVE = (
    r"(?:le|la|les|the) (?:plus|moins|most|least|fewest) (?:de |d['’])?\w+|"
    r"(?:the )?(?:bigg|larg|small|rich|poor|old|young|new)est"
)
_FOUND = re.compile(rf"\b(?:{_SUPERLATIVE})\b", re.IGNORECASE)
_END = re.compile(
    rf"^(?:(?:et|and|ok|alors|sinon|then)\b[\s,]*)*(?P<end>{_SUPERLATIVE})(?: (?:ones?|clusters?|p[ôo]les?))?$",
    re.IGNORECASE,
)
_ENDS = " ?!.\u00a0\u202f"


def other_end(asked: str, before: str) -> str | None:
    """The ranking asked for before, at the end that is asked for now; None when this is not what is asked, or when no end was
    named before."""
    end, found = _END.match(asked.strip(_ENDS)), _FOUND.search(before)
    if not (end and found and (asks_for_sizes(before) or asks_for_figures(before))):
        return None
    return f"{before[: found.start()]}{_agreed(end['end'], found[0])}{before[found.end() :]}"


def _agreed(end: str, found: str) -> str:
    """« le plus petit » as « les plus petits » where several were asked for."""
    if not re.match(r"les ", found, re.IGNORECASE) or not re.match(r"l[ea] ", end, re.IGNORECASE):
        return end
    return f"les{end[2:]}{'' if re.search(r'[sx]$|(?:plus|moins) d', end) else 's'}"
