"""What the last answer quoted, each sentence with the document it stands in, the sources behind it and how far they were read."""

from dataclasses import replace

from assistant.answering.drafting import Draft, readable
from assistant.answering.presenting import PROVENANCES, source_text
from assistant.answering.source_asked import nearness
from assistant.vocabulary import Citation, Claim, Language

# As many sentences are told again, and as many sources of each.
SHOWN, SOURCES = 4, 3


def with_sources(written: Draft, meant: frozenset[str]) -> Draft:
    """The sentences of a draft that are meant, with their sources; the draft as it is when none of them is."""
    near = {citation.n: nearness(meant, citation.quote) for citation in written.citations}
    best = max(near.values(), default=0.0)
    if not best:
        return written
    kept = [citation for citation in written.citations if near[citation.n] == best][:SHOWN]
    told = replace(written, lines=[], claims=[], citations=[], suggestions=[], comparison=None, next_steps=[])
    for number, citation in enumerate(kept, start=1):
        sentence = readable(citation.quote)
        told.citations.append(citation.model_copy(update={"n": number}))
        told.claims.append(Claim(text=sentence, citations=(number,)))
        told.lines += [*([""] if told.lines else []), f"{_quoted(sentence, written.language)} [{number}]", ""]
        told.lines += _behind(citation, written.language)
    return told


def _quoted(sentence: str, language: Language) -> str:
    return sentence if language == "fr" else f"“{sentence}”"


def _behind(citation: Citation, language: Language) -> list[str]:
    """The document of a sentence, its page, and the sources it rests on."""
    where = (
        f"{citation.title}, p. {citation.page_label or citation.page} ({PROVENANCES[citation.provenance][language]})"
    )
    return [f"- {where}", *(f"- {source_text(source, language)}" for source in citation.sources[:SOURCES])]
