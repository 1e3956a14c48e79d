"""What each part of the router brings: the same utterances routed without it, and with no router at all.

Every variant is trained anew. Utterances are taken alone, without the turn before, and only their intent counts.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from assistant.clusters.directory import Directory
from assistant.evaluation.routing import Utterance, macro_f1, macro_f1_interval, read_utterances
from assistant.routing.classifier import IntentClassifier
from assistant.routing.examples import Example
from assistant.routing.features import without_names
from assistant.routing.learning import ROUTER, QuestionEmbedder, Tuning, learn
from assistant.routing.route import route
from assistant.vocabulary import Intent


def evaluate_ablation(
    file: Path, examples: Sequence[Example], embedder: QuestionEmbedder, directory: Directory
) -> dict[str, dict[str, Any]]:
    """Macro-F1 of the whole router, without meaning, without words, without masking of names, and of one route for all.

    Raises UnreadablePath when the file is missing or malformed.
    """
    utterances, once = read_utterances(file), _Once(embedder)
    unmasked = [replace(e, mentions=()) for e in examples]
    given = {
        "whole": _intents(utterances, examples, once, directory),
        "without_meaning": _intents(utterances, examples, once, directory, replace(ROUTER, meaning=0)),
        "without_words": _intents(utterances, examples, once, directory, replace(ROUTER, wording=0)),
        "without_first_ask": _intents(utterances, examples, once, directory, first=False),
        "without_masking": _intents(utterances, unmasked, once, None),
        "no_router": [Intent.PRATIQUE] * len(utterances),
    }
    wanted = [utterance.intent for utterance in utterances]
    return {
        name: {"macro_f1": macro_f1(wanted, intents), "interval": macro_f1_interval(wanted, intents)}
        for name, intents in given.items()
    }


class _Once:
    """An embedder that remembers: the variants share their vectors."""

    def __init__(self, embedder: QuestionEmbedder) -> None:
        self.fingerprint = embedder.fingerprint
        self.embed_query = cache(embedder.embed_query)


def _intents(
    utterances: Sequence[Utterance],
    examples: Sequence[Example],
    embedder: QuestionEmbedder,
    directory: Directory | None,
    tuning: Tuning = ROUTER,
    *,
    first: bool = True,
) -> list[Intent]:
    classifier = IntentClassifier(learn(examples, embedder, lambda label, share: None, tuning))
    intents = []
    for utterance in utterances:
        mentions = directory.mentions(utterance.text) if directory else []
        spans = [(mention.start, mention.end) for mention in mentions]
        vector = embedder.embed_query(utterance.text if first else without_names(utterance.text, spans))
        embed = embedder.embed_query if first else None
        intents.append(route(utterance.text, vector, classifier, mentions=spans, embed=embed)[0].intent)
    return intents
