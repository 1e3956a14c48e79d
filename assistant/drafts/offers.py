"""What to offer in return: what the pilot's cluster has and the other lacks, as far as the directory knows."""

from collections.abc import Iterable, Iterator
from typing import Any

from assistant.clusters.case import Case
from assistant.clusters.entries import THEME_FIELDS
from assistant.clusters.maturity import described_today, pole_labels
from assistant.clusters.names import normalized
from assistant.clusters.origins import declared_mark
from assistant.drafts.call_sheet import Point
from assistant.resources import texts
from assistant.vocabulary import Said

OFFERS: dict[str, Said] = texts("drafts")["offers"]

_MOST_EXPERIENCES = 2


def offers(case: Case) -> list[Point]:
    """What to offer, the most specific first; one line that says what to prepare when nothing is known."""
    known = [*_themes(case), *_region(case), *_experience(case), *_means(case)]
    return known or [Point(text=_said(case, "nothing"))]


def _said(case: Case, key: str, **values: Any) -> str:
    return case.voice.phrase(OFFERS[key], **values)


def _themes(case: Case) -> Iterator[Point]:
    profile, entry = case.pilot.profile, case.pilot.entry
    for words, one, many in (
        (profile.technologies, "technology", "technologies"),
        ((*profile.markets, *profile.sectors), "field", "fields"),
    ):
        lacking = _lacking(case, words)
        if lacking:
            yield Point(
                text=_said(case, one if len(lacking) == 1 else many, words=case.voice.words(lacking[:4])),
                because=_said(case, "not_seen_there", name=case.candidate.short_name),
                sources=entry.sources_of(*THEME_FIELDS) if entry else (),
            )


def _lacking(case: Case, words: Iterable[str]) -> list[str]:
    """The wordings whose themes, or words when no theme is known, the candidate does not have."""
    entry = case.candidate
    theirs = {normalized(w) for w in (*entry.sectors, *entry.technologies, *entry.markets, *entry.markets_from_ties)}
    lacking = []
    for word in dict.fromkeys(words):
        themes = case.directory.vocabulary.themes_in(word)
        held = bool(themes) and themes <= case.subject.weights.keys()
        if not held and normalized(word) not in theirs:
            lacking.append(word)
    return lacking


def _region(case: Case) -> Iterator[Point]:
    ours = [region for region in case.pilot.regions if region not in case.regions]
    if ours and case.regions:
        yield Point(
            text=_said(case, "region", regions=ours),
            because=_said(case, "their_regions", name=case.candidate.short_name, regions=case.regions),
            sources=case.candidate.sources_of("regions"),
        )


def _experience(case: Case) -> Iterator[Point]:
    """Joint projects and labels of ours in which the candidate had no part."""
    ours = [
        relation
        for relation in case.relations
        if relation.stage in ("projet", "convention", "contact")
        and case.own_lineage & set(relation.clusters)
        and not case.lineage & set(relation.clusters)
    ]
    ours.sort(key=lambda relation: (relation.stage == "contact", -(relation.year or 0)))
    for relation in ours[:_MOST_EXPERIENCES]:
        names = [case.directory.by_id[i].short_name for i in relation.clusters if i not in case.own_lineage]
        others = _said(case, "story_with", names=names) if names else ""
        year, topic = f" ({relation.year})" if relation.year else "", case.voice.word(relation.topic)
        yield Point(text=_said(case, "story", others=others, topic=topic, year=year), sources=relation.sources)
    entry = case.pilot.entry
    if entry and pole_labels(entry) and not pole_labels(case.candidate):
        label = pole_labels(entry)[-1]
        held = described_today(label, case.today, case.voice)
        yield Point(text=_said(case, "label", label=held), sources=label.sources or entry.sources_of("labels"))


def _means(case: Case) -> Iterator[Point]:
    entry, voice = case.pilot.entry, case.voice
    if entry and entry.members:
        count, year = entry.members.count, entry.members.year
        declared = declared_mark(entry, "members", voice)
        known = _said(case, "members_in" if year else "members_undated", count=count, year=year, declared=declared)
        yield Point(text=_said(case, "call_for_members", known=known), sources=entry.sources_of("members"))
    elif case.pilot.profile.members:
        known = _said(case, "members", count=case.pilot.profile.members)
        yield Point(text=_said(case, "call_for_members", known=known))
    said = entry.open_to_calls if entry else None
    if said and said.until >= case.today:
        yield Point(text=_said(case, "call_us", raw=said.raw, about=said.about, until=voice.day(said.until)))
