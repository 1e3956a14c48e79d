"""The notes of a corpus folder as they are checked: front matter, headings, paragraphs with their facts and lines."""

import re
from dataclasses import dataclass
from pathlib import Path

from assistant.clusters.files import corpus_error
from assistant.reading.markup import front_matter
from assistant.reading.markup_unseen import FACTS

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or heading: the line it starts on, its text, the facts it names."""

    line: int
    text: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A note; `file` is its path from the folder that holds `corpus`, `shelf` the folder it lies in."""

    file: str
    shelf: str
    text: str
    meta: dict[str, object]
    paragraphs: tuple[Paragraph, ...]
    headings: tuple[Paragraph, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts it rests on, each once."""
        return tuple(dict.fromkeys(fact for paragraph in self.paragraphs for fact in paragraph.facts))

    def line_of(self, key: str) -> int:
        """The line of a key of the front matter; 1 when it is not there."""
        return next((n for n, line in enumerate(self.text.split("\n"), 1) if line.startswith(f"{key}:")), 1)


def read_notes(corpus: Path) -> tuple[Note, ...]:
    """Every note of corpus/documents/<type>/, by path. Raises CorpusError on one that cannot be read."""
    return tuple(_note(file) for file in sorted((corpus / "documents").glob("*/*.md")))


def _note(file: Path) -> Note:
    try:
        text = file.read_text(encoding="utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise corpus_error(file, "fichier", f"illisible ({error.__class__.__name__})") from error
    meta, _, body = front_matter(text)
    paragraphs: list[Paragraph] = []
    headings: list[Paragraph] = []
    line = text[: len(text) - len(body)].count("\n") + 1
    for block in re.split(r"(\n\s*\n)", body):
        part = _paragraph(block, line)
        if part.text:
            (headings if part.text.startswith("#") else paragraphs).append(part)
        line += block.count("\n")
    where = f"corpus/documents/{file.parent.name}/{file.name}"
    return Note(where, file.parent.name, text, meta, tuple(paragraphs), tuple(headings))


def _paragraph(block: str, line: int) -> Paragraph:
    # Only what the reader takes for facts: a comment written otherwise would be ignored there.
    facts = [name.strip() for comment in FACTS.finditer(block) for name in comment[1].split(",")]
    text = _COMMENT.sub("", block)
    before = text[: len(text) - len(text.lstrip())].count("\n")
    return Paragraph(line + before, text.strip(), tuple(dict.fromkeys(facts)))
