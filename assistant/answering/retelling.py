"""The last answer told again as it was asked for: shorter, or what its sources have beside it."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answering import texts
from assistant.answering.answer_type import years
from assistant.answering.drafting import Draft, readable
from assistant.answering.evidence import Evidence
from assistant.answering.retold import Retelling, Retold
from assistant.answering.selection import is_about_itself, relevant, same_idea
from assistant.answering.sources_told import with_sources
from assistant.answering.state import Request, State
from assistant.vocabulary import Claim, Language, Turn

# What goes on may speak less closely to the question than what was told, by this share of the best score.
SPARED = 0.1
_AGAIN = (Retelling.MORE, Retelling.NEWER)


def before_it(request: Request, asked_again: Sequence[bool]) -> tuple[Turn, tuple[Turn, ...], str]:
    """The exchange that is told again, those before it, and all that was answered to it; `asked_again` says of each exchange
    whether it only asked for the one before again."""
    told, at = [request.history[-1].answer], len(request.history) - 1
    while asked_again[at]:
        at -= 1
        told.append(request.history[at].answer)
    return request.history[at], request.history[:at], "\n".join(told)


def left_to_tell(state: State) -> list[Evidence]:
    """The sentences that may be told: all of them, or those that were not yet told, or are as recent as is wanted."""
    again = state.get("retold")
    if again is None or again.how not in _AGAIN:
        return state["evidence"]
    near = relevant(state["evidence"], SPARED)
    if again.how is Retelling.NEWER:
        return [e for e in near if any(int(year) > again.after for year in years(e.text))]
    told = [e for e in state["evidence"] if readable(e.text) in again.told]
    named = {mention.resolved.cluster.id for mention in state["mentions"]}
    if state.get("looked_up"):  # of what a sheet tells of a cluster, the rest of the sheet goes on
        near = [e for e in state["evidence"] if e.document.meta.get("cluster_id") in named and not is_about_itself(e)]
    return [e for e in near if e not in told and not any(same_idea(e, other) for other in told)]


def tells_more(state: State) -> bool:
    """Whether only what was not yet told is wanted."""
    again = state.get("retold")
    return again is not None and again.how in _AGAIN


def told_in(state: State) -> Language:
    """The language that the answer is told in."""
    again = state.get("retold")
    return again.language or state["language"] if again else state["language"]


def nothing_left(state: State) -> str | None:
    """What to say when nothing more is known; None when no more was asked for."""
    again = state.get("retold")
    if again is None or again.how not in _AGAIN:
        return None
    told = texts.NOTHING_NEWER if again.how is Retelling.NEWER else texts.TOLD_ALL
    return told[told_in(state)].format(after=again.after)


def as_asked(written: Draft, again: Retold) -> Draft:
    """The draft with its sources, or shortened, where that was asked for."""
    if again.how is Retelling.SOURCES:
        return with_sources(written, again.meant)
    if again.how not in (Retelling.SHORT, Retelling.UNCLEAR) or not written.claims or written.suggestions:
        return written
    short = _shortened(written, again.sentences)
    if again.how is Retelling.UNCLEAR:
        short.lines += ["", texts.NOT_REWORDED[written.language]]
    return short


def _shortened(written: Draft, count: int) -> Draft:
    """The first sentences of a draft, with their citations."""
    short = replace(written, lines=[], claims=[], citations=[], next_steps=[], warnings=[*written.warnings])
    numbers = dict[int, int]()
    for claim in written.claims[:count]:
        for n in claim.citations:
            numbers.setdefault(n, len(numbers) + 1)
        cited = tuple(numbers[n] for n in claim.citations)
        short.claims.append(Claim(text=claim.text, citations=cited))
        said = claim.text if written.language == "fr" or written.generator != "extractif" else f"“{claim.text}”"
        short.lines.append(f"{said} {' '.join(f'[{n}]' for n in cited)}")
    short.citations += [
        citation.model_copy(update={"n": numbers[citation.n]})
        for citation in written.citations
        if citation.n in numbers
    ]
    short.citations.sort(key=lambda citation: citation.n)
    short.warnings[:] = _of_its_figures(short)
    return short


def _of_its_figures(short: Draft) -> list[str]:
    """The warnings of a shortened draft, that on old figures of those that it still has."""
    template = texts.OLD_FIGURES[short.language]
    told = {str(citation.figures_year) for citation in short.citations}
    kept = list[str]()
    for warning in short.warnings:
        if not warning.startswith(template.partition("{years}")[0]):
            kept.append(warning)
        elif left := sorted(told & years(warning)):
            kept.append(template.format(years=", ".join(left)))
    return kept
