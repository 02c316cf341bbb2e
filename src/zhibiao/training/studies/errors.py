"""Where and why a judgement errs: confusion, reliability, what moved a grade, which good rows are near."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from zhibiao.learned.grams import Array
from zhibiao.learned.judge import Judge
from zhibiao.lexicon.categories import CATEGORIES
from zhibiao.model.report import LETTERS
from zhibiao.training.data.records import LabelledRow, LabelledTable
from zhibiao.training.evaluation.judged import Judged
from zhibiao.training.evaluation.measures import calibration_error
from zhibiao.training.evaluation.report import count_codes
from zhibiao.training.materials import sample
from zhibiao.training.named import named_numbers
from zhibiao.training.review import true_score

_BINS = 10
_GOOD = 90.0


def confusion(frame: Any) -> Any:
    """Rows: the category that the label holds for the best; columns: the one judged; of `judged_frame`."""
    import pandas as pd

    table = pd.crosstab(frame["true_category"], frame["category"])
    return table.reindex(index=list(CATEGORIES), columns=list(CATEGORIES), fill_value=0)


def reliability(frame: Any, about: str) -> Any:
    """A frame of ten equal bins with rows: how sure it was on average, and how often it was right. about: category or a letter."""
    import pandas as pd

    sure, right = answers(frame, about)
    place = np.minimum((sure * _BINS).astype(int), _BINS - 1)
    filled = [number for number in range(_BINS) if (place == number).any()]
    return pd.DataFrame(
        {"sure": [sure[place == n].mean() for n in filled], "right": [right[place == n].mean() for n in filled]}
        | {"rows": [int((place == n).sum()) for n in filled]}
    )


def answers(frame: Any, about: str) -> tuple[Array, Array]:
    """How sure, and whether right, where there is something to be right about."""
    if about == "category":
        right = [category in fine for category, fine in zip(frame["category"], frame["acceptable"], strict=True)]
        return np.asarray(frame["p_category"], float), np.array(right, float)
    kept = frame[frame[f"true_{about}"].notna() & frame[about].notna()]
    return np.asarray(kept[f"p_{about}"], float), np.asarray(kept[about] == kept[f"true_{about}"], float)


def miscalibration(frame: Any, about: str) -> float:
    """Expected calibration error over the same bins."""
    sure, right = answers(frame, about)
    return calibration_error([float(p) for p in sure], [bool(hit) for hit in right])


def code_frame(found: Sequence[Judged], second: Mapping[str, Any] | None = None) -> Any:
    """Indexed by code: cases, precision, recall; of two readers where a second has read."""
    import pandas as pd

    counted = sorted(count_codes(found, second or {}).items())
    rows = {code: {"cases": each.cases, "precision": each.precision, "recall": each.recall} for code, each in counted}
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("code")


def moved(judge: Judge, table: LabelledTable, row: LabelledRow, typical: Mapping[str, float], letter: str, count: int = 8) -> Any:
    """A frame of the named numbers that count most for a letter: the score of the trees with each one as it is, less the score with a
    typical value in its place (one at a time, the others stay)."""
    import pandas as pd

    if letter not in LETTERS:
        raise ValueError(f"没有“{letter}”这个字母；请用 {'、'.join(LETTERS)} 之一")
    numbers = named_numbers(judge, sample([table]).rows)[table.used.index(row)]
    names = judge.smart.names
    trees = judge.smart.graders[letter].trees
    changed = np.repeat(numbers[None], len(names), axis=0)
    usual = np.array([typical[name] for name in names], np.float32)
    np.fill_diagonal(changed, usual)
    effect = float(trees.predict(numbers[None])[0]) - trees.predict(changed)
    order = np.argsort(-np.abs(effect), kind="stable")[:count]
    order = order[np.abs(effect[order]) > 0]
    columns = {"number": [names[n] for n in order], "here": numbers[order], "typical": usual[order], "effect": effect[order]}
    return pd.DataFrame(columns)


def typical_numbers(features: Any) -> dict[str, float]:
    """Medians of `features_frame`."""
    return {str(name): float(value) for name, value in features.median().items()}


@dataclass(frozen=True, slots=True)
class Near:
    """A good row and how near it lies (cosine of the encoder's vectors of name and description)."""

    table: LabelledTable
    row: LabelledRow
    nearness: float


def good_rows(tables: Sequence[LabelledTable]) -> list[tuple[LabelledTable, LabelledRow]]:
    """Rows whose labels make 优, with nothing found."""
    return [
        (table, row)
        for table in tables
        for row in table.used
        if row.labels is not None and not row.labels.codes and (true_score(row.labels) or 0) >= _GOOD
    ]


def nearest_good(judge: Judge, row: LabelledRow, good: Sequence[tuple[LabelledTable, LabelledRow]], count: int = 3) -> list[Near]:
    """Of the bad row's category, nearest first, no name twice."""
    wanted = row.labels.category if row.labels else None
    pool = [(table, one) for table, one in good if one.labels is not None and wanted in (None, one.labels.category) and one.id != row.id]
    if not pool:
        return []
    vectors = np.asarray(judge.encoder.encode([_text(row), *(_text(one) for _, one in pool)]))
    nearness = vectors[1:] @ vectors[0]
    out: dict[str, Near] = {}
    for place in np.argsort(-nearness, kind="stable"):
        table, one = pool[place]
        out.setdefault(one.texts.get("name", ""), Near(table, one, float(nearness[place])))
        if len(out) == count:
            break
    return list(out.values())


def _text(row: LabelledRow) -> str:
    return f"{row.texts.get('name', '')} {row.texts.get('description', '')}".strip()
