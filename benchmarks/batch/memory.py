"""Memory of a process and all that it started, together: what is shared counts once."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

_EVERY = 0.2  # seconds
_PROC = Path("/proc")


def watched(command: list[str], cwd: Path, environment: dict[str, str]) -> tuple[float, float, int, str]:
    """Seconds, the most MiB held at once, exit status and what was said."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(_held(one) for one in _family(process.pid)))
        time.sleep(_EVERY)
    seconds = time.perf_counter() - start
    return seconds, peak / 1024, process.returncode, process.stderr.read() if process.stderr else ""


def _family(parent: int) -> list[int]:
    """The process and its children's children; none where the system has no /proc."""
    found, asked = [], [parent]
    while asked:
        one = asked.pop()
        found.append(one)
        try:
            asked += [int(child) for task in (_PROC / str(one) / "task").iterdir() for child in (task / "children").read_text().split()]
        except OSError:  # ended meanwhile
            continue
    return found


def _held(process: int) -> int:
    """KiB: the proportional share, or the resident size where the kernel tells no shares."""
    for name, key in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        try:
            lines = (_PROC / str(process) / name).read_text().splitlines()
        except OSError:
            continue
        return next((int(line.split()[1]) for line in lines if line.startswith(key)), 0)
    return 0
