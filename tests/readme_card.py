"""What `zhibiao data check` prints, in training_data/README.md: `python tests/readme_card.py` writes it anew, in about a minute."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from zhibiao.training.data.checking import Checked, check

FOLDER = Path(__file__).resolve().parent.parent / "training_data"
PATH = FOLDER / "README.md"
BETWEEN = re.compile(r"(?<=```\n)表和行：.*?(?=\n```)", re.S)


def with_card(text: str, found: Checked) -> str:
    """The page with the block as the data are now."""
    block = "\n".join([*found.lines, f"有误 {len(found.faults)} 处"])
    return BETWEEN.sub(lambda _: block, text)


if __name__ == "__main__":
    found = check(FOLDER)
    if found.faults:
        sys.exit("\n".join(found.faults))
    PATH.write_text(with_card(PATH.read_text(encoding="utf-8"), found), encoding="utf-8", newline="\n")
