"""What comes from a person or a document is shown, never run."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from assistant.answering import comparison_texts
from assistant.clusters.indicators import ROWS
from assistant.reading.refusals import REASONS
from assistant.reading.unseen import told as left_out
from assistant.ui.cards import suggestions_html
from assistant.ui.comparison_html import comparison_html
from assistant.ui.meetings_html import meetings_html
from assistant.ui.rendering import answer_html, citation_label, escaped, ours, source_html, user_html, verdicts_html
from assistant.vocabulary import (
    Answer,
    Cell,
    Citation,
    Comparison,
    CriterionValue,
    DocumentType,
    FileVerdict,
    Indicator,
    Intent,
    Meeting,
    MeetingRound,
    Meetings,
    Page,
    Phase,
    PhaseSource,
    Provenance,
    Route,
    Status,
    Suggestion,
)

ROUTE = Route(phase=Phase.INCONNUE, phase_source=PhaseSource.INCONNUE, intent=Intent.FAIT, confidence=1)
HOSTILE = "<img src=x onerror=alert(1)> ![x](http://evil/x.png) [clic](javascript:alert(1)) <script>alert(2)</script>"
OURS = {
    "div",
    "p",
    "ul",
    "li",
    "strong",
    "em",
    "a",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "article",
    "h3",
    "h4",
    "mark",
    "br",
    "span",
    "section",
    "details",
    "summary",
}


def tags(html: str) -> set[str]:
    return {name.lower() for name in re.findall(r"<\s*/?\s*([a-zA-Z0-9]+)", html)}


def answer(text: str) -> Answer:
    return Answer(question="?", route=ROUTE, status=Status.ANSWERED, answer=text, corpus_version="1", warnings=(text,))


@given(st.text())
def test_no_text_brings_a_tag_or_a_link_of_its_own(text: str) -> None:
    for shown in (
        user_html(text),
        answer_html(answer(text)),
        verdicts_html([FileVerdict(path=text, verdict="indexed")], "fr"),
    ):
        assert tags(shown) <= OURS
        assert all(link.startswith("#cite-") for link in re.findall(r'href="([^"]*)"', shown))


def test_hostile_markup_is_shown_as_text() -> None:
    shown = answer_html(answer(HOSTILE))
    assert "<img" not in shown
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown


def test_a_marker_leads_to_its_citation() -> None:
    assert '<a class="mark" href="#cite-3-12">[12]</a>' in answer_html(answer("Une phrase. [12]"), exchange=3)


def test_bullets_tables_and_bold_keep_their_form() -> None:
    shown = answer_html(answer("**Titre**\n- un\n  - deux\n| | A |\n|---|---|\n| Membres | 3 |"))
    assert "<strong>Titre</strong>" in shown
    assert shown.count("<li") == 2
    assert '<th scope="row">Membres</th><td>3</td>' in shown


def test_the_quote_is_highlighted_on_its_page_and_its_label_shown() -> None:
    citation = Citation(
        n=1,
        document_id="d",
        title="T",
        type=DocumentType.EVALUATION,
        page=3,
        page_label="iii",
        quote="phrase <b>citée</b>",
        provenance=Provenance.ORIGINAL,
    )
    shown = source_html(citation, Page(3, "Avant. phrase <b>citée</b> Après.", label="iii"), "fr", date(2026, 1, 1))
    assert '<mark id="quote">phrase &lt;b&gt;citée&lt;/b&gt;</mark>' in shown
    assert "page 3 (imprimée iii)" in shown
    assert "document original" in shown
    assert "iii" in citation_label(citation)
    assert "⚠" not in shown


def test_a_figure_older_than_five_years_is_said_to_be_old_where_it_is_quoted() -> None:
    citation = Citation(
        n=1,
        document_id="d",
        title="T",
        type=DocumentType.EVALUATION,
        figures_year=2020,
        page=1,
        quote="57 % en 2020",
        provenance=Provenance.NOTE,
    )
    page = Page(1, "57 % en 2020.")
    assert "Chiffre de 2020" in source_html(citation, page, "fr", date(2026, 1, 1))
    assert "Figure of 2020" in source_html(citation, page, "en", date(2026, 1, 1))
    assert "⚠" not in source_html(citation, page, "fr", date(2025, 12, 31))


def test_an_unknown_criterion_is_said_to_be_unknown() -> None:
    criterion = CriterionValue(name="moyens", value=None, weight=1, because="Équipe non connue")
    card = Suggestion(role="partenaire", cluster_id="x", name="X", score=0.5, certainty=0.2, criteria=(criterion,))
    assert "inconnu — Équipe non connue" in suggestions_html((card,), "fr")


def test_hostile_names_in_comparisons_and_meetings_stay_text() -> None:
    cell = Cell(cluster_id="x", value=3, year=2020, sources=(HOSTILE,), note=HOSTILE)
    indicator = Indicator(name="membres", unit="membres", cells=(cell,))
    compared = Comparison(clusters=("x",), names={"x": HOSTILE}, indicators=(indicator,), warnings=(HOSTILE,))
    meeting = Meeting(
        table=1,
        clusters=("x", "y"),
        names=(HOSTILE, HOSTILE),
        kind="referent",
        learner="x",
        reason=HOSTILE,
        question=HOSTILE,
        score=0,
        certainty=0,
        sources=(HOSTILE,),
    )
    met = Meetings(guests=(), rounds=(MeetingRound(number=1, meetings=(meeting,)),), warnings=(HOSTILE,))
    for language in ("fr", "en"):
        for shown in (comparison_html(compared, language), meetings_html(met, language)):
            assert "<img" not in shown and "<script" not in shown and "&lt;script&gt;" in shown


def test_every_indicator_has_a_name() -> None:
    assert comparison_texts.INDICATORS.keys() == ROWS.keys()


def test_what_a_model_saw_is_shown_as_text_with_what_was_dropped() -> None:
    from assistant.ui.exchange import exchange_html
    from assistant.vocabulary import ModelExchange, ModelMessage

    seen = ModelExchange(
        model="openai:m",
        prompt_version="1",
        messages=(ModelMessage(role="user", content="<img src=x>"),),
        completion="Bonjour.",
        dropped=("Inventé.",),
        interrupted="TimeoutError",
    )
    shown = exchange_html(seen, "fr")
    assert "<img" not in shown and "&lt;img" in shown
    for said in ("Ce que le modèle a vu", "Bonjour.", "Inventé.", "TimeoutError"):
        assert said in shown
    assert exchange_html(None, "fr") == ""


def test_no_french_sign_is_left_alone_on_its_line() -> None:
    assert escaped("« Oui » : un ; deux ?") == "«\u00a0Oui\u00a0»\u00a0: un\u00a0; deux\u00a0?"


def test_a_long_title_is_cut_between_words() -> None:
    title = "Taille du conseil et du bureau chez les pôles bien notés en 2012, et ce que l’on en sait depuis"
    citation = Citation(
        n=1,
        document_id="x",
        title=title,
        type=DocumentType.EVALUATION,
        page=1,
        quote="phrase",
        provenance=Provenance.NOTE,
    )
    label = citation_label(citation)
    assert "Taille du conseil et du bureau chez les pôles bien notés en…, p. " in label


def test_verdicts_agree_in_number_and_speak_english() -> None:
    verdicts = [
        FileVerdict(path="a.md", verdict="indexed", pages=1, passages=2),
        FileVerdict(path="b.txt", verdict="refused", code="vide", reason=REASONS["vide"][0]),
    ]
    assert "1 page, 2 passages" in verdicts_html(verdicts, "fr")
    assert "The file is empty" in verdicts_html(verdicts, "en")


def test_what_happened_to_an_added_file_is_told_in_english() -> None:

    for reason in (
        "Même contenu que bilan.pdf, déjà dans la bibliothèque.",
        "Même contenu que un document du corpus livré, déjà dans la bibliothèque.",
        f"{left_out(3)[0]} Page(s) en image, sans texte à lire : 2, 3.",
        "Le fichier n'existe plus : il est retiré de la bibliothèque.",
    ):
        shown = verdicts_html([FileVerdict(path="a.pdf", verdict="unchanged", reason=reason)], "en")
        assert not re.search(r"\b(?:est|déjà|sans|écarté|contenu|bibliothèque|que)\b", shown), shown


def test_the_page_speaks_of_no_option_of_the_command_line() -> None:
    from assistant.answering.texts import NO_PROFILE
    from assistant.answering.told_texts import STATED

    for text in (*NO_PROFILE.values(), *STATED.values()):
        assert "--cluster" in text and "--" not in ours(text)
    assert ours("Raccourcissez-la (`interpilote ingest`).") == "Raccourcissez-la."


def test_only_what_is_to_be_feared_is_marked_as_a_warning() -> None:
    from assistant.answering.texts import OLD_FIGURES
    from assistant.answering.told_texts import LEFT_OUT

    left_out, old = LEFT_OUT["fr"].format(names="Vitagora"), OLD_FIGURES["fr"].format(years="2012")
    answer = Answer(
        question="x",
        language="fr",
        route=ROUTE,
        status=Status.ANSWERED,
        answer="a",
        warnings=(left_out, old),
        corpus_version="1",
    )
    shown = answer_html(answer)
    assert shown.count("⚠") == 1 and "⚠ Des chiffres" in shown and "Laissés de côté" in shown
