"""The first stage: what a question says, in which language, of which clusters, with what intent and phase."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from assistant.answering import texts
from assistant.answering.asked_about import asked_about, whom_to_contact
from assistant.answering.asks_compare import asks_to_compare, sets_beside_us
from assistant.answering.beside import side_by_side
from assistant.answering.courtesies import WHAT_TO_ASK, courtesy
from assistant.answering.ellipsis import without_opening
from assistant.answering.first_wishes import first_wishes
from assistant.answering.follow_on import Reader
from assistant.answering.followups import Reads, rewrite
from assistant.answering.further import asked_further, for_another_need, gives_need
from assistant.answering.introducing import introducing
from assistant.answering.introductions import introduction_to
from assistant.answering.language import detect_language
from assistant.answering.outcomes import abstain, clarify
from assistant.answering.own_documents import asked_of
from assistant.answering.pilot import pilot_of
from assistant.answering.pointing import all_pointed_out, pointed_out, with_our_name
from assistant.answering.reading import wants_list_alone
from assistant.answering.region_adjectives import with_regions_named
from assistant.answering.said_before import phase_said_before
from assistant.answering.sought import names_in, sought, spelled
from assistant.answering.spelling import changes_words
from assistant.answering.standing_out import stands_out
from assistant.answering.state import Knowledge, Request, State
from assistant.answering.typography import as_sentence, one_line
from assistant.answering.wish_kinds import Wanted, wanted
from assistant.answering.wishes import Wishes, masked, wishes_in
from assistant.clusters.directory import Mention
from assistant.clusters.fields import Field
from assistant.clusters.sought import knows_need
from assistant.clusters.territory import region_of
from assistant.index.encoded import Encoded
from assistant.routing.clarify import clarification
from assistant.routing.classifier import Reading
from assistant.routing.route import route, within_scope
from assistant.vocabulary import AbstentionReason, Intent, Language, Route, Turn

_SUGGESTING = (Intent.REFERENT, Intent.PARTENAIRE)

# From this on, the router's word that one cluster is to be compared is taken, whatever the wording.
SURE_TABLE = 0.9


def understand(known: Knowledge, state: State) -> State:
    """Language, follow-up, embedding, clusters named, route."""
    request = state["request"]
    kept, left_out = known.orders.sifted(request.question, _reader(known))
    asked = kept or request.question
    further, rewritten = _followed(known, request, asked)
    language = request.language or detect_language(
        further or asked, known.settings.language, spans_of(known.directory.mentions(further or asked))
    )
    whole = rewritten or asked
    mended = spelled(known, asked_of(whole), language)
    named = with_regions_named(mended, spans_of(known.directory.mentions(mended)))
    begun = State(request=request, language=language)
    lists = further is None and wants_list_alone(known, State(**begun, question=named))
    question, wishes = (named, Wishes()) if lists else _set_apart(known, begun, named)
    encoded = known.embedder.encode_query(question)
    mentions = known.directory.mentions(question)
    found, reading = _routed(known, request, question, encoded, mentions, language)
    unsure = found.intent is Intent.COMPARAISON and found.confidence < SURE_TABLE
    if request.intent is None and unsure and _is_of_one(question, mentions):
        found = found.model_copy(update={"intent": Intent.FAIT})
    if request.intent is None and request.profile and mentions and sets_beside_us(question):
        found = found.model_copy(update={"intent": Intent.COMPARAISON})
    settled = request.intent or further or wishes.only or lists
    back = None if settled else clarification(found, reading.openness, language)
    update = State(
        language=language,
        question=question,
        asks_own=asked_of(whole) != whole,
        rewritten=rewritten and as_sentence(rewritten),
        mended=mended if changes_words(asked_of(whole), mended) else None,
        sought=sought(known, encoded, language),
        mentions=mentions,
        wishes=wishes,
        route=found,
        within_scope=within_scope(found, reading.probabilities),
        kind=known.kinds.read(question, spans_of(mentions), encoded.vector, known.embedder.embed_query),
    )
    if left_out and kept:
        told = texts.ORDERS_LEFT_OUT[language].format(question=one_line(kept))
        update["request"] = replace(request, read_otherwise=(told,))
    if (said := courtesy(request.question, language)) is not None:
        update.update(_guided(known, {**state, **update}, said, *WHAT_TO_ASK[language]))
    elif (shown := introducing(request.question, language)) is not None:
        update.update(_guided(known, {**state, **update}, *shown))
    elif not kept:
        update.update(_only_orders(known, {**state, **update}))
    elif back is not None:
        update["answer"] = clarify({**state, **update}, known, back)
    elif request.intent == Intent.HORS_SUJET:
        update["answer"] = abstain({**state, **update}, known, AbstentionReason.HORS_SUJET, [])
    return update


def _followed(known: Knowledge, request: Request, asked: str) -> tuple[str | None, str | None]:
    """What follows suggestions or names as a full question, and whatever follows as one: read as it is typed, else as it
    would be carefully typed. None for what stands on its own."""
    if not request.history:
        return None, None
    names, first = partial(names_in, known), partial(stands_out, known.directory)
    history = _told_before(known, request.history)
    asked = with_our_name(asked, _our_name(known, request), history, names)
    pointed = pointed_out(asked, history, names, first)
    language = request.language or detect_language(asked, known.settings.language)
    further = _further(known, history, pointed or asked)
    if further is None:
        careful = spelled(known, asked, language)
        further = _further(known, history, pointed_out(careful, history, names, first) or careful)
    if further or pointed:
        return further, further or without_opening(pointed or "")
    need = _for_another_need(known, asked, history)
    return need, need or rewrite(asked, history, _reads(known))


def _told_before(known: Knowledge, history: Sequence[Turn]) -> list[Turn]:
    """The exchanges, each question with the names it points at, and as a whole where it only gave another need."""
    told = list[Turn]()
    for turn in all_pointed_out(history, partial(names_in, known), partial(stands_out, known.directory)):
        asked = turn.question
        if told and gives_need(asked):
            asked = _for_another_need(known, asked, told) or rewrite(asked, told, _reads(known)) or asked
        told.append(turn.model_copy(update={"question": asked}))
    return told


def _for_another_need(known: Knowledge, asked: str, history: Sequence[Turn]) -> str | None:
    """Suggestions asked again for another need, under what was wanted of them."""
    names, suggests, wants = partial(names_in, known), partial(_suggests, known), partial(_wanted, known)
    return for_another_need(asked, history, names, suggests, wants, partial(rewrite, reads=_reads(known)))


def _our_name(known: Knowledge, request: Request) -> str:
    """The name of the pilot's own cluster, nothing when it is unknown."""
    key = request.profile.cluster_id if request.profile else None
    return known.directory.resolve(key).cluster.short_name if key else ""


