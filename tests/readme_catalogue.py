"""The catalogues of rules and forms in docs/: `python tests/readme_catalogue.py` writes them anew; tests/test_house.py compares."""

from __future__ import annotations

import re
from pathlib import Path

from zhibiao.parsing.forms import all_forms
from zhibiao.reports.catalogue import catalogue_markdown

TOP = Path(__file__).resolve().parent.parent
READMES = {"docs/findings.md": True, "docs/en/findings.md": False, "docs/inputs.md": True, "docs/en/inputs.md": False}  # whether in Chinese
BETWEEN = re.compile(r"<!-- (rules|forms) -->\n.*?(?=<!-- /\1 -->)", re.S)


def with_catalogue(text: str, chinese: bool) -> str:
    """The page with its table as the program has it now."""
    lists = {"rules": catalogue_markdown, "forms": forms_markdown}
    return BETWEEN.sub(lambda found: f"<!-- {found[1]} -->\n{lists[found[1]](chinese)}\n", text)


def forms_markdown(chinese: bool) -> str:
    """The table of docs/inputs.md or docs/en/inputs.md."""
    head = "| 表式（`form`） | 使用地区或用途 |" if chinese else "| Form (`form`) | Place or use |"
    lines = [f"| `{form.name}` | {form.place if chinese else form.english} |" for form in all_forms()]
    return "\n".join([head, "| --- | --- |", *lines])


if __name__ == "__main__":
    for name, chinese in READMES.items():
        path = TOP / name
        path.write_text(with_catalogue(path.read_text(encoding="utf-8"), chinese), encoding="utf-8", newline="\n")
