"""Interpilote: a sourced assistant for the pilots of French clusters. `from assistant import Interpilote`."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.interpilote import Interpilote

__all__ = ["Interpilote", "__version__"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    # Loaded on first use: the command line must answer `--help` at once.
    if name == "Interpilote":
        from assistant.interpilote import Interpilote

        return Interpilote
    raise AttributeError(name)
