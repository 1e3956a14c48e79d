"""All the checks of a corpus, in the order in which they rest on each other. It reads and changes nothing."""

import re
from pathlib import Path

from assistant.clusters.directory import load_directory
from assistant.corpus_quality.figures import untraced_figures
from assistant.corpus_quality.findings import Finding, Kind, entry_lines
from assistant.corpus_quality.fronts import empty_themes, front_faults, read_note_themes
from assistant.corpus_quality.likeness import near_duplicates
from assistant.corpus_quality.notes import read_notes
from assistant.corpus_quality.registries import dead_facts, dead_references, unsaid_doubts, unused_facts
from assistant.corpus_quality.typography import registry_typography, typography_faults
from assistant.errors import CorpusError
from assistant.library.facts import load_facts


def check_corpus(corpus: Path) -> list[Finding]:
    """Every fault of the folder `corpus`, by file and line; empty when it is clean.

    Registries that do not hold together are told first and alone: nothing else could be judged.
    """
    found: list[Finding] = []
    try:
        found += dead_references(corpus)
        facts, directory, themes = load_facts(corpus), load_directory(corpus), read_note_themes(corpus)
        notes = read_notes(corpus)
    except CorpusError as error:
        return _sorted(found or [_unreadable(corpus, error)])
    found += dead_facts(notes, facts)
    found += unsaid_doubts(notes, facts)
    found += untraced_figures(notes, facts)
    found += unused_facts(corpus, notes, facts)
    found += front_faults(notes, facts, themes)
    found += empty_themes(corpus, notes, themes)
    found += near_duplicates(notes)
    found += typography_faults(notes)
    found += registry_typography(corpus, facts, directory)
    return _sorted(found)


def _sorted(findings: list[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: (finding.file, finding.line, finding.kind))


def _unreadable(corpus: Path, error: CorpusError) -> Finding:
    """What validation refused, at the entry that its message names."""
    message = error.message()
    name = re.findall(r"[\w-]+\.(?:yaml|md)", message)[0]
    file = next(corpus.rglob(name), corpus / name)
    entry, line = re.search(r"entrée ([^\s,]+)", message), re.search(r"ligne (\d+)", message)
    number = int(line[1]) if line else 1
    if entry and file.exists():
        number = entry_lines(file).get(entry[1], 1)
    return Finding(
        file=f"corpus/{file.relative_to(corpus).as_posix()}",
        line=number,
        kind=Kind.FORMAT,
        what=message,
        remedy=error.remedy(),
    )
