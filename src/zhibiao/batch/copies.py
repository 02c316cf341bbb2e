"""Tables of a run that say the same as an earlier one: copied between projects, departments or years.

Only hashes of rows are kept. A table is compared with those that were no copies themselves, so that a thousand copies of one table cost
no more than a thousand tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from zhibiao.model.report import Copy, DocumentReport, IndicatorReport, TableReport
from zhibiao.text.clean import squeeze

SHARE = 0.8  # the rubric's measure of a copied table (P609)
FEWEST = 3  # rows below which a likeness says nothing
_MOST_SHARED = 200  # tables that hold one row (预算执行率 100%) and are still asked about


@dataclass(frozen=True, slots=True)
class _Signature:
    """A table's rows as hashes, as written and without the characters of the project's own name."""

    about: tuple[str, int, str | None, str]  # source, table, project, unit and year
    plain: frozenset[int]
    masked: frozenset[int]


@dataclass
class _Index:
    """Row → the tables that hold it."""

    holders: dict[int, list[int]] = field(default_factory=dict)

    def likest(self, rows: frozenset[int]) -> tuple[int, int] | None:
        """The table that holds most of the rows, the earliest of equals, and how many."""
        counts: Counter[int] = Counter()
        for row in rows:
            counts.update(self.holders.get(row, ())[:_MOST_SHARED])
        if not counts:
            return None
        best = min(counts, key=lambda table: (-counts[table], table))
        return best, counts[best]

    def add(self, rows: Iterable[int], table: int) -> None:
        for row in rows:
            self.holders.setdefault(row, []).append(table)


class Copies:
    """Fed document by document, in order."""

    def __init__(self) -> None:
        self.found: list[Copy] = []
        self._kept: list[_Signature] = []
        self._plain, self._masked = _Index(), _Index()

    def add(self, document: DocumentReport) -> None:
        """Compare a document's tables with all before them."""
        about = " ".join(part for part in (document.unit or "", f"{document.year}年" if document.year else "") if part)
        for table in document.tables:
            signature = _signature(document.source, table, about)
            if signature is None:
                continue
            copy = self._copy(signature)
            if copy is not None:
                self.found.append(copy)
                continue
            self._plain.add(signature.plain, len(self._kept))
            self._masked.add(signature.masked, len(self._kept))
            self._kept.append(signature)

    def _copy(self, mine: _Signature) -> Copy | None:
        plain = self._like(mine.plain, self._plain)
        masked = None if plain else self._like(mine.masked, self._masked)
        if plain is None and masked is None:
            return None
        number, share = plain or masked or (0, 0.0)
        other = self._kept[number]
        if masked is not None and mine.about[2] == other.about[2]:
            return None  # one project's own words cannot tell two of its tables apart
        return Copy(*mine.about, *other.about, share=round(share, 3), masked=plain is None)

    def _like(self, rows: frozenset[int], index: _Index) -> tuple[int, float] | None:
        likest = index.likest(rows)
        if likest is None:
            return None
        share = likest[1] / len(rows)
        return (likest[0], share) if share >= SHARE else None


def _signature(source: str, table: TableReport, about: str) -> _Signature | None:
    rows = [line for line in table.indicators if not line.unused and line.name and line.value]
    if len(rows) < FEWEST:
        return None
    own = frozenset(squeeze(table.project_name or ""))
    plain = frozenset(_hash(line, squeeze(line.name or "")) for line in rows)
    masked = frozenset(_hash(line, left) for line in rows if (left := "".join(c for c in squeeze(line.name or "") if c not in own)))
    usable = masked if len(masked) == len(rows) and own else frozenset[int]()
    return _Signature((source, table.table, table.project_name, about), plain, usable) if len(plain) >= FEWEST else None


def _hash(line: IndicatorReport, name: str) -> int:
    return hash((line.category.written, name, squeeze(line.value or "")))
