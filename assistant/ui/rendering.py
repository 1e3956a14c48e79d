"""Answers as HTML. Everything that comes from a person or a document is escaped: it is shown, never run."""

import html
import re
from collections.abc import Callable, Iterator
from datetime import date

from assistant.answering.presenting import GRADES, PROVENANCES, SEEN, reading_of
from assistant.answering.told_texts import TOLD
from assistant.answering.typography import one_line
from assistant.clusters.names import plural
from assistant.drafts.typography import unbroken
from assistant.errors import InterpiloteError
from assistant.reading.refusals import in_english
from assistant.ui.texts import TEXTS
from assistant.vocabulary import OLD_AFTER_YEARS, Answer, Citation, FileVerdict, Language, Page, Source

QUOTE_SHOWN, TITLE_SHOWN = 70, 60
_MARK = re.compile(r"\[(\d+)\]")
# « (ou --cluster) », « (`interpilote ingest`) »
_TYPED = re.compile(r" \((?:(?:ou|or) )?(?:--[a-z]+[^()]*|`interpilote [^()]*)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")


def escaped(text: str) -> str:
    """Text on one line that no reader of Markdown or HTML takes for anything else; no sign is left alone on its
    line."""
    return html.escape(unbroken(one_line(text)), quote=True)


def ours(text: str) -> str:
    """A sentence of ours, without what only whoever types commands can do."""
    return escaped(_TYPED.sub("", text))


def error_html(error: InterpiloteError, language: Language) -> str:
    """What happened, why and what to do, announced to a screen reader."""
    told = f"{error.message(language)} {error.remedy(language)}"
    return alert(ours(told))


def alert(text: str) -> str:
    """What to do before going on, announced to a screen reader; the text is one of ours."""
    return f'<p class="warning" role="alert">{text}</p>'


def user_html(question: str) -> str:
    """A question as it was typed, inert."""
    return f"<div>{escaped(question)}</div>"


def answer_html(answer: Answer, exchange: int = 0) -> str:
    """An answer: how it was understood, warnings, text with numbered markers, what to do next.

    `exchange` is its rank in the conversation: a marker opens the citation of its own answer. The text as it is goes with it,
    for the questions that follow.
    """
    words = TEXTS[answer.language]
    reading = reading_of(answer)
    parts = [f'<p class="route">{escaped(reading)}</p>'] if reading else []
    parts += [_notice(warning) for warning in answer.warnings]
    parts += [_MARK.sub(_link(exchange), block) for block in _blocks(answer.answer)]
    if answer.abstention and answer.abstention.nearest:
        near = "".join(
            f"<li>« {escaped(c.quote)} » <em>{escaped(c.title)}</em></li>" for c in answer.abstention.nearest
        )
        parts.append(f"<p><strong>{words['nearest']}</strong></p><ul>{near}</ul>")
    if answer.abstention and answer.abstention.contacts:
        who = "".join(
            f"<li><strong>{escaped(c.name)}</strong> : {escaped(c.why)}</li>" for c in answer.abstention.contacts
        )
        parts.append(f"<p><strong>{words['contacts']}</strong></p><ul>{who}</ul>")
    if answer.next_steps:
        steps = "".join(f"<li>{ours(step)}</li>" for step in answer.next_steps)
        parts.append(f'<p class="steps"><strong>{words["next_steps"]}</strong></p><ul class="steps">{steps}</ul>')
    said = html.escape(answer.answer, quote=True).replace("\n", "&#10;")
    return f'<div class="answer" data-said="{said}">{"".join(parts)}</div>'


def _notice(text: str) -> str:
    """What to beware of; what the question was taken for, or where a list starts from, is no danger."""
    if text.startswith(TOLD):
        return f'<p class="told">{ours(text)}</p>'
    return f'<p class="warning">⚠ {ours(text)}</p>'


def _blocks(text: str) -> Iterator[str]:
    """The few forms an answer takes: paragraphs, bullets on two levels, bold, tables."""
    lines = [line for line in text.split("\n") if line.strip()]
    rank = 0
    while rank < len(lines):
        kind = _kind(lines[rank])
        run = [lines[rank]]
        while rank + len(run) < len(lines) and kind != "p" and _kind(lines[rank + len(run)]) == kind:
            run.append(lines[rank + len(run)])
        rank += len(run)
        yield {"p": _paragraph, "li": _list, "tr": _table}[kind](run)


