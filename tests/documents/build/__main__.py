"""Run every build script: python tests/documents/build [NAME-PREFIX...]"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FILES = HERE.parent / "files"


def main(prefixes: list[str]) -> None:
    sys.path.insert(0, str(HERE))
    FILES.mkdir(exist_ok=True)
    for script in sorted(HERE.glob("[ab][0-9]*_*.py")):
        if not prefixes or script.stem.startswith(tuple(prefixes)):
            importlib.import_module(script.stem).build(FILES)


if __name__ == "__main__":
    main(sys.argv[1:])
