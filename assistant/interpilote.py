"""The public interface: what the command line, the page and the evaluation are made of.

Everything is opened on first use, so that building an `Interpilote` costs nothing.
"""

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypedDict, Unpack, cast

import numpy as np
from numpy.typing import NDArray

from assistant import resources
from assistant.answering import looked_up
from assistant.answering.abstention import Judge, Signals, load_judge
from assistant.answering.attributes import load_attributes
from assistant.answering.english import in_french, load_lexicon
from assistant.answering.generators import opinion
from assistant.answering.graph import Answering
from assistant.answering.known_questions import KnownQuestions, load_known_questions
from assistant.answering.order_judge import OrderJudge, load_order_judge
from assistant.answering.ordinary_french import ordinary_french
from assistant.answering.question_kind import QuestionKinds, load_question_kinds, plain
from assistant.answering.spelling import Speller
from assistant.answering.state import Knowledge, Request
from assistant.answering.usage import shipped_usage
from assistant.answering.wish_kinds import SURE, Wanted
from assistant.clusters import declared
from assistant.clusters.directory import Directory, load_directory
from assistant.clusters.entries import Cluster
from assistant.clusters.fields import Field
from assistant.clusters.mentions import names_of
from assistant.clusters.profile import completed
from assistant.document_answers import DocumentAnswers
from assistant.draft_answers import DraftAnswers
from assistant.index import preparation
from assistant.index.embedding import Embedder, load_embedder
from assistant.index.messages import encode_message
from assistant.library.facts import Facts, load_facts
from assistant.library.locks import writing
from assistant.library.shipped import shipped_documents, shipped_version
from assistant.library.workspace import Workspace
from assistant.passages import passages_found
from assistant.questions import checked_question
from assistant.routing.classifier import IntentClassifier, load_classifier
from assistant.routing.examples import read_examples
from assistant.routing.kinds import Kinds, load_kinds
from assistant.routing.phase_classifier import PhaseClassifier, load_phases
from assistant.settings import Settings, load_settings
from assistant.vocabulary import (
    Answer,
    DocumentType,
    Intent,
    Language,
    Phase,
    PilotProfile,
    Progress,
    Route,
    SearchResult,
    Turn,
)

log = logging.getLogger(__name__)


def _silent(label: str, share: float) -> None:
    """No progress shown."""


class Options(TypedDict, total=False):
    """What may be said beside a question: `cluster` is any name of the pilot's cluster, or `profile` says more; `phase`
    and `intent` are the pilot's corrections."""

    cluster: str | None
    profile: PilotProfile | None
    phase: Phase | None
    intent: Intent | None
    history: Sequence[Turn]
    language: Language | None


