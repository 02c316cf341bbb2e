"""Word lists with columns of their own: the first line names the columns, the last column is the row's source."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=32)
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of lexicon/<name>.tsv as column → cell; a row that lacks cells or repeats its word is a mistake of ours."""
    text = resources.files(__package__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    head, *lines = [line.split("\t") for line in text.splitlines() if line]
    for number, line in enumerate(lines, 2):
        if len(line) != len(head):
            raise ValueError(f"{name}.tsv line {number}: {len(line)} cells, the head has {len(head)}")
    return tuple(dict(zip(head, line, strict=True)) for line in lines)
