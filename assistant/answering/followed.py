"""What a message leaves unsaid, from the dialogue it goes on: the question as a whole, visibly."""

import re
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from assistant.answering.beside import side_by_side
from assistant.answering.correcting import corrected, in_its_place, only_complains
from assistant.answering.ellipsis import without_opening
from assistant.answering.followups import Reads, asks_more, joined_after, rewrite, whole_before
from assistant.answering.further import asked_further, for_another_need, gives_need
from assistant.answering.language import detect_language
from assistant.answering.pointing import all_pointed_out, pointed_out, with_our_name
from assistant.answering.retold import retold
from assistant.answering.sought import names_in, spelled
from assistant.answering.standing_out import stands_out
from assistant.answering.state import Knowledge, Request
from assistant.answering.wish_kinds import Wanted, wanted
from assistant.clusters.fields import Field
from assistant.clusters.sought import knows_need
from assistant.clusters.territory import region_of
from assistant.index.analysis import words
from assistant.vocabulary import Intent, Turn

SUGGESTING = (Intent.REFERENT, Intent.PARTENAIRE)
# From these log-odds on a message leans on those before it; one of more words that carry a subject stands on its own.
LEANS, LONGEST = -0.5, 12

# « Quels partenaires ? », « et des référents ? »: of those who ask, whoever was spoken of.
_FOR_US = re.compile(
    r"^\W*(?:(?:et|ok|bon|maintenant|alors|sinon|ensuite|après|puis|and|so|now)\b[\s,]*)*(?:quels?|des|which|any|what)\s+(?:partenaires?|r[ée]f[ée]rents?|partners?)"
    r"(?:\s+(?:possibles?|potentiels?|pour (?:nous|moi|un projet)|alors|du coup|for us))*[\s?!.\u00a0\u202f]*$",
    re.IGNORECASE,
)


class Followed(NamedTuple):
    """What follows suggestions or names as a full question, and whatever follows as one; None for what stands on its own.

    `asks` is whether the message asks something of its own after the question that it leans on, which is kept whole.
    """

    further: str | None = None
    whole: str | None = None
    asks: bool = False


def followed(known: Knowledge, request: Request, asked: str) -> Followed:
    """What a message follows as a full question: read as it is typed, else as it would be carefully typed."""
    if not request.history:
        return Followed()
    names, first = partial(names_in, known), partial(stands_out, known.directory)
    history = _told_before(known, request.history)
    if _FOR_US.match(asked):
        return Followed()
    correction = corrected(asked, f"{history[-1].question} {history[-1].answer}")
    if correction and correction.says:
        return Followed(None, in_its_place(whole_before(history, _reads(known)), correction))
    asked = with_our_name(asked, _our_name(known, request), history, names)
    pointed = pointed_out(asked, history, names, first)
    careful = spelled(known, asked, request.language or detect_language(asked, known.settings.language))
    further = _further(known, history, pointed or asked)
    if further is None:
        further = _further(known, history, pointed_out(careful, history, names, first) or careful)
    if further or pointed:
        return Followed(further, further or without_opening(pointed or ""))
    if correction:
        return Followed(None, in_its_place(whole_before(history, _reads(known)), correction))
    if need := _for_another_need(known, asked, history):
        return Followed(need, need)
    whole = rewrite(asked, history, _reads(known)) or _leaning(known, careful, history)
    return Followed(None, whole, whole is not None and asks_more(asked, whole, whole_before(history, _reads(known))))


def _leaning(known: Knowledge, asked: str, history: Sequence[Turn]) -> str | None:
    """What leans on the question before, though its wording does not tell, after that question."""
    if len(words(asked)) > LONGEST or known.leaning.log_odds(known.embedder.read_question(asked)) < LEANS:
        return None
    if _suggests(known, asked):
        return None  # what was only asked about before is no word of the pilot's on themselves
    return joined_after(whole_before(history, _reads(known)), without_opening(asked))


def _told_before(known: Knowledge, history: Sequence[Turn]) -> list[Turn]:
    """The exchanges, each question with the names it points at, as a whole where it only gave another need, and
    that before it where it only complained or asked for the same again."""
    told = list[Turn]()
    for turn in all_pointed_out(history, partial(names_in, known), partial(stands_out, known.directory)):
        asked = turn.question
        if told and gives_need(asked):
            asked = _for_another_need(known, asked, told) or rewrite(asked, told, _reads(known)) or asked
        elif told and (correction := corrected(asked, f"{told[-1].question} {told[-1].answer}")):
            asked = in_its_place(whole_before(told, _reads(known)), correction)
        elif told and (only_complains(asked) or retold(asked, told) is not None):
            asked = told[-1].question
        told.append(turn.model_copy(update={"question": asked}))
    return told


def _for_another_need(known: Knowledge, asked: str, history: Sequence[Turn]) -> str | None:
    """Suggestions asked again for another need, under what was wanted of them."""
    names, suggests, wants = partial(names_in, known), partial(_suggests, known), partial(wanted_of, known)
    return for_another_need(asked, history, names, suggests, wants, partial(rewrite, reads=_reads(known)))


def _our_name(known: Knowledge, request: Request) -> str:
    """The name of the pilot's own cluster, nothing when it is unknown."""
    key = request.profile.cluster_id if request.profile else None
    return known.directory.resolve(key).cluster.short_name if key else ""


def _further(known: Knowledge, history: Sequence[Turn], asked: str) -> str | None:
    """What follows suggestions, or sets those spoken of side by side, as a full question."""
    names, wants = partial(names_in, known), partial(wanted_of, known)
    beside = side_by_side(asked, history, names, wants)
    suggests, asks_fact = partial(_suggests, known), partial(_asks_fact, known)
    return beside or asked_further(
        asked, history, names, suggests, wants, asks_fact, partial(stands_out, known.directory)
    )


def _asks_fact(known: Knowledge, question: str) -> bool:
    """Whether a question asks for a fact that the entry of the cluster it names may hold; who it is asks for none."""
    field = known.fields.read(question, known.embedder.embed_query, names_in(known, question))
    return field is not None and field not in (Field.PRESENTATION, Field.LIENS, Field.PARTENAIRES)


def _suggests(known: Knowledge, question: str) -> bool:
    """Whether a question asks for référents or partners."""
    kinds = known.classifier.probabilities(question, known.embedder.embed_query(question))
    return sum(kinds[intent] for intent in SUGGESTING) >= 0.5


def wanted_of(known: Knowledge, follow_up: str) -> Wanted | None:
    """What a follow-up wants of suggestions."""
    return wanted(known.wishes, follow_up, known.embedder.embed_query)


def _reads(known: Knowledge) -> Reads:
    """What follow-ups are read with."""

    def asks_field(text: str) -> bool:
        return known.fields.read(f"X, {text}", known.embedder.embed_query, [(0, 1)]) is not None

    def is_need(thing: str) -> bool:
        return bool(region_of(thing)) or knows_need(known.directory, thing)

    return Reads(partial(names_in, known), asks_field, partial(_suggests, known), is_need)
