"""What a comparison is asked to set side by side: rows of the table, fields that the table has not, or a subject that is
none of the directory's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.asked_fields import NAME, ReadsField, Span, is_among_them, parts_of, spans_in
from assistant.clusters.fields import TIES, Field
from assistant.clusters.indicators import ROWS_OF
from assistant.index.analysis import words
from assistant.vocabulary import Comparison

# How a comparison is asked for, whatever it is of.
_COMPARING = re.compile(
    r"\b(?:compar\w+(?:-(?:moi|nous|les))?|benchmark\w*|tableau\w*|différences?|écarts?|classe(?:z|r|ment)?|par rapport (?:à|aux?)|vis-à-vis d\w*|"
    r"face (?:à|aux?)|côte à côte|situe[rz]?|mets|mettre|mettez|montre[rz]?|donne[rz]?|fais|faire|entre|vs|versus|side by side|differences?)\b",
    re.IGNORECASE,
)
# What says nothing of what is compared.
_ANY = re.compile(
    r"\b(?:p[ôo]les?|clusters?|grappes?|associations?|structures?|réseaux|autres?|pairs?|deux|trois|quatre|chiffres?|données|profils?|situations?|"
    r"résultats?|points?|fiches?|tout|tous|moyennes?|others?|peers?|figures|data|both|average|semblables|similaires|comparables?)\b",
    re.IGNORECASE,
)
# A thing named, of the clusters or at the end: « la gouvernance de X », « X : leurs cotisations ».
_THING = re.compile(
    rf"(?:\b(?P<article>la|le|les|leurs?|quel(?:le)?s?|the|their|what)\s+|\b(?P<elided>l['’]))(?P<thing>[^{NAME}:.?!]+?)"
    rf"\s*(?:(?:\b(?:de|du|des|chez|à|pour|of|at|in|for)\s+|\bd['’]\s*)(?:la |le |les |l['’]|the )?\b{NAME}\b|$|[:.?!])",
    re.IGNORECASE,
)
_SAID_AS = {"quel": "le", "quelle": "la", "quels": "les", "quelles": "les", "what": "the"}
_DEGREE = re.compile(r"^(?:(?:plus|moins|mieux)\b|meilleure?s?\b|(?:best|most|better)\b)", re.IGNORECASE)
# « Plus gros que », « the larger of the two »: of members, when nothing else is said.
_SIZE = re.compile(
    r"\b(?:(?:plus|moins|aussi) (?:gros|grand|petit|important)\w*|(?:bigg|larg|small)(?:er|est)|taille|size)\b",
    re.IGNORECASE,
)
# Rows that no field tells, by the words that ask for them; the first takes the place of what a field would tell.
_A_PERSON = re.compile(
    r"\b(?:par|per) (?:salari\w+|personnes?|permanents?|etp|tête|employee|person|staff)", re.IGNORECASE
)
_PRIVATE = re.compile(r"\b(?:priv[ée]\w*|public|publique|financ\w+|private|funding)\b", re.IGNORECASE)
_JOINT = re.compile(
    r"\b(?:projets? (?:en )?communs?|partenari\w+|conventions?|collaborati\w+|joint projects?)\b", re.IGNORECASE
)
_BY_WORDS = {"part_privee": _PRIVATE, "projets_communs": _JOINT}
_OF_NAME = re.compile(rf"(?:\b(?:de|du|des|chez|à|of|at|in|for)\s+|\bd['’]\s*)*\b{NAME}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AskedRows:
    """The rows asked for, the other fields, and what else is named that no entry tells, as it was written; all empty when
    the whole table is asked for."""

    rows: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def beside(self) -> bool:
        """Whether something is asked for that is no row."""
        return bool(self.fields or self.others)


@dataclass(frozen=True, slots=True)
class Compared:
    """Figures side by side, what of them the question asks for, and the names in it that the directory has not."""

    table: Comparison
    asked: AskedRows = AskedRows()
    unknown: tuple[str, ...] = ()


def asked_rows(question: str, names: Sequence[Span], reads: ReadsField) -> AskedRows:
    """What a comparison of the clusters named at `names` is asked to set side by side."""
    rows, fields, others = list[str](), list[Field](), list[str]()
    for part in parts_of(question, names):
        bare = " ".join(_COMPARING.sub(" ", part).split())
        if _A_PERSON.search(bare):
            rows.append("membres_par_personne")
            continue
        if not words(_ANY.sub(" ", bare).replace(NAME, " ")):
            continue
        field = _field(bare, reads)
        more = [
            row for row, asks in _BY_WORDS.items() if asks.search(bare) and field in (None, Field.BUDGET, Field.PROJETS)
        ]
        if field in ROWS_OF:
            rows += [*ROWS_OF[field], *more]
        elif more:
            rows += more
        elif field is not None and field not in (*TIES, Field.PRESENTATION, Field.NATURE):
            fields.append(field)
        elif field is None and (thing := _thing(bare)) and not is_among_them(thing):
            others.append(thing)
    return AskedRows(tuple(dict.fromkeys(rows)), tuple(dict.fromkeys(fields)), tuple(dict.fromkeys(others)))


def _field(part: str, reads: ReadsField) -> Field | None:
    """The field that a part asks for: as it stands, with the clusters named before it, or whoever has most of it."""
    before = f"{NAME} : {' '.join(_OF_NAME.sub(' ', part).split())}"
    sizeless = " ".join(_SIZE.sub(" ", before).split())
    if sizeless != before and not words(_ANY.sub(" ", sizeless).replace(NAME, " ")):
        return Field.MEMBRES
    found = (reads(told, spans_in(told)) for told in dict.fromkeys((part, before, sizeless)) if spans_in(told))
    return next((field for field in found if field), Field.MEMBRES if sizeless != before else None)


def _thing(part: str) -> str | None:
    """What a part names with its article: « la gouvernance »; None for « le plus sérieux »."""
    found = _THING.search(part)
    if found is None or _DEGREE.match(found["thing"]):
        return None
    article = (found["article"] or "l'").lower()
    return f"{_SAID_AS.get(article, article)} {found['thing']}".replace("l' ", "l'")
