"""The sources of a comparison as a reader knows them: title, organisation and year, where the directory holds an address."""

from assistant.errors import CorpusError
from assistant.library.facts import Facts
from assistant.vocabulary import Comparison, Source


def with_source_names(comparison: Comparison, facts: Facts) -> Comparison:
    """The comparison with a name for each source of its cells that the registry or a fact knows."""
    met = {source for row in comparison.indicators for cell in row.cells for source in cell.sources}
    met |= {source for average in comparison.averages for source in average.sources}
    return comparison.model_copy(update={"source_names": {s: name for s in sorted(met) if (name := _name(s, facts))}})


def _name(source: str, facts: Facts) -> str | None:
    if source in facts.facts:
        return " ; ".join(named(found) for found in facts.sources_of([source]))
    try:
        return named(facts.source_by_url(source))
    except CorpusError:  # declared by a cluster, or a title
        return None


def named(source: Source) -> str:
    """« Title, organisation, year »."""
    return ", ".join(str(part) for part in (source.title, source.publisher, source.year) if part)
