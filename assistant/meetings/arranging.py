"""From a list of clusters to rounds of meetings, each with its reason, its question and its sources."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from assistant.clusters.directory import Directory
from assistant.clusters.saying import Voice
from assistant.meetings.guests import MEETINGS, Invited, Present, present
from assistant.meetings.pairs import Pair, pairs
from assistant.meetings.rounds import Round, rounds
from assistant.meetings.wording import question, reason
from assistant.vocabulary import Bye, Caution, Guest, Language, Meeting, MeetingRound, Meetings

MOST_ROUNDS = 10


def arrange(
    directory: Directory, invited: Iterable[Invited], count: int, today: date, language: Language = "fr"
) -> Meetings:
    """`count` rounds (1 to 10) in which everybody of the list has a table, or a bye that is announced.

    A documented failure keeps two apart, mergers followed; rivals of the same theme and region meet only when
    somebody would be left alone, and are told. Raises InvalidGuests.
    """
    voice = directory.voice(language)
    guests, warnings = present(directory, invited, today, voice)
    allowed, forbidden = pairs(directory, guests, today, language)
    known = {frozenset(pair.ids): pair for pair in allowed}
    worth = {pair.ids: pair.worth for pair in allowed}
    made = rounds([g.cluster.id for g in guests], worth, [p.ids for p in allowed if p.rivals], min(count, MOST_ROUNDS))
    names = {guest.cluster.id: guest.cluster.short_name for guest in guests}
    warnings += [voice.phrase(MEETINGS["never_together"], text=caution.text) for caution in forbidden.values()]
    warnings += _odd(made, names, voice)
    if len(made) < count:
        warnings.append(voice.phrase(MEETINGS["fewer_rounds"], made=len(made), count=count))
    return Meetings(
        guests=tuple(_guest(guest) for guest in guests),
        rounds=tuple(_round(at, found, known, forbidden, names, voice) for at, found in enumerate(made, start=1)),
        warnings=tuple(warnings),
    )


def _guest(guest: Present) -> Guest:
    return Guest(
        cluster_id=guest.cluster.id,
        name=guest.cluster.short_name,
        phase=guest.profile.phase,
        phase_given=guest.given,
        because=guest.because,
    )


def _odd(made: Sequence[Round], names: Mapping[str, str], voice: Voice) -> list[str]:
    """Tables of three and byes, round by round, so that nobody discovers them on the day."""
    told = []
    for at, found in enumerate(made, start=1):
        threes = [voice.listed([names[i] for i in table]) for table in found.tables if len(table) > 2]
        if threes:
            told.append(voice.phrase(MEETINGS["tables_of_three"], number=at, threes=threes))
        if found.byes:
            told.append(voice.phrase(MEETINGS["without_table"], number=at, names=[names[i] for i in found.byes]))
    return told


def _round(
    number: int,
    found: Round,
    known: Mapping[frozenset[str], Pair],
    forbidden: Mapping[tuple[str, str], Caution],
    names: Mapping[str, str],
    voice: Voice,
) -> MeetingRound:
    meetings = tuple(_meeting(at, table, known, names, voice) for at, table in enumerate(found.tables, start=1))
    kept_apart = {cluster_id for pair in forbidden for cluster_id in pair}
    byes = tuple(Bye(cluster_id=i, name=names[i], because=_why_alone(i in kept_apart, voice)) for i in found.byes)
    return MeetingRound(number=number, meetings=meetings, byes=byes)


def _why_alone(kept_apart: bool, voice: Voice) -> str:
    return voice.phrase(MEETINGS["all_met_or_apart" if kept_apart else "all_met"])


def _meeting(
    at: int, table: Sequence[str], known: Mapping[frozenset[str], Pair], names: Mapping[str, str], voice: Voice
) -> Meeting:
    """The meeting of a table; at a table of three, the reason of the third comes after that of the two."""
    found = [known[frozenset(two)] for two in combinations(table, 2)]
    main = found[0] if len(table) == 2 else max(found, key=lambda pair: pair.worth)
    told, sources = reason(main), list(main.lead.sources if main.lead else ())
    if len(table) > 2:
        third = next(i for i in table if i not in main.ids)
        best = max((pair for pair in found if third in pair.ids), key=lambda pair: pair.worth)
        told = voice.phrase(MEETINGS["joins"], told=told, name=names[third], because=reason(best))
        sources += best.lead.sources if best.lead else ()
    cautions = dict.fromkeys(caution for pair in found for caution in pair.cautions)
    return Meeting(
        table=at,
        clusters=tuple(table),
        names=tuple(names[i] for i in table),
        kind=main.kind,
        learner=main.learner,
        reason=told,
        question=question(main),
        criterion=main.lead.name if main.lead else None,
        score=main.candidate.score,
        certainty=main.candidate.certainty,
        sources=tuple(dict.fromkeys(sources)),
        cautions=tuple(cautions),
    )
