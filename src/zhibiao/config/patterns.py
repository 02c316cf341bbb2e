"""Which files a pattern of the settings means: 2025年/**/*.docx, *.pdf."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

_PARTS = re.compile(r"\*\*/|\*\*|\*|\?|[^*?]+")
_MEANS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def matches(pattern: str, source: str, folder: Path) -> bool:
    """Whether a pattern means a source. With a slash it counts from the folder of the settings, without one it means names at any depth.

    A pattern that names a folder means what lies in it."""
    given = pattern.replace("\\", "/").removeprefix("./").rstrip("/")
    compiled = _compiled(given)
    path = Path(source).as_posix()
    if "/" not in given:
        return any(compiled.fullmatch(part) for part in path.split("/"))
    return bool(compiled.fullmatch(path) or compiled.fullmatch(_within(source, folder)))


def _within(source: str, folder: Path) -> str:
    """The source as seen from the folder; one outside it as an absolute path."""
    path = Path(source).resolve()
    try:
        return path.relative_to(folder.resolve()).as_posix()
    except ValueError:
        return path.as_posix()


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    expression = "".join(_MEANS.get(part) or re.escape(part) for part in _PARTS.findall(pattern))
    return re.compile(f"{expression}(?:/.*)?" if "/" in pattern else expression)