class Interpilote(DraftAnswers, DocumentAnswers):
    """An assistant over one home. Safe to share between threads."""

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        progress: Progress = _silent,
        notice: Callable[[str], None] = log.warning,
        today: Callable[[], date] = date.today,
    ) -> None:
        self.settings = settings or load_settings()
        self.today = today
        self.progress, self._notice = progress, notice
        self._opening = threading.RLock()

    # --- what it rests on, opened on first use -----------------------------------------------------------

    @cached_property
    def directory(self) -> Directory:
        """The clusters and their relations. Raises CorpusError."""
        return load_directory(resources.corpus(), self._declared)

    @property
    def _declared(self) -> Path:
        """Where what clusters say of themselves is kept."""
        return self.settings.home / declared.FILE_NAME

    @cached_property
    def facts(self) -> Facts:
        """The facts behind the notes, with their sources. Raises CorpusError."""
        return load_facts(resources.corpus())

    @cached_property
    def embedder(self) -> Embedder:
        """The embedding model, prepared if it lacks."""
        if self.settings.embedding_model == "bundled" and not preparation.is_prepared(self.settings.models):
            preparation.prepare(self.settings.models, self.progress)
        return load_embedder(self.settings.embedding_model, self.settings.models)

    @cached_property
    def workspace(self) -> Workspace:
        """The library and its index, brought up to date with the shipped corpus."""
        workspace = Workspace(self.settings, self.embedder, self._notice)
        self._bring_up_to_date(workspace)
        return workspace

    def _bring_up_to_date(self, workspace: Workspace) -> None:
        corpus = resources.corpus()
        version = shipped_version(corpus, self._declared)
        workspace.ensure(lambda: shipped_documents(corpus, self.directory), version, self.progress)

    @cached_property
    def classifier(self) -> IntentClassifier:
        """The intent classifier, trained if it lacks."""
        examples = resources.corpus() / "routing.yaml"
        return load_classifier(examples, self.embedder, self.settings.models, self.progress)

    @cached_property
    def phases(self) -> PhaseClassifier:
        """What reads the phase that a question states, trained if it lacks."""
        corpus = resources.corpus()
        utterances = read_examples(corpus / "routing.yaml")
        return load_phases(corpus / "phases.yaml", utterances, self.embedder, self.settings.models, self.progress)

    @cached_property
    def abstention(self) -> Judge:
        """What weighs for and against answering."""
        return load_judge(resources.corpus() / "abstention.yaml")

    @cached_property
    def question_kinds(self) -> QuestionKinds:
        """The kinds of question that the corpus answers, learnt if they lack."""
        questions = resources.corpus() / "abstention.jsonl"
        return load_question_kinds(
            questions, self.embedder, self.settings.models, self._stretches_naming, self.progress
        )

    @cached_property
    def known_questions(self) -> KnownQuestions:
        """The questions that each fact answers, prepared if they lack."""
        corpus = resources.corpus()
        french = partial(in_french, lexicon=load_lexicon(corpus / "english.yaml"), knows=lambda term: True)
        file = corpus / "known_questions.jsonl"
        return load_known_questions(file, self.embedder, self.settings.models, french, self.progress)

    def kind_vector(self, question: str) -> NDArray[np.float32]:
        """The embedding that tells what kind of question this is."""
        return self.embedder.embed_query(plain(question, self._stretches_naming(question)))

    def _stretches_naming(self, text: str) -> list[tuple[int, int]]:
        return [(m.start, m.end) for m in self.directory.mentions(text)]

    @cached_property
    def speller(self) -> Speller:
        """How the shipped corpus uses words, against which slips are mended."""
        usage = shipped_usage(resources.corpus(), self.directory, self.facts)
        names = [name for cluster in self.directory.clusters for name in names_of(cluster)]
        return Speller(usage, ordinary_french(), names)

    @cached_property
    def orders(self) -> OrderJudge:
        """What tells a text that gives orders from one that informs, trained if it lacks."""
        examples = resources.corpus() / "orders.yaml"
        return load_order_judge(examples, self.embedder, self.settings.models, self.progress)

    @cached_property
    def wish_kinds(self) -> Kinds:
        """What reads the follow-ups on suggestions, trained if it lacks."""
        return self._kinds("wishes.yaml", Wanted, SURE)

    @cached_property
    def field_kinds(self) -> Kinds:
        """What reads which field of a cluster's entry is asked for, trained if it lacks."""
        return self._kinds("fields.yaml", Field, looked_up.SURE)

    def _kinds(self, file: str, names: Iterable[str], sure: float) -> Kinds:
        path = resources.corpus() / file
        return load_kinds(path, names, sure, self.embedder, self.settings.models, self.progress)

    @cached_property
    def _answering(self) -> Answering:
        known = Knowledge(
            self.settings,
            self.embedder,
            self.workspace,
            self.directory,
            self.facts,
            self.classifier,
            self.phases,
            self.abstention,
            load_attributes(resources.corpus() / "attributes.yaml"),
            self.question_kinds,
            self.known_questions,
            self.speller,
            self.orders,
            self.wish_kinds,
            self.field_kinds,
            self.averages,
            self.today,
            opinion(self.settings),
            self.own_referents,
        )
        return Answering(known)

    def prepare(self) -> None:
        """Builds whatever lacks: model, library, index, classifier. Nothing to do when all is there."""
        self._ready()

    def _ready(self) -> Answering:
        """Everything open: one thread opens, the others wait."""
        with self._opening:
            return self._answering

    # --- asking ------------------------------------------------------------------------------------------

    def ask(self, question: str, **options: Unpack[Options]) -> Answer:
        """The answer. Raises InvalidQuestion, UnknownCluster, LibraryBusy."""
        return cast(Answer, list(self.stream(question, **options))[-1]["answer"])

    def stream(self, question: str, **options: Unpack[Options]) -> Iterator[dict[str, Any]]:
        """Events as the answer is made: {"stage"}, {"line"}, last {"answer"}. Raises as `ask`."""
        request = self._request(question, **options)  # what is no question is told before anything is opened
        yield from self._ready().stream(request)

    def signals(self, question: str) -> tuple[Signals, Language]:
        """What speaks for or against answering a question, and its language. Raises InvalidQuestion."""
        request = Request(checked_question(question, self.settings.question_characters))
        return self._ready().signals(request)

    def route(self, question: str, **options: Unpack[Options]) -> Route:
        """The route alone. Raises as `ask`."""
        from assistant.answering.understanding import understand

        request = self._request(question, **options)
        return understand(self._ready().known, {"request": request})["route"]

    def _request(self, question: str, **options: Unpack[Options]) -> Request:
        text, profile = checked_question(question, self.settings.question_characters), options.get("profile")
        corrections = options.get("phase"), options.get("intent")
        history, language = tuple(options.get("history", ())), options.get("language")
        name = options.get("cluster") or (profile.cluster_id if profile else None)
        if name is None:
            return Request(text, profile, None, *corrections, history, language)
        resolved = self.directory.resolve(name)
        said = (profile or PilotProfile()).model_copy(update={"cluster_id": resolved.cluster.id})
        own, reason = completed(self.directory, said, self.today())
        by_rule = (own.phase, reason) if reason else None
        own = own.model_copy(update={"phase": said.phase})
        return Request(text, own, by_rule, *corrections, history, language, resolved)

    def search(self, query: str, k: int = 10, kind: DocumentType | None = None) -> list[SearchResult]:
        """The k best passages for a query, of one type of document if given. Raises InvalidQuestion."""
        text = checked_question(query, self.settings.question_characters)
        return passages_found(self.workspace, encode_message(self.embedder, text), self.settings, k, kind)

    # --- what clusters say of themselves -------------------------------------------------------------------

    def complete(self, name: str, values: Mapping[str, str] | None = None, reply: str | None = None) -> Cluster:
        """Keeps what a cluster says of itself, and gives its entry back. Nothing given: the entry as it is.

        Raises UnknownCluster, InvalidDeclaration, LibraryBusy, UnreadablePath.
        """
        cluster = self.resolve(name).cluster
        if values or reply:
            with self._opening, writing(self.settings.home, self.settings.lock_timeout_s):
                declared.declare(self._declared, cluster, values or {}, reply, self.today())
                for stale in ("directory", "_answering"):
                    self.__dict__.pop(stale, None)
            if "workspace" in self.__dict__:
                self._bring_up_to_date(self.workspace)
        return self.directory.by_id[cluster.id]

    def declared_patch(self, name: str) -> list[dict[str, Any]]:
        """What a cluster declared, as an entry to merge. Raises UnknownCluster, InvalidDeclaration."""
        return declared.patch(self._declared, self.resolve(name).cluster)

    def close(self) -> None:
        """Lets the home go."""
        if "workspace" in self.__dict__:
            self.workspace.close()
