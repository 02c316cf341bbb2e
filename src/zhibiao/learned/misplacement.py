"""How likely a row stands under a wrong category: trees over what the category model and plain words say of that and of all others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from zhibiao.features.belonging import belonging
from zhibiao.features.reading import Row
from zhibiao.learned.category import Placing
from zhibiao.learned.grams import Array
from zhibiao.learned.trees import Trees
from zhibiao.lexicon.categories import CATEGORIES

ASKED = ("S101", "S106", "R402", "R403")  # what the wording suggests of these helps: slogans fit anywhere
_OTHERS_COSTS = ("社会", "生态", "环境")  # 社会成本, 生态环境成本: harm to others, which no other form calls a cost
_SMALL = 1e-6
_LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class Places:
    """What is known of each row whatever its category, and of each row under each category."""

    of_row: Array  # rows × numbers
    of_both: Array  # rows × categories × numbers

    def numbers(self, rows: Array, categories: Array) -> Array:
        """A row for each pair."""
        own = np.eye(len(CATEGORIES), dtype=np.float32)[categories]
        return np.concatenate((self.of_both[rows, categories], own, self.of_row[rows]), axis=1)


def places(rows: Sequence[Row], placing: Placing, suggested: Array) -> Places:
    """suggested: log-odds of ASKED by the wording."""
    best, accepted = np.log(placing.best + _SMALL), np.log(placing.accepted + _SMALL)
    allowed = np.zeros(best.shape, np.float32)
    for number, row in enumerate(rows):
        own = belonging(row)
        if own is not None:
            allowed[number] = [1.0 if category in own.accepted else -1.0 for category in CATEGORIES]
    others = np.zeros(best.shape, np.float32)
    at = CATEGORIES.index("成本")
    others[:, at] = [row.category == "成本" and any(word in (row.indicator.level2 or "") for word in _OTHERS_COSTS) for row in rows]
    spread = -(placing.best * best).sum(axis=1)
    of_row = (placing.best.max(1), placing.accepted.max(1), spread, (placing.accepted > _LIKELY).sum(1), *suggested.T, *best.T)
    of_both = (placing.fitness(), accepted, best, allowed, others)
    return Places(np.stack(of_row, axis=1).astype(np.float32), np.stack(of_both, axis=2).astype(np.float32))


def misplaced(rows: Sequence[Row], known: Places, trees: Trees) -> Array:
    """Log-odds for the written category; 0 where none is written."""
    at = {name: place for place, name in enumerate(CATEGORIES)}
    written = np.array([at.get(row.category or "", -1) for row in rows])
    kept = np.flatnonzero(written >= 0)
    out = np.zeros(len(rows), np.float32)
    if len(kept):
        out[kept] = trees.predict(known.numbers(kept, written[kept]))
    return out
