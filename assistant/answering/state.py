"""What travels through the graph: the request, and what each stage adds to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

import numpy as np
from numpy.typing import NDArray

from assistant.answering.abstention import Judge, Signals
from assistant.answering.asked_parts import AskedParts
from assistant.answering.asked_rows import Compared
from assistant.answering.attributes import Attributes
from assistant.answering.by_nearness import ByNearness
from assistant.answering.evidence import Evidence
from assistant.answering.known_questions import Asked, KnownQuestions
from assistant.answering.order_judge import OrderJudge
from assistant.answering.question_kind import QuestionKinds
from assistant.answering.retold import Retold
from assistant.answering.second_opinion import SecondOpinion
from assistant.answering.spelling import Speller
from assistant.answering.wishes import Wishes
from assistant.clusters.directory import Directory, Mention, Resolved
from assistant.index.embedding import Embedder
from assistant.index.encoded import Encoded
from assistant.index.lexical import LexicalIndex
from assistant.index.search import Searched
from assistant.library.facts import Facts
from assistant.library.workspace import Workspace
from assistant.routing.classifier import IntentClassifier
from assistant.routing.kinds import Kinds
from assistant.routing.phase_classifier import PhaseClassifier
from assistant.settings import Settings
from assistant.vocabulary import (
    Answer,
    Average,
    Intent,
    Language,
    Phase,
    PilotProfile,
    Route,
    Suggestions,
    Turn,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """All that answering reads from. Nothing here is written while a question travels."""

    settings: Settings
    embedder: Embedder
    workspace: Workspace
    directory: Directory
    facts: Facts
    classifier: IntentClassifier
    phases: PhaseClassifier
    abstention: Judge
    attributes: Attributes
    kinds: QuestionKinds
    leaning: ByNearness
    questions: KnownQuestions
    speller: Speller
    orders: OrderJudge
    wishes: Kinds
    opinions: Kinds
    fields: Kinds
    parts: AskedParts
    averages: tuple[Average, ...] = ()
    today: Callable[[], date] = date.today
    second_opinion: SecondOpinion | None = None
    own_referents: Callable[[], frozenset[str]] = frozenset

    def corpus_words(self) -> LexicalIndex:
        """The words of the shipped corpus, whatever was added beside it."""
        return (self.workspace.shipped_part() or self.workspace.generation()).lexical


@dataclass(frozen=True, slots=True)
class Request:
    """A question and what the pilot told or chose beside it."""

    question: str
    profile: PilotProfile | None = None
    profile_phase: tuple[Phase, str] | None = None  # by the directory's rule, with its reason
    phase: Phase | None = None
    intent: Intent | None = None
    history: tuple[Turn, ...] = ()
    language: Language | None = None
    resolved: Resolved | None = None  # how the name of the pilot's cluster was understood
    read_otherwise: tuple[str, ...] = ()  # what was not taken as it was typed, in the language of the answer

    def told(self, language: Language) -> tuple[str, ...]:
        """What to say of how the request was read: a name that is not that of a cluster of today, what was left out."""
        return (*(self.resolved.told(language) if self.resolved else ()), *self.read_otherwise)


class State(TypedDict, total=False):
    """Grows from stage to stage."""

    request: Request
    language: Language
    question: str  # the full question: rewritten if it was a follow-up
    asks_own: bool  # it said to look in the pilot's own documents, which `question` no longer does
    rewritten: str | None
    retold: Retold  # how the last answer is asked for again
    mended: str | None  # the full question as it was read, when words were read as others than typed
    sought: Encoded  # the question as it is searched with
    mentions: list[Mention]
    wishes: Wishes  # what it wants of the suggestions, which `question` no longer says
    route: Route
    within_scope: Route  # what a question that is to be turned away would be, were it ours
    kind: float  # log-odds that the question is of a kind that the corpus answers
    read: NDArray[np.float32]  # its vector by what it is after
    asked: Asked  # how surely it is after each fact, or near to one that it misses
    searched: Searched  # what was searched, and how rare its words are
    reads_added: bool  # added files are read beside the corpus
    uninvited: bool  # the question may not be after added files: only what plainly informs is read of them
    signals: Signals
    evidence: list[Evidence]
    looked_up: tuple[Evidence, ...]  # what the sheet of a cluster says of the field that is asked for
    told_before: str  # what they are ranked by, when they are
    told_after: tuple[str, ...]  # what is said below it: what the sheet lacks, what is not known since
    one_value: bool  # that field has one value
    added: list[Evidence]  # what added files say beside it, best first
    pointed: tuple[str, ...]  # what tells of added files that are near and not quoted
    suggestions: Suggestions | None
    judged: bool  # they are the clusters that the question is about, and no others
    compared: Compared | None
    answer: Answer
