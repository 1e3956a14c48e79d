"""Foreign files are read in a child process that can be killed, so that none of them stops the batch.

The child is a fresh interpreter (never a fork: threads of the parent would be copied half-way), started through
`subprocess` rather than `multiprocessing`, which would run the caller's main script again.
"""

import json
import logging
import os
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from assistant.reading import guard
from assistant.reading.limits import Limits
from assistant.reading.refusals import Refused
from assistant.vocabulary import ReadDocument

__all__ = ["Limits", "Reader", "Refused"]

_log = logging.getLogger(__name__)
_NEEDED = {
    *("PATH", "LANG", "TMP", "TEMP", "TMPDIR", "PYTHONHOME", "PYTHONUTF8", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"),
    *("SYSTEMROOT", "WINDIR"),
}
_STARTING = 120.0  # seconds for the child to import what it needs, on a slow disk


class Reader:
    """Reads files one at a time in a child process, started at the first file and again after a death.

    with Reader() as reader:
        document = reader.read(path)
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._child: subprocess.Popen[bytes] | None = None
        self._served = 0
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child. The reader can be used again."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.communicate()

    def read(self, path: Path) -> ReadDocument:
        """Read one file. Raises Refused with the reason; never anything else because of the file."""
        with self._lock:
            try:
                return self._ask(path)
            except Refused as refused:
                # What earlier files left in memory must not be held against this one.
                if refused.cause != "memoire" or self._served <= 1:
                    raise
                self.close()
                return self._ask(path)

    def _ask(self, path: Path) -> ReadDocument:
        child = self._started()
        self._served += 1
        line, late = _exchange(child, json.dumps(os.fspath(path.absolute())).encode() + b"\n", self.limits.seconds)
        if not line.endswith(b"\n"):
            self.close()
            cause = "trop_long" if late else guard.death_cause(child.returncode)
            raise Refused(cause, f"exit {child.returncode}", self.limits)
        return self._parsed(line)

    def _parsed(self, line: bytes) -> ReadDocument:
        from assistant.reading.child import DOCUMENT

        reply = json.loads(line)
        if "document" in reply:
            return DOCUMENT.validate_python(reply["document"])
        if reply["refused"] == "memoire":
            self.close()
        _log.info("refused: %s %s", reply["refused"], reply["detail"])
        raise Refused(reply["refused"], reply["detail"], self.limits)

    def _started(self) -> "subprocess.Popen[bytes]":
        from assistant.reading.child import command

        if self._child is None or self._child.poll() is not None:
            self.close()
            # What it needs to start, and nothing else: a parser turned against us finds no key or token here.
            environment = {name: value for name, value in os.environ.items() if _is_needed(name.upper())}
            environment["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
            self._child = subprocess.Popen(
                command(self.limits),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
            )
            self._served = 0
            line, _ = _exchange(self._child, b"", _STARTING)
            if line != b"ready\n":
                self.close()
                raise RuntimeError("the reading process does not start")
        return self._child


def _is_needed(name: str) -> bool:
    return name in _NEEDED or name.startswith("LC_")


def _exchange(child: "subprocess.Popen[bytes]", request: bytes, seconds: float) -> tuple[bytes, bool]:
    """Send a request and read the reply line; kill the child after `seconds` and say so. Empty line: it died."""
    assert child.stdin is not None and child.stdout is not None
    late = threading.Event()

    def stop() -> None:
        late.set()
        child.kill()

    watchdog = threading.Timer(seconds, stop)
    watchdog.start()
    try:
        child.stdin.write(request)
        child.stdin.flush()
        return child.stdout.readline(), late.is_set()
    except OSError:
        return b"", late.is_set()
    finally:
        watchdog.cancel()
