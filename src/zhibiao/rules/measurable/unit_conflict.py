"""计量单位与名称矛盾

检查什么：指标值的单位不可能用来计量名称所说的事，例如人数用%，覆盖率用人，面积用万元。
为何重要：单位和名称对不上，指标值再准确也算不出名称要的结果，整条指标无法考核。
反例：参训人数 → ≥95%
改为：参训率 → ≥95%
依据：财办〔2023〕12号《预算管理一体化规范（2.0版）》
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.expected_unit import contradicts
from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import DATA_12

RULE = Rule(
    code="M203",
    slug="unit-conflict",
    title="计量单位与名称矛盾",
    scope="row",
    severity="error",
    message="指标名称量的是“{measure}”，指标值“{evidence}”的单位却是“{unit}”，两者对不上；请改用相称的单位，或者按单位改写名称。",
    basis=DATA_12,
    ceiling={"M": 1},
)


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """No quantity of the value fits the name, and the first certainly contradicts it."""
    target = row.target
    quantity = target.quantity
    if quantity is None or not quantity.dimension or not row.name.measure_word[1]:
        return
    measured = [q for q in target.quantities if q.dimension and (q.dimension != "time" or len(target.quantities) == 1)]
    if measured and all(contradicts(row, each) for each in measured):
        yield RULE.found(row.value, (quantity.start, quantity.end), measure=row.name.measure_word[0], unit=quantity.unit)
