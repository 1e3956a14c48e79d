"""The page, made with Gradio: one module a region."""

from assistant.ui.server import serve

__all__ = ["serve"]
