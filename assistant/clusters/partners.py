"""With whom to build: close or complementary themes, an answer to the need, both past structuring."""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from assistant.clusters.case import Case
from assistant.clusters.comparable import comparable_means
from assistant.clusters.complementarity import complementarity
from assistant.clusters.entries import THEME_FIELDS
from assistant.clusters.nearness import common_region, real_distance
from assistant.clusters.scoring import Judged
from assistant.clusters.sought import Part, parts_sought
from assistant.clusters.themes import RELATED, TECHNOLOGY, shared_themes, stems
from assistant.clusters.ties import PARTNER_STAGES, documented_tie, two_steps_away
from assistant.vocabulary import Phase

_CLOSE = 0.6  # a closeness from which two subjects are as close as they get
_WAYS = ("named", "theme", "near")
_BELONGS = (
    0.8  # of a part, when the candidate works on the theme it belongs to, and is not known to do the thing itself
)
_SUPPLIES = 0.7  # a related theme supplies this much of a wanted technology: photonics for sensors
_STANDS_IN = 0.4  # this much when the wanted technology is the filière of somebody else
_AMONG_OTHERS = 0.9  # of a part, when the candidate says its word but has another filière
COVERED = 0.4  # of a part of the need, from which a partner is said to serve it
_NEAR = 0.15  # a closeness from which themes are said to be near without being shared
_ENOUGH_MEMBERS, _ENOUGH_TEAM = 200, 8


def fits_need(case: Case) -> Judged:
    """How much of each part of the need the candidate covers, the mean over parts.

    A part is what stands between commas or « et »; those of which the directory knows no word are left out, and when
    none is left the value is null. A part counts in full when the candidate's words or the name of a theme say it, less
    when it only belongs to a theme of the candidate (hydrogen to energy), to a market or to a related technology.
    Only the words that are met are quoted.
    """
    need, name, say = case.pilot.need or "", case.candidate.short_name, case.voice.say
    parts = parts_sought(case)
    if not parts:
        return Judged(None, say("need_unknown", need=need))
    met = [max(_ways(case, part), key=lambda way: (way.share, -_WAYS.index(way.how))) for part in parts]
    sources = case.candidate.sources_of(*THEME_FIELDS)
    value = sum(part.weight * way.share for part, way in zip(parts, met, strict=True)) / sum(p.weight for p in parts)
    served = [way for way in met if way.share >= COVERED]
    said = [
        say(
            f"need_{how}", parts=list(dict.fromkeys(say("quoted", text=way.quoted) for way in served if way.how == how))
        )
        for how in _WAYS
        if any(way.how == how for way in served)
    ]
    if not said:
        return Judged(value, say("need_uncovered", name=name, need=", ".join(part.text for part in parts)), sources)
    through = dict.fromkeys(way.theme for way in served if way.theme)
    themes = say("need_through", themes=", ".join(case.label(theme) for theme in through)) if through else ""
    return Judged(value, f"{name} {case.voice.joined(said)}{themes}.", sources)


class _Met(NamedTuple):
    """How much of a part the candidate brings, in which way, by which words of it and which theme, if any."""

    share: float
    how: str
    quoted: str
    theme: str = ""


def _ways(case: Case, part: Part) -> Iterator[_Met]:
    """The ways in which the candidate may bring a part, with how much of it each brings.

    Of a part that names several themes by words of their own, one theme alone is a share: « protéines végétales » is not
    served by whoever works on plants.
    """
    if len(part.aspects) > 1:
        yield _by_aspects(case, part)
    else:
        yield from _by_themes(case, part, part.themes, part.words)
    yield _by_words(case, part)


def _by_aspects(case: Case, part: Part) -> _Met:
    """The mean over the themes that the words of a part name apart, by the words of those that are met."""
    nothing = _Met(0.0, "near", "")
    best = [
        (max(_by_themes(case, part, *aspect), key=lambda way: way.share, default=nothing), aspect.words)
        for aspect in part.aspects
    ]
    met = [(way, words) for way, words in best if way.share >= COVERED]
    if not met:
        return nothing
    words = part.words if len(met) == len(best) else frozenset().union(*(words for _, words in met))
    way = max(met, key=lambda pair: pair[0].share)[0]
    return way._replace(share=sum(way.share for way, _ in best) / len(best), quoted=part.quoted(words))


