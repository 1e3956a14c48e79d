"""Whether what was found answers a question: the list or the field that is asked for, or signals weighed."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial

from assistant.answering import told_texts
from assistant.answering.abroad import is_unanswered_abroad
from assistant.answering.abstention import (
    SHOWN,
    Signals,
    asks_contact,
    asks_pay,
    reason_to_abstain,
    signals,
    within_reach,
)
from assistant.answering.answer_type import is_keywords
from assistant.answering.asked_for import NOTHING_ASKED, asked_for
from assistant.answering.compared import can_compare
from assistant.answering.evidence import SURELY_KNOWN, Evidence
from assistant.answering.follow_on import FOREIGN
from assistant.answering.lacking_texts import said_beside
from assistant.answering.largest import largest
from assistant.answering.listed import listed, on_its_theme, on_its_theme_there
from assistant.answering.looked_up import LookedUp, look_up
from assistant.answering.outcomes import abstain, says_enough
from assistant.answering.pilot import pilot_of
from assistant.answering.reading import evidence_of, wants_list_alone
from assistant.answering.state import Knowledge, State
from assistant.answering.wishes import Wishes
from assistant.answering.within_bound import within_bound
from assistant.clusters.fields import Field
from assistant.index.analysis import terms, words
from assistant.index.search import DENSE, LEXICAL, Hit
from assistant.vocabulary import (
    AbstentionReason,
    DocumentType,
    Intent,
    Route,
)

# A fact asked for this surely is told rather than a list, or the themes of a cluster.
RATHER_KNOWN = 0.5
# An example of what was done is nobody to turn to; who is abroad is on no list.
_NOT_LISTED = re.compile(r"\b(?:exemples?|examples?|[ée]trang[èe]re?s?|foreign|abroad)\b", re.IGNORECASE)
_CLUSTER = re.compile(r"\b(?:p[oô]les?|clusters?|grappes?)\b", re.IGNORECASE)


def decide(known: Knowledge, state: State, hits: Sequence[Hit]) -> State:
    """The sentences of the passages found, and the decision whether they answer."""
    evidence = evidence_of(known, state, hits)
    asked, about = _without_names(state), cache(partial(_speaks_of_named, known, state))
    speaks = _signals(known, state, hits, evidence, asked, about)
    told = next((e for e in evidence[:1] if e.facts and e.known >= RATHER_KNOWN and about(e)), None)
    of_lists = told is None or wants_list_alone(known, state)
    if of_lists and (found := _of_lists(known, state, evidence, rather_told=told is not None)) is not None:
        return State(**found, signals=replace(speaks, field_found="answer" not in found))
    if told is None and (offered := _offered(known, state, evidence)):
        after = () if pilot_of(known, state) else (told_texts.WITHOUT_ORDER[state["language"]],)
        return State(evidence=[*offered, *evidence], looked_up=offered, told_after=after, signals=speaks)
    looked = None if speaks.contact or speaks.pay or state["wishes"].rivalry else look_up(known, state, evidence)
    if told is not None and looked is not None and looked.of_themes:
        looked = None
    if looked is not None:
        known_fact = any(e.known >= SURELY_KNOWN and about(e) for e in evidence[:SHOWN])
        labels_alone = looked.of_labels and set(terms(asked)) <= known.attributes.family[terms("label")[0]]
        speaks = _with_field(speaks, looked, known_fact and not labels_alone)
        if not (looked.found or labels_alone) and looked.of_labels:
            speaks = replace(speaks, asked_for=replace(speaks.asked_for, lacking=()))
    update = State(evidence=evidence, signals=speaks)
    if looked is not None and looked.found:
        return State(
            **update,
            looked_up=looked.found,
            told_after=said_beside(looked, known.today(), state["language"]),
            one_value=looked.one_value,
            route=_as_fact(state["route"]),
        )
    judge, caution = known.abstention.of(evidence), known.settings.caution
    if state["route"].intent == Intent.HORS_SUJET:
        # Keywords tell little of what they are after: whether the corpus answers decides. A cluster nobody knows is told as such.
        ours = is_keywords(state["question"]) or _of_an_unknown_cluster(state, speaks) or _follows_ours(known, state)
        if not (ours or within_reach(speaks, state["language"], judge, caution)):
            update["answer"] = abstain({**state, **update}, known, AbstentionReason.HORS_SUJET, [])
            return update
        update["route"] = state["within_scope"]
    # The profile of a cluster that is only named, a list: they need no other word to be found.
    enough = only_names(state) or wants_list_alone(known, state)
    absent = _surely_absent(speaks) or _abroad(state, speaks, evidence)
    reason = absent or (None if enough else reason_to_abstain(speaks, state["language"], judge, caution))
    if reason is not None and absent is None and _directory_answers(known, state):
        compares = state["route"].intent == Intent.COMPARAISON
        if not (compares and any(e.known >= SURELY_KNOWN and about(e) for e in evidence[:SHOWN])):
            update["evidence"] = [e for e in evidence if e.document.type == DocumentType.ANNUAIRE]
    elif reason is not None:
        update["answer"] = abstain({**state, **update}, known, reason, evidence, speaks)
    return update


def _offered(known: Knowledge, state: State, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Whom the directory has on the theme named, by who looks for a référent and says too little of themselves to be suggested
    any; on the theme in the region named, by who looks for somebody and says enough."""
    question, intent = state["question"], state["route"].intent
    if state["mentions"] or intent not in (Intent.REFERENT, Intent.PARTENAIRE):
        return ()
    if pilot_of(known, state) is not None:
        return on_its_theme_there(known, state) if state["wishes"] == Wishes() else ()
    unlisted = _NOT_LISTED.search(question) or is_unanswered_abroad(question, False, evidence)
    return () if unlisted or intent is Intent.PARTENAIRE else on_its_theme(known, state)


