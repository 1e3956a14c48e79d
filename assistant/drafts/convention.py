"""The outline of a convention: articles with blanks to fill, and what is documented of other conventions beside them."""

from datetime import date

from assistant.clusters.case import Case
from assistant.clusters.saying import french_date
from assistant.drafts.call_sheet import HANDLING, CallSheet
from assistant.drafts.draft import BLANK, Draft, Line, Section, lines
from assistant.drafts.parties import candidate_line, pilot_line
from assistant.drafts.references import References

_Article = tuple[str, tuple[Line, ...]]


def convention(case: Case, sheet: CallSheet, references: References, signed_on: date | None, version: str) -> Draft:
    """The outline; `signed_on` is the day the signature is aimed at. Not a legal text: said in it."""
    articles = [*_together(case, sheet, references), *_rules(sheet, references), _signatures(sheet, signed_on)]
    opening = lines(
        "Trame à discuter entre pilotes, puis à faire relire par un juriste : ce n’est pas un acte prêt à signer. Les "
        "lignes « À savoir » sont des repères, à retirer."
    )
    return Draft(
        title=f"Trame de convention entre {sheet.pilot} et {sheet.name}",
        sections=(
            Section(lines=opening),
            *_before(sheet, references),
            *(Section(title=f"{n}. {title}", lines=said) for n, (title, said) in enumerate(articles, 1)),
        ),
        sources=tuple(references.sources),
        day=case.today,
        corpus_version=version,
    )


def _before(sheet: CallSheet, references: References) -> list[Section]:
    """What is documented and must be settled before writing: failures, gaps, changes of people."""
    apart = (HANDLING["concurrence"], HANDLING["donnee_ancienne"])
    said = [references.point(point, because=True) for point in sheet.cautions if point.text not in apart]
    return [Section(title="À régler avant d’écrire", lines=tuple(said), style="liste")] if said else []


def _together(case: Case, sheet: CallSheet, references: References) -> list[_Article]:
    """Who, what for, what each brings, by when."""
    subject = f"« {sheet.need} »" if sheet.need else BLANK
    return [
        (
            "Parties",
            (
                pilot_line(case, references, ""),
                candidate_line(case.candidate, references),
                *lines(f"Représentées par {BLANK} (nom, fonction) et {BLANK} (nom, fonction), dûment habilités."),
            ),
        ),
        (
            "Objet",
            (
                *lines(f"Coopérer sur {subject}. Thèmes retenus, trois au plus : {BLANK}."),
                references.fact(
                    "À savoir : la convention des six pôles du Grand Est (2016) retient trois thèmes prioritaires.",
                    "F223",
                ),
            ),
        ),
        ("Apports de chacun", _contributions(sheet, references)),
        (
            "Feuille de route et calendrier",
            (
                *lines(f"Actions, responsables et dates : {BLANK} (voir le brouillon de feuille de route)."),
                references.fact(
                    "À savoir : préciser une feuille de route et un calendrier accélère l’aboutissement des projets, "
                    "selon Cusin et Loubaresse.",
                    "F238",
                ),
            ),
        ),
    ]


def _rules(sheet: CallSheet, references: References) -> list[_Article]:
    """Who steers, what is shared, who pays, how it ends."""
    rivalry = [point for point in sheet.cautions if point.text == HANDLING["concurrence"]]
    return [
        (
            "Pilotage",
            (
                *lines(
                    f"Un interlocuteur nommé et un suppléant de chaque côté : {BLANK}. Fréquence des points : {BLANK}. En "
                    "cas de départ, la partie présente le successeur à l’autre et lui transmet le dossier."
                ),
                references.fact(
                    "À savoir : le renouvellement rapide des pilotes est un frein, selon Cusin et Loubaresse.", "F254"
                ),
            ),
        ),
        (
            "Adhérents et coopétition",
            (
                *lines(
                    f"Ce qui est partagé (adhérents, appels à projets, financeurs) : {BLANK}. Ce que chacun garde : {BLANK}."
                ),
                *(references.point(point, because=True) for point in rivalry),
            ),
        ),
        ("Labellisation des projets", lines(f"Co-labellisation (comités, calendrier, qui dépose) : {BLANK}.")),
        ("Financement", lines(f"Dépenses, qui paie quoi, aides demandées : {BLANK}. Faute de financement : {BLANK}.")),
        (
            "Confidentialité, résultats et communication",
            lines(
                f"Informations confidentielles : {BLANK}. Propriété des résultats : renvoyer à l’accord de consortium de "
                f"chaque projet. Qui communique quoi, avec l’accord de qui : {BLANK}."
            ),
        ),
        (
            "Durée, bilan et sortie",
            lines(
                f"Durée : {BLANK}. Date du bilan commun (ce qui a abouti, ce qui s’arrête) : {BLANK}. Préavis pour se "
                f"retirer : {BLANK}."
            ),
        ),
    ]


def _signatures(sheet: CallSheet, signed_on: date | None) -> _Article:
    when = f"{french_date(signed_on)} (date visée)" if signed_on else BLANK
    return "Signatures", lines(
        f"Lieu : {BLANK}. Date : {when}.", f"Pour {sheet.pilot} : {BLANK}", f"Pour {sheet.name} : {BLANK}"
    )


def _contributions(sheet: CallSheet, references: References) -> tuple[Line, ...]:
    offered = references.point(sheet.offer[0])
    return (
        *lines(f"{sheet.pilot} : {BLANK}. {sheet.name} : {BLANK}."),
        offered.model_copy(update={"text": f"À savoir, une piste tirée du répertoire : « {offered.text} »"}),
    )
