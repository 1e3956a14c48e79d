"""What a note says of itself in its front matter, held against the facts it rests on."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from assistant.clusters.files import read_named, validated
from assistant.corpus_quality.findings import Finding, Kind
from assistant.corpus_quality.notes import Note
from assistant.library.facts import Facts, Verification
from assistant.vocabulary import DocumentType, Model

THEMES_FILE = "note_themes.yaml"
KEYS = ("title", "type", "themes", "phase", "years", "confidence", "date")
SHELVES = frozenset(DocumentType) - {DocumentType.ANNUAIRE, DocumentType.UTILISATEUR}
PHASES = ("structuration", "developpement", "tous")
WORDS = range(150, 601)
FEWEST_FACTS = 4
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


class NoteTheme(Model):
    """The name of a theme of the notes, in both languages."""

    fr: str
    en: str


def read_note_themes(corpus: Path) -> dict[str, NoteTheme]:
    """The themes a note may bear, by id. Raises CorpusError."""
    path = corpus / THEMES_FILE
    return {key: validated(NoteTheme, value, path, key) for key, value in read_named(path).items()}


def themes_of(note: Note) -> tuple[str, ...]:
    """The themes a note bears."""
    found = note.meta.get("themes")
    return tuple(str(theme) for theme in found) if isinstance(found, list) else ()


def years_of(note: Note, facts: Facts) -> list[int]:
    """The years a note covers: those it tells that date one of its facts, so neither deadlines nor targets."""
    told = {int(year) for part in (*note.paragraphs, *note.headings) for year in _YEAR.findall(part.text)}
    told |= {int(year) for year in _YEAR.findall(str(note.meta.get("title", "")))}
    dated = {year for key in note.facts if key in facts.facts for year in facts.facts[key].years}
    return sorted(told & dated)


def confidence_of(note: Note, facts: Facts) -> str:
    """The weakest verification among a note's facts; « verifie » when all were confirmed or corrected."""
    known = [key for key in note.facts if key in facts.facts]
    weakest = facts.confidence(known) if known else Verification.NON_RETROUVE
    return "verifie" if weakest in (Verification.CONFIRME, Verification.CORRIGE) else weakest.value


def front_faults(notes: Iterable[Note], facts: Facts, themes: Mapping[str, NoteTheme]) -> Iterator[Finding]:
    """Front matters that lack a key or say what is not so, and notes too short, too long or resting on too little."""
    for note in notes:
        for key in KEYS:
            if key not in note.meta:
                yield _fault(note, key, f"« {key} » manque", f"Ajoutez « {key} » à l'en-tête.")
        yield from (fault for key, fault in _faults(note, facts, themes) if key in note.meta)
        if note.shelf not in SHELVES:
            remedy = f"Rangez la note dans l'un de : {', '.join(sorted(SHELVES))}."
            yield _fault(note, "type", f"« {note.shelf} » n'est pas un type de note", remedy)
        words = sum(len(part.text.split()) for part in (*note.paragraphs, *note.headings))
        if words not in WORDS:
            remedy = f"Une note a de {WORDS[0]} à {WORDS[-1]} mots : coupez-la ou complétez-la de faits."
            yield _fault(note, "", f"la note a {words} mots", remedy)
        if len(note.facts) < FEWEST_FACTS:
            remedy = f"Une note repose sur {FEWEST_FACTS} faits au moins : joignez-la à une autre ou complétez-la."
            yield _fault(note, "", f"la note repose sur {len(note.facts)} fait(s)", remedy)


def _faults(note: Note, facts: Facts, themes: Mapping[str, NoteTheme]) -> Iterator[tuple[str, Finding]]:
    for key, expected in (
        ("type", note.shelf),
        ("years", years_of(note, facts)),
        ("confidence", confidence_of(note, facts)),
    ):
        if note.meta.get(key) != expected:
            said = f"« {key} » dit {note.meta.get(key)}"
            yield key, _fault(note, key, said, f"D'après son dossier et ses faits : {key}: {expected}")
    if note.meta.get("phase") not in PHASES:
        yield "phase", _fault(note, "phase", "phase inconnue", f"Écrivez l'une de : {', '.join(PHASES)}.")
    if not _is_day(str(note.meta.get("date"))):
        yield "date", _fault(note, "date", "date mal écrite", "Écrivez la date ainsi : 2026-11-22.")
    if not themes_of(note):
        yield "themes", _fault(note, "themes", "aucun thème", f"Choisissez dans corpus/{THEMES_FILE}.", Kind.THEME)
    for theme in themes_of(note):
        if theme not in themes:
            remedy = f"Choisissez un thème de corpus/{THEMES_FILE}, ou ajoutez celui-ci."
            yield "themes", _fault(note, "themes", f"thème inconnu « {theme} »", remedy, Kind.THEME)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _fault(note: Note, key: str, what: str, remedy: str, kind: Kind = Kind.EN_TETE) -> Finding:
    return Finding(file=note.file, line=note.line_of(key) if key else 1, kind=kind, what=what, remedy=remedy)


def empty_themes(corpus: Path, notes: Iterable[Note], themes: Mapping[str, NoteTheme]) -> Iterator[Finding]:
    """Themes that no note bears."""
    lines = (corpus / THEMES_FILE).read_text(encoding="utf-8").split("\n")
    borne = {theme for note in notes for theme in themes_of(note)}
    for theme in themes:
        if theme not in borne:
            yield Finding(
                file=f"corpus/{THEMES_FILE}",
                line=next((n for n, line in enumerate(lines, 1) if line.startswith(f"{theme}:")), 1),
                kind=Kind.THEME,
                what=f"aucune note ne porte le thème « {theme} »",
                remedy="Écrivez une note sur ce thème, ou retirez-le de la liste.",
            )
