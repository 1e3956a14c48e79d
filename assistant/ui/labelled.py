"""Components that speak the person's language: made in French, with what to say of each in the other one."""

from collections.abc import Callable
from typing import Any

from assistant.clusters.directory import Directory
from assistant.ui.texts import TEXTS
from assistant.vocabulary import Language

PRIVATE: Any = {"api_visibility": "private"}
# For a value that may change again while its change is handled: the last one counts.
LATEST: Any = {**PRIVATE, "trigger_mode": "always_last"}


class Labelled:
    """Makes the components of a page and remembers their texts."""

    def __init__(self) -> None:
        self._said: list[tuple[Any, str, str]] = []  # component, property, key of its text

    def make(self, kind: Callable[..., Any], key: str, *values: Any, prop: str = "label", **options: Any) -> Any:
        """A component with the text of `key` as its label, or as `prop` says; its id is the key unless one is given."""
        component = kind(*values, **{prop: TEXTS["fr"][key], "elem_id": key.replace("_", "-"), **options})
        return self.also(component, prop, key)

    def button(self, kind: Callable[..., Any], key: str, **options: Any) -> Any:
        """A button, or anything else that shows its value."""
        return self.make(kind, key, prop="value", **options)

    def also(self, component: Any, prop: str, key: str) -> Any:
        """Another property of a component says the text of `key` too."""
        self._said.append((component, prop, key))
        return component

    @property
    def components(self) -> list[Any]:
        """All that were made, in order."""
        return [component for component, _, _ in self._said]

    def in_language(self, language: Language) -> list[dict[str, str]]:
        """What changes of each of them in a language."""
        return [{prop: TEXTS[language][key]} for _, prop, key in self._said]


def cluster_choices(directory: Directory) -> list[tuple[str, str]]:
    """Names and ids of the active clusters, in the order of their names."""
    return sorted((cluster.short_name, cluster.id) for cluster in directory.active)
