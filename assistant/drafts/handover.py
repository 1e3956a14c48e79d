"""The handover report as a draft: files and commitments first, trust apart, then the introductions to send."""

from assistant.clusters.names import listed, plural
from assistant.clusters.saying import french_date
from assistant.drafts.draft import BLANK, Draft, Line, Section, Table, lines
from assistant.records.entries import Contact, Due, Tie
from assistant.records.handover import Handover

STAGE_WORDS = {
    "idee": "idée",
    "contact": "contact",
    "projet": "projet",
    "convention": "convention",
    "abandon": "abandon",
}


def handover_draft(report: Handover) -> Draft:
    """The report, ready to be read by the successor."""
    opening = lines(
        "Deux choses se transmettent ici, et ne se transmettent pas pareil : les dossiers, qui se lisent, et la confiance, "
        "qui se refait de personne à personne.",
        "Document privé : il parle de personnes. Ne le diffusez pas au-delà de qui reprend.",
    )
    successor = f", à {report.successor}" if report.successor else ""
    return Draft(
        title="Passation",
        subtitle=f"De {report.by or 'tout le cluster'}{successor}, le {french_date(report.day)}",
        sections=(Section(lines=opening), *_files(report), *_people(report), _unsaid()),
        day=report.day,
    )


def _files(report: Handover) -> list[Section]:
    kept = _suggestions(report)
    return [
        _tabled("1. Dossiers et engagements", _commitments(report), "Aucun projet ni convention dans le carnet."),
        _tabled("Prochains pas", _steps(report), "Rien n’est noté."),
        *([Section(title="Suggestions gardées", lines=tuple(kept), style="liste")] if kept else []),
    ]


def _people(report: Handover) -> list[Section]:
    said = [
        line
        for made in report.introductions
        for line in lines(f"À {made.person} ({_name(report, made.where)}) :", *made.text.splitlines())
    ]
    none = lines("Aucun lien assez fort (confiance 4 ou 5, projet ou convention) n’appelle une présentation.")
    return [
        _tabled("2. La confiance, personne par personne", _trust(report), "Aucune relation dans le carnet."),
        Section(
            title="3. Présentations à trois, à envoyer avant le départ", lines=tuple(said) or none, apart=bool(said)
        ),
    ]


def _unsaid() -> Section:
    return Section(
        title="4. Ce que le carnet ne dit pas",
        lines=lines(
            f"Où sont les fichiers et qui a les accès : {BLANK}.",
            f"Ce qui ne s’écrit pas, à dire de vive voix : {BLANK}.",
        ),
        style="liste",
    )


def _tabled(title: str, table: Table, nothing: str) -> Section:
    return Section(title=title, table=table) if table.rows else Section(title=title, lines=lines(nothing))


def _name(report: Handover, where: str) -> str:
    return report.names.get(where, where)


def _commitments(report: Handover) -> Table:
    def row(contact: Contact) -> tuple[str, ...]:
        with_whom = _name(report, contact.where) + (f", {contact.person}" if contact.person else "")
        return with_whom, STAGE_WORDS[contact.stage], contact.about, french_date(contact.day)

    return Table(
        header=("Avec", "Étape", "Objet", "Dernier contact"),
        rows=tuple(row(contact) for contact in report.commitments),
        widths=(0.3, 0.14, 0.36, 0.2),
    )


def _steps(report: Handover) -> Table:
    def row(step: Due) -> tuple[str, ...]:
        on = french_date(step.on) + (" (en retard)" if step.late else "") if step.on else "sans date"
        return on, _name(report, step.where or ""), step.text

    return Table(
        header=("Pour le", "Avec", "Quoi"), rows=tuple(row(s) for s in report.next_steps), widths=(0.24, 0.26, 0.5)
    )


def _suggestions(report: Handover) -> list[Line]:
    return [
        Line(
            text=f"{_name(report, kept.cluster_id)} ({'référent' if kept.role == 'referent' else 'partenaire'}), gardé le "
            f"{french_date(kept.kept_on)}" + (f", pour « {kept.need} »" if kept.need else "") + "."
        )
        for kept in report.suggestions
    ]


def _trust(report: Handover) -> Table:
    def row(tie: Tie) -> tuple[str, ...]:
        who = (tie.person or "(personne non nommée)") + (f", {tie.function}" if tie.function else "")
        trust = f"{tie.confidence} sur 5" if tie.confidence else "non notée"
        history = f"Depuis le {french_date(tie.first)}, {plural(tie.times, 'contact')}"
        history += f" ; introduit par {listed(list(tie.introduced_by))}" if tie.introduced_by else ""
        history += " ; ne pas citer" if tie.discreet else ""
        return who, _name(report, tie.where), trust, history + _left(report, tie)

    return Table(
        header=("Qui", "Où", "Confiance", "Histoire"),
        rows=tuple(row(tie) for tie in report.ties),
        widths=(0.26, 0.2, 0.17, 0.37),
    )


def _left(report: Handover, tie: Tie) -> str:
    if tie.state == "vivant":
        return ""
    whither = f"à présent chez {_name(report, tie.now_at)}" if tie.now_at else "destination à demander"
    return f". À REPRENDRE : la personne est partie ({whither})"
