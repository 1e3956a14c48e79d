"""A server on loopback that speaks the OpenAI chat protocol and streams what a test tells it to."""

import json
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Script = Callable[[str], Iterable[str]]  # from the request's prompt to the pieces of the reply


@contextmanager
def chat_server(script: Script, pause: float = 0.0, malformed: bool = False) -> Iterator[str]:
    """Serves until the block ends; gives the base address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            prompt = "\n".join(str(message["content"]) for message in body["messages"])
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            try:
                for piece in script(prompt):
                    self._send("{not json" if malformed else json.dumps(self._chunk(piece)))
                    time.sleep(pause)
                self._send("[DONE]")
            except (BrokenPipeError, ConnectionResetError):
                pass  # the client went away: that is what some tests want

        def _chunk(self, piece: str) -> dict[str, object]:
            choice = {"index": 0, "delta": {"role": "assistant", "content": piece}, "finish_reason": None}
            return {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "test", "choices": [choice]}

        def _send(self, data: str) -> None:
            self.wfile.write(f"data: {data}\n\n".encode())
            self.wfile.flush()

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()
