"""The passport: what the assistant knows, how far it was read, what it lacks, what grows old.

Computed from the corpus as loaded and from today's date; nothing here reads a file.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.clusters.blanks import is_blank
from assistant.clusters.directory import Directory
from assistant.clusters.maturity import end_of
from assistant.corpus_quality.fronts import NoteTheme, themes_of
from assistant.corpus_quality.notes import Note
from assistant.library.changes import Changes
from assistant.library.facts import PAPER, Fact, Facts, Verification
from assistant.vocabulary import OLD_AFTER_YEARS, DocumentType, Grade, Model, Seen

SOON = timedelta(days=90)
SHOWN = 10  # oldest figures
THIN_THEMES = 5
_NO_FIGURE = re.compile(r"\b(?:19|20)\d\d\b|\barticle \d+")
_FIGURE = re.compile(r"(?<!\w)\d")
_LABELS = frozenset({"pole", "grappe", "gold", "silver", "bronze", "autre"})


class ThemeKnown(Model):
    """How much a theme of the notes rests on."""

    theme: str
    fr: str
    en: str
    notes: int
    facts: int


class OldFigure(Model):
    """A fact with figures, the latest year it dates from, and the notes that quote it."""

    fact: str
    year: int
    text: str
    notes: tuple[str, ...]


class Expiring(Model):
    """A label of an active cluster that ends soon; `presumed` when its end was not seen but follows from its length."""

    cluster_id: str
    name: str
    label: str
    until: date
    presumed: bool


class Side(Model):
    """One side of a disagreement: a fact, its year (null when undated), how far it was verified, who says it."""

    fact: str
    year: int | None
    text: str
    verification: Verification
    sources: tuple[str, ...]


class Gaps(Model):
    """What is not known: themes resting on the fewest facts, active clusters by missing field, sources without a
    fact."""

    thin_themes: tuple[str, ...]
    active_clusters: int
    clusters_without: dict[str, tuple[str, ...]]
    sources_not_used: tuple[str, ...]


class Passport(Model):
    """What the assistant knows on a day."""

    corpus_version: str
    today: date
    documents: dict[DocumentType, int]
    themes: tuple[ThemeKnown, ...]
    phases: dict[str, int]
    years: dict[int, int]
    facts: int
    verification: dict[Verification, int]
    readings: dict[Seen, int]
    sources: dict[Grade, dict[Seen, int]]
    licences: dict[str, int]
    gaps: Gaps
    old_figures: int
    dated_figures: int
    oldest_figures: tuple[OldFigure, ...]
    disagreements: tuple[tuple[Side, ...], ...]
    expiring: tuple[Expiring, ...]
    changes: Changes | None


@dataclass(frozen=True, slots=True)
class Held:
    """What a passport is made from, already loaded; `documents` are the types of what the library holds."""

    notes: Sequence[Note]
    facts: Facts
    directory: Directory
    themes: Mapping[str, NoteTheme]
    documents: Sequence[DocumentType]
    corpus_version: str
    changes: Changes | None


def passport(held: Held, today: date) -> Passport:
    """The passport of a corpus on a day."""
    facts = held.facts.facts.values()
    themes = _themes(held)
    figures = _figures(held.notes, facts)
    verified = Counter(fact.verification for fact in facts)
    readings = Counter(_best_reading(fact, held.facts) for fact in facts)
    grades = Counter((entry.grade, entry.seen) for entry in held.facts.sources.values())
    return Passport(
        corpus_version=held.corpus_version,
        today=today,
        documents={kind: held.documents.count(kind) for kind in DocumentType},
        themes=themes,
        phases=dict(Counter(str(note.meta.get("phase")) for note in held.notes).most_common()),
        years=dict(sorted(Counter(year for fact in facts for year in set(fact.years)).items())),
        facts=len(held.facts.facts),
        verification={word: verified[word] for word in Verification},
        readings={word: readings[word] for word in Seen},
        sources={grade: {seen: grades[grade, seen] for seen in Seen if grades[grade, seen]} for grade in Grade},
        # The registry has no field for licences: notes are our own wording, and sources are only named.
        licences={"non_enregistree": len(held.facts.sources)},
        gaps=_gaps(held, themes),
        old_figures=sum(figure.year < today.year - OLD_AFTER_YEARS for figure in figures),
        dated_figures=len(figures),
        oldest_figures=tuple(figures[:SHOWN]),
        disagreements=_disagreements(held.facts),
        expiring=_expiring(held.directory, today),
        changes=held.changes,
    )


def _themes(held: Held) -> tuple[ThemeKnown, ...]:
    """Every theme, the one resting on the most facts first."""
    known = []
    for theme, name in held.themes.items():
        bearing = [note for note in held.notes if theme in themes_of(note)]
        facts = {fact for note in bearing for fact in note.facts}
        known.append(ThemeKnown(theme=theme, fr=name.fr, en=name.en, notes=len(bearing), facts=len(facts)))
    return tuple(sorted(known, key=lambda t: (-t.facts, t.theme)))


def _best_reading(fact: Fact, facts: Facts) -> Seen:
    """How far the best read of a fact's sources was read for it."""
    order = list(Seen)
    return min((link.seen or facts.sources[link.id].seen for link in fact.sources), key=order.index)


