"""Who asks: the profile given with the question, that of the cluster it names, or what it says of the pilot."""

import re

from assistant.answering.language import detect_language
from assistant.answering.region_places import with_regions_of_places
from assistant.answering.sought import french_words
from assistant.answering.state import Knowledge, State
from assistant.answering.stated_profile import InFrench, in_labels, own_words, stated_profile, with_what_was_said
from assistant.clusters.profile import profile_of
from assistant.vocabulary import Intent, Language, PilotProfile

# « X peut-il être partenaire d'un petit cluster comme le mien ? »: X is not who asks.
_NOT_OURS = re.compile(
    r"\b(?:comme|que|like|than)\s+(?:le mien|la mienne|(?:le|la) n[ôo]tre|nous|moi|ours|mine|us)\b", re.IGNORECASE
)


def pilot_of(known: Knowledge, state: State) -> PilotProfile | None:
    """The pilot's profile, in the phase of the route; without one, that of the cluster the question names; without
    either, what a question after suggestions says of the pilot."""
    given = _given(state)
    if given is not None:
        return given.model_copy(update={"phase": state["route"].phase})
    named = [m.resolved.cluster for m in state["mentions"] if m.resolved.cluster.lives]
    if named and not _NOT_OURS.search(state["question"]):
        return profile_of(known.directory, named[0], known.today())[0]
    return None if state["mentions"] else _stated(known, state)


def _given(state: State) -> PilotProfile | None:
    """The profile given with the question, when it says where or on what the pilot works."""
    given = state["request"].profile
    return given if given is not None and (given.cluster_id or given.regions or given.sectors) else None


def is_known(state: State) -> bool:
    """Whether who asks, or for whom, is known otherwise than by what the question says of them."""
    return bool(_given(state) or state["mentions"])


def _stated(known: Knowledge, state: State) -> PilotProfile | None:
    """What the question says of the pilot, or those before it, when it tells enough for the suggestions asked for: a
    référent hangs on the region, a partner on a theme."""
    vocabulary, language = known.directory.vocabulary, state["language"]
    asked = [with_regions_of_places(turn.question, ()) for turn in state["request"].history]
    before = [_in_french(known, detect_language(question, language))(own_words(question)) for question in asked]
    now = stated_profile(state["question"], vocabulary, _in_french(known, language))
    found = with_what_was_said(now, before, vocabulary)
    if inside := state["wishes"].inside:  # « des référents en Occitanie »: of who gave no region, it may be theirs
        found = found or PilotProfile()
        found = found.model_copy(update={"regions": found.regions or inside})
    told = found and {
        Intent.REFERENT: found.regions,
        Intent.PARTENAIRE: found.sectors or found.needs,
    }.get(state["route"].intent)
    return found.model_copy(update={"phase": state["route"].phase}) if found and told else None


def _in_french(known: Knowledge, language: Language) -> InFrench:
    """What gives the words of a text of this language in French: of an English one, its themes and regions."""
    if language == "fr":
        return str
    return lambda text: in_labels(french_words(known, text), known.directory.vocabulary)
