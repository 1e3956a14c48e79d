"""Which sentences of the directory's lists answer: of the region and theme asked, trades before those who only aim at a
market."""

import re
from collections.abc import Sequence

from assistant.answering.answer_type import asks_names
from assistant.answering.context import Context
from assistant.answering.evidence import SHIPPED, Evidence
from assistant.clusters.lists import AIMING, THEME
from assistant.clusters.territory import regions_in
from assistant.vocabulary import DocumentType

_COLON = re.compile(r"\s:\s")


def beside_the_list(context: Context, evidence: Evidence) -> bool:
    """Whether a sentence of a list is of a region that nobody spoke of, or names no cluster though names are asked
    for."""
    if not _of_list(evidence):
        return False
    own = context.profile.regions if context.profile else ()
    elsewhere = regions_in(head(evidence)) - regions_in(context.question) - frozenset(own)
    if elsewhere and THEME in head(evidence) and context.language == "fr":  # regions are known by their French names
        return True
    return asks_names(context.question) and not context.directory.mentions(evidence.text)


def lists_as_asked(context: Context, told: Sequence[Evidence]) -> list[Evidence]:
    """The sentences, those of lists among themselves in the order of how much of what is asked they list; when a region
    is asked, only those that list as much as the best."""
    vocabulary = context.directory.vocabulary
    themes, regions = vocabulary.themes_in(context.question), regions_in(context.question)

    def named(evidence: Evidence) -> int:
        of_what = head(evidence)
        return len(vocabulary.themes_in(of_what) & themes) + len(regions_in(of_what) & regions)

    lists = sorted(filter(_of_list, told), key=lambda e: (-named(e), AIMING in head(e)))
    kept = iter([e for e in lists if not regions or named(e) == named(lists[0])])
    return [e for e in (next(kept, None) if _of_list(e) else e for e in told) if e]


def _of_list(evidence: Evidence) -> bool:
    document = evidence.document
    of_directory = document.origin == SHIPPED and document.type == DocumentType.ANNUAIRE
    return of_directory and not document.meta.get("cluster_id")


def head(evidence: Evidence) -> str:
    """What a sentence of a list is a list of."""
    return _COLON.split(evidence.text, maxsplit=1)[0]
