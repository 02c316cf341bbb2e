"""The finance ministry's review form (财预〔2015〕88号), as far as a table shows it."""

from __future__ import annotations

from dataclasses import dataclass

from zhibiao.model.pickled import quickly_pickled


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Cause:
    """A kind of finding behind an item; rows: the printed lines it stands on, empty where it concerns the whole table."""

    code: str
    title: str
    rows: tuple[int, ...] = ()


@quickly_pickled
@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One of the eight items. score is None where the table cannot show it; reasons say why in words."""

    name: str
    points: float  # what it can reach
    score: float | None = None
    grade: str | None = None
    reasons: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()


@quickly_pickled
@dataclass(frozen=True, slots=True)
class ReviewAspect:
    """One of the four aspects: its items, and their sum as far as they are scored."""

    name: str
    points: float
    score: float | None
    items: tuple[ReviewItem, ...]


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Review:
    """The whole form. points: what the scored items can reach together; percent: score × 100 / points, whose grade is `grade`."""

    aspects: tuple[ReviewAspect, ...]
    score: float
    points: float
    percent: float
    grade: str

    @property
    def items(self) -> tuple[ReviewItem, ...]:
        """The eight items in the form's order."""
        return tuple(item for aspect in self.aspects for item in aspect.items)
