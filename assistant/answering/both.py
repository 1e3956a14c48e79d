"""The shipped corpus and added files searched for one question: which of them answers, which is only pointed to.

The corpus is searched as if nothing had been added, so that no added file changes what it says. An added file, which nobody
checked, is quoted when the question is after it: it says so, or gives a name that only added files have. Else the
person is told where it speaks of the subject, and asks for it.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from assistant.answering import texts
from assistant.answering.added import HALF_READ, beside, corpus_leads
from assistant.answering.evidence import Evidence
from assistant.answering.known_questions import NOTHING
from assistant.answering.own_documents import After, after, is_only_added
from assistant.answering.reading import evidence_of
from assistant.answering.sought import searched_words
from assistant.answering.state import Knowledge, State
from assistant.index.search import Hit, Searched, search
from assistant.index.shipped_part import ShippedPart
from assistant.library.fetching import FOLDER
from assistant.library.places import place
from assistant.vocabulary import Language

Decide = Callable[[Knowledge, State, Sequence[Hit]], State]
"""The sentences of passages found, and whether they answer."""
# Files that are pointed to, and pages of each; from this share of the best score of the corpus, since no word is quoted.
FILES, PAGES, POINTED = 2, 3, 0.65


def retrieved(known: Knowledge, state: State, decide: Decide) -> State:
    """What answers the question, from the corpus or from added files."""
    whole, corpus = known.workspace.generation(), known.workspace.shipped_part()
    if corpus is None:
        return _on(known, state, whole, _hits(known, state, whole), decide)
    alone = _on(known, state, corpus, _hits(known, state, corpus), decide)
    found = _hits(known, state, whole)
    checked = [hit for hit in found if corpus.holds(hit.passage_id)]
    added = [hit for hit in found if not corpus.holds(hit.passage_id)]
    after_what = _after(known, state, corpus) if added else After.ANYWHERE
    # Known questions and fields speak for the corpus alone: beside an added file they would outweigh it.
    both: State = {**state, "asked": NOTHING, "reads_added": True}
    if after_what is After.ANYWHERE:
        fetched = _fetched(known, added)
        if fetched:
            alone = _together(alone, _on(known, both, whole, _halves(checked, fetched), decide))
        others = [hit for hit in added if hit not in fetched]
        return _pointing(known, state, alone, evidence_of(known, _searching(both, whole), _halves(checked, others)))
    # What is ours is no question of another field.
    ours: State = {**both, "route": state["within_scope"], "uninvited": after_what is After.PERHAPS}
    if after_what is not After.OWN:
        return _together(alone, _told_within(_on(known, ours, whole, _halves(checked, added), decide), ours))
    own = _told_within(_on(known, ours, whole, added, decide), ours)
    return own if "answer" not in own or "answer" in alone else {**alone, "added": own["evidence"]}


def _halves(checked: Sequence[Hit], added: Sequence[Hit]) -> list[Hit]:
    """The best passages of each side, best first."""
    return sorted([*checked[:HALF_READ], *added[:HALF_READ]], key=lambda hit: -hit.score)


def _fetched(known: Knowledge, added: Sequence[Hit]) -> list[Hit]:
    """The passages of public documents that the corpus itself names and `corpus fetch` brought: nobody else wrote them in."""
    folder, library = place(known.settings.home / FOLDER), known.workspace.library
    ids = {entry.document_id for entry in library.manifest().values() if Path(entry.path).is_relative_to(folder)}
    rows = library.passages([hit.passage_id for hit in added]) if ids else {}
    return [hit for hit in added if hit.passage_id in rows and rows[hit.passage_id].document_id in ids]


def _pointing(known: Knowledge, state: State, alone: State, together: Sequence[Evidence]) -> State:
    """What the corpus answers, or its refusal, with where added files speak of it."""
    said = pointed(known, beside(together, POINTED), state["language"])
    if not said or "answer" not in alone:
        return {**alone, "pointed": said}
    refusal, more = alone["answer"], texts.ASK_OWN[state["language"]]
    told = {"warnings": (*refusal.warnings, *said), "follow_ups": (more, *refusal.follow_ups)}
    return {**alone, "answer": refusal.model_copy(update=told)}


def _told_within(update: State, state: State) -> State:
    return update if "answer" in update else {**update, "route": state["route"]}


def _together(alone: State, together: State) -> State:
    """The corpus where it answers, with what added files say below; what was found together where it is silent."""
    silent, refused = "answer" in alone, "answer" in together
    if silent or not (refused or corpus_leads(together["evidence"])):
        return together
    return {**alone, "added": beside(together["evidence"])}


def _on(known: Knowledge, state: State, searched: Searched, hits: Sequence[Hit], decide: Decide) -> State:
    return {"searched": searched, **decide(known, _searching(state, searched), hits)}


def _searching(state: State, searched: Searched) -> State:
    return {**state, "searched": searched}


def _hits(known: Knowledge, state: State, searched: Searched) -> list[Hit]:
    return search(
        searched,
        known.workspace.library,
        state["sought"],
        words=searched_words(known, state),
        lexical_weight=known.settings.lexical_weight,
        depth=known.settings.search_depth,
        reread=known.settings.reread,
    )


def _after(known: Knowledge, state: State, corpus: ShippedPart) -> After:
    if state["asks_own"]:
        return After.OWN
    everything = known.workspace.generation().lexical.knows
    named = partial(is_only_added, unheard=known.speller.is_unheard, corpus=corpus.lexical.knows, all_texts=everything)
    return after(state["question"], state["language"], named)


def pointed(known: Knowledge, near: Sequence[Evidence], language: Language) -> tuple[str, ...]:
    """What tells where added files speak of the subject: their names as files and pages, no word of theirs."""
    pages = dict[str, list[int]]()
    for evidence in near:
        found = pages.setdefault(evidence.document.id, [])
        if evidence.passage.page not in found:
            found.append(evidence.passage.page)
    names = {entry.document_id: Path(entry.path).name for entry in known.workspace.library.manifest().values()}
    said = [
        texts.POINTED_FILE[language].format(name=names[key], pages=", ".join(map(str, sorted(found)[:PAGES])))
        for key, found in list(pages.items())[:FILES]
        if key in names
    ]
    return (texts.POINTED[language].format(files=" ; ".join(said)),) if said else ()