def _of_lists(known: Knowledge, state: State, evidence: Sequence[Evidence], rather_told: bool) -> State | None:
    """Who is within a bound, or largest, or the list that is asked for and nothing else, or that nobody is on it; None for
    other questions, and where nobody is within the bound but a fact tells more."""
    bounded = within_bound(known, state, evidence)
    if bounded is not None and not bounded.within and rather_told:
        return None
    if (ranked := bounded or largest(known, state, evidence)) is not None:
        told = State(looked_up=ranked.found, told_before=ranked.above, told_after=ranked.below)
        return State(**told, evidence=list(ranked.found), route=_as_fact(state["route"]))
    if (wanted := listed(known, state)) is None:
        return None
    update = State(evidence=list(wanted.found), route=_as_fact(state["route"]), looked_up=wanted.found)
    if not wanted.found:
        near = [*wanted.nearest, *evidence]
        update["answer"] = abstain({**state, **update}, known, AbstentionReason.CORPUS_MUET, near)
    return update


def _signals(
    known: Knowledge,
    state: State,
    hits: Sequence[Hit],
    evidence: Sequence[Evidence],
    asked: str,
    about: Callable[[Evidence], bool],
) -> Signals:
    """What speaks for or against answering, before the entry of a cluster is looked up."""
    words_of, others = state["searched"].lexical, partial(_others_named, known, state)
    speaks = signals(
        asked,
        evidence,
        both_arms=any(set(hit.ranks) == {LEXICAL, DENSE} and max(hit.ranks.values()) <= 5 for hit in hits[:3]),
        idf=words_of.idf,
        knows=words_of.knows,
        about=about,
        attributes=known.attributes,
        named=bool(state["mentions"]),
    )
    if says_enough(state):  # what the question before asked of is not asked again
        own = state["request"].question
        speaks = replace(speaks, contact=asks_contact(own), pay=asks_pay(own))
    return replace(
        speaks,
        kind=state["kind"],
        surety=state["asked"].surety,
        together=state["asked"].together,
        missed=state["asked"].missed,
        asked_for=asked_for(asked, evidence, words_of.idf, about, known.attributes, known.today(), others),
    )


def _abroad(state: State, speaks: Signals, evidence: Sequence[Evidence]) -> AbstentionReason | None:
    """Why not to answer a question of fact on another country, that nothing found tells of."""
    facts = state["route"].intent in (Intent.FAIT, Intent.COMPARAISON) and not state["mentions"]
    if not facts or not is_unanswered_abroad(state["question"], speaks.number_asked, evidence):
        return None
    return AbstentionReason.CHIFFRE_ABSENT if speaks.number_asked else AbstentionReason.CORPUS_MUET


