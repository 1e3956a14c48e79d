"""The part of the public interface that is learnt at preparation: each part is opened, or learnt if it lacks, on first use."""

from abc import ABC
from collections.abc import Iterable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from assistant import resources
from assistant.answering import asked_about, looked_up
from assistant.answering.abstention import Judge, load_judge
from assistant.answering.asked_parts import AskedParts, load_asked_parts
from assistant.answering.by_nearness import ByNearness
from assistant.answering.english import in_french, load_translations
from assistant.answering.known_follow_ups import read_follow_ups
from assistant.answering.known_questions import KnownQuestions, load_known_questions
from assistant.answering.leaning_messages import load_leaning
from assistant.answering.order_judge import OrderJudge, load_order_judge
from assistant.answering.ordinary_words import ordinary_french
from assistant.answering.question_kind import QuestionKinds, load_question_kinds, plain
from assistant.answering.spelling import Speller
from assistant.answering.usage import shipped_usage
from assistant.answering.wish_kinds import SURE, Wanted
from assistant.clusters.fields import Field
from assistant.clusters.mentions import names_of
from assistant.directory_answers import DirectoryAnswers
from assistant.index import preparation
from assistant.index.embedding import Embedder, load_embedder
from assistant.library.facts import Facts, load_facts
from assistant.opened_once import opened_once
from assistant.routing.classifier import IntentClassifier, load_classifier
from assistant.routing.examples import read_examples
from assistant.routing.kinds import Kinds, load_kinds
from assistant.routing.phase_classifier import PhaseClassifier, load_phases
from assistant.settings import Settings
from assistant.vocabulary import Progress


class LearntParts(DirectoryAnswers, ABC):
    """The embedding model and what was learnt with it from the corpus."""

    settings: Settings
    progress: Progress

    @opened_once
    def facts(self) -> Facts:
        """The facts behind the notes, with their sources. Raises CorpusError."""
        return load_facts(resources.corpus())

    @opened_once
    def embedder(self) -> Embedder:
        """The embedding model, prepared if it lacks."""
        if self.settings.embedding_model == "bundled" and not preparation.is_prepared(self.settings.models):
            preparation.prepare(self.settings.models, self.progress)
        return load_embedder(self.settings.embedding_model, self.settings.models)

    @opened_once
    def classifier(self) -> IntentClassifier:
        """The intent classifier, trained if it lacks."""
        examples = resources.corpus() / "routing.yaml"
        return load_classifier(examples, self.embedder, self.settings.models, self.progress)

    @opened_once
    def phases(self) -> PhaseClassifier:
        """What reads the phase that a question states, trained if it lacks."""
        corpus = resources.corpus()
        utterances = read_examples(corpus / "routing.yaml")
        return load_phases(corpus / "phases.yaml", utterances, self.embedder, self.settings.models, self.progress)

    @opened_once
    def abstention(self) -> Judge:
        """What weighs for and against answering."""
        return load_judge(resources.corpus() / "abstention.yaml")

    @opened_once
    def question_kinds(self) -> QuestionKinds:
        """The kinds of question that the corpus answers, learnt if they lack."""
        questions = resources.corpus() / "abstention.jsonl"
        return load_question_kinds(
            questions, self.embedder, self.settings.models, self._stretches_naming, self.progress
        )

    @opened_once
    def leaning(self) -> ByNearness:
        """What tells whether a message leans on those before it, learnt if it lacks."""
        corpus = resources.corpus()
        messages, utterances = corpus / "follow_ups.jsonl", corpus / "routing.yaml"
        return load_leaning(messages, utterances, self.embedder, self.settings.models, self.progress)

    @opened_once
    def known_questions(self) -> KnownQuestions:
        """The questions that each fact answers, prepared if they lack."""
        corpus = resources.corpus()
        french = partial(in_french, lexicon=load_translations(corpus / "english.yaml"), knows=lambda term: True)
        known, missed = corpus / "known_questions.jsonl", corpus / "near_misses.jsonl"
        followed = read_follow_ups(corpus / "follow_ups.jsonl")
        return load_known_questions(known, missed, self.embedder, self.settings.models, french, self.progress, followed)

    def kind_vector(self, question: str) -> NDArray[np.float32]:
        """The embedding that tells what kind of question this is."""
        return self.embedder.read_question(plain(question, self._stretches_naming(question)))

    def _stretches_naming(self, text: str) -> list[tuple[int, int]]:
        return [(m.start, m.end) for m in self.directory.mentions(text)]

    @opened_once
    def speller(self) -> Speller:
        """How the shipped corpus uses words, against which slips are mended."""
        usage = shipped_usage(resources.corpus(), self.directory, self.facts)
        names = [name for cluster in self.directory.clusters for name in names_of(cluster)]
        return Speller(usage, ordinary_french(), names)

    @opened_once
    def orders(self) -> OrderJudge:
        """What tells a text that gives orders from one that informs, trained if it lacks."""
        examples = resources.corpus() / "orders.yaml"
        return load_order_judge(examples, self.embedder, self.settings.models, self.progress)

    @opened_once
    def wish_kinds(self) -> Kinds:
        """What reads the follow-ups on suggestions, trained if it lacks."""
        return self._kinds("wishes.yaml", Wanted, SURE)

    @opened_once
    def field_kinds(self) -> Kinds:
        """What reads which field of a cluster's entry is asked for, trained if it lacks."""
        return self._kinds("fields.yaml", Field, looked_up.SURE)

    @opened_once
    def opinion_kinds(self) -> Kinds:
        """What reads whether an opinion on one cluster is asked for, trained if it lacks."""
        return self._kinds("opinions.yaml", [asked_about.OPINION], asked_about.SURE)

    @opened_once
    def asked_parts(self) -> AskedParts:
        """What reads whether a part of a field, or a change of it, is asked for, trained if it lacks."""
        file = resources.corpus() / "field_parts.yaml"
        return load_asked_parts(file, self.embedder, self.settings.models, self.progress)

    def _kinds(self, file: str, names: Iterable[str], sure: float) -> Kinds:
        path = resources.corpus() / file
        return load_kinds(path, names, sure, self.embedder, self.settings.models, self.progress)
