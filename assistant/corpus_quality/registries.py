"""The YAML registries held against each other: every source, fact and cluster that is named is there."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from assistant.clusters.files import read_yaml
from assistant.corpus_quality.findings import Finding, Kind, entry_lines
from assistant.corpus_quality.notes import Note
from assistant.library.facts import FACTS_FILE, PAPER, SOURCES_FILE, Facts, Verification

CLUSTERS_FILE, RELATIONS_FILE = "clusters.yaml", "relations.yaml"
_LOST = Verification.NON_RETROUVE
_DOUBT = re.compile(r"\b(?:non|pas) (?:\w+ ){0,2}(?:retrouv|recontrôl)é|\bà recouper\b", re.IGNORECASE)


def dead_references(corpus: Path) -> Iterator[Finding]:
    """Sources that are not in the registry and clusters that are not in the directory. Raises CorpusError."""
    sources, clusters = _entries(corpus, SOURCES_FILE), _entries(corpus, CLUSTERS_FILE)
    known, addresses = {s.get("id") for s in sources}, {s.get("url") for s in sources} | {PAPER}
    names = {c.get("id") for c in clusters}
    for fact in _entries(corpus, FACTS_FILE):
        wanted = [link.get("id") for link in _dicts(fact.get("sources"))]
        yield from _absent(corpus, FACTS_FILE, fact, wanted, known, Kind.SOURCE)
    for cluster in clusters:
        yield from _absent(corpus, CLUSTERS_FILE, cluster, _addresses(cluster), addresses, Kind.SOURCE)
        into = [cluster["merged_into"]] if cluster.get("merged_into") else []
        yield from _absent(corpus, CLUSTERS_FILE, cluster, into, names, Kind.IDENTIFIANT)
    for relation in _entries(corpus, RELATIONS_FILE):
        yield from _absent(corpus, RELATIONS_FILE, relation, _addresses(relation), addresses, Kind.SOURCE)
        parties = [*(relation.get("clusters") or ()), *(relation.get("helpers") or ())]
        yield from _absent(corpus, RELATIONS_FILE, relation, parties, names, Kind.IDENTIFIANT)


def _absent(
    corpus: Path, file: str, entry: dict[str, Any], wanted: Iterable[object], known: set[Any], kind: Kind
) -> Iterator[Finding]:
    for name in dict.fromkeys(wanted):
        if name not in known:
            registry = SOURCES_FILE if kind == Kind.SOURCE else CLUSTERS_FILE
            yield Finding(
                file=f"corpus/{file}",
                line=entry_lines(corpus / file).get(str(entry.get("id")), 1),
                kind=kind,
                what=f"{entry.get('id')} cite « {name} », absent de corpus/{registry}",
                remedy=f"Ajoutez « {name} » à corpus/{registry}, ou corrigez cette entrée.",
            )


def _entries(corpus: Path, file: str) -> list[dict[str, Any]]:
    return _dicts(read_yaml(corpus / file))


def _dicts(value: object) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _addresses(entry: dict[str, Any]) -> list[object]:
    origins = list((entry.get("origins") or {}).values())
    parts = [entry, *_dicts(entry.get("labels")), *_dicts(entry.get("turnover")), *_dicts(origins)]
    return [address for part in parts for address in part.get("sources") or ()]


def dead_facts(notes: Iterable[Note], facts: Facts) -> Iterator[Finding]:
    """Paragraphs that name no fact, or one that is not in the registry."""
    for note in notes:
        for paragraph in note.paragraphs:
            if not paragraph.facts:
                yield Finding(
                    file=note.file,
                    line=paragraph.line,
                    kind=Kind.IDENTIFIANT,
                    what=f"aucun fait sous « {paragraph.text[:60]} »",
                    remedy="Ajoutez sous ce paragraphe les faits sur lesquels il repose : <!-- F001, F002 -->.",
                )
            for fact in paragraph.facts:
                if fact not in facts.facts:
                    yield Finding(
                        file=note.file,
                        line=paragraph.line,
                        kind=Kind.IDENTIFIANT,
                        what=f"le fait {fact} n'est pas dans corpus/{FACTS_FILE}",
                        remedy="Corrigez cet identifiant, ou ajoutez le fait avec sa source.",
                    )


def unsaid_doubts(notes: Iterable[Note], facts: Facts) -> Iterator[Finding]:
    """Paragraphs that rest on a fact not found again in its source, without a word of it: a quote stands alone."""
    for note in notes:
        for paragraph in note.paragraphs:
            lost = [f for f in paragraph.facts if f in facts.facts and facts.facts[f].verification == _LOST]
            if lost and not _DOUBT.search(paragraph.text):
                yield Finding(
                    file=note.file,
                    line=paragraph.line,
                    kind=Kind.RELECTURE,
                    what=f"{', '.join(lost)} n'a pas été retrouvé à la relecture et le paragraphe ne le dit pas",
                    remedy="Ajoutez « non retrouvé à la relecture » à la phrase, ou « à recouper ».",
                )


def unused_facts(corpus: Path, notes: Iterable[Note], facts: Facts) -> Iterator[Finding]:
    """Facts that no note rests on."""
    used = {fact for note in notes for fact in note.facts}
    unused = facts.facts.keys() - used
    lines = entry_lines(corpus / FACTS_FILE) if unused else {}
    for fact in sorted(unused):
        yield Finding(
            file=f"corpus/{FACTS_FILE}",
            line=lines.get(fact, 1),
            kind=Kind.FAIT_INUTILISE,
            what=f"aucune note ne repose sur {fact}",
            remedy="Dites-le dans une note de ce thème, ou retirez ce fait.",
        )
