"""The first message: who we are, why you, two questions, what we bring, twenty minutes."""

from collections.abc import Iterator
from datetime import date

from assistant.answering.presenting import ROLES
from assistant.clusters.case import Case
from assistant.clusters.maturity import pole_labels
from assistant.clusters.names import listed, of
from assistant.clusters.nearness import same_or_neighbouring_region
from assistant.clusters.partners import fits_need
from assistant.clusters.saying import french_date
from assistant.clusters.themes import shared_themes
from assistant.drafts.call_sheet import CallSheet, Point
from assistant.drafts.draft import BLANK, Draft, Line, Section, lines
from assistant.drafts.parties import pilot_line
from assistant.drafts.references import References
from assistant.vocabulary import Phase


def message(case: Case, sheet: CallSheet, references: References, until: date | None, version: str) -> Draft:
    """The message to a candidate; `until` is the day by which the call should take place."""
    about = f"« {sheet.need} »" if sheet.need else _subject(sheet)
    by = f"d’ici au {french_date(until)}" if until else f"le {BLANK}"
    body = [
        *lines(f"Bonjour {BLANK} (prénom, nom),"),
        pilot_line(case, references, "Je pilote "),
        *lines(f"Je vous écris sur le conseil de {BLANK} (qui vous introduit ; à défaut, retirez cette phrase)."),
        *lines(_purpose(case, sheet)),
    ]
    reasons = list(_why_you(case, sheet))
    ends = [" ;"] * (len(reasons) - 1) + ["."]
    why = [references.point(p.model_copy(update={"text": p.text + e})) for p, e in zip(reasons, ends, strict=False)]
    closing = lines(
        f"Auriez-vous vingt minutes pour un appel {by} ? Je m’adapte à vos disponibilités.",
        "Bien cordialement,",
        f"{BLANK} (nom, fonction, téléphone)",
    )
    sections = [
        Section(title="Objet", lines=lines(f"{case.pilot.name} et {sheet.name} : vingt minutes sur {about}")),
        Section(title="Message", lines=tuple(body)),
        *([Section(lines=(*lines("Pourquoi vous :"),)), Section(lines=tuple(why), style="liste")] if why else []),
        Section(lines=lines("Mes questions :")),
        Section(lines=tuple(Line(text=point.text) for point in sheet.ask[:2]), style="liste"),
        Section(lines=lines("Ce que nous pouvons vous apporter :")),
        Section(lines=tuple(references.point(point) for point in sheet.offer[:2]), style="liste"),
        Section(lines=closing),
        _before_sending(sheet, references),
    ]
    return Draft(
        title=f"Premier message à {sheet.name}",
        subtitle=f"Pour {sheet.pilot}, en vue d’un échange avec un {ROLES[sheet.role]['fr']}",
        sections=tuple(sections),
        sources=tuple(references.sources),
        day=case.today,
        corpus_version=version,
    )


def _subject(sheet: CallSheet) -> str:
    return "votre expérience de pilote" if sheet.role == "referent" else "un projet commun possible"


def _purpose(case: Case, sheet: CallSheet) -> str:
    if sheet.role == "partenaire":
        need = f" sur « {sheet.need} »" if sheet.need else ""
        return f"Nous cherchons avec qui construire un projet{need}, en commençant petit."
    stage = "Notre cluster est en structuration. " if case.pilot.profile.phase is Phase.STRUCTURATION else ""
    return f"{stage}Nous cherchons à apprendre d’un cluster plus avancé, quelle que soit sa filière."


def _why_you(case: Case, sheet: CallSheet) -> Iterator[Point]:
    """Reasons in the second person, each checked on the entry."""
    said, sources = case.candidate.open_to_calls, case.candidate.sources
    if said and said.until >= case.today:
        yield Point(text=f"vous acceptez d’être appelés {said.raw}")
    if sheet.role == "partenaire":
        yield from _why_partner(case)
    elif pole_labels(case.candidate):
        yield Point(text="vous avez obtenu le label de pôle de compétitivité", sources=sources)
    if sheet.role == "referent" and (helped := _helped(case)):
        yield helped
    near = same_or_neighbouring_region(case).value
    if near and case.regions:
        where = "dans notre région" if near > 0.8 else "dans une région voisine"
        yield Point(text=f"vous êtes {where} ({listed(list(case.regions[:2]))})", sources=sources)


def _why_partner(case: Case) -> Iterator[Point]:
    sources = case.candidate.sources
    if case.pilot.need and (fits_need(case).value or 0) >= 0.4:
        yield Point(text=f"vos thèmes touchent à « {case.pilot.need} »", sources=sources)
    labels = [case.directory.vocabulary.label(theme) for theme in shared_themes(case.pilot.subject, case.subject)]
    if labels:
        yield Point(text=f"nous avons des thèmes en commun : {listed(labels[:3])}", sources=sources)


def _helped(case: Case) -> Point | None:
    helped = [relation for relation in case.relations if case.lineage & set(relation.helpers)]
    if not helped:
        return None
    others = dict.fromkeys(i for r in helped for i in r.clusters if i not in case.lineage)
    names = [case.directory.by_id[i].short_name for i in others if i not in case.own_lineage]
    sources = tuple(dict.fromkeys(source for relation in helped for source in relation.sources))
    whom = f"vous avez déjà aidé {listed(names[:3])}" if names else "vous nous avez déjà aidés"
    return Point(text=whom, sources=sources)


def _before_sending(sheet: CallSheet, references: References) -> Section:
    """What must not go out unread."""
    cautions = [references.point(point, because=True) for point in sheet.cautions]
    checks = lines(
        "Adresse et nom de la personne : le répertoire n’en a pas, cherchez-les sur le site"
        + (f" {of(sheet.name)} : {sheet.website}." if sheet.website else "."),
        "Retirez les numéros de sources et cette page avant l’envoi.",
    )
    return Section(
        title="À vérifier avant l’envoi (ne pas envoyer)", lines=(*checks, *cautions), style="liste", apart=True
    )
