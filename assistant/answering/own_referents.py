"""Whom a pilot past structuring calls first for a how-to question: those that already helped them."""

from assistant.answering.drafting import Draft
from assistant.answering.state import Knowledge, State
from assistant.answering.suggestion_texts import unnamed
from assistant.answering.texts import OWN_FIRST, OWN_REFERENTS
from assistant.clusters.suggestions import own_referents
from assistant.vocabulary import Intent, Language, Phase, Referral, Suggestion, Suggestions

_HELP = ("habitude_aide", "lien_documente")


def of_the_pilot(known: Knowledge, state: State) -> Suggestions | None:
    """The pilot's own référents, for a how-to question once structuring is over; null without any."""
    profile, route = state["request"].profile, state["route"]
    if profile is None or route.intent is not Intent.PRATIQUE or route.phase is not Phase.DEVELOPPEMENT:
        return None
    found = own_referents(
        known.directory,
        profile.model_copy(update={"phase": route.phase}),
        today=known.today(),
        own=known.own_referents(),
        language=state["language"],
    )
    return found if found.suggestions else None


def as_referrals(found: Suggestions | None) -> tuple[Referral, ...]:
    """The same as people to ask when the corpus does not answer."""
    return tuple(Referral(name=s.name, why=_help(s)) for s in found.suggestions) if found else ()


def write_own_referents(draft: Draft, found: Suggestions, language: Language) -> None:
    """One line each: who, and how they helped. What else is known of them goes with the answer."""
    draft.suggestions += found.suggestions
    draft.next_steps.append(OWN_FIRST[language])
    draft.heading(OWN_REFERENTS[language])
    colon = {"fr": "\u00a0:", "en": ":"}[language]
    draft.lines += [f"- **{s.name}**{colon} {unnamed(_help(s), s.name)}" for s in found.suggestions]


def _help(suggestion: Suggestion) -> str:
    said = [c.because for name in _HELP for c in suggestion.criteria if c.name == name and c.value is not None]
    return said[0] if said else ""
