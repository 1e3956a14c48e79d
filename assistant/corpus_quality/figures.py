"""Every figure of a note is in a fact: one of its paragraph's, or for a title or heading one of the note's."""

import re
from collections.abc import Iterable, Iterator

from assistant.corpus_quality.findings import Finding, Kind
from assistant.corpus_quality.notes import Note, Paragraph
from assistant.library.facts import Facts

_NUMBER = re.compile(r"\b\d+(?:,\d+)?\b")
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}\b)")


def numbers(text: str) -> set[str]:
    """Figures of a text, thousands brought together."""
    return set(_NUMBER.findall(_THOUSANDS.sub("", text)))


def untraced(text: str, fact_ids: Iterable[str], facts: Facts) -> list[str]:
    """The figures of `text` that none of these facts holds; unknown facts hold nothing."""
    held = numbers(" ".join(facts.facts[key].text for key in fact_ids if key in facts.facts))
    # « 150 à 180 000 € » is written out as « 150 000 à 180 000 € »
    return sorted(n for n in numbers(text) - held if n.removesuffix("000") not in held)


def untraced_figures(notes: Iterable[Note], facts: Facts) -> Iterator[Finding]:
    """The figures of the notes that rest on nothing."""
    for note in notes:
        title = Paragraph(note.line_of("title"), str(note.meta.get("title", "")))
        for part, ids in [(p, p.facts) for p in note.paragraphs] + [(h, note.facts) for h in (title, *note.headings)]:
            for figure in untraced(part.text, ids, facts):
                yield Finding(
                    file=note.file,
                    line=part.line,
                    kind=Kind.CHIFFRE,
                    what=f"le chiffre {figure} n'est dans aucun fait de « {part.text[:60]} »",
                    remedy="Citez sous ce paragraphe le fait qui le porte, ou retirez ce chiffre.",
                )