def _as_fact(route: Route) -> Route:
    """The route of a question that the directory answers by one of its fields."""
    return route.model_copy(update={"intent": Intent.FAIT})


def _with_field(speaks: Signals, looked: LookedUp, known_fact: bool) -> Signals:
    """The signals, with what the entry of a cluster says of the field that is asked for; what it lacks, a fact that is
    known to answer the question may have."""
    if looked.found:
        return replace(speaks, field_found=True, attribute_missing=False, asked_for=NOTHING_ASKED)
    if looked.whole is not None:
        return replace(speaks, attribute_missing=True, asked_for=replace(speaks.asked_for, whole=looked.whole))
    lacking = tuple((field, cluster.short_name) for field, cluster in looked.lacking)
    if known_fact and not (looked.other_year and speaks.asked_for.year_missing):
        said = () if looked.of_labels or looked.other_year else lacking
        return replace(speaks, asked_for=replace(speaks.asked_for, lacking=said))
    if looked.other_year is None:
        return replace(speaks, attribute_missing=True, asked_for=replace(speaks.asked_for, lacking=lacking))
    asked = replace(speaks.asked_for, instead=looked.other_year, year_missing=1.0)
    return replace(speaks, attribute_missing=True, asked_for=asked)


def _surely_absent(speaks: Signals) -> AbstentionReason | None:
    """Why not to answer, whatever else was found: only the whole of what is asked is known, or there is no label at all."""
    if speaks.asked_for.whole is not None:
        return AbstentionReason.CHIFFRE_ABSENT
    lacking = {field for field, _ in speaks.asked_for.lacking}
    return AbstentionReason.CORPUS_MUET if lacking == {Field.LABELS} else None


def _of_an_unknown_cluster(state: State, speaks: Signals) -> bool:
    return bool(speaks.unknown_names) and bool(_CLUSTER.search(state["question"]))


def _follows_ours(known: Knowledge, state: State) -> bool:
    """Whether a message leans on others that were ours: alone it may seem to be of anything."""
    if state.get("rewritten") is None or not state["request"].history:
        return False
    before = state["request"].history[-1].question
    kinds = known.classifier.probabilities(before, known.embedder.embed_query(before))
    return state["asked"].surety >= SURELY_KNOWN or kinds[Intent.HORS_SUJET] < FOREIGN


def _without_names(state: State) -> str:
    """The question without the clusters it names: what is asked of them."""
    text = state["question"]
    for mention in sorted(state["mentions"], key=lambda m: -m.start):
        text = text[: mention.start] + " " + text[mention.end :]
    return text


def _directory_answers(known: Knowledge, state: State) -> bool:
    """Whether the directory answers where the corpus is silent: suggestions for a profile, figures side by side."""
    intent = state["route"].intent
    if state["wishes"].rivalry:
        return True
    if intent == Intent.COMPARAISON:
        return can_compare(known, state, pilot_of(known, state))
    suggesting = intent in (Intent.REFERENT, Intent.PARTENAIRE) and pilot_of(known, state) is not None
    return suggesting or state["wishes"].ties_among or bool(asks_of_ours(state))


def asks_of_ours(state: State) -> list[str]:
    """The pilot's own cluster, when a question asks for its ties."""
    given = state["request"].profile
    return [given.cluster_id] if state["wishes"].ties_of_ours and given and given.cluster_id else []


def only_names(state: State) -> bool:
    """Whether the question names clusters and holds no other word that carries a subject."""
    return bool(state["mentions"]) and not words(_without_names(state))


def _speaks_of_named(known: Knowledge, state: State, evidence: Evidence) -> bool:
    """Whether a sentence speaks of a cluster that the question names; true when it names none."""
    named = {c for m in state["mentions"] for c in (m.cluster.id, m.resolved.cluster.id)}
    if not named or evidence.document.meta.get("cluster_id") in named:
        return True
    return any(m.resolved.cluster.id in named for m in known.directory.mentions(evidence.text))


def _others_named(known: Knowledge, state: State, text: str) -> bool:
    """Whether a sentence speaks of a cluster in particular while the question names none. A network is none."""
    found = () if state["mentions"] else known.directory.mentions(text)
    return any(m.resolved.cluster.kind != "reseau" for m in found)
