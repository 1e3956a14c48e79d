"""The stages of a question, as functions of what is known and of the state so far."""

from assistant.answering import extractive, texts
from assistant.answering.both import retrieved
from assistant.answering.compared import comparison
from assistant.answering.context import Context
from assistant.answering.deciding import asks_of_ours, decide, only_names
from assistant.answering.disagreements import disagreements
from assistant.answering.drafting import Draft
from assistant.answering.in_parts import by_part
from assistant.answering.need import need_of
from assistant.answering.outcomes import abstain, answer, notices, sources_of, understood
from assistant.answering.own_referents import of_the_pilot
from assistant.answering.pilot import is_known, pilot_of
from assistant.answering.reading import sheets_of
from assistant.answering.retelling import as_asked, left_to_tell, nothing_left, tells_more, told_in
from assistant.answering.retold import Retelling
from assistant.answering.state import Knowledge, State
from assistant.answering.suggested import suggested
from assistant.answering.understanding import spans_of
from assistant.vocabulary import (
    AbstentionReason,
    Answer,
    Intent,
    Status,
    Suggestions,
)


def retrieve(known: Knowledge, state: State) -> State:
    """Passages, their sentences, and the decision whether they answer: the whole question, else a part of it."""
    found = _retrieved(known, state)
    return by_part(known, state, found, _retrieved) if "answer" in found else found


def _retrieved(known: Knowledge, state: State) -> State:
    """The corpus alone where it answers, so that no added file moves or changes what it says, else all that was found."""
    return retrieved(known, state, decide)


def suggest(known: Knowledge, state: State) -> State:
    """Référents, partners or a comparison, where the intent asks for them and the profile allows."""
    intent, profile = state["route"].intent, pilot_of(known, state)
    suggestions: Suggestions | None = None
    judged, compared = False, None
    if intent in (Intent.REFERENT, Intent.PARTENAIRE) and profile is not None:
        suggestions, judged = suggested(known, state, profile)
    elif intent == Intent.PRATIQUE:
        suggestions = of_the_pilot(known, state)
    elif intent == Intent.COMPARAISON:
        compared = comparison(known, state, profile)
    extra = [s.cluster_id for s in suggestions.suggestions] if suggestions else []
    extra += [*asks_of_ours(state), *(compared.table.clusters if compared else ())]
    return State(
        suggestions=suggestions,
        judged=judged,
        compared=compared,
        evidence=state["evidence"] + sheets_of(known, state, extra),
        language=told_in(state),
    )


def draft(known: Knowledge, state: State) -> State:
    """The answer, by the extractive templates."""
    written = Draft(known.workspace.library, sources_of(known), state["language"])
    extractive.write(written, context(known, state))
    return State(answer=finish(known, state, written))


def context(known: Knowledge, state: State) -> Context:
    """What a generator may use."""
    return Context(
        question=state["question"],
        language=state["language"],
        asked_before=bool(state["request"].history),
        route=state["route"],
        profile=pilot_of(known, state),
        pilot_known=is_known(state),
        evidence=left_to_tell(state),
        added=state.get("added", []),
        directory=known.directory,
        mentioned=tuple(dict.fromkeys(m.resolved.cluster.id for m in state["mentions"])),
        replaced=tuple(
            dict.fromkeys((m.cluster.id, m.resolved.cluster.id) for m in state["mentions"] if m.resolved.notice)
        ),
        only_named=only_names(state),
        looked_up=() if tells_more(state) else state.get("looked_up", ()),
        told_before="" if tells_more(state) else state.get("told_before", ""),
        told_after=() if tells_more(state) else state.get("told_after", ()),
        one_value=state.get("one_value", False),
        only_help=need_of(state["question"], spans_of(state["mentions"])) is None,
        notices=notices(state),
        wishes=state["wishes"],
        suggestions=state.get("suggestions"),
        judged=state.get("judged", False),
        compared=state.get("compared"),
        attributes=known.attributes,
        today=known.today(),
    )


def finish(known: Knowledge, state: State, written: Draft) -> Answer:
    """The draft as an answer; an empty one is an abstention."""
    if (again := state.get("retold")) is not None and again.how is Retelling.WHOM:
        told = abstain(state, known, AbstentionReason.CORPUS_MUET, written.said or state["evidence"])
        return told.model_copy(update={"answer": texts.WHOM[state["language"]]})
    if not written.lines:
        refused = abstain(state, known, AbstentionReason.CORPUS_MUET, state["evidence"])
        return refused.model_copy(update={"answer": nothing_left(state) or refused.answer})
    if again is not None:
        written = as_asked(written, again)
    if state["wishes"].ties_among and not written.citations:  # that no tie is documented answers nothing
        refused = abstain(state, known, AbstentionReason.CORPUS_MUET, state["evidence"])
        return refused.model_copy(update={"answer": written.text()})
    if state.get("pointed"):
        written.follow_ups.insert(0, texts.ASK_OWN[state["language"]])
    written.warnings += disagreements(written.citations, known.facts, state["asked"].facts, state["language"])
    return answer(known, state, Status.ANSWERED, written.text()).model_copy(
        update={
            "claims": tuple(written.claims),
            "citations": tuple(written.citations),
            "suggestions": tuple(written.suggestions),
            "comparison": written.comparison,
            "next_steps": tuple(dict.fromkeys(written.next_steps)),
            "follow_ups": tuple(written.follow_ups),
            "warnings": tuple(
                dict.fromkeys(
                    (
                        *state["request"].told(state["language"]),
                        *understood(state),
                        *written.warnings,
                        *state.get("pointed", ()),
                    )
                )
            ),
            "generator": written.generator,
            "model_exchange": written.model_exchange,
        }
    )