def _kind(line: str) -> str:
    return "li" if line.lstrip().startswith("- ") else "tr" if line.startswith("|") else "p"


def _paragraph(run: list[str]) -> str:
    return f"<p>{inline(run[0])}</p>"


def _list(run: list[str]) -> str:
    items = "".join(
        f'<li class="level{2 if line.startswith(" ") else 1}">{inline(line.lstrip()[2:])}</li>' for line in run
    )
    return f"<ul>{items}</ul>"


def _table(run: list[str]) -> str:
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in run if not set(line) <= set("|- ")]
    head = "".join(f'<th scope="col">{inline(cell)}</th>' for cell in rows[0])
    body = "".join(
        f'<tr><th scope="row">{inline(row[0])}</th>{"".join(f"<td>{inline(cell)}</td>" for cell in row[1:])}</tr>'
        for row in rows[1:]
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def inline(text: str) -> str:
    """Escaped text with its bold."""
    return _BOLD.sub(r"<strong>\1</strong>", escaped(text))


def citation_key(exchange: int, n: int) -> str:
    """What names a citation in a conversation."""
    return f"{exchange}-{n}"


def _link(exchange: int) -> Callable[[re.Match[str]], str]:
    """A numbered marker as a link to its citation."""
    return lambda mark: f'<a class="mark" href="#cite-{citation_key(exchange, int(mark[1]))}">{mark[0]}</a>'


# --- the panel beside the chat ---------------------------------------------------------------------------


def citation_label(citation: Citation) -> str:
    """What a citation's button says."""
    quote, title = _cut(one_line(citation.quote), QUOTE_SHOWN), _cut(one_line(citation.title), TITLE_SHOWN)
    return f"[{citation.n}] «\u00a0{quote}\u00a0» — {title}, p. {citation.page_label or citation.page}"


def _cut(text: str, length: int) -> str:
    """The first whole words of a text, with the sign that there are more."""
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0].rstrip(" ,;:—-") + "…"


def source_html(citation: Citation, page: Page, language: Language, today: date) -> str:
    """The page with the quote highlighted, where it comes from, how far that was read, and whether its figures are
    old."""
    words = TEXTS[language]
    year = citation.figures_year
    is_old = year is not None and year < today.year - OLD_AFTER_YEARS
    old = f'<p class="warning">⚠ {words["old_figures"].format(year=year)}</p>' if is_old else ""
    where = f"{words['page']} {page.number}" + (
        f" ({words['printed']} {html.escape(page.label)})" if page.label else ""
    )
    before, quote, after = page.text.partition(citation.quote)
    text = f'{_lines(before)}<mark id="quote">{_lines(quote)}</mark>{_lines(after)}'
    sources = "".join(f"<li>{_source(source, language)}</li>" for source in citation.sources)
    behind = f"<h4>{words['sources']}</h4><ul>{sources}</ul>" if sources else ""
    return (
        f'<article class="source"><h3>{escaped(citation.title)}</h3><p class="where">{where} · '
        f"{PROVENANCES[citation.provenance][language]}</p><p>✓ {words['found']}</p>"
        f'{old}<div class="page" tabindex="0" role="document">{text}</div>{behind}'
        f'<p class="back"><a href="#chat">{words["back"]}</a></p></article>'
    )


def _lines(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


def _source(source: Source, language: Language) -> str:
    parts = [
        source.publisher,
        str(source.year) if source.year else None,
        source.locator,
        GRADES[source.grade][language],
        SEEN[source.seen][language],
    ]
    url = f'<br><span class="url">{html.escape(source.url)}</span>' if source.url else ""
    return f"{escaped(source.title)} <em>({escaped(', '.join(p for p in parts if p))})</em>{url}"


def verdicts_html(verdicts: list[FileVerdict], language: Language) -> str:
    """One line a file."""
    words, rows = TEXTS[language], []
    for verdict in verdicts:
        name = verdict.path.replace("\\", "/").rsplit("/", 1)[-1]
        reason = in_english(verdict.reason or "") if language == "en" else None
        detail = reason or verdict.reason or f"{plural(verdict.pages, 'page')}, {plural(verdict.passages, 'passage')}"
        rows.append(f"<li><strong>{words[verdict.verdict]}</strong> {escaped(name)} — {escaped(detail)}</li>")
    return f'<ul class="verdicts" role="status">{"".join(rows)}</ul>'
