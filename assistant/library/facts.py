"""The registry of facts and of the sources behind them: what a note or a sheet rests on, and how far it was read.

`corpus/facts.yaml` holds the facts, `corpus/sources.yaml` the sources. Every fact names its sources by id; the
directory and the relations name theirs by address, and `paper` stands for the article the product started from.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Literal, TypeVar

import yaml
from pydantic import Field, HttpUrl, TypeAdapter, ValidationError, field_validator

from assistant.errors import CorpusError
from assistant.vocabulary import Grade, Model, Seen, Source

FACTS_FILE = "facts.yaml"
SOURCES_FILE = "sources.yaml"
ARTICLE = "article-interclustering"
PAPER = "paper"
"""How the directory and the relations write the source `ARTICLE`."""

_M = TypeVar("_M", bound=Model)
_E = TypeVar("_E", "Fact", "SourceEntry")
_ADDRESS = TypeAdapter(HttpUrl)
_REASONS = {
    "missing": "champ manquant",
    "extra_forbidden": "champ inconnu",
    "enum": "valeur hors de la liste permise",
    "literal_error": "valeur hors de la liste permise",
    "url_parsing": "adresse mal écrite",
    "url_scheme": "adresse qui ne commence pas par http:// ou https://",
    "too_short": "liste vide",
    "string_too_short": "texte vide",
    "string_pattern_mismatch": "identifiant mal formé",
}
"""What pydantic finds wrong, in French."""
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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


class Fact(Model):
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


class SourceEntry(Model):
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

    def disagreeing(self, fact_ids: Iterable[str]) -> tuple[Fact, ...]:
        """What disagrees with these facts, by year, oldest first: show it beside them. None of them is given back."""
        given = set(fact_ids)
        touched = [group for group in self.disagreements if any(fact.id in given for fact in group)]
        return tuple(fact for group in touched for fact in group if fact.id not in given)

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
    sources = _by_id(SOURCES_FILE, [_entry(SOURCES_FILE, SourceEntry, raw) for raw in _read(corpus / SOURCES_FILE)])
    facts = _by_id(FACTS_FILE, [_entry(FACTS_FILE, Fact, raw) for raw in _read(corpus / FACTS_FILE)])
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


def _read(path: Path) -> list[object]:
    """The entries of a YAML file whose top level is a list."""
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), _Loader)
    except (OSError, UnicodeDecodeError) as error:
        raise _error(path.name, None, f"fichier illisible ({error})", f"unreadable file ({error})") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else "?"
        raise _error(path.name, None, f"YAML invalide, ligne {line}", f"invalid YAML, line {line}") from error
    if not isinstance(content, list):
        raise _error(path.name, None, "une liste était attendue", "a list was expected")
    return content


def _entry(file: str, model: type[_M], raw: object) -> _M:
    """One entry as its model; the error names the entry by id, or by what it holds when it has none."""
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "?"
        name = str(raw.get("id")) if isinstance(raw, dict) else repr(raw)[:60]
        reason = _REASONS.get(first["type"], "valeur incorrecte")
        raise _error(file, name, f"« {place} », {reason}", f"“{place}”, {first['msg']}") from error


def _by_id(file: str, entries: list[_E]) -> dict[str, _E]:
    """Entries by id, each id once."""
    found: dict[str, _E] = {}
    for entry in entries:
        if entry.id in found:
            raise _error(file, entry.id, "identifiant en double", "duplicate id")
        found[entry.id] = entry
    return found


def _check_addresses(sources: Mapping[str, SourceEntry]) -> None:
    """An address leads to one source only."""
    seen: dict[str, str] = {}
    for entry in sources.values():
        if entry.url and entry.url in seen:
            other = seen[entry.url]
            raise _error(SOURCES_FILE, entry.id, f"même adresse que « {other} »", f"same address as “{other}”")
        if entry.url:
            seen[entry.url] = entry.id


def _error(file: str, entry: str | None, fr: str, en: str) -> CorpusError:
    """A CorpusError that says where (file, and entry when there is one), why, and what to do."""
    where_fr, where_en = (f", entrée {entry}", f", entry {entry}") if entry else ("", "")
    return CorpusError(
        (f"corpus/{file}{where_fr} : {fr}.", f"corpus/{file}{where_en}: {en}."),
        (
            f"Corrigez corpus/{file} à cet endroit, puis relancez la commande.",
            f"Correct corpus/{file} at this place, then run the command again.",
        ),
    )
