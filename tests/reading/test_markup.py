from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.drafts import restore
from assistant.reading.isolation import Reader
from assistant.reading.layout import lay_out
from assistant.reading.markup import front_matter, markdown_blocks, strip_inline
from assistant.vocabulary import Page

NOTE = """---
title: Gouverner un pôle
years: [2008, 2012]
date: 2026-11-22
---

Un pôle se gouverne **à plusieurs**, dit [l'étude](https://exemple.fr/a_(b)).
Elle le montre.
<!-- F001, F002 -->

## Qui siège ?

- les *entreprises* ; <!-- F003 -->
- la recherche,
  publique et privée.

<!-- une remarque
sur deux lignes -->
1. d'abord
2. ensuite
<!-- F004 -->

| Pôle | Budget |
|------|-------:|
| A | 1 M€ |

```python
x = "<!-- rien -->"
    y = 2
```
"""


def page(text: str) -> Page:
    (only,) = lay_out(markdown_blocks(text))
    return only


def spans(read: Page) -> list[tuple[str, tuple[str, ...]]]:
    return [(read.text[span.start : span.end], span.facts) for span in read.fact_spans]


def test_a_note_reads_as_plain_text_on_one_page(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text(NOTE, encoding="utf-8")
    document = reader.read(path)
    assert document.title == "Gouverner un pôle"
    assert document.meta == {"title": "Gouverner un pôle", "years": [2008, 2012], "date": "2026-11-22"}
    (read,) = document.pages
    assert read.text == (
        "Un pôle se gouverne à plusieurs, dit l'étude. Elle le montre.\n\n"
        "Qui siège ?\n\n"
        "– les entreprises ;\n– la recherche, publique et privée.\n\n"
        "1. d'abord\n2. ensuite\n\n"
        "Pôle | Budget\nA | 1 M€\n\n"
        'x = ""\n    y = 2'
    )


def test_facts_cover_the_paragraph_the_item_or_the_whole_list_before_them() -> None:
    assert spans(page(NOTE.split("---\n", 2)[2])) == [
        ("Un pôle se gouverne à plusieurs, dit l'étude. Elle le montre.", ("F001", "F002")),
        ("– les entreprises ;", ("F003",)),
        ("1. d'abord\n2. ensuite", ("F004",)),
    ]


def test_facts_after_a_blank_line_still_belong_to_the_paragraph() -> None:
    assert spans(page("Un fait.\n\n<!-- F060 -->\n\nUn autre.")) == [("Un fait.", ("F060",))]


def test_two_comments_add_up() -> None:
    assert spans(page("Un fait. <!-- F001 -->\n<!-- F002, F001 -->")) == [("Un fait.", ("F001", "F002"))]


def test_headings_have_their_level_and_place() -> None:
    read = page("# Un\n\ntexte\n\nDeux\n----\n\ntexte\n\n### Trois ###\n\nfin")
    assert [(heading.level, heading.title) for heading in read.headings] == [(1, "Un"), (2, "Deux"), (3, "Trois")]
    assert all(read.text[heading.start :].startswith(heading.title) for heading in read.headings)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("**gras** et _italique_ et ~~barré~~", "gras et italique et barré"),
        ("![logo](a.png) [texte][1] <https://a.fr>", "logo texte https://a.fr"),
        ("snake_case et 2 * 3 * 4", "snake_case et 2 * 3 * 4"),
        ("`a * b * c` reste", "a * b * c reste"),
        ("une note[^1] &amp; un <b>mot</b>", "une note & un mot"),
        (r"\*pas italique\*", "*pas italique*"),
    ],
)
def test_marks_go_and_words_stay(source: str, words: str) -> None:
    assert strip_inline(source) == words


def test_front_matter_that_is_not_yaml_is_ignored_and_told() -> None:
    meta, warnings, rest = front_matter("---\na: [1\n---\nTexte")
    assert (meta, rest) == ({}, "Texte") and "YAML" in warnings[0]


def test_a_file_of_several_long_sections_gets_several_pages() -> None:
    text = "\n\n".join(f"# Partie {number}\n\n" + "Une phrase assez longue pour compter. " * 50 for number in range(4))
    pages = list(lay_out(markdown_blocks(text)))
    assert len(pages) == 4
    assert [read.headings[0].title for read in pages] == [f"Partie {number}" for number in range(4)]


lines = st.sampled_from(
    [
        "# Titre",
        "texte **gras**",
        "",
        "- item",
        "<!-- F001 -->",
        "suite <!-- F002, F003 -->",
        "| a | b |",
        "|---|---|",
        "```",
        "====",
        "---",
        "> cité",
        "1. un",
        "<!-- ouvert",
        "-->",
        "e\u0301",
        "\x00",
        "[a](b",
        "**",
    ]
)


@given(st.lists(lines, max_size=30).map("\n".join))
def test_any_markdown_gives_sound_pages(text: str) -> None:
    for read in lay_out(markdown_blocks(text)):
        assert read.text == read.text.strip()
        assert all(0 <= span.start < span.end <= len(read.text) for span in read.fact_spans)
        assert all(read.text[heading.start :].startswith(heading.title[:1]) for heading in read.headings)
        assert isinstance(restore(read.text, read.edits), str)


@pytest.mark.parametrize("unit", ["[", "![a](", "<!--", "[^", "**", "`", "|", "<a ", "_"])
def test_marks_left_open_by_the_thousand_do_not_slow_the_reading(unit: str) -> None:
    """100 kB: a rule that backtracks would take minutes."""
    assert isinstance(lay_out(markdown_blocks(unit * (100_000 // len(unit)))), list)
