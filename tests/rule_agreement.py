"""How far the rules agree with readers on rows that no rule was written for: `python tests/rule_agreement.py`.

Rows of the test sectors of training_data/ that two readers judged independently. Precision: what a rule found, either reader had
given. Recall: what both readers gave, a rule found. The codes are those that can be told by words, without a model."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from zhibiao.rules.checking import check_row
from zhibiao.rules.rule import Given
from zhibiao.training.data.agreement import second_readings
from zhibiao.training.data.readings import reading
from zhibiao.training.data.records import load
from zhibiao.training.data.splits import load_splits, part

FOLDER = Path(__file__).resolve().parent.parent / "training_data"
_NUMBERS = {"F": (1, 2, 3, 4), "S": (2, 3, 4, 7), "M": tuple(range(1, 11)), "A": (1, 2, 3, 4, 7), "T": (1, 2, 3)}
_HUNDRED = {"F": 0, "S": 100, "M": 200, "A": 300, "T": 500}
WORDED = frozenset(f"{letter}{_HUNDRED[letter] + number:03d}" for letter, numbers in _NUMBERS.items() for number in numbers)


def measured() -> tuple[int, Counter[str]]:
    """Rows, and how often a rule was right, wrong, or silent where it should have spoken."""
    data, second = load(FOLDER), second_readings(FOLDER)
    rows, count = 0, Counter[str]()
    for table in part(data, load_splits(FOLDER), "test"):
        for row, labelled in zip(reading(table).rows, table.used, strict=True):
            if labelled.id not in second or labelled.labels is None:
                continue
            rows += 1
            other = second[labelled.id]
            first = set((other.get("first") or {"codes": labelled.labels.codes})["codes"])
            found = {finding.code for finding in check_row(row, Given(year=table.year))} & WORDED
            either, both = first | set(other["codes"]), first & set(other["codes"]) & WORDED
            count.update(right=len(found & either), wrong=len(found - either), held=len(both & found), missed=len(both - found))
    return rows, count


def main() -> None:
    rows, count = measured()
    precision = count["right"] / (count["right"] + count["wrong"])
    recall = count["held"] / (count["held"] + count["missed"])
    sys.stdout.write(f"{rows} rows of sectors that no rule was written for: precision {precision:.3f}, recall {recall:.3f}\n")


if __name__ == "__main__":
    main()