def _further(known: Knowledge, history: Sequence[Turn], asked: str) -> str | None:
    """What follows suggestions, or sets those spoken of side by side, as a full question."""
    names, wants = partial(names_in, known), partial(_wanted, known)
    beside = side_by_side(asked, history, names, wants)
    suggests, asks_fact = partial(_suggests, known), partial(_asks_fact, known)
    return beside or asked_further(
        asked, history, names, suggests, wants, asks_fact, partial(stands_out, known.directory)
    )


def _asks_fact(known: Knowledge, question: str) -> bool:
    """Whether a question asks for a fact that the entry of the cluster it names may hold; who it is asks for none."""
    field = known.fields.read(question, known.embedder.embed_query, names_in(known, question))
    return field is not None and field not in (Field.PRESENTATION, Field.LIENS, Field.PARTENAIRES)


def _routed(
    known: Knowledge,
    request: Request,
    question: str,
    encoded: Encoded,
    mentions: Sequence[Mention],
    language: Language,
) -> tuple[Route, Reading]:
    """Intent and phase, by the learnt router and the second opinion if there is one."""
    found, reading = route(
        question,
        encoded.vector,
        known.classifier,
        mentions=spans_of(mentions),
        profile=request.profile,
        profile_phase=request.profile_phase,
        phase=request.phase,
        intent=request.intent,
        language=language,
        embed=known.embedder.embed_query,
        phases=known.phases,
        said_before=partial(
            phase_said_before, request.history, known.phases, known.embedder.embed_query, known.directory
        ),
    )
    if known.second_opinion is not None and request.intent is None:
        found = known.second_opinion(question, found, language)
    return found, reading


def _is_of_one(question: str, mentions: Sequence[Mention]) -> bool:
    """Whether a question names one cluster and sets it beside nothing: what it asks is a fact of that one."""
    return len({m.resolved.cluster.id for m in mentions}) == 1 and not asks_to_compare(question)


