"""A question that asks for nothing but a list of the directory, by region, by theme or both: the list is quoted in its order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.evidence import Evidence
from assistant.answering.lists_told import head
from assistant.answering.reading import sentences_of_lists, wants_list_alone
from assistant.answering.sought import searched_words
from assistant.answering.state import Knowledge, State
from assistant.answering.wished_places import wished_places
from assistant.answering.wishes import Wishes
from assistant.clusters.lists import AIMING, CITING, COUNTED, THEME, kind_listed, kinds_asked, region_lists, theme_lists
from assistant.clusters.sizes import asks_for_figures, asks_for_sizes
from assistant.clusters.territory import regions_in
from assistant.clusters.themes import stems

# What is shorter is an acronym (« IA »), which entries mostly spell out: its theme tells them all.
SHORT = 3
# As many sentences of lists are told to who looks for somebody on a theme.
OFFERED = 3
_HOW_MANY = re.compile(r"\b(?:combien|nombre|how many|number)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listed:
    """The sentences of the list that is asked for, or those nearest to it when nobody is on it."""

    found: tuple[Evidence, ...] = ()
    nearest: tuple[Evidence, ...] = ()


def listed(known: Knowledge, state: State) -> Listed | None:
    """The list that a question asks for; None when it asks for anything else, or who is the largest."""
    text = f"{state['question']} {searched_words(known, state)}"
    if (
        state["request"].intent is not None
        or state["wishes"] != Wishes()
        or asks_for_sizes(text)
        or asks_for_figures(text)
        or not wants_list_alone(known, state)
    ):
        return None
    regions, themes = region_lists(text), theme_lists(text, known.directory.vocabulary)
    on_theme = sentences_of_lists(known, state, sorted(themes))
    if outside := {region for place in wished_places(state["question"]) for region in place.outside}:
        return Listed(tuple(e for e in on_theme if THEME in head(e) and regions_in(head(e)) - outside))
    there = sentences_of_lists(known, state, sorted(regions))
    if not themes:
        return Listed(tuple(_of_kinds(there, text))) if there else None
    if not on_theme:
        return None
    if not regions:
        return Listed(_told_of(on_theme, text))
    both = _of_both(on_theme, text)
    return Listed(both) if both else Listed(nearest=(*(e for e in on_theme if _is_whole(e)), *_of_kinds(there, text)))


def on_its_theme_there(known: Knowledge, state: State) -> tuple[Evidence, ...]:
    """Who works on the themes in the regions that a question names; nobody when it does not name both."""
    text = f"{state['question']} {searched_words(known, state)}"
    themes = theme_lists(text, known.directory.vocabulary) if region_lists(text) else frozenset()
    return _of_both(sentences_of_lists(known, state, sorted(themes)), text) if themes else ()


def _of_both(on_theme: Sequence[Evidence], text: str) -> tuple[Evidence, ...]:
    """The sentences that list those of a theme in the regions of a text."""
    return tuple(e for e in on_theme if THEME in head(e) and regions_in(head(e)) & regions_in(text))


def on_its_theme(known: Knowledge, state: State) -> tuple[Evidence, ...]:
    """Who works on the themes that a question names, whatever else it says, a few sentences of each; nobody when it names
    none."""
    text = f"{state['question']} {searched_words(known, state)}"
    themes = sorted(theme_lists(text, known.directory.vocabulary))
    each = [
        _told_of(sentences_of_lists(known, state, [theme]), text)[: max(1, OFFERED - len(themes))] for theme in themes
    ]
    return tuple(evidence for told in each for evidence in told)[:OFFERED]


def _told_of(on_theme: Sequence[Evidence], text: str) -> tuple[Evidence, ...]:
    return tuple(_citing(on_theme, text) or filter(_is_whole, on_theme))


def _citing(on_theme: Sequence[Evidence], text: str) -> list[Evidence]:
    """The sentences on the very word that is asked, where it is narrower than its theme: « hydrogène » of « énergie »."""
    asked = set(stems(text))
    if any(set(stems(_named(e))) <= asked for e in on_theme if _is_whole(e)):
        return []
    return [e for e in on_theme if CITING in head(e) and len(_named(e)) > SHORT and set(stems(_named(e))) <= asked]


def _named(evidence: Evidence) -> str:
    """What stands between the marks of a list's head."""
    return head(evidence).partition("«")[2].partition("»")[0].strip()


def _is_whole(evidence: Evidence) -> bool:
    """Whether a sentence lists those of a theme whatever their region."""
    return AIMING in head(evidence) or (THEME in head(evidence) and not regions_in(head(evidence)))


def _of_kinds(there: Sequence[Evidence], text: str) -> list[Evidence]:
    """Those of the kinds of structure asked for; how many there are stands first when that is asked, last when no kind is or
    nobody is of that kind."""
    counted = [e for e in there if e.text.startswith(COUNTED)]
    listing = [e for e in there if kind_listed(e.text)]
    of_kind = [e for e in listing if kind_listed(e.text) in kinds_asked(text)]
    if _HOW_MANY.search(text):
        return [*counted, *(of_kind or listing)]
    return of_kind or [*listing, *counted]
