"""The registry of facts and of the sources behind them: what a note or a sheet rests on, and how far it was read.

`corpus/facts.yaml` holds the facts, `corpus/sources.yaml` the sources. Every fact names its sources by id; the
directory and the relations name theirs by address, and `paper` stands for the article the product started from.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import Field, HttpUrl, TypeAdapter, field_validator

from assistant.clusters.entries import Entry
from assistant.clusters.files import corpus_error, read_entries
from assistant.errors import CorpusError
from assistant.vocabulary import Grade, Model, Seen, Source

FACTS_FILE = "facts.yaml"
SOURCES_FILE = "sources.yaml"
ARTICLE = "article-interclustering"
PAPER = "paper"
"""How the directory and the relations write the source `ARTICLE`."""

_ADDRESS = TypeAdapter(HttpUrl)


class Verification(StrEnum):
    """What reading a fact again against its source gave, most trusted first.

    `non_retrouve` is the weakest: the source was looked for and not found; `non_controle` was not looked for.
    """

    CONFIRME = "confirme"
    CORRIGE = "corrige"
    PARTIEL = "partiel"
    NON_CONTROLE = "non_controle"
    NON_RETROUVE = "non_retrouve"


class FactSource(Model):
    """A fact's link to a source: where in it, and, when it differs from the source's own, how far it was read."""

    id: str
    locator: str | None = None
    seen: Seen | None = None


class Fact(Entry):
    """One checkable statement. `years` are those of its figures and events, not a deadline or a target.

    `disagrees_with` names facts that say something else of the same thing, by another source or at another date; it
    is written once, on either side.
    """

    id: str = Field(pattern=r"^F\d{3}$")
    section: str = Field(min_length=1)
    text: str = Field(min_length=1)
    sources: tuple[FactSource, ...] = Field(min_length=1)
    years: tuple[int, ...]
    verification: Verification
    disagrees_with: tuple[str, ...] = ()


class SourceEntry(Entry):
    """One entry of `sources.yaml`. What is not known is null."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str = Field(min_length=1)
    publisher: str | None
    year: int | None = Field(ge=1900, le=2100)
    url: str | None
    type: Literal["article", "page", "texte_officiel", "rapport_evaluation", "bonnes_pratiques", "france_clusters"]
    language: Literal["fr", "en", "de"]
    seen: Seen
    grade: Grade

    @field_validator("url")
    @classmethod
    def _web_address(cls, url: str | None) -> str | None:
        """The address as written: validation normalises it, and it must stay the key others use."""
        if url is not None:
            _ADDRESS.validate_python(url)
        return url

    def as_source(self, link: FactSource | None = None) -> Source:
        """The source as shown, with what a fact's link says of the place and of the reading."""
        return Source(
            title=self.title,
            url=self.url,
            publisher=self.publisher,
            year=self.year,
            locator=link.locator if link else None,
            seen=(link.seen if link else None) or self.seen,
            grade=self.grade,
        )


