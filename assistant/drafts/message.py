"""The first message: who we are, why you, two questions, what we bring, twenty minutes."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from assistant.clusters.case import Case
from assistant.clusters.entries import THEME_FIELDS
from assistant.clusters.maturity import pole_labels
from assistant.clusters.nearness import same_or_neighbouring_region
from assistant.clusters.partners import fits_need
from assistant.clusters.themes import shared_themes
from assistant.clusters.ties import LIVE, PARTNER_STAGES, STAGE_NAMES
from assistant.drafts.call_sheet import CallSheet, Point
from assistant.drafts.draft import Draft, Line, Section, lines
from assistant.drafts.offers import OFFERS
from assistant.drafts.parties import pilot_line, pilot_name
from assistant.drafts.references import References, sourced
from assistant.resources import texts
from assistant.vocabulary import BLANKS, Phase, Said

MESSAGE: dict[str, Said] = texts("drafts")["message"]


def message(case: Case, sheet: CallSheet, references: References, until: date | None, version: str) -> Draft:
    """The message to a candidate; `until` is the day by which the call should take place."""
    about = _said(case, "about_need", need=sheet.need) if sheet.need else _said(case, f"about_{sheet.role}")
    subject = _said(case, "subject", pilot=pilot_name(case), name=sheet.name, about=about)
    body = (
        *lines(_said(case, "hello")),
        pilot_line(case, references, _said(case, "i_pilot")),
        *lines(_said(case, "advised_by"), _purpose(case, sheet)),
    )
    sections = [
        Section(title=_said(case, "subject_title"), lines=lines(subject)),
        Section(title=_said(case, "message_title"), lines=body),
        *_reasons(case, sheet, references),
        Section(lines=lines(_said(case, "my_questions"))),
        Section(lines=tuple(Line(text=point.text) for point in sheet.ask[:2]), style="liste"),
        Section(lines=lines(_said(case, "what_we_bring"))),
        Section(lines=_offered(case, sheet, references), style="liste"),
        Section(lines=lines(_asked(case, until), _said(case, "regards"), _said(case, "signature"))),
        _before_sending(case, sheet, references),
    ]
    subtitle = _said(case, f"subtitle_{sheet.role}", pilot=sheet.pilot)
    return sourced(case, references, version, _said(case, "title", name=sheet.name), sections, subtitle)


def _said(case: Case, key: str, **values: Any) -> str:
    return case.voice.phrase(MESSAGE[key], blank=BLANKS[case.voice.language], **values)


def _reasons(case: Case, sheet: CallSheet, references: References) -> list[Section]:
    """Why you, as one sentence over several lines."""
    reasons = list(_why_you(case, sheet))
    ends = [_said(case, "end")] * (len(reasons) - 1) + ["."]
    told = [references.point(p.model_copy(update={"text": p.text + e})) for p, e in zip(reasons, ends, strict=False)]
    if not told:
        return []
    return [Section(lines=lines(_said(case, "why_you"))), Section(lines=tuple(told), style="liste")]


def _offered(case: Case, sheet: CallSheet, references: References) -> tuple[Line, ...]:
    """What we bring; a blank to fill in when nothing is known: advice to the writer does not go out with the letter."""
    if _is_nothing(case, sheet):
        return lines(_said(case, "to_offer"))
    return tuple(references.point(point) for point in sheet.offer[:2])


def _is_nothing(case: Case, sheet: CallSheet) -> bool:
    return sheet.offer[0].text == case.voice.phrase(OFFERS["nothing"])


def _asked(case: Case, until: date | None) -> str:
    by = _said(case, "by_day", day=case.voice.day(until)) if until else _said(case, "on_day")
    return _said(case, "twenty_minutes", by=by)


def _purpose(case: Case, sheet: CallSheet) -> str:
    if sheet.role == "partenaire":
        return _said(case, "seek_partner", need=_said(case, "on_need", need=sheet.need) if sheet.need else "")
    is_young = case.pilot.profile.phase is Phase.STRUCTURATION
    return _said(case, "seek_referent", stage=_said(case, "structuring") if is_young else "")


def _why_you(case: Case, sheet: CallSheet) -> Iterator[Point]:
    """Reasons in the second person, each checked on the entry."""
    said = case.candidate.open_to_calls
    if said and said.until >= case.today:
        until = case.voice.day(said.until)
        yield Point(text=_said(case, "you_agree", raw=said.raw, about=said.about, until=until))
    if sheet.role == "partenaire":
        yield from _why_partner(case)
    elif pole_labels(case.candidate):
        yield Point(text=_said(case, "you_have_label"), sources=case.candidate.sources_of("labels"))
    if sheet.role == "referent" and (helped := _helped(case)):
        yield helped
    near = same_or_neighbouring_region(case).value
    if near and case.regions:
        key, where = ("in_our_region", case.shared_regions[:2]) if near > 0.8 else ("in_next_region", case.regions[:1])
        yield Point(text=_said(case, key, regions=where), sources=case.candidate.sources_of("regions"))


def _why_partner(case: Case) -> Iterator[Point]:
    sources = case.candidate.sources_of(*THEME_FIELDS)
    lived = sorted((tie for tie in case.ties if tie.stage in LIVE), key=lambda tie: -PARTNER_STAGES[tie.stage])
    for tie in lived[:1]:
        stage, topic = case.voice.word(STAGE_NAMES[tie.stage]), case.voice.word(tie.topic)
        when = _said(case, "in_year", year=tie.year) if tie.year else ""
        yield Point(text=_said(case, "we_met", stage=stage, topic=topic, when=when), sources=tuple(tie.sources))
    if case.pilot.need and (fits_need(case).value or 0) >= 0.4:
        yield Point(text=_said(case, "your_themes", need=case.pilot.need), sources=sources)
    entry = case.candidate
    theirs = case.directory.vocabulary.themes_in("; ".join((*entry.sectors, *entry.technologies, *entry.markets)))
    shared = shared_themes(case.pilot.subject, case.subject)
    labels = [case.label(theme) for theme in shared if theme in theirs]  # said of themselves, not of their ties
    if labels:
        yield Point(text=_said(case, "our_themes", themes=labels[:3]), sources=sources)


def _helped(case: Case) -> Point | None:
    if not case.helped:
        return None
    others = dict.fromkeys(i for r in case.helped for i in r.clusters if i not in case.lineage)
    names = [case.directory.by_id[i].short_name for i in others if i not in case.own_lineage]
    sources = tuple(dict.fromkeys(source for relation in case.helped for source in relation.sources))
    whom = _said(case, "you_helped", names=names[:3]) if names else _said(case, "you_helped_us")
    return Point(text=whom, sources=sources)


def _before_sending(case: Case, sheet: CallSheet, references: References) -> Section:
    """What must not go out unread."""
    cautions = [references.point(point, because=True) for point in sheet.cautions]
    site = _said(case, "site", name=sheet.name, address=sheet.website) if sheet.website else ""
    missing = [sheet.offer[0].text] if _is_nothing(case, sheet) else []
    checks = lines(_said(case, "address", site=site), _said(case, "remove"), *missing)
    return Section(title=_said(case, "before_sending"), lines=(*checks, *cautions), style="liste", apart=True)
