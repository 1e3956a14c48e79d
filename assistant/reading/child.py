"""The process that opens files it does not trust: `python -m assistant.reading.child LIMITS`.

One JSON line in: a path. One JSON line out: the document, or the cause of the refusal. JSON and not pickle, so
that even a parser turned against us can hand back nothing but text.
"""

import json
import logging
import os
import sys
from dataclasses import asdict
from pathlib import Path

from pydantic import TypeAdapter

from assistant.reading import guard
from assistant.reading.formats import read
from assistant.reading.limits import Limits
from assistant.reading.refusals import Refused
from assistant.vocabulary import ReadDocument

DOCUMENT = TypeAdapter(ReadDocument)


def answer(path: Path, limits: Limits) -> bytes:
    """The reply for one file, without a line end."""
    try:
        return b'{"document": ' + DOCUMENT.dump_json(read(path, limits)) + b"}"
    except Refused as refused:
        cause, detail = refused.cause, refused.detail
    except MemoryError:
        cause, detail = "memoire", ""
    except Exception as error:  # parsers raise anything on a hostile file
        cause, detail = "illisible", repr(error)[:500]
    return json.dumps({"refused": cause, "detail": detail}).encode()


def main() -> None:
    """Serve requests until the parent closes the pipe."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not mix with the replies
    logging.disable()  # nobody reads this process's stderr, and pypdf has much to say
    limits = Limits(**json.loads(sys.argv[1]))
    guard.limit_memory(limits.memory_mb)
    replies.write(b"ready\n")
    replies.flush()
    for request in sys.stdin.buffer:
        guard.grant_cpu(limits.cpu_seconds)
        replies.write(answer(Path(json.loads(request)), limits) + b"\n")
        replies.flush()


def command(limits: Limits) -> list[str]:
    """The command line that starts this process. -P: a file beside the documents must not be imported."""
    return [sys.executable, "-P", "-m", "assistant.reading.child", json.dumps(asdict(limits))]


if __name__ == "__main__":
    main()
