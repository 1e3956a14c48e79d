"""What is told beside suggestions: nothing near, a need not understood, a region to give, pairs that clash."""

from collections.abc import Sequence

from assistant.clusters.candidates import Candidate
from assistant.clusters.case import Pilot
from assistant.clusters.cautions import antagonisms
from assistant.clusters.directory import Directory
from assistant.clusters.partners import COVERED
from assistant.clusters.sought import not_sought
from assistant.vocabulary import Phase, PilotProfile

# From these values on, a partner is near by what it does.
_NEAR = {"besoin": COVERED, "proximite_thematique": 0.15, "complementarite": 0.3}


def about_referents(
    directory: Directory, pilot: Pilot, first: Sequence[Candidate], others: Sequence[Candidate]
) -> list[str]:
    """Whom the pilot already knows, and for whom no success was seen: both are told, neither is hidden."""
    say, warnings = directory.voice(pilot.language).say, []
    if not first and not others and pilot.regions:
        warnings.append(say("nobody_left"))
    if first:
        warnings.append(say("own_first", names=[c.case.candidate.short_name for c in first]))
    unseen = [c.case.candidate.short_name for c in (*first, *others) if not c.recognised]
    return [*warnings, say("success_unseen", names=unseen)] if unseen else warnings


def region_asked(directory: Directory, pilot: Pilot) -> str:
    """The question for the one field a référent hangs on; a name that is no French region is said to be none."""
    say = directory.voice(pilot.language).say
    given = [say("quoted", text=region) for region in pilot.profile.regions if region.strip()]
    return " ".join([*([say("foreign_region", names=given)] if given else []), say("region_asked")])


def _says_a_theme(profile: PilotProfile) -> bool:
    return bool(profile.sectors or profile.technologies or profile.markets)


def what_is_missing(directory: Directory, pilot: Pilot, best: Sequence[Candidate]) -> list[str]:
    """What to tell us when nothing was found or nothing near, which need was not understood, what the phase implies."""
    say, warnings = directory.voice(pilot.language).say, []
    values = [{c.name: c.value for c in candidate.criteria} for candidate in best]
    if not best:
        warnings.append(say("theme_asked" if pilot.need or _says_a_theme(pilot.profile) else "theme_missing"))
    elif not any((found[name] or 0.0) >= least for found in values for name, least in _NEAR.items() if name in found):
        warnings.append(say("nobody_close"))
    elif pilot.need and all(found["besoin"] is None for found in values):
        warnings.append(say("need_unheard", need=pilot.need))
    elif pilot.need and (left := not_sought(best[0].case)):
        warnings.append(say("need_part_unheard", parts=[say("quoted", text=text) for text in left]))
    return [*warnings, say("referents_first")] if pilot.profile.phase is Phase.STRUCTURATION else warnings


def clashes(directory: Directory, pilot: Pilot, chosen: list[Candidate]) -> list[str]:
    """Pairs of suggestions between which a failure is documented, each told once."""
    voice = directory.voice(pilot.language)
    return [
        voice.say("clash", text=caution.text)
        for at, one in enumerate(chosen)
        for other in chosen[at + 1 :]
        for caution in antagonisms(directory, one.case.lineage, other.case.lineage, one.case.relations, voice)[:1]
    ]
