"""Runs of tags that texts mostly consist of, with what spaCy's Matcher finds in them: known_runs.tsv.

Importing spaCy takes half of the time in which one file is read and judged, and of sixteen thousand runs of the training data there are a
hundred different ones. spaCy is asked for the others; `python tests/known_runs.py` writes the list, and a test compares it with spaCy."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

Match = tuple[str, int, int]  # pattern, first and past-last token


@lru_cache(maxsize=1 << 12)
def known(tags: tuple[str, ...]) -> tuple[Match, ...] | None:
    """What spaCy finds in a run; None where it was not listed."""
    written = _lines().get(" ".join(tags))
    if written is None:
        return None
    cells = (cell.split(" ") for cell in written.split("\t") if cell)
    return tuple((pattern, int(start), int(end)) for pattern, start, end in cells)


@lru_cache(maxsize=1)
def _lines() -> dict[str, str]:
    """Tags → the matches as written."""
    lines = resources.files(__package__).joinpath("known_runs.tsv").read_text(encoding="utf-8").splitlines()
    return {tags: found for tags, _, found in (line.partition("\t") for line in lines)}
