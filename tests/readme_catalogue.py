"""The catalogue of rules in docs/: `python tests/readme_catalogue.py` writes it anew; tests/test_house.py compares."""

from __future__ import annotations

import re
from pathlib import Path

from zhibiao.reports.catalogue import catalogue_markdown

TOP = Path(__file__).resolve().parent.parent
READMES = {"docs/findings.md": True, "docs/en/findings.md": False}  # whether in Chinese
BETWEEN = re.compile(r"(?<=<!-- rules -->\n).*?(?=<!-- /rules -->)", re.S)


def with_catalogue(text: str, chinese: bool) -> str:
    """The README with the table as the rules have it now."""
    return BETWEEN.sub(lambda _: catalogue_markdown(chinese) + "\n", text)


if __name__ == "__main__":
    for name, chinese in READMES.items():
        path = TOP / name
        path.write_text(with_catalogue(path.read_text(encoding="utf-8"), chinese), encoding="utf-8", newline="\n")
