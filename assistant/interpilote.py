"""The public interface: what the command line, the page and the evaluation are made of.

Everything is opened on first use, so that building an `Interpilote` costs nothing.
"""

import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypedDict, Unpack, cast

from assistant import resources
from assistant.answering.abstention import Signals
from assistant.answering.attributes import load_attributes
from assistant.answering.generators import opinion
from assistant.answering.graph import Answering
from assistant.answering.language import detect_language
from assistant.answering.state import Knowledge, Request
from assistant.answering.understanding import understand
from assistant.clusters import declared
from assistant.clusters.directory import Directory, load_directory
from assistant.clusters.entries import Cluster
from assistant.clusters.profile import completed
from assistant.document_answers import DocumentAnswers
from assistant.draft_answers import DraftAnswers
from assistant.index.messages import encode_message
from assistant.learnt_parts import LearntParts
from assistant.library.locks import writing
from assistant.library.shipped import shipped_documents, shipped_version
from assistant.library.workspace import Workspace
from assistant.opened_once import opened_once
from assistant.passages import passages_found
from assistant.questions import checked_question
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

# The last turns of a dialogue, so many, are read; those without a word are not.
TURNS = 10


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


class Interpilote(LearntParts, DraftAnswers, DocumentAnswers):
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

    @opened_once
    def directory(self) -> Directory:
        """The clusters and their relations. Raises CorpusError."""
        return load_directory(resources.corpus(), self._declared)

    @property
    def _declared(self) -> Path:
        """Where what clusters say of themselves is kept."""
        return self.settings.home / declared.FILE_NAME

    @opened_once
    def workspace(self) -> Workspace:
        """The library and its index, brought up to date with the shipped corpus."""
        workspace = Workspace(self.settings, self.embedder, self._notice)
        self._bring_up_to_date(workspace)
        return workspace

    def _bring_up_to_date(self, workspace: Workspace) -> None:
        corpus = resources.corpus()
        version = shipped_version(corpus, self._declared)
        workspace.ensure(lambda: shipped_documents(corpus, self.directory), version, self.progress)

    @opened_once
    def _answering(self) -> Answering:
        known = Knowledge(
            settings=self.settings,
            embedder=self.embedder,
            workspace=self.workspace,
            directory=self.directory,
            facts=self.facts,
            classifier=self.classifier,
            phases=self.phases,
            abstention=self.abstention,
            attributes=load_attributes(resources.corpus() / "attributes.yaml"),
            kinds=self.question_kinds,
            leaning=self.leaning,
            questions=self.known_questions,
            speller=self.speller,
            orders=self.orders,
            wishes=self.wish_kinds,
            opinions=self.opinion_kinds,
            fields=self.field_kinds,
            parts=self.asked_parts,
            averages=self.averages,
            today=self.today,
            second_opinion=opinion(self.settings),
            own_referents=self.own_referents,
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
        request = self._request(question, **options)
        return understand(self._ready().known, {"request": request})["route"]

    def _request(self, question: str, **options: Unpack[Options]) -> Request:
        text, profile = checked_question(question, self.settings.question_characters), options.get("profile")
        corrections = options.get("phase"), options.get("intent")
        told = (turn for turn in options.get("history", ()) if any(map(str.isalnum, turn.question)))
        history, language = tuple(told)[-TURNS:], options.get("language")
        name = options.get("cluster") or (profile.cluster_id if profile else None)
        if name is None:
            return Request(text, profile, None, *corrections, history, language)
        resolved = self.directory.resolve(name)
        said = (profile or PilotProfile()).model_copy(update={"cluster_id": resolved.cluster.id})
        voice = self.directory.voice(language or detect_language(text, self.settings.language))
        own, reason = completed(self.directory, said, self.today(), voice)
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
