"""The grid of a meeting: questions with why they are asked and room for answers, what we offer, what is decided."""

from datetime import date

from assistant.clusters.case import Case
from assistant.clusters.saying import french_date
from assistant.drafts.call_sheet import CallSheet, Point
from assistant.drafts.draft import BLANK, Draft, Section, Table, marker
from assistant.drafts.parties import candidate_line
from assistant.drafts.references import References


def meeting(case: Case, sheet: CallSheet, references: References, on: date | None, version: str) -> Draft:
    """The grid for a meeting `on` a day, to be filled in by hand or on screen."""
    when = french_date(on) if on else BLANK
    facts = Table(
        header=("Date", "Lieu ou lien", "Chez nous", f"Chez {sheet.name}"),
        rows=((when, BLANK, BLANK, BLANK),),
    )
    asked = Table(
        header=("Question", "Ce que l’on sait déjà", "Réponse"),
        rows=tuple((point.text, _known(point, references), "") for point in sheet.ask),
        widths=(0.36, 0.3, 0.34),
    )
    decided = Table(header=("Décision ou suite", "Qui", "Pour quand"), rows=(("", "", ""),) * 3, widths=(0.6, 0.2, 0.2))
    after = Table(header=("Deux minutes après", "Réponse"), rows=tuple((q, "") for q in sheet.after), widths=(0.5, 0.5))
    sections = [
        Section(title="Qui se rencontre", lines=(candidate_line(case.candidate, references),), table=facts),
        Section(title="Questions", table=asked),
        Section(title="Ce que nous offrons", lines=tuple(references.point(p) for p in sheet.offer), style="liste"),
        *(
            [
                Section(
                    title="À manier avec soin",
                    lines=tuple(references.point(p, because=True) for p in sheet.cautions),
                    style="liste",
                )
            ]
            if sheet.cautions
            else []
        ),
        Section(title="Ce qui est décidé", table=decided),
        Section(title="Pour le carnet", table=after),
    ]
    return Draft(
        title=f"Grille de rencontre avec {sheet.name}",
        subtitle=f"Pour {sheet.pilot}" + (f", sur « {sheet.need} »" if sheet.need else ""),
        sections=tuple(sections),
        sources=tuple(references.sources),
        day=case.today,
        corpus_version=version,
    )


def _known(point: Point, references: References) -> str:
    return (
        f"{point.because[0].upper()}{point.because[1:]} {marker(references.cite(point.sources))}".strip()
        if point.because
        else ""
    )
