"""What to offer in return: what the pilot's cluster has and the other lacks, as far as the directory knows."""

from collections.abc import Iterable, Iterator

from assistant.clusters.case import Case
from assistant.clusters.maturity import described_today, pole_labels
from assistant.clusters.names import listed, normalized, plural
from assistant.clusters.origins import declared_mark
from assistant.drafts.call_sheet import Point

_MOST_EXPERIENCES = 2
_NOTHING = Point(
    text="Le répertoire ne dit pas ce que vous avez de plus : préparez une chose à donner (un contact, un document, une "
    "visite), et complétez « Ma fiche » (technologies, marchés, adhérents)."
)


def offers(case: Case) -> list[Point]:
    """What to offer, the most specific first; one line that says what to prepare when nothing is known."""
    return [*_themes(case), *_region(case), *_experience(case), *_means(case)] or [_NOTHING]


def _themes(case: Case) -> Iterator[Point]:
    profile, sources = case.pilot.profile, case.pilot.entry.sources if case.pilot.entry else ()
    for words, one, many in (
        (profile.technologies, "une technologie", "des technologies"),
        ((*profile.markets, *profile.sectors), "un terrain d’application", "des terrains d’application"),
    ):
        lacking = _lacking(case, words)
        if lacking:
            head = one if len(lacking) == 1 else many
            yield Point(
                text=f"Chez nous, {head} à vous ouvrir : {listed(lacking[:4])}.",
                because=f"le répertoire ne le voit pas chez {case.candidate.short_name}",
                sources=sources,
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
            text=f"Un relais en région ({listed(ours)}) : nos financeurs, nos adhérents, une salle pour vos événements.",
            because=f"{case.candidate.short_name} est en {listed(list(case.regions))}",
            sources=case.candidate.sources,
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
        others = listed([case.directory.by_id[i].short_name for i in relation.clusters if i not in case.own_lineage])
        with_whom = f", avec {others}" if others else ""
        year = f" ({relation.year})" if relation.year else ""
        yield Point(
            text=f"Le récit de ce que nous avons vécu{with_whom} : {relation.topic}{year}.", sources=relation.sources
        )
    entry = case.pilot.entry
    if entry and pole_labels(entry) and not pole_labels(case.candidate):
        label = pole_labels(entry)[-1]
        yield Point(
            text=f"Notre expérience du {described_today(label, case.today)}.", sources=label.sources or entry.sources
        )


def _means(case: Case) -> Iterator[Point]:
    entry = case.pilot.entry
    if entry and entry.members:
        year = f" ({entry.members.year})" if entry.members.year else " (année non vue)"
        known = f"{plural(entry.members.count, 'adhérent')}{year}{declared_mark(entry, 'members')}"
        yield Point(text=f"Un appel à nos adhérents en votre nom : {known}.", sources=entry.sources)
    elif case.pilot.profile.members:
        yield Point(text=f"Un appel à nos adhérents en votre nom : {plural(case.pilot.profile.members, 'adhérent')}.")
    if entry and entry.open_to_calls and entry.open_to_calls.until >= case.today:
        yield Point(text=f"Vous pouvez nous appeler aussi, {entry.open_to_calls.raw}.")
