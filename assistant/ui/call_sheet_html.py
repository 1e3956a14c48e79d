"""A call sheet as HTML: what to ask, to offer, who introduces, what to handle with care, its sources numbered."""

from assistant.answering.presenting import ROLES, source_text
from assistant.clusters.saying import Voice
from assistant.drafts.call_sheet import SHEET, CallSheet, Point
from assistant.drafts.draft import marker
from assistant.drafts.plain import PARTS
from assistant.drafts.references import References
from assistant.drafts.typography import typeset
from assistant.library.facts import Facts
from assistant.ui.rendering import escaped
from assistant.vocabulary import Language


def call_sheet_html(sheet: CallSheet, facts: Facts) -> str:
    """The sheet in its language; the command that keeps the note is left to the form beside it. Raises CorpusError."""
    references, language, say = References(facts), sheet.language, Voice(sheet.language).phrase
    title = say(SHEET["head"], name=sheet.name, pilot=sheet.pilot, role=ROLES[sheet.role][language])
    site = f"<p>{_shown(say(SHEET['site'], address=sheet.website), language)}</p>" if sheet.website else ""
    warnings = "".join(f'<p class="warning">⚠ {_shown(warning, language)}</p>' for warning in sheet.warnings)
    parts = "".join(_part(say(SHEET[field]), getattr(sheet, field), references, language) for field in PARTS)
    after = "".join(f"<li>{_shown(question, language)}</li>" for question in sheet.after)
    sources = "".join(
        f'<li class="url">[{number}] {_shown(source_text(source, language), language)}</li>'
        for number, source in enumerate(references.sources, 1)
    )
    return (
        f'<article class="sheet cards"><h3>{_shown(title, language)}</h3>{site}{warnings}{parts}'
        f"<h4>{_shown(say(SHEET['after']), language)}</h4><ul>{after}</ul>"
        f"<details><summary>Sources</summary><ul>{sources}</ul></details></article>"
    )


def _part(title: str, points: tuple[Point, ...], references: References, language: Language) -> str:
    if not points:
        return ""
    items = ""
    for point in points:
        because = f'<br><span class="when">{_shown(point.because, language)}</span>' if point.because else ""
        numbers = marker(references.cite(point.sources))
        items += f'<li>{_shown(point.text, language)}{because} <span class="when">{numbers}</span></li>'
    return f"<h4>{_shown(title, language)}</h4><ul>{items}</ul>"


def _shown(text: str, language: Language) -> str:
    return escaped(typeset(text, language))
