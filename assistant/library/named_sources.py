"""Sources as a reader knows them: title, organisation and year, where the directory holds an address."""

from collections.abc import Iterable

from assistant.errors import CorpusError
from assistant.library.facts import Facts
from assistant.vocabulary import Comparison, Source


def with_source_names(comparison: Comparison, facts: Facts) -> Comparison:
    """The comparison with a name for each source of its cells that the registry or a fact knows."""
    met = {source for row in comparison.indicators for cell in row.cells for source in cell.sources}
    met |= {source for average in comparison.averages for source in average.sources}
    return comparison.model_copy(update={"source_names": names_of(met, facts)})


def names_of(sources: Iterable[str], facts: Facts) -> dict[str, str]:
    """The name of each source that the registry or a fact knows, the others left out."""
    return {source: name for source in sorted(set(sources)) if (name := _name(source, facts))}


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
