"""A real web server on loopback that answers well, badly, or falsely."""

import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["Asked"], None]


class Asked(BaseHTTPRequestHandler):
    """One request; what the server does with it is in `PublicServer.answers`."""

    protocol_version = "HTTP/1.1"
    server: "PublicServer"

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers), time.monotonic()))
        self.close_connection = True
        try:
            self.server.answers[self.path](self)
        except KeyError:
            self.say(404, b"")
        except OSError:
            pass  # the other side left

    def say(self, status: int, body: bytes, kind: str = "text/html", length: int | None = None, **more: str) -> None:
        """Status, headers, body; `length` is what is claimed. A name's `_` is a `-` of the header."""
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def log_message(self, *arguments: Any) -> None:
        """Nothing on stderr."""


class PublicServer(ThreadingHTTPServer):
    """Answers by path, and remembers what was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str], float]] = []
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    def url(self, path: str) -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self.server_port}{path}"

    def gives(self, path: str, body: bytes, kind: str = "text/html", status: int = 200, **more: Any) -> str:
        """Answers a path always in the same way; gives its address."""
        self.answers[path] = lambda asked: asked.say(status, body, kind, **more)
        return self.url(path)

    def does(self, path: str, answer: Answer) -> str:
        """Answers a path by a function; gives its address."""
        self.answers[path] = answer
        return self.url(path)