def _set_apart(known: Knowledge, said: State, question: str) -> tuple[str, Wishes]:
    """The question without what it wants of suggestions, when these are what it asks for; else as it is.

    To judge one cluster, whose partner or référent it would be has to be known.
    """
    mentions = known.directory.mentions(question)
    about = asked_about(question, mentions, said["language"], partial(_asks_opinion, known, said, question, mentions))
    if met := introduction_to(masked(question, spans_of(mentions))):
        named = [m.resolved.cluster.id for m in mentions if met[0] <= m.start < met[1]]
        wishes, plain = Wishes(only=tuple(named), introduced=True), whom_to_contact(said["language"])
    elif about is not None:
        wishes, plain = Wishes(only=about[0]), about[1]
    else:
        wishes, plain = wishes_in(question, mentions)
        masked_plain = masked(plain, spans_of(known.directory.mentions(plain)))
        wishes, plain = first_wishes(wishes, plain, masked_plain, partial(_wanted, known))
    if wishes == Wishes() or not plain or (plain == question and not wishes.narrows):
        return question, wishes
    encoded, left = known.embedder.encode_query(plain), known.directory.mentions(plain)
    once = replace(known, second_opinion=None)  # it is asked of what is left
    found, _ = _routed(once, said["request"], plain, encoded, left, said["language"])
    if found.intent not in _SUGGESTING:
        return question, Wishes()
    asking = State(**said, question=plain, mentions=left, wishes=wishes, route=found)
    return (question, Wishes()) if wishes.only and pilot_of(known, asking) is None else (plain, wishes)


def _asks_opinion(known: Knowledge, said: State, question: str, mentions: Sequence[Mention]) -> bool:
    """Whether a question asks what one cluster would be worth to the pilot, as it was learnt."""
    given = said["request"].profile
    others = {m.resolved.cluster.id for m in mentions} - {given.cluster_id if given else None}
    if len(others) != 1:
        return False
    if sets_beside_us(question) or wishes_in(question, mentions)[0].without:
        return False
    return known.opinions.read(question, known.embedder.embed_query, spans_of(mentions)) is not None


def _suggests(known: Knowledge, question: str) -> bool:
    """Whether a question asks for référents or partners."""
    kinds = known.classifier.probabilities(question, known.embedder.embed_query(question))
    return sum(kinds[intent] for intent in _SUGGESTING) >= 0.5


def _wanted(known: Knowledge, follow_up: str) -> Wanted | None:
    """What a follow-up wants of suggestions."""
    return wanted(known.wishes, follow_up, known.embedder.embed_query)


def _reads(known: Knowledge) -> Reads:
    """What follow-ups are read with."""

    def asks_field(text: str) -> bool:
        return known.fields.read(f"X, {text}", known.embedder.embed_query, [(0, 1)]) is not None

    def is_need(thing: str) -> bool:
        return bool(region_of(thing)) or knows_need(known.directory, thing)

    return Reads(partial(names_in, known), asks_field, partial(_suggests, known), is_need)


def spans_of(mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Where a question names clusters: start and end of each, in characters."""
    return [(mention.start, mention.end) for mention in mentions]


def _reader(known: Knowledge) -> Reader:
    def intents(text: str) -> dict[Intent, float]:
        return known.classifier.probabilities(text, known.embedder.embed_query(text))

    def named(text: str) -> frozenset[str]:
        return frozenset(mention.resolved.cluster.id for mention in known.directory.mentions(text))

    return Reader(intents, known.speller.is_unheard, named)


def _guided(known: Knowledge, state: State, said: str, *offered_next: str) -> State:
    """What is no question to the corpus is told what can be asked here; nothing of it is searched for."""
    turned = _only_orders(known, state)
    offered = {"answer": said, "follow_ups": offered_next, "warnings": ()}
    return State(route=turned["route"], answer=turned["answer"].model_copy(update=offered))


def _only_orders(known: Knowledge, state: State) -> State:
    """A message that gives orders and asks nothing is turned away, and told why."""
    found = state["route"].model_copy(update={"intent": Intent.HORS_SUJET})
    turned = abstain({**state, "route": found}, known, AbstentionReason.HORS_SUJET, [])
    return State(route=found, answer=turned.model_copy(update={"answer": texts.ONLY_ORDERS[state["language"]]}))
