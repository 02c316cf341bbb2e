"""`zhibiao evaluate --against OLD`: what a retraining won and lost, row by row, on sectors that no fitting saw."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import comb
from pathlib import Path
from typing import Any

from zhibiao.learned.judge import load_judge
from zhibiao.model.report import LETTERS, IndicatorReport
from zhibiao.scoring.points import GRADES, grade_of
from zhibiao.training.data.records import LabelledRow, load
from zhibiao.training.data.splits import load_splits, part
from zhibiao.training.evaluation.judged import Judged, judged
from zhibiao.training.review import true_score

_PLACES = [name for _, name in reversed(GRADES)]
_QUESTIONS = {"category": "类别", **dict.fromkeys(LETTERS, ""), "grade": "总等级", "findings": "问题"}
COLUMNS = ("行编号", "项目名称", "三级指标", "指标值", "问的是", "标注", "旧模型", "新模型", "变化")
_BETTER, _WORSE = "变好", "变差"
_RARE = 0.05


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that differs between the two, and which of them is nearer to the label."""

    row: LabelledRow
    project_name: str
    about: str  # category, a letter, grade or findings
    label: str
    old: str
    new: str
    better: bool | None  # None: as far from the label as before

    def cells(self) -> dict[str, str]:
        """For a list that people read; under COLUMNS."""
        texts = self.row.texts
        told = "相当" if self.better is None else _BETTER if self.better else _WORSE
        plain = (self.row.id, self.project_name, texts.get("name", ""), texts.get("value", ""))
        return dict(zip(COLUMNS, (*plain, _QUESTIONS[self.about] or self.about, self.label, self.old, self.new, told), strict=True))


@dataclass(frozen=True, slots=True)
class Comparison:
    """rows: how many were judged twice."""

    rows: int
    changes: tuple[Change, ...]

    def lines(self) -> list[str]:
        """The counts, printed."""
        out = [
            f"与旧模型比较：{self.rows} 行，其中 {len({change.row.id for change in self.changes})} 行的判断有变化",
            "            变好    变差    相当    是偶然的可能",
        ]
        for about, name in _QUESTIONS.items():
            counts = Counter(change.better for change in self.changes if change.about == about)
            title = name or about
            width = 10 - sum(2 if ord(c) > 0x2E7F else 1 for c in title)
            chance = by_chance(counts[True], counts[False])
            out.append(f"  {title}{' ' * width}{counts[True]:6}{counts[False]:8}{counts[None]:8}{chance:12.3f}{_told(counts, chance)}")
        return out

    def csv(self) -> bytes:
        """Every change; UTF-8 with a mark, so that Excel shows Chinese."""
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, COLUMNS)
        writer.writeheader()
        for change in self.changes:
            cells = change.cells()
            writer.writerow({key: f"'{text}" if text[:1] in "=+-@＝＋－＠" and text else text for key, text in cells.items()})
        return out.getvalue().encode("utf-8-sig")


def _told(counts: Mapping[Any, int], chance: float) -> str:
    if chance >= _RARE:
        return ""
    return "  新的更好" if counts[True] > counts[False] else "  旧的更好"


def by_chance(won: int, lost: int) -> float:
    """Two-sided sign test: how likely so lopsided a count is if both are equally good."""
    total = won + lost
    least = min(won, lost)
    return min(1.0, 2 * sum(comb(total, count) for count in range(least + 1)) / 2**total) if total else 1.0


def compare(data_folder: Path, models: Path, old: Path) -> Comparison:
    """On the test part of splits.json."""
    data = load(data_folder)
    tested = part(data, load_splits(data_folder), "test")
    return compared(list(judged(tested, data, load_judge(old))), list(judged(tested, data, load_judge(models))))


def compared(old: Sequence[Judged], new: Sequence[Judged]) -> Comparison:
    """The same tables judged twice."""
    changes: list[Change] = []
    rows = 0
    for before, after in zip(old, new, strict=True):
        for (row, was), (_, now) in zip(before.rows, after.rows, strict=True):
            rows += 1
            changes += (Change(row, before.table.project_name, *each) for each in _changes(row, was, now))
    return Comparison(rows, tuple(changes))


def _changes(row: LabelledRow, was: IndicatorReport, now: IndicatorReport) -> Iterator[tuple[str, str, str, str, bool | None]]:
    labels = row.labels
    if labels is None:
        return
    if was.category.best != now.category.best:
        right = [answer in labels.acceptable for answer in (was.category.best, now.category.best)]
        better = None if right[0] == right[1] else right[1]
        yield "category", "、".join(labels.acceptable), was.category.best or "", now.category.best or "", better
    for letter in LETTERS:
        true, first, second = labels.grades[letter], (was.smart or {}).get(letter), (now.smart or {}).get(letter)
        if true is not None and first is not None and second is not None and first != second:
            yield letter, str(true), str(first), str(second), _nearer(abs(true - first), abs(true - second))
    points = true_score(labels)
    if points is not None and was.grade and now.grade and was.grade != now.grade:
        true = _PLACES.index(grade_of(points))
        distances = [abs(true - _PLACES.index(grade)) for grade in (was.grade, now.grade)]
        yield "grade", _PLACES[true], was.grade, now.grade, _nearer(*distances)
    found = [frozenset(finding.code for finding in line.findings) for line in (was, now)]
    if found[0] != found[1]:
        label, first_codes, second_codes = (" ".join(sorted(codes)) for codes in (labels.codes, *found))
        yield "findings", label, first_codes, second_codes, _nearer(*(len(labels.codes ^ codes) for codes in found))


def _nearer(first: int, second: int) -> bool | None:
    return None if first == second else second < first
