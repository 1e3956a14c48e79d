"""What another source says otherwise stands beside what is quoted."""

from assistant import resources
from assistant.answering.disagreements import disagreements
from assistant.library.facts import load_facts
from assistant.vocabulary import Citation, DocumentType, Provenance

FACTS = load_facts(resources.corpus())
ONE = next(fact for fact in FACTS.facts.values() if fact.disagrees_with and any(ch.isdigit() for ch in fact.text))


def quoting(quote: str) -> Citation:
    return Citation(
        n=1, document_id="d", title="t", type=DocumentType.RECHERCHE, page=1, quote=quote,
        provenance=Provenance.NOTE, facts=(ONE.id,),
    )  # fmt: skip


def test_both_sides_are_shown_when_a_disputed_figure_is_quoted() -> None:
    (line, *_) = disagreements([quoting(ONE.text)], FACTS, {}, "fr")
    assert ONE.text.rstrip(".") in line
    assert FACTS.facts[ONE.disagrees_with[0]].text.rstrip(".") in line


def test_nothing_is_shown_when_no_disputed_figure_is_quoted() -> None:
    assert disagreements([quoting("Une phrase sans aucun chiffre.")], FACTS, {}, "fr") == []
    assert disagreements([], FACTS, {}, "fr") == []


def test_the_year_of_a_disputed_figure_alone_brings_no_disagreement() -> None:
    group = next(g for g in FACTS.disagreements if any("55 pôles" in fact.text for fact in g))
    fact = next(fact for fact in group if "55 pôles" in fact.text)
    quote = quoting("ENTER, labellisé en 2023, se présente comme un pôle à mission.").model_copy(
        update={"facts": (fact.id,)}
    )
    assert disagreements([quote], FACTS, {}, "fr") == []


def test_what_is_quoted_in_passing_brings_one_only_when_it_is_asked_for() -> None:
    quotes = [quoting("Une phrase sans aucun chiffre."), quoting(ONE.text)]
    assert disagreements(quotes, FACTS, {}, "fr") == []
    assert len(disagreements(quotes, FACTS, {ONE.disagrees_with[0]: 0.5}, "fr")) == 1
