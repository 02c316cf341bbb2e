"""Runs every notebook from top to bottom in its own process and tells how long each took; nothing is written.

python notebooks/run.py [name ...]      all of the data, within ten minutes on two cores
ZHIBIAO_SAMPLE=1 python notebooks/run.py     a few sectors, within three"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

HERE = Path(__file__).resolve().parent
_SECONDS = 900  # for a cell


def main(wanted: list[str]) -> int:
    """1 where a notebook fails."""
    failed = 0
    begun = time.monotonic()
    for path in sorted(HERE.glob("*.ipynb")):
        if wanted and not any(path.stem.startswith(name) for name in wanted):
            continue
        started = time.monotonic()
        notebook = nbformat.read(path, as_version=4)
        try:
            NotebookClient(notebook, timeout=_SECONDS, kernel_name="python3", resources={"metadata": {"path": str(HERE)}}).execute()
        except CellExecutionError as error:
            failed += 1
            print(f"{path.name}: {error}")
        print(f"{path.name}: {time.monotonic() - started:.0f} s", flush=True)
    print(f"all: {time.monotonic() - begun:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
