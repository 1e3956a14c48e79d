"""How a question ends: answered, asked back, or abstained from."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from assistant.answering import texts
from assistant.answering.abstention import Signals
from assistant.answering.citing import QuoteNotFound, SourcesOf, cite, provenance
from assistant.answering.evidence import Evidence
from assistant.answering.lacking_texts import SAY_WHO, entry_lacks
from assistant.answering.own_referents import as_referrals, of_the_pilot
from assistant.answering.periods import years_told
from assistant.answering.pilot import pilot_of
from assistant.answering.referrals import referrals
from assistant.answering.refusals import SAID, Lacking, lacking
from assistant.answering.state import Knowledge, State
from assistant.clusters.sheets import sources_behind
from assistant.clusters.sizes import NAME as SIZES
from assistant.clusters.territory import regions_in
from assistant.index.analysis import words
from assistant.vocabulary import (
    Abstention,
    AbstentionReason,
    Answer,
    Citation,
    Clarification,
    Intent,
    Provenance,
    Referral,
    Source,
    Status,
)

NEAREST = 3
_POLE = re.compile(r"\bp[ôo]les?\b", re.IGNORECASE)
# From how much of the year missing on the answer is said to be known of another year only.
YEAR_MISSING = 0.5
_SILENT = (AbstentionReason.CORPUS_MUET, AbstentionReason.CHIFFRE_ABSENT)
# Words that carry a subject, from which a message says what it asks.
ENOUGH = 2
SUGGESTED = (Intent.REFERENT, Intent.PARTENAIRE)


def sources_of(known: Knowledge) -> SourcesOf:
    """The sources behind a sentence: of its facts for a note, of the entry for a sheet, none for an original."""

    def find(evidence: Evidence) -> tuple[Source, ...]:
        match provenance(evidence.document):
            case Provenance.NOTE:
                return known.facts.sources_of(evidence.facts)
            case Provenance.FICHE:
                return tuple(known.facts.source_by_url(url) for url in _directory_sources(known, evidence))
            case _:
                return ()

    return find


def _directory_sources(known: Knowledge, evidence: Evidence) -> Iterable[str]:
    """The addresses behind a sentence of a sheet; for a list, the first of each cluster that the sentence names, all of
    them where it gives their figures."""
    cluster_id = evidence.document.meta.get("cluster_id")
    if cluster_id:
        return sources_behind(evidence.text, known.directory.by_id[str(cluster_id)], known.directory)
    named = (m.resolved.cluster for m in known.directory.mentions(evidence.text))
    shown = None if evidence.document.meta["name"] == SIZES else 1
    return dict.fromkeys(source for cluster in named for source in cluster.pages[:shown])


def answer(known: Knowledge, state: State, status: Status, text: str) -> Answer:
    """An answer of this status that says `text`."""
    return Answer(
        question=state["request"].question,
        rewritten_question=state.get("rewritten"),
        language=state["language"],
        route=state["route"],
        status=status,
        answer=text,
        warnings=(*state["request"].told(state["language"]), *understood(state)),
        corpus_version=known.workspace.corpus_version,
    )


def understood(state: State) -> list[str]:
    """What the question was taken for, when it was not taken as typed; told so that the person can correct it."""
    mended = state.get("mended")
    if not mended and not state.get("rewritten"):
        return []
    said = texts.REWRITTEN[state["language"]].format(question=mended or state["rewritten"])
    return [said + texts.KEEP_WORD[state["language"]] if mended else said]


def notices(state: State) -> tuple[str, ...]:
    """What became of the clusters named that merged, disappeared or gave no sign for long."""
    return tuple(dict.fromkeys(told for m in state["mentions"] for told in m.resolved.told(state["language"])))


def clarify(state: State, known: Knowledge, asked: Clarification) -> Answer:
    """The question asked back."""
    return answer(known, state, Status.CLARIFY, asked.question).model_copy(update={"clarification": asked})


def abstain(
    state: State,
    known: Knowledge,
    reason: AbstentionReason,
    evidence: Sequence[Evidence],
    speaks: Signals | None = None,
) -> Answer:
    """An abstention that helps on: what is near, and whom to ask."""
    language = state["language"]
    names = ", ".join(speaks.unknown_names) if speaks else ""
    text = texts.ABSTENTION[reason][language].format(names=names)
    if speaks and reason in _SILENT:
        asked_for = lacking(state["request"].question if says_enough(state) else state["question"], speaks)
        reason, text = _reason(asked_for), SAID[asked_for][language]
    instead = _of_another_year(speaks) if speaks and reason in _SILENT else None
    if speaks and instead:
        text = texts.OTHER_YEAR[language].format(
            asked=_years(speaks.asked_for.years), told=_years(years_told(instead.text))
        )
        evidence = [instead, *(e for e in evidence if e is not instead)]
    elif speaks and speaks.asked_for.lacking and reason in _SILENT:
        text = entry_lacks(speaks.asked_for.lacking, language) or text
    if speaks and (whole := speaks.asked_for.whole):
        text, evidence = texts.PART_ASKED[language], [whole, *(e for e in evidence if e is not whole)]
    asked = reason != AbstentionReason.HORS_SUJET
    if speaks and asked and state["route"].intent in SUGGESTED and pilot_of(known, state) is None:
        text = f"{text} {SAY_WHO[language]}"
    own = as_referrals(of_the_pilot(known, state)) if asked else ()
    contacts = (*own, *_referrals(state)) if asked else ()
    abstention = Abstention(reason=reason, nearest=tuple(_nearest(known, evidence)), contacts=contacts)
    refused = answer(known, state, Status.ABSTAINED, text)
    told = (*refused.warnings, *(notices(state) if asked else ()))
    return refused.model_copy(update={"abstention": abstention, "warnings": tuple(dict.fromkeys(told))})


def says_enough(state: State) -> bool:
    """Whether a message that leans on others says itself what is asked of them: « et ça coûte combien ? », not « et en Bretagne ? »."""
    return state.get("rewritten") is not None and len(words(state["request"].question)) >= ENOUGH


def _referrals(state: State) -> tuple[Referral, ...]:
    """Third parties to ask, of the pilot's region or of the one in the question."""
    question, mentions = state["question"], state["mentions"]
    of_poles = bool(_POLE.search(question)) or any(m.resolved.cluster.kind == "pole_de_competitivite" for m in mentions)
    return referrals(state["request"].profile, regions_in(question), of_poles, state["language"])


def _reason(asked_for: Lacking) -> AbstentionReason:
    figure = asked_for in (Lacking.FIGURE, Lacking.PAY)
    return AbstentionReason.CHIFFRE_ABSENT if figure else AbstentionReason.CORPUS_MUET


def _of_another_year(speaks: Signals) -> Evidence | None:
    """The sentence that says what is asked of another year, when it is that year that is missing."""
    asked = speaks.asked_for
    if asked.instead is None or asked.year_missing < YEAR_MISSING:
        return None
    told = years_told(asked.instead.text)
    return asked.instead if told and not asked.years & told else None


def _years(years: AbstractSet[int]) -> str:
    return ", ".join(map(str, sorted(years)))


def _nearest(known: Knowledge, evidence: Sequence[Evidence]) -> list[Citation]:
    found: list[Citation] = []
    for candidate in evidence:
        if len(found) == NEAREST:
            break
        try:
            found.append(cite(len(found) + 1, candidate, known.workspace.library, sources_of(known)))
        except QuoteNotFound:
            continue
    return found