def _by_words(case: Case, part: Part) -> _Met:
    """By saying, in one of its fields, all its words or enough of them.

    Whose filière the theme is comes before who says the word among others.
    """
    subject = case.subject
    met = max(
        (
            part.words & phrase
            for phrase in subject.phrases
            if part.words <= phrase or any(enough <= phrase for enough in part.enough)
        ),
        key=len,
        default=frozenset[str](),
    )
    owned = not part.themes or bool(part.themes & subject.filieres)
    share = len(met) / len(part.words) * (1.0 if owned else _AMONG_OTHERS)
    return _Met(share, "named", part.quoted(met))


def _by_themes(case: Case, part: Part, themes: Collection[str], words: frozenset[str]) -> Iterator[_Met]:
    """By each of these themes of a part, which `words` of it name: the same, a wider one, or a related one.

    Technologies that are mastered stand in for each other; filières do not: food is no vine.
    """
    subject, vocabulary, quoted = case.subject, case.directory.vocabulary, part.quoted(words)
    for wanted in themes:
        theme = vocabulary.themes[wanted]
        if wanted in subject.weights:
            named = words <= set(stems(theme.label))
            full = min(1.0, subject.weights[wanted] / TECHNOLOGY) * (
                1.0 if wanted in subject.filieres else _AMONG_OTHERS
            )
            yield _Met(full, "named", quoted, wanted) if named else _Met(_BELONGS * full, "theme", quoted, wanted)
        share = RELATED if not theme.diffusing else _STANDS_IN if wanted in case.directory.filieres else _SUPPLIES
        for related in theme.related:
            yield _Met(min(1.0, share * subject.mastered.get(related, 0.0) / TECHNOLOGY), "near", quoted, related)


def thematic_closeness(case: Case) -> Judged:
    """Themes and wording in common. Null without a theme or a word that the directory knows."""
    space, name, say = case.directory.space, case.candidate.short_name, case.voice.say
    close = space.closeness(case.pilot.subject, case.subject)
    if close is None:
        return Judged(None, say("themes_unknown", name=case.pilot.name if space.knows(case.subject) else name))
    value = min(1.0, close / _CLOSE)
    common = [case.label(theme) for theme in shared_themes(case.pilot.subject, case.subject)]
    if common:
        because = say("themes_in_common", name=name, themes=", ".join(common[:4]))
    else:
        topics = case.voice.words(case.candidate.sectors[:3]) or [say("not_known")]
        because = say("themes_near" if value >= _NEAR else "themes_far", name=name, topics=topics)
    return Judged(value, because, case.candidate.sources_of(*THEME_FIELDS))


def both_past_structuring(case: Case) -> Judged:
    """1 when both are in développement, 0 when one is still in structuration; null when either is unknown."""
    theirs, reason, sources = case.phase
    ours, say = case.pilot.profile.phase, case.voice.say
    if Phase.STRUCTURATION in (ours, theirs):
        who = case.pilot.name if ours is Phase.STRUCTURATION else case.candidate.short_name
        return Judged(0.0, say("structuring", who=who))
    if Phase.INCONNUE in (ours, theirs):
        return Judged(None, reason if theirs is Phase.INCONNUE else say("phase_not_known", name=case.pilot.name))
    return Judged(1.0, reason, sources)


def means_to_take_part(case: Case) -> Judged:
    """Members out of 200 and team out of 8, capped: enough to carry a project, not a premium for size."""
    candidate, voice, parts, reasons = case.candidate, case.voice, [], []
    if candidate.members:
        parts.append(min(1.0, candidate.members.count / _ENOUGH_MEMBERS))
        reasons.append(voice.members(candidate.members))
    if candidate.team and candidate.team.value:
        parts.append(min(1.0, candidate.team.value / _ENOUGH_TEAM))
        reasons.append(voice.say("team", team=voice.word(candidate.team.raw)))
    if not parts:
        return Judged(None, voice.say("means_unknown", name=candidate.short_name))
    because = voice.say("said_of", name=candidate.short_name, what=voice.joined(reasons))
    return Judged(sum(parts) / len(parts), because, candidate.sources_of("members", "team"))


def known_relation(case: Case) -> Judged:
    """A relation already documented between the two."""
    return documented_tie(case, PARTNER_STAGES)


CRITERIA: dict[str, Callable[[Case], Judged]] = {
    "besoin": fits_need,
    "proximite_thematique": thematic_closeness,
    "complementarite": complementarity,
    "structuration_achevee": both_past_structuring,
    "liens_deux_pas": two_steps_away,
    "moyens": means_to_take_part,
    "moyens_comparables": comparable_means,
    "region_commune": common_region,
    "distance": real_distance,
    "lien_documente": known_relation,
}
