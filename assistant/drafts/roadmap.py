"""A roadmap with dates: back from the day aimed at, or on from today. The delays are usual practice, ours."""

from datetime import date, timedelta
from typing import NamedTuple

from assistant.calls.dates import working_day
from assistant.clusters.case import Case
from assistant.clusters.names import plural
from assistant.clusters.saying import french_date
from assistant.drafts.call_sheet import CallSheet, Role
from assistant.drafts.draft import Draft, Line, Section, Table, lines
from assistant.drafts.references import References


class _Usual(NamedTuple):
    days: int  # from the day aimed at
    label: str
    who: str = "les deux pilotes"
    blocking: bool = False


class DatedStep(NamedTuple):
    """One step on its day; `late` when that day is past."""

    day: date
    label: str
    who: str
    blocking: bool
    late: bool


_USUAL: dict[Role, tuple[str, tuple[_Usual, ...]]] = {
    "partenaire": (
        "signature",
        (
            _Usual(-120, "Premier appel, puis note de deux minutes"),
            _Usual(-105, "Rencontre entre pilotes : trois thèmes au plus"),
            _Usual(-90, "Accord de principe de chaque conseil ou bureau", "chaque conseil", True),
            _Usual(-75, "Atelier d’adhérents des deux côtés : cas d’usage, intéressés", "les deux équipes"),
            _Usual(-60, "Écrire ce qui est partagé et ce que chacun garde (adhérents, financeurs, appels)"),
            _Usual(-45, "Projet de convention : actions, responsables, calendrier, budget"),
            _Usual(-30, "Relecture juridique et vote en conseil, de chaque côté", "chaque conseil", True),
            _Usual(-14, "Signataires et pouvoirs vérifiés", "chaque président", True),
            _Usual(0, "Signature de la convention", "chaque président"),
            _Usual(30, "Premier point de suivi : premier cas d’usage lancé"),
            _Usual(90, "Point d’étape devant chaque bureau"),
            _Usual(180, "Bilan : ce qui a abouti, ce qui s’arrête"),
            _Usual(365, "Renouveler, changer ou arrêter, par écrit", "chaque conseil"),
        ),
    ),
    "referent": (
        "décision sur la pratique reprise",
        (
            _Usual(-60, "Premier appel, puis note de deux minutes"),
            _Usual(-45, "Visite ou second échange sur une question précise ; documents montrés"),
            _Usual(-30, "Note d’une page : ce qui convient chez nous, ce qui ne convient pas", "notre équipe"),
            _Usual(-15, "Bureau ou conseil : essayer, adapter ou laisser", "notre conseil", True),
            _Usual(0, "Décision, et qui la porte", "notre conseil"),
            _Usual(14, "Dire au référent ce que nous en avons fait, et lui rendre service", "notre pilote"),
            _Usual(90, "Bilan de l’essai ; second échange", "les deux pilotes"),
        ),
    ),
}


def dated_steps(role: Role, today: date, aimed: date | None) -> tuple[date, list[DatedStep]]:
    """The day aimed at and the steps around it, on working days; without a day, the first step is today."""
    _, usual = _USUAL[role]
    goal = aimed or today - timedelta(days=usual[0].days)
    steps = [
        DatedStep(day, step.label, step.who, step.blocking, day < today)
        for step in usual
        for day in [
            max(today, working_day(goal + timedelta(days=step.days)))
            if aimed is None
            else working_day(goal + timedelta(days=step.days))
        ]
    ]
    return goal, steps


def roadmap(case: Case, sheet: CallSheet, references: References, aimed: date | None, version: str) -> Draft:
    """The roadmap to a convention with a partner, or to a practice taken over from a référent."""
    goal, steps = dated_steps(sheet.role, case.today, aimed)
    name = _USUAL[sheet.role][0]
    rows = tuple(
        (
            french_date(s.day) + (" (en retard)" if s.late else ""),
            s.label + (" (peut tout arrêter)" if s.blocking else ""),
            s.who,
            "",
        )
        for s in steps
    )
    table = Table(header=("Date", "Étape", "Qui", "Fait le"), rows=rows, widths=(0.22, 0.46, 0.19, 0.13))
    known: list[Line] = []
    if sheet.role == "partenaire":
        known.append(
            references.fact(
                "Un calendrier écrit accélère l’aboutissement des projets, selon Cusin et Loubaresse.", "F238"
            )
        )
    cautions = [references.point(point, because=True) for point in sheet.cautions]
    sections = [
        Section(lines=lines(*_opening(goal, name, steps, case.today, aimed))),
        Section(title="Étapes", table=table),
        *([Section(title="À garder en tête", lines=(*known, *cautions), style="liste")] if known or cautions else []),
    ]
    return Draft(
        title=f"Feuille de route de {sheet.pilot} avec {sheet.name}",
        subtitle=f"Sur « {sheet.need} »" if sheet.need else None,
        sections=tuple(sections),
        sources=tuple(references.sources),
        day=case.today,
        corpus_version=version,
    )


def _opening(goal: date, name: str, steps: list[DatedStep], today: date, aimed: date | None) -> list[str]:
    """What the dates rest on, and what is wrong with the day aimed at."""
    how = "en remontant de la date visée" if aimed else "à partir d’aujourd’hui"
    said = [
        f"Date visée : {french_date(goal)} ({name}). Étapes calculées {how}, sur des jours ouvrés (fériés non connus). "
        "Les délais sont des usages, à ajuster."
    ]
    late = [step for step in steps if step.late]
    if goal < today:
        said.append("Cette date est passée : choisissez-en une autre.")
    elif late:
        missing = (today - late[0].day).days
        said.append(
            f"Trop court : {plural(len(late), 'étape')} déjà en retard. Repoussez la date de {plural(missing, 'jour')}, ou "
            "menez plusieurs étapes de front."
        )
    return said
