"""Answers as plain text, for a terminal."""

from collections.abc import Iterator

from assistant.answering.told_texts import TOLD
from assistant.answering.typography import one_line
from assistant.vocabulary import (
    AbstentionReason,
    Answer,
    Citation,
    Grade,
    Intent,
    Language,
    Phase,
    PhaseSource,
    Provenance,
    Route,
    Seen,
    Source,
)

INTENTS: dict[Intent, dict[Language, str]] = {
    Intent.PRATIQUE: {"fr": "question pratique", "en": "how-to question"},
    Intent.REFERENT: {"fr": "recherche d'un référent", "en": "looking for a référent"},
    Intent.PARTENAIRE: {"fr": "recherche d'un partenaire", "en": "looking for a partner"},
    Intent.COMPARAISON: {"fr": "comparaison", "en": "comparison"},
    Intent.FAIT: {"fr": "question de fait", "en": "question of fact"},
    Intent.HORS_SUJET: {"fr": "hors sujet", "en": "out of scope"},
}
PHASES: dict[Phase, dict[Language, str]] = {
    Phase.STRUCTURATION: {"fr": "phase de structuration", "en": "structuring phase"},
    Phase.DEVELOPPEMENT: {"fr": "phase de développement", "en": "development phase"},
    Phase.INCONNUE: {"fr": "phase inconnue", "en": "phase unknown"},
}
PHASE_SOURCES: dict[PhaseSource, dict[Language, str]] = {
    PhaseSource.CHOIX: {"fr": "votre choix", "en": "your choice"},
    PhaseSource.PROFIL: {"fr": "votre profil", "en": "your profile"},
    PhaseSource.QUESTION: {"fr": "dit par vous", "en": "as you said"},
    PhaseSource.INCONNUE: {"fr": "", "en": ""},
}
PROVENANCES: dict[Provenance, dict[Language, str]] = {
    Provenance.ORIGINAL: {"fr": "document original", "en": "original document"},
    Provenance.NOTE: {"fr": "note de synthèse d'Interpilote", "en": "synthesis note by Interpilote"},
    Provenance.FICHE: {"fr": "fiche générée du répertoire", "en": "sheet generated from the directory"},
}
SEEN: dict[Seen, dict[Language, str]] = {
    Seen.INTEGRAL: {"fr": "lue en entier", "en": "read in full"},
    Seen.EXTRAIT: {"fr": "lue en partie", "en": "read in part"},
    Seen.DEBUT: {"fr": "lue au début seulement", "en": "only its beginning read"},
    Seen.CITE_PAR: {"fr": "citée par un tiers, non lue", "en": "quoted by another, not read"},
}
GRADES: dict[Grade, dict[Language, str]] = {
    Grade.OFFICIEL: {"fr": "source officielle", "en": "official source"},
    Grade.RECHERCHE: {"fr": "recherche", "en": "research"},
    Grade.ORGANISATION: {"fr": "organisation", "en": "organisation"},
    Grade.PRESSE: {"fr": "presse", "en": "press"},
    Grade.BLOG: {"fr": "blog ou copie", "en": "blog or copy"},
}


CRITERIA: dict[str, dict[Language, str]] = {
    "proximite_region": {"fr": "même territoire", "en": "same territory"},
    "distance": {"fr": "distance", "en": "distance"},
    "avance": {"fr": "plus avancé", "en": "further along"},
    "reussite_reconnue": {"fr": "réussite reconnue", "en": "recognised success"},
    "moyens_comparables": {"fr": "moyens comparables", "en": "comparable means"},
    "habitude_aide": {"fr": "habitude d'aider", "en": "used to helping"},
    "lien_documente": {"fr": "lien documenté", "en": "documented tie"},
    "besoin": {"fr": "réponse au besoin", "en": "fit with the need"},
    "proximite_thematique": {"fr": "proximité thématique", "en": "thematic closeness"},
    "complementarite": {"fr": "complémentarité", "en": "complementarity"},
    "structuration_achevee": {"fr": "structuration achevée", "en": "past structuring"},
    "liens_deux_pas": {"fr": "partenaires communs", "en": "partners in common"},
    "moyens": {"fr": "moyens", "en": "means"},
    "region_commune": {"fr": "région commune", "en": "region in common"},
}
ROLES: dict[str, dict[Language, str]] = {
    "referent": {"fr": "référent", "en": "référent"},
    "partenaire": {"fr": "partenaire", "en": "partner"},
    "a_clarifier": {"fr": "à clarifier (même thème, même région)", "en": "to clear up (same theme, same region)"},
}


def route_sentence(route: Route, language: Language = "fr") -> str:
    """How the question was understood, in one sentence; a phase that is not known is told where suggestions depend on it."""
    opening = {"fr": "J'ai compris\u00a0: ", "en": "Understood as: "}[language]
    source = PHASE_SOURCES[route.phase_source][language]
    phase = f", {PHASES[route.phase][language]}" + (f" ({source})" if source else "")
    if route.phase is Phase.INCONNUE and route.intent not in (Intent.REFERENT, Intent.PARTENAIRE):
        phase = ""
    return f"{opening}{INTENTS[route.intent][language]}{phase}."


def reading_of(answer: Answer) -> str | None:
    """How the question was understood, or None for what was no question: what can be asked is offered instead."""
    turned = answer.abstention is not None and answer.abstention.reason is AbstentionReason.HORS_SUJET
    return None if turned and answer.follow_ups else route_sentence(answer.route, answer.language)


def as_text(answer: Answer) -> str:
    """The whole answer."""
    return "\n".join(_answer_lines(answer))


def _answer_lines(answer: Answer) -> Iterator[str]:
    language = answer.language
    reading = reading_of(answer)
    yield from [reading] if reading else []
    for warning in answer.warnings:
        yield f"{'·' if warning.startswith(TOLD) else '⚠'} {warning}"
    yield ""
    yield answer.answer.replace("**", "")
    if answer.clarification:
        yield from (f"  - {choice.label}" for choice in answer.clarification.choices)
    if answer.abstention:
        yield from (f"  - {citation_text(c, language)}" for c in answer.abstention.nearest)
        yield from (f"  → {contact.name}\u00a0: {contact.why}" for contact in answer.abstention.contacts)
    if answer.citations:
        yield ""
        yield from (citation_text(citation, language) for citation in answer.citations)
    if answer.next_steps:
        yield ""
        yield from (f"→ {step}" for step in answer.next_steps)


def citation_text(citation: Citation, language: Language = "fr") -> str:
    """A citation and the sources behind it."""
    where = f"p. {citation.page_label or citation.page}"
    head = f"[{citation.n}] «\u00a0{one_line(citation.quote)}\u00a0»\n    {citation.title}, {where} — {PROVENANCES[citation.provenance][language]}"
    return "\n".join([head, *(f"    · {source_text(source, language)}" for source in citation.sources)])


def source_text(source: Source, language: Language = "fr") -> str:
    """A source: who, when, what kind, how far it was read."""
    parts = [
        source.title,
        source.publisher,
        str(source.year) if source.year else None,
        source.locator,
        GRADES[source.grade][language],
        SEEN[source.seen][language],
    ]
    return ", ".join(part for part in parts if part)
