"""The system's own limits on the reading child. The only module with POSIX calls; without them (Windows) the
watchdog of `isolation` still stops a file that takes too long."""

import contextlib
import signal
import sys

if sys.platform != "win32":
    import resource

    def limit_memory(megabytes: int) -> None:
        """Bound the address space of this process; let it write no file and leave no core dump."""
        size = megabytes * 1024 * 1024
        for name, value in ((resource.RLIMIT_AS, size), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
            with contextlib.suppress(ValueError, OSError):  # macOS refuses some of them
                resource.setrlimit(name, (value, value))

    def grant_cpu(seconds: int) -> None:
        """Allow this process that many CPU seconds from now on; beyond, the system kills it."""
        usage = resource.getrusage(resource.RUSAGE_SELF)
        used = int(usage.ru_utime + usage.ru_stime) + 1
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, resource.getrlimit(resource.RLIMIT_CPU)[1]))

    def death_cause(returncode: int) -> str:
        """Why a child that died on its own did, as a cause of refusal."""
        if returncode == -signal.SIGXCPU:
            return "trop_long"
        return "memoire" if returncode == -signal.SIGKILL else "illisible"

else:

    def limit_memory(megabytes: int) -> None:
        """Nothing to call on this system."""

    def grant_cpu(seconds: int) -> None:
        """Nothing to call on this system."""

    def death_cause(returncode: int) -> str:
        """The code says nothing of the cause here."""
        return "illisible"
