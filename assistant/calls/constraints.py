"""What the text of a call asks: sentences kept letter for letter, sorted by regular expressions.

Nothing is concluded from a sentence: it is shown for the pilot to read. What no sentence was found for is listed.
"""

import re
from collections.abc import Sequence

from assistant.calls.dates import dates_in
from assistant.clusters.names import folded
from assistant.reading.sentences import pieces, sentences
from assistant.resources import texts
from assistant.vocabulary import Constraint, ConstraintKind, Language, Page, Said

NAMES: dict[ConstraintKind, Said] = texts("calls")["names"]

_LONGEST = 600  # characters of a quote; a longer sentence (a flattened table) is cut at a space

_AMOUNT = r"\d[\d\s.,]*\s*(?:€|k€|m€|meur|keur|eur\b|euros?\b|millions? d.euros|milliers? d.euros|md€)"
_NUMBER = r"(?:\d+|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs)"
_ACTORS = r"(?:partenaires?|entites?|membres|structures?|entreprises?|beneficiaires?|organismes?|pme|laboratoires?)"

# On the text in lower case and without accents.
PATTERNS: dict[ConstraintKind, re.Pattern[str]] = {
    "candidats": re.compile(
        r"(?<!couts )(?<!depenses )\beligib|\bcandidats?\b|\bpeu(?:ven)?t (?:candidater|deposer|repondre|participer|etre porte)"
        r"|\b(?:est|sont) (?:ouvert|reserve|destine)e?s?\b|\bs.adresse\b|\bporteurs? (?:de|du) projets? (?:est|sont|doi)"
        r"|\bporteurs? (?:est|sont|doi)|\bimplante|\bsieges? social|\bchef de file (?:est|doit)|\bbeneficiaires? (?:est|sont|doi|peuvent|:)"
    ),
    "partenaires": re.compile(
        rf"\b(?:au (?:moins|minimum|plus|maximum)|minimum|maximum|jusqu.a|composee?s? de|entre|compte|associ\w+)\s"
        rf"[^.;]{{0,30}}?\b{_NUMBER}\b[^.;]{{0,25}}?\b{_ACTORS}"
        rf"|\b{_NUMBER}(?:\s\(\d+\))?\s+(?:\w+\s)?{_ACTORS}[^.;]{{0,25}}(?:au (?:moins|minimum|plus|maximum)|minimum|maximum)"
        rf"|\bnombre (?:de|maximal de|minimal de) partenaires"
    ),
    "montants": re.compile(_AMOUNT),
    "taux": re.compile(
        r"\b(?:taux|aides?|subventions?|financ\w+|intensite|pris en charge|prise en charge|depenses|couts?|cofinanc\w+)\b"
        r"[^.;]{0,120}\d\s*%|\d\s*%[^.;]{0,80}\b(?:couts?|depenses|assiette|aides?|subventions?|eligibles?)"
    ),
    "dates": re.compile(r"\b(?:date limite|cloture|au plus tard|avant le \d|ouverture de l.appel|releve|calendrier)\b"),
    "duree": re.compile(r"\bduree\b[^.;]{0,80}\b(?:mois|ans?|annees?)\b|\b\d+\s+mois\b"),
    "labellisation": re.compile(r"\blabellis|\bcomites? de labellisation|\blabel\b[^.;]{0,40}\bpoles?\b"),
    "signatures": re.compile(
        r"\blettres? d.(?:engagement|intention|interet|adhesion)|\baccords? de (?:consortium|partenariat|collaboration)"
        r"|\bconventions?\b|\bsign(?:ee?s?|atures?|er|ataires?)\b|\bmandats?\b"
    ),
}


def constraints(pages: Sequence[Page]) -> tuple[Constraint, ...]:
    """The sentences that bear a constraint, by kind then in the order of the text; one may bear several kinds."""
    read = [(page.number, quote, folded(quote)) for page in pages for quote in quotes(page)]
    found: list[Constraint] = []
    for kind, pattern in PATTERNS.items():
        bearing = [(n, q) for n, q, plain in read if pattern.search(plain) or (kind == "dates" and dates_in(q))]
        first: dict[str, int] = {}
        for number, quote in bearing:
            first.setdefault(quote, number)
        found += [Constraint(kind=kind, quote=quote, page=number) for quote, number in first.items()]
    return tuple(found)


def quotes(page: Page) -> list[str]:
    """The sentences of a page, each a substring of it; headings and bare fragments left out."""
    text, headings = page.text, {heading.start for heading in page.headings}
    whole = [sentence for sentence in sentences(text) if sentence.start not in headings]
    cut = [text[piece.start : piece.end] for sentence in whole for piece in pieces(text, sentence, _LONGEST)]
    return [quote for quote in cut if len(quote.split()) >= 3]


def missing(found: Sequence[Constraint], language: Language = "fr") -> tuple[str, ...]:
    """What no sentence was found for, in words."""
    kinds = {constraint.kind for constraint in found}
    return tuple(said[language] for kind, said in NAMES.items() if kind not in kinds)
