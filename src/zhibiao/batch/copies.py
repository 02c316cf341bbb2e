"""Tables of a run that say the same as an earlier one: copied between projects, departments or years.

Only hashes of rows are kept. A table is compared with those that were no copies themselves, so that a thousand copies of one table cost
no more than a thousand tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from zhibiao.model.report import Copy, DocumentReport, TableReport
from zhibiao.text.clean import squeeze

SHARE = 0.8  # the rubric's measure of a copied table (P609)
FEWEST = 3  # rows below which a likeness says nothing
ALIKE = 0.5  # the smaller table has at least so many of the larger one's rows: three common rows in thirty are no copy
_MOST_SHARED = 200  # tables that hold one row (预算执行率 100%) and are still asked about
_MOST_COMPARED = 8  # tables with most rows in common that are compared row by row


@dataclass(frozen=True, slots=True)
class _Signature:
    """A table's rows as hashes: as written → without the characters of the project's own name."""

    about: tuple[str, int, str | None, str]  # source, table, project, unit and year
    rows: Mapping[int, int | None]
    masked: frozenset[int]


class Copies:
    """Fed document by document, in order."""

    def __init__(self) -> None:
        self.found: list[Copy] = []
        self._kept: list[_Signature] = []
        self._holders: dict[int, list[int]] = {}  # hash of a row → the kept tables that hold it

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
            else:
                self._keep(signature)

    def _keep(self, signature: _Signature) -> None:
        for row in (*signature.rows, *signature.masked):
            holders = self._holders.setdefault(row, [])
            if len(holders) < _MOST_SHARED:
                holders.append(len(self._kept))
        self._kept.append(signature)

    def _copy(self, mine: _Signature) -> Copy | None:
        """As the likest of the earlier tables; the earliest of equals."""
        best: tuple[float, bool, int] | None = None
        for number in self._candidates(mine):
            other = self._kept[number]
            plain = _share(mine, other, masked=False)
            masked = 0.0 if plain >= SHARE or mine.about[2] == other.about[2] else _share(mine, other, masked=True)
            found = (max(plain, masked), plain >= SHARE, -number)
            if found[0] >= SHARE and (best is None or found > best):
                best = found
        if best is None:
            return None
        return Copy(*mine.about, *self._kept[-best[2]].about, share=round(best[0], 3), masked=not best[1])

    def _candidates(self, mine: _Signature) -> list[int]:
        counts: Counter[int] = Counter()
        for plain, masked in mine.rows.items():
            holders = self._holders.get(plain, ())
            counts.update(holders if masked is None else {*holders, *self._holders.get(masked, ())})
        return sorted(sorted(counts, key=lambda table: (-counts[table], table))[:_MOST_COMPARED])


def _share(mine: _Signature, other: _Signature, masked: bool) -> float:
    """Of the smaller table's rows that stand in the other; 0 where one is much larger than the other."""
    small, large = sorted((len(mine.rows), len(other.rows)))
    if small < ALIKE * large:
        return 0.0
    same = sum(row in other.rows or (masked and left is not None and left in other.masked) for row, left in mine.rows.items())
    return min(same, small) / small


def _signature(source: str, table: TableReport, about: str) -> _Signature | None:
    own = frozenset(squeeze(table.project_name or ""))
    rows: dict[int, int | None] = {}
    for line in table.indicators:
        if not line.unused and line.name and line.value:
            name, value = squeeze(line.name), squeeze(line.value)
            left = "".join(character for character in name if character not in own) if own else ""
            rows[hash((line.category.written, name, value))] = hash((line.category.written, left, value, "masked")) if left else None
    masked = frozenset(left for left in rows.values() if left is not None)
    return _Signature((source, table.table, table.project_name, about), rows, masked) if len(rows) >= FEWEST else None
