"""Serving the page on this machine."""

import os
import socket
import sys

from assistant.errors import PortBusy
from assistant.interpilote import Interpilote
from assistant.settings import Settings
from assistant.ui.preparation import Preparation

# Read by Gradio and Chroma at import: nothing is reported to anybody.
os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

MAX_UPLOAD = "20mb"
# Gradio's own French says « télécharger » of a file that one gives, and leaves some words in English.
_FRENCH = {
    "chatbot.copy_message": "Copier",
    "chatbot.copied_message": "Copié",
    "upload_text.click_to_upload": "Cliquez pour choisir un fichier",
    "upload_text.drop_file": "Déposez le fichier ici",
    "upload_text.or": "ou",
}
QUEUE = 32


def serve(settings: Settings, host: str = "127.0.0.1", port: int = 7860) -> None:
    """Opens the page and stays. It answers as soon as the preparation, shown on the page, is done. Raises PortBusy."""
    launch(settings, host, port, block=True)


def launch(settings: Settings, host: str, port: int, block: bool) -> tuple[Interpilote, str]:
    """Starts the page; gives the assistant behind it and its address. Raises PortBusy."""
    _check_free(host, port)
    import gradio as gr

    from assistant.ui.page import STYLE, build_page
    from assistant.ui.scripts import HEAD

    preparation = Preparation()
    assistant = Interpilote(settings, progress=preparation.progress)
    page = build_page(assistant, preparation)
    page.queue(max_size=QUEUE, default_concurrency_limit=os.cpu_count() or 2)
    theme = gr.themes.Soft(primary_hue="teal", font=["system-ui", "sans-serif"], font_mono=["monospace"])
    preparation.start(assistant)
    if block:
        print(f"Interpilote : http://{host}:{port} (Ctrl+C pour arrêter)", file=sys.stderr, flush=True)
    _, address, _ = page.launch(
        server_name=host,
        server_port=port,
        share=False,
        inbrowser=False,
        quiet=True,
        show_error=False,
        prevent_thread_lock=not block,
        max_file_size=MAX_UPLOAD,
        footer_links=[],
        theme=theme,
        css_paths=STYLE,
        head=HEAD,
        enable_monitoring=False,
        i18n=gr.I18n(fr=_FRENCH),
    )
    return assistant, address


def _check_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortBusy(
                (
                    f"Le port {port} de {host} est déjà pris ou interdit ({error.strerror}).",
                    f"Port {port} of {host} is taken or forbidden ({error.strerror}).",
                ),
                (
                    f"Fermez l'autre page, ou choisissez un autre port : interpilote serve --port {port + 1}",
                    f"Close the other page, or choose another port: interpilote serve --port {port + 1}",
                ),
            ) from error
