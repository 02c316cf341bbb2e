"""How far a second, independent reading agrees with the first (training_data/second/*.jsonl)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zhibiao.model.report import LETTERS
from zhibiao.training.data.records import DataSet


@dataclass(frozen=True, slots=True)
class Agreement:
    """Over the rows that were read twice."""

    rows: int
    share: float  # of all labelled rows
    kappa: Mapping[str, float]  # QWK by letter
    category: float  # the second reader's category is among those the first accepts
    best: float  # both hold the same category for the best
    codes: Mapping[str, tuple[int, float]]  # code → rows where either gave it, F1
    differing: tuple[tuple[str, str, str], ...]  # (row, first, second) where a grade differs by 2 or an error code stands on one side only


def second_readings(folder: Path) -> dict[str, dict[str, Any]]:
    """Row id → labels of the second reader."""
    out: dict[str, dict[str, Any]] = {}
    for path in sorted((folder / "second").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            out[entry["id"]] = entry
    return out


def agreement(data: DataSet, folder: Path) -> Agreement:
    """First labels as they were at the second reading (kept in the second file where they were mended since) against the second."""
    second = second_readings(folder)
    rows = {row.id: row for table in data.tables for row in table.used}
    both = [(ident, rows[ident], second[ident]) for ident in second if ident in rows]
    pairs: dict[str, list[tuple[int, int]]] = {letter: [] for letter in LETTERS}
    hits = same = 0
    counts: dict[str, Counter[str]] = {}
    differing: list[tuple[str, str, str]] = []
    for ident, row, other in both:
        if row.labels is None:
            continue
        first = other.get("first") or _plain(row.labels.grades, row.labels.codes, row.labels.category, row.labels.acceptable)
        for letter in LETTERS:
            if first[letter] is not None and other[letter] is not None:
                pairs[letter].append((first[letter], other[letter]))
        hits += other["category"] in first["acceptable"]
        same += other["category"] == first["category"]
        _count(counts, set(first["codes"]), set(other["codes"]))
        if any(abs((first[x] or 0) - (other[x] or 0)) >= 2 for x in LETTERS):
            differing.append((ident, _short(first), _short(other)))
    kappa = {letter: qwk(found) for letter, found in pairs.items()}
    f1 = {code: (sum(c.values()), 2 * c["both"] / (2 * c["both"] + c["first"] + c["second"])) for code, c in sorted(counts.items())}
    total = max(1, len(both))
    return Agreement(len(both), len(both) / max(1, len(rows)), kappa, hits / total, same / total, f1, tuple(differing))


def _plain(grades: Mapping[str, int | None], codes: frozenset[str], category: str, acceptable: Sequence[str]) -> dict[str, Any]:
    return {**grades, "codes": sorted(codes), "category": category, "acceptable": list(acceptable)}


def _short(labels: Mapping[str, Any]) -> str:
    return "".join("-" if labels[x] is None else str(labels[x]) for x in LETTERS) + " " + " ".join(labels["codes"])


def _count(counts: dict[str, Counter[str]], first: set[str], second: set[str]) -> None:
    for code in first | second:
        side = "both" if code in first and code in second else "first" if code in first else "second"
        counts.setdefault(code, Counter())[side] += 1


def qwk(pairs: Sequence[tuple[int, int]], grades: int = 4) -> float:
    """Quadratic weighted kappa: 1 - Σ(i-j)² seen / Σ(i-j)² by chance; 1 where there is nothing to disagree on."""
    if not pairs:
        return 1.0
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    seen = sum((a - b) ** 2 for a, b in pairs)
    chance = sum((i - j) ** 2 * first[i] * second[j] for i in range(grades) for j in range(grades)) / len(pairs)
    return 1 - seen / chance if chance else 1.0
