"""A reply that tells who asks, after an answer that said that this was lacking: « en Gironde », « notre région c'est la
Bretagne », « filière bois »."""

import re
from collections.abc import Callable, Sequence

from assistant.answering.lacking_texts import SAY_WHO
from assistant.answering.region_places import with_regions_of_places
from assistant.answering.told_texts import WITHOUT_ORDER
from assistant.clusters.territory import in_region, regions_in
from assistant.index.analysis import words
from assistant.vocabulary import Turn

_ENDS = " ?!.…\u00a0\u202f"
_LACKING = (*WITHOUT_ORDER.values(), *SAY_WHO.values())
# What leads up to it.
_OPENS = re.compile(
    r"^\W*(?:(?:ok|oui|et|ah|pardon|désolée?|bon|mais|non|yes|sorry|well)\b[\s,:!.]*)*"
    r"(?:(?:je |j['’])?(?:te |vous |t['’])?(?:l['’])?ai (?:déjà )?dit\W*|i (?:said|told you)\W*)?"
    r"(?:(?:nous|on)\s+(?:sommes|est)|je suis|j['’]habite|c['’]est|we(?:['’]re| are)|i(?:['’]m| am)|it(?:['’]s| is))?\s*(?:bas[ée]e?s?|situ[ée]e?s?|install[ée]e?s?|based|located)?\s*"
    r"(?:(?:(?:notre|ma|mon|la|le|our|my|the)\s+)?(?:r[ée]gion|fili[èe]re|secteur|th[èe]me|domaine|sector|field|industry)\s*(?:est|c['’]est|is|:)?\s*)?(?:la |le |l['’]|les )?",
    re.IGNORECASE,
)
_WHERE = re.compile(r"^(?:en|dans|à|au|aux|du côté|près|in|near)\b", re.IGNORECASE)
_LONGEST = 5  # words that carry a subject
_ASKS = re.compile(r"\?|\b(?:qui|que|quels?|quelles?|comment|combien|lequel|which|who|how|what)\b", re.IGNORECASE)


def with_profile_told(message: str, history: Sequence[Turn], tells: Callable[[str], bool]) -> str | None:
    """The question before with what the message tells of who asks; None when nothing of them was lacking, or the message
    does anything else.

    `tells` is whether a text names a region or a filière.
    """
    if not history or not any(lacking in history[-1].answer for lacking in _LACKING) or _ASKS.search(message):
        return None
    told = with_regions_of_places(_OPENS.sub("", message).strip(_ENDS), ())
    if len(words(told)) > _LONGEST or not tells(told):
        return None
    before = with_profile_told(history[-1].question, history[:-1], tells) or history[-1].question
    return f"{_as_told(told)}. {before[:1].upper()}{before[1:]}"


def _as_told(told: str) -> str:
    """What was told, as a sentence on who asks."""
    if _WHERE.match(told):
        return f"Nous sommes {told}"
    regions = sorted(regions_in(told))
    return f"Nous sommes {in_region(regions[0])}" if len(regions) == 1 else f"Notre filière\u00a0: {told}"
