"""Speed and size on this machine: cold commands as a user types them, warm answers in one process."""

import os
import statistics
import subprocess
import sys
import time
from itertools import cycle, islice

from assistant.settings import Settings
from assistant.vocabulary import Progress

QUESTIONS = (
    "Comment composer le conseil d'administration d'un cluster ?",
    "Quelle part privée attendent l'État et les Régions ?",
    "Faut-il filtrer les adhésions ?",
    "Combien de personnes dans l'équipe d'un pôle en 2012 ?",
    "Qu'est-ce qu'une filière absorbante ?",
    "Quand la phase V des pôles a-t-elle commencé ?",
    "Que prévoit une convention entre clusters ?",
    "Avec qui Inno'vin pourrait-il monter un projet de télédétection ?",
    "De qui Inno'vin peut-il apprendre la gouvernance ?",
    "Compare Vitagora et Xylofutur",
)
WARM = 100


def measure(settings: Settings, progress: Progress) -> dict[str, float | bool | None]:
    """Seconds for cold commands, milliseconds for warm answers, megabytes in memory after them."""
    from assistant.interpilote import Interpilote

    assistant = Interpilote(settings, progress=progress)
    assistant.prepare()
    times = []
    for done, question in enumerate(islice(cycle(QUESTIONS), WARM)):
        progress("questions", done / WARM)
        started = time.perf_counter()
        assistant.ask(question)
        times.append((time.perf_counter() - started) * 1000)
    report: dict[str, float | bool | None] = {
        "warm_ask_p50_ms": round(statistics.median(times), 1),
        "warm_ask_p95_ms": round(statistics.quantiles(times, n=20)[-1], 1),
        "resident_mb": _resident_mb(),
        "peak_resident_mb": _peak_mb(),
        "torch_loaded": "torch" in sys.modules,
        "questions": WARM,
    }
    assistant.close()
    report["help_s"] = _cold(["--help"], settings)
    report["ask_cold_s"] = _cold(["ask", QUESTIONS[0], "--json"], settings)
    return report


# getrusage counts kibibytes on Linux and bytes on macOS
_KIB_A_MB = 1024 * 1024 if sys.platform == "darwin" else 1024


def _resident_mb() -> int | None:
    """Memory held now, where the system tells; else the peak."""
    try:
        with open("/proc/self/statm") as pages:
            return round(int(pages.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20)
    except OSError:
        return _peak_mb()


def _peak_mb() -> int | None:
    """The most memory held so far; None where the system does not tell (Windows)."""
    try:
        import resource
    except ImportError:
        return None
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_A_MB)


def _cold(arguments: list[str], settings: Settings) -> float:
    """Seconds a command takes in a new process, the median of three."""
    environment = os.environ | {"INTERPILOTE_HOME": str(settings.home), "INTERPILOTE_MODELS": str(settings.models)}
    times = []
    for _ in range(3):
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "assistant.cli", *arguments], env=environment, capture_output=True, check=True
        )
        times.append(time.perf_counter() - started)
    return round(statistics.median(times), 2)
