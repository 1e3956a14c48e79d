"""The training utterances of `corpus/routing.yaml`: intent → family of paraphrases → utterances.

Square brackets mark the name of a cluster: « Qui dirige [Cap Digital] ? ».
"""

import re
from dataclasses import dataclass
from pathlib import Path

from assistant.clusters.files import corpus_error, read_yaml
from assistant.vocabulary import Intent

_MENTION = re.compile(r"\[([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Example:
    """An utterance without its brackets, the spans of the cluster names in it, its intent and its family."""

    text: str
    mentions: tuple[tuple[int, int], ...]
    intent: Intent
    family: str


def read_examples(path: Path) -> tuple[Example, ...]:
    """All utterances, in the order of the file.

    Raises CorpusError when the file is not YAML, an intent is unknown or missing, or something is not a text.
    """
    raw = read_yaml(path)
    if not isinstance(raw, dict):
        raise corpus_error(path, "fichier", "intention → famille → liste de phrases attendue")
    for intent in Intent:
        if not raw.get(intent.value):
            raise corpus_error(path, f"intention {intent.value}", "aucune phrase")
    examples: list[Example] = []
    for name, families in raw.items():
        if name not in set(Intent) or not isinstance(families, dict):
            raise corpus_error(path, f"intention {name}", "intention inconnue, ou familles attendues")
        for family, texts in families.items():
            if not isinstance(texts, list) or not all(isinstance(text, str) and text.strip() for text in texts):
                raise corpus_error(path, f"intention {name}, famille {family}", "liste de phrases attendue")
            examples += [_example(text, Intent(name), str(family)) for text in texts]
    return tuple(examples)


def _example(marked: str, intent: Intent, family: str) -> Example:
    text, mentions, end = "", [], 0
    for match in _MENTION.finditer(marked):
        text += marked[end : match.start()]
        mentions.append((len(text), len(text) + len(match[1])))
        text, end = text + match[1], match.end()
    return Example(text + marked[end:], tuple(mentions), intent, family)
