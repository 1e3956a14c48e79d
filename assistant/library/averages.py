"""The published averages that a comparison is set beside, each with the fact it rests on."""

from pathlib import Path

from assistant.clusters.files import corpus_error, read_list, validated
from assistant.clusters.indicators import ROWS
from assistant.library.facts import Facts
from assistant.library.named_sources import named
from assistant.vocabulary import Average

FILE_NAME = "averages.yaml"


def load_averages(corpus: Path, facts: Facts) -> tuple[Average, ...]:
    """The averages of the folder `corpus`, with the addresses or titles of the sources of their facts.

    Raises CorpusError for an unknown field, indicator or fact.
    """
    path = corpus / FILE_NAME
    averages = [validated(Average, item, path, f"n° {at}") for at, item in enumerate(read_list(path), start=1)]
    for average in averages:
        if average.indicator not in ROWS:
            raise corpus_error(path, f"entrée {average.fact}, champ indicator", "indicateur inconnu")
    return tuple(_sourced(average, facts) for average in averages)


def _sourced(average: Average, facts: Facts) -> Average:
    found = facts.sources_of([average.fact])
    sources = tuple(source.url or source.title for source in found)
    return average.model_copy(update={"sources": sources, "according_to": named(found[0])})
