"""Suggestions as cards: criteria with bars, values, reasons and numbered sources, cautions, contact."""

from collections.abc import Iterable, Mapping

from assistant.answering.comparison_texts import marks, source_name
from assistant.answering.presenting import CRITERIA, ROLES
from assistant.answering.suggestion_texts import SCORES, numbered, reach_texts, score_text, share, unnamed
from assistant.ui.rendering import escaped
from assistant.ui.texts import TEXTS
from assistant.vocabulary import CriterionValue, Language, Suggestion


def suggestions_html(
    suggestions: tuple[Suggestion, ...], language: Language, names: Mapping[str, str] | None = None
) -> str:
    """Cards: each criterion with its value and its sources, named by `names`; what is unknown said so."""
    if not suggestions:
        return ""
    cards = "".join(_card(suggestion, language, names or {}) for suggestion in suggestions)
    head = f"<h3>{TEXTS[language]['suggestions']}</h3><p class='where'>{escaped(SCORES[language])}</p>"
    return f'<section class="cards">{head}{cards}</section>'


def _card(s: Suggestion, language: Language, names: Mapping[str, str]) -> str:
    words, numbers = TEXTS[language], numbered([s])
    rows = "".join(_criterion(s, c, numbers, language) for c in s.criteria)
    cautions = "".join(
        f'<li class="warning">⚠ {escaped(caution.text)} {_numbers(caution.sources, numbers)}</li>'
        for caution in s.cautions
    )
    reach = "".join(f"<p>{escaped(told)}</p>" for told in reach_texts(s, language))
    named = "".join(
        f'<li class="url">[{number}] {escaped(source_name(source, names, language))}</li>'
        for source, number in numbers.items()
    )
    sources = f"<details><summary>{words['sources_of_reason']}</summary><ul>{named}</ul></details>" if named else ""
    return (
        f"<details><summary><strong>{escaped(s.name)}</strong> · {ROLES[s.role][language]} · "
        f"{score_text(s, language)}</summary><ul>{rows}{cautions}</ul>"
        f"{reach}{sources}</details>"
    )


def _criterion(s: Suggestion, c: CriterionValue, numbers: Mapping[str, int], language: Language) -> str:
    value = TEXTS[language]["unknown"] if c.value is None else share(c.value, language)
    return (
        f"<li><span class='bar' aria-hidden='true'><span style='width:{100 * (c.value or 0):.0f}%'></span></span>"
        f"<strong>{CRITERIA[c.name][language]}</strong> {value} — {escaped(unnamed(c.because, s.name, language))} "
        f"{_numbers(c.sources, numbers)}</li>"
    )


def _numbers(sources: Iterable[str], numbers: Mapping[str, int]) -> str:
    return f'<span class="when">{escaped(marks(sources, numbers))}</span>'
