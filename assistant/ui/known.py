"""« Ce que je sais »: the passport as HTML. Everything in it is escaped."""

from assistant.corpus_quality.passport import Passport
from assistant.corpus_quality.wording import sections
from assistant.ui.rendering import escaped
from assistant.vocabulary import Language


def known_html(passport: Passport, language: Language) -> str:
    """A fold for each section of the passport."""
    folds = "".join(
        f"<details><summary><strong>{escaped(section.title)}</strong></summary>"
        f"<ul>{''.join(f'<li>{escaped(line)}</li>' for line in section.lines)}</ul></details>"
        for section in sections(passport, language)
    )
    return f'<section class="cards">{folds}</section>'