class Facts:
    """The facts and sources by id, already validated: build it with `load_facts`."""

    def __init__(self, facts: Mapping[str, Fact], sources: Mapping[str, SourceEntry]) -> None:
        self.facts = facts
        self.sources = sources
        self._by_url = {entry.url: entry for entry in sources.values() if entry.url}
        groups = [sorted(group, key=lambda key: (self.year(key) or 0, key)) for group in _groups(facts.values())]
        self.disagreements = tuple(tuple(facts[key] for key in group) for group in sorted(groups))
        """Facts that say something else of the same thing, each group by year, oldest first."""

    def fact(self, fact_id: str) -> Fact:
        """The fact of this id. Raises CorpusError when there is none."""
        try:
            return self.facts[fact_id]
        except KeyError:
            raise _error(FACTS_FILE, fact_id, "fait inconnu", "unknown fact") from None

    def sources_of(self, fact_ids: Iterable[str]) -> tuple[Source, ...]:
        """The sources behind these facts, most reliable grade first, then most recent; undated ones last.

        A source appears once per way it was read, with all its places. Raises CorpusError on an unknown fact.
        """
        merged: dict[tuple[str, Seen], Source] = {}
        for link in (link for fact_id in fact_ids for link in self.fact(fact_id).sources):
            source = self.sources[link.id].as_source(link)
            key = link.id, source.seen
            merged[key] = _with_places(merged[key], source.locator) if key in merged else source
        grades = list(Grade)
        return tuple(sorted(merged.values(), key=lambda s: (grades.index(s.grade), -(s.year or 0))))

    def year(self, fact_id: str) -> int | None:
        """The latest year of a fact, else of its sources; null when nothing is dated. Raises CorpusError as `fact`."""
        fact = self.fact(fact_id)
        return max(fact.years or [y for link in fact.sources if (y := self.sources[link.id].year)], default=None)

    def source_by_url(self, url: str) -> Source:
        """The source at this address; `paper` is the article. Raises CorpusError when it is not listed."""
        if url == PAPER:
            return self.sources[ARTICLE].as_source()
        try:
            return self._by_url[url].as_source()
        except KeyError:
            raise _error(SOURCES_FILE, url, "adresse absente du registre", "address not in the registry") from None

    def confidence(self, fact_ids: Iterable[str]) -> Verification:
        """The weakest verification among these facts. Raises ValueError when there are none, CorpusError as `fact`."""
        order = list(Verification)
        return max((self.fact(fact_id).verification for fact_id in fact_ids), key=order.index)


def load_facts(corpus: Path) -> Facts:
    """Read and validate the registry of the folder `corpus`.

    Raises CorpusError, which names the file and the entry: missing or unreadable file, wrong or unknown field,
    duplicate id or address, bad address, fact resting on an unknown source.
    """
    sources = {entry.id: entry for entry in read_entries(corpus / SOURCES_FILE, SourceEntry)}
    facts = {entry.id: entry for entry in read_entries(corpus / FACTS_FILE, Fact)}
    _check_addresses(sources)
    if ARTICLE not in sources:
        raise _error(SOURCES_FILE, ARTICLE, "l'article de départ manque", "the starting article is missing")
    for fact in facts.values():
        for link in fact.sources:
            if link.id not in sources:
                raise _error(FACTS_FILE, fact.id, f"source inconnue « {link.id} »", f"unknown source “{link.id}”")
        for other in fact.disagrees_with:
            if other not in facts or other == fact.id:
                fr = f"désaccord avec « {other} », qui n'est pas un autre fait"
                raise _error(FACTS_FILE, fact.id, fr, f"disagrees with “{other}”, which is no other fact")
    return Facts(facts, sources)


def _groups(facts: Iterable[Fact]) -> set[frozenset[str]]:
    """The facts that disagree, in groups: those joined by a chain of disagreements are about the same thing."""
    group_of: dict[str, set[str]] = {}
    for fact in facts:
        for other in fact.disagrees_with:
            joined = group_of.get(fact.id, {fact.id}) | group_of.get(other, {other})
            group_of.update(dict.fromkeys(joined, joined))
    return {frozenset(group) for group in group_of.values()}


def _with_places(source: Source, locator: str | None) -> Source:
    """The same source with one more place in it, unless it is already named."""
    places = source.locator.split(" ; ") if source.locator else []
    if locator is None or locator in places:
        return source
    return source.model_copy(update={"locator": " ; ".join([*places, locator])})


def _check_addresses(sources: Mapping[str, SourceEntry]) -> None:
    """An address leads to one source only."""
    seen: dict[str, str] = {}
    for entry in sources.values():
        if entry.url and entry.url in seen:
            other = seen[entry.url]
            raise _error(SOURCES_FILE, entry.id, f"même adresse que « {other} »", f"same address as “{other}”")
        if entry.url:
            seen[entry.url] = entry.id


def _error(file: str, entry: str, fr: str, en: str) -> CorpusError:
    return corpus_error(Path("corpus") / file, f"entrée {entry}", fr, en)
