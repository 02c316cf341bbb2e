"""A better wording: rows to put in place of one, or a text, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from zhibiao.model.pickled import quickly_pickled

COUNT = 3  # suggestions that a weak row gets at most
Kind = Literal["mend", "replace", "move", "split", "add", "objective", "remove"]


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to write instead. remove has no rows; objective has text instead."""

    kind: Kind
    rows: tuple[Mapping[str, str | None], ...] = ()  # level1, level2, name, description, value, basis
    blanks: tuple[str, ...] = ()  # what only the author can know, shown as ＿
    source: str | None = None  # id in the corpus
    score: float | None = None  # expected once blanks are filled
    why: str = ""
    text: str | None = None
    table: int | None = None  # where it belongs: the table's number, and the printed line (None: the table as a whole)
    row: int | None = None