def _figures(notes: Iterable[Note], facts: Iterable[Fact]) -> list[OldFigure]:
    """The dated facts that hold a figure other than a year, oldest first."""
    quoted: dict[str, list[str]] = {}
    for note in notes:
        for key in note.facts:
            quoted.setdefault(key, []).append(note.file)
    figures = [
        OldFigure(fact=fact.id, year=max(fact.years), text=fact.text, notes=tuple(quoted.get(fact.id, ())))
        for fact in facts
        if fact.years and _FIGURE.search(_NO_FIGURE.sub("", fact.text))
    ]
    return sorted(figures, key=lambda figure: (figure.year, figure.fact))


def _disagreements(facts: Facts) -> tuple[tuple[Side, ...], ...]:
    """Sources that disagree, side by side, each with its year."""
    return tuple(
        tuple(
            Side(
                fact=fact.id,
                year=facts.year(fact.id),
                text=fact.text,
                verification=fact.verification,
                sources=tuple(source.publisher or source.title for source in facts.sources_of([fact.id])),
            )
            for fact in group
        )
        for group in facts.disagreements
    )


def _gaps(held: Held, themes: Sequence[ThemeKnown]) -> Gaps:
    active = held.directory.active
    fields = ("technologies", "markets", "team", "budget", "members", "website", "founded", "regions")
    return Gaps(
        thin_themes=tuple(known.theme for known in reversed(themes[-THIN_THEMES:])),
        active_clusters=len(active),
        clusters_without={field: tuple(c.id for c in active if is_blank(c, field)) for field in fields},
        sources_not_used=_not_used(held),
    )


def _not_used(held: Held) -> tuple[str, ...]:
    """Sources of the registry on which no fact, cluster or relation rests."""
    used = {link.id for fact in held.facts.facts.values() for link in fact.sources}
    addresses = {PAPER} | {address for relation in held.directory.relations for address in relation.sources}
    for cluster in held.directory.clusters:
        parts = [cluster.pages, *(label.sources for label in cluster.labels), *(c.sources for c in cluster.turnover)]
        addresses |= {address for part in parts for address in part}
    entries = held.facts.sources.values()
    return tuple(entry.id for entry in entries if entry.id not in used and entry.url not in addresses)


def _expiring(directory: Directory, today: date) -> tuple[Expiring, ...]:
    """The labels of active clusters that end within 90 days, soonest first."""
    ending = [
        Expiring(
            cluster_id=cluster.id,
            name=cluster.short_name,
            label=label.name,
            until=end,
            presumed=label.valid_until is None,
        )
        for cluster in directory.active
        for label in cluster.labels
        if label.kind in _LABELS and (end := end_of(label)) is not None and today <= end <= today + SOON
    ]
    return tuple(sorted(ending, key=lambda e: (e.until, e.name)))
