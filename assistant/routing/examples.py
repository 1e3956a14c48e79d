"""The training utterances of `corpus/routing.yaml`: intent → family of paraphrases → utterances.

Square brackets mark the name of a cluster: « Qui dirige [Cap Digital] ? ». Under « ambigu » stand those that ask for a
référent as well as for a partner: « qui contacter ? ».
"""

import re
from dataclasses import dataclass
from pathlib import Path

from assistant.clusters.files import corpus_error, read_yaml
from assistant.vocabulary import Intent

OPEN = "ambigu"
_MENTION = re.compile(r"\[([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Example:
    """An utterance without its brackets, the spans of the cluster names in it, its intent and its family.

    `also` is the other intent that it may as well have, if any.
    """

    text: str
    mentions: tuple[tuple[int, int], ...]
    intent: Intent
    family: str
    also: Intent | None = None


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
        if name not in {*Intent, OPEN} or not isinstance(families, dict):
            raise corpus_error(path, f"intention {name}", "intention inconnue, ou familles attendues")
        for family, texts in families.items():
            if not isinstance(texts, list) or not all(isinstance(text, str) and text.strip() for text in texts):
                raise corpus_error(path, f"intention {name}, famille {family}", "liste de phrases attendue")
            intents = (Intent.REFERENT, Intent.PARTENAIRE) if name == OPEN else (Intent(name), None)
            examples += [Example(*marked(text), intents[0], str(family), intents[1]) for text in texts]
    return tuple(examples)


def marked(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A text without its brackets, and the spans of the cluster names in it."""
    plain, mentions, end = "", [], 0
    for match in _MENTION.finditer(text):
        plain += text[end : match.start()]
        mentions.append((len(plain), len(plain) + len(match[1])))
        plain, end = plain + match[1], match.end()
    return plain + text[end:], tuple(mentions)
