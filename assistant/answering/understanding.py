"""The first stage: what a question says, in which language, of which clusters, with what intent and phase."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from assistant.answering import texts
from assistant.answering.asked_about import asked_about, whom_to_contact
from assistant.answering.asked_after import FACT_ASKED, facts_asked
from assistant.answering.asks_compare import asks_to_compare, sets_beside_us
from assistant.answering.correcting import corrected, only_complains
from assistant.answering.courtesies import WHAT_TO_ASK, courtesy
from assistant.answering.first_wishes import first_wishes
from assistant.answering.follow_on import Reader
from assistant.answering.followed import SUGGESTING, Followed, followed, wanted_of
from assistant.answering.introducing import introducing
from assistant.answering.introductions import introduction_to
from assistant.answering.language import detect_language
from assistant.answering.outcomes import abstain, clarify
from assistant.answering.own_documents import asked_of
from assistant.answering.own_ties import asks_own_ties
from assistant.answering.pilot import pilot_of
from assistant.answering.places import places_within
from assistant.answering.reading import wants_list_alone
from assistant.answering.region_adjectives import with_regions_named
from assistant.answering.region_places import with_regions_of_places
from assistant.answering.retelling import before_it
from assistant.answering.retold import Retold, retold
from assistant.answering.rivals import WHO, asks_own_rivals, asks_risk, asks_rivalry_between
from assistant.answering.said_before import phase_said_before
from assistant.answering.sought import sought, spelled
from assistant.answering.spelling import changes_words
from assistant.answering.state import Knowledge, Request, State
from assistant.answering.taken_up import taken_up
from assistant.answering.typography import as_sentence, one_line
from assistant.answering.wishes import Wishes, masked, wishes_in
from assistant.clusters.directory import Mention
from assistant.clusters.territory import regions_in
from assistant.index.encoded import Encoded
from assistant.routing.clarify import clarification
from assistant.routing.classifier import Reading
from assistant.routing.features import without_names
from assistant.routing.route import route, within_scope
from assistant.vocabulary import AbstentionReason, Clarification, Intent, Language, Route

# From this on, the router's word that one cluster is to be compared is taken, whatever the wording.
SURE_TABLE = 0.9


def understand(known: Knowledge, state: State) -> State:
    """Language, follow-up, embedding, clusters named, route."""
    request = state["request"]
    if (again := retold(request.question, request.history)) is not None:
        return _asked_again(known, request, again)
    kept, left_out = known.orders.sifted(request.question, _reader(known))
    request, said, taken = taken_up(request, kept or request.question, partial(_tells_of_who_asks, known))
    further, rewritten, asks = Followed(None, said) if taken else followed(known, request, said)
    language = request.language or detect_language(
        further or said, known.settings.language, spans_of(known.directory.mentions(further or said))
    )
    whole = rewritten or said
    mended = spelled(known, asked_of(whole), language)
    named = _with_regions(known, mended)
    begun = State(request=request, language=language)
    lists = further is None and wants_list_alone(known, State(**begun, question=named))
    question, wishes = (named, Wishes()) if lists else _set_apart(known, begun, named)
    encoded, read = known.embedder.encode_query(question), known.embedder.read_question(question)
    mentions = known.directory.mentions(question)
    typed = _read_as_typed(known, said, language) if asks else None
    found, reading = _routed(known, request, question, encoded, mentions, language, typed)
    if request.intent is None:
        found = _by_what_is_asked(found, question, mentions, wishes, bool(request.profile))
    ours = rewritten is not None or found.intent is not Intent.HORS_SUJET  # what is of nothing here follows nothing
    follows = bool(request.history) and further is None and ours
    message, before = (spelled(known, _wanted(said, request), language), request.history) if follows else (question, ())
    asked = facts_asked(known, message, before, language)
    settled = request.intent or further or wishes.only or wishes.rivalry or lists or asked.surety >= FACT_ASKED
    back = None if settled else clarification(found, reading.openness, language)
    update = State(
        language=language,
        question=question,
        asked=asked,
        asks_own=asked_of(whole) != whole,
        rewritten=rewritten and as_sentence(rewritten),
        mended=mended if changes_words(asked_of(whole), mended) else None,
        sought=sought(known, encoded, language),
        mentions=mentions,
        wishes=wishes,
        route=found,
        within_scope=within_scope(found, reading.probabilities),
        read=read,
        kind=known.kinds.read(question, spans_of(mentions), read, known.embedder.read_question),
    )
    if request is not state["request"]:
        update["request"] = request
    if left_out and kept:
        told = texts.ORDERS_LEFT_OUT[language].format(question=one_line(kept))
        update["request"] = replace(request, read_otherwise=(told,))
    return {**update, **_settled(known, {**state, **update}, back, only_orders=not kept)}


def _asked_again(known: Knowledge, request: Request, again: Retold) -> State:
    """The question before, whose answer is told again."""
    turns = request.history
    last, before, told = before_it(
        request, [retold(turn.question, turns[:at]) is not None for at, turn in enumerate(turns)]
    )
    found = understand(known, State(request=replace(request, question=last.question, history=before)))
    language = again.language or found["language"]
    whole = found["rewritten"] or as_sentence(last.question)
    asked = texts.RETOLD[again.how.value][language].format(question=whole, after=again.after)
    shown = replace(found.get("request", request), question=request.question, history=before)
    return {
        **found,
        "request": shown,
        "rewritten": asked,
        "mended": None,
        "retold": replace(again, language=language, told=told),
    }


def _wanted(said: str, request: Request) -> str:
    """A message without what it rejects of how the one before was read."""
    last = request.history[-1]
    correction = corrected(said, f"{last.question} {last.answer}")
    return correction.wanted if correction else said


def _settled(known: Knowledge, state: State, back: Clarification | None, *, only_orders: bool) -> State:
    """What ends the question here: courtesies, orders alone, a question back; nothing for most questions."""
    request, language = state["request"], state["language"]
    if (polite := courtesy(request.question, language)) is not None:
        return _guided(known, state, polite, *WHAT_TO_ASK[language])
    if (shown := introducing(request.question, language)) is not None:
        return _guided(known, state, *shown)
    if request.history and only_complains(request.question):
        said = texts.COMPLAINED[language].format(question=one_line(request.history[-1].question))
        return _guided(known, state, said, *WHAT_TO_ASK[language])
    if only_orders:
        return _only_orders(known, state)
    if back is not None:
        return State(answer=clarify(state, known, back))
    if request.intent == Intent.HORS_SUJET:
        return State(answer=abstain(state, known, AbstentionReason.HORS_SUJET, []))
    return State()


def _routed(
    known: Knowledge,
    request: Request,
    question: str,
    encoded: Encoded,
    mentions: Sequence[Mention],
    language: Language,
    message: Reading | None = None,
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
        message=message,
    )
    if known.second_opinion is not None and request.intent is None:
        found = known.second_opinion(question, found, language)
    return found, reading


def _tells_of_who_asks(known: Knowledge, text: str) -> bool:
    """Whether a text names a region or a filière."""
    return bool(regions_in(text) or known.directory.vocabulary.themes_in(text))


def _with_regions(known: Knowledge, text: str) -> str:
    """The text with the regions that it tells by an adjective, a département or a town."""
    named = with_regions_named(text, spans_of(known.directory.mentions(text)))
    return with_regions_of_places(named, spans_of(known.directory.mentions(named)))


def _read_as_typed(known: Knowledge, message: str, language: Language) -> Reading:
    """What a follow-up is after by itself."""
    careful = spelled(known, message, language)
    names = spans_of(known.directory.mentions(careful))
    return known.classifier.read(careful, known.embedder.embed_query(without_names(careful, names)), names)


def _by_what_is_asked(
    found: Route, question: str, mentions: Sequence[Mention], wishes: Wishes, known_pilot: bool
) -> Route:
    """The route, with the intent that the wording of the question leaves no doubt of: who competes with whom; clusters set side
    by side, which one alone is not and one beside « nous » is."""
    if wishes.rivalry:
        return found.model_copy(update={"intent": Intent.FAIT if mentions else Intent.PARTENAIRE})
    if known_pilot and mentions and sets_beside_us(question):
        return found.model_copy(update={"intent": Intent.COMPARAISON})
    unsure = found.intent is Intent.COMPARAISON and found.confidence < SURE_TABLE
    return found.model_copy(update={"intent": Intent.FAIT}) if unsure and _is_of_one(question, mentions) else found


def _is_of_one(question: str, mentions: Sequence[Mention]) -> bool:
    """Whether a question names one cluster and sets it beside nothing: what it asks is a fact of that one."""
    return len({m.resolved.cluster.id for m in mentions}) == 1 and not asks_to_compare(question)


def _set_apart(known: Knowledge, said: State, question: str) -> tuple[str, Wishes]:
    """The question without what it wants of suggestions, when these are what it asks for; else as it is.

    To judge one cluster, whose partner or référent it would be has to be known.
    """
    mentions = known.directory.mentions(question)
    if asks_rivalry_between(question, mentions):
        return question, Wishes(rivalry=True)
    if asks_own_rivals(question, mentions):
        return _own_rivals(known, said, question)
    about = asked_about(question, mentions, said["language"], partial(_asks_opinion, known, said, question, mentions))
    if met := introduction_to(masked(question, spans_of(mentions))):
        named = [m.resolved.cluster.id for m in mentions if met[0] <= m.start < met[1]]
        wishes, plain = Wishes(only=tuple(named), introduced=True), whom_to_contact(said["language"])
    elif about is not None:
        wishes, plain = Wishes(only=about[0], cautions_first=asks_risk(question)), about[1]
    else:
        wishes, plain = wishes_in(question, mentions)
        masked_plain = masked(plain, spans_of(known.directory.mentions(plain)))
        wishes, plain = first_wishes(wishes, plain, masked_plain, partial(wanted_of, known))
    if wishes == Wishes() or not plain or (plain == question and not wishes.narrows):
        return question, wishes
    encoded, left = known.embedder.encode_query(plain), known.directory.mentions(plain)
    once = replace(known, second_opinion=None)  # it is asked of what is left
    found, _ = _routed(once, said["request"], plain, encoded, left, said["language"])
    if found.intent not in SUGGESTING:
        return question, Wishes()
    asking = State(**said, question=plain, mentions=left, wishes=wishes, route=found)
    return (question, Wishes()) if wishes.only and pilot_of(known, asking) is None else (plain, wishes)


def _own_rivals(known: Knowledge, said: State, question: str) -> tuple[str, Wishes]:
    """The rivals of the pilot's own cluster as what is wanted, in the regions that the question names; the question as it is
    when nothing is known of the pilot."""
    given = said["request"].profile
    if given is None or not (given.cluster_id or given.sectors):
        return question, Wishes()
    inside = tuple(dict.fromkeys(region for _, places in places_within(question) for region in places.regions))
    return WHO[said["language"]], Wishes(rivalry=True, inside=inside)


def _asks_opinion(known: Knowledge, said: State, question: str, mentions: Sequence[Mention]) -> bool:
    """Whether a question asks what one cluster would be worth to the pilot, as it was learnt."""
    given = said["request"].profile
    others = {m.resolved.cluster.id for m in mentions} - {given.cluster_id if given else None}
    if len(others) != 1 or asks_own_ties(masked(question, spans_of(mentions))):
        return False
    wants = wishes_in(question, mentions)[0]
    if sets_beside_us(question) or wants.without or wants.ties:
        return False
    return known.opinions.read(question, known.embedder.embed_query, spans_of(mentions)) is not None


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
    offered = {"answer": said, "follow_ups": offered_next, "warnings": (), "rewritten_question": None}
    return State(route=turned["route"], answer=turned["answer"].model_copy(update=offered))


def _only_orders(known: Knowledge, state: State) -> State:
    """A message that gives orders and asks nothing is turned away, and told why."""
    found = state["route"].model_copy(update={"intent": Intent.HORS_SUJET})
    turned = abstain({**state, "route": found}, known, AbstentionReason.HORS_SUJET, [])
    return State(route=found, answer=turned.model_copy(update={"answer": texts.ONLY_ORDERS[state["language"]]}))
