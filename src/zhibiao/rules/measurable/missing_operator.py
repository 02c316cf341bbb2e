"""缺少比较符号

检查什么：指标值写了数和单位，没有 ≥、≤、= 等符号，也没有“不低于”“以内”一类的字。
为何重要：“60人”是至少60人还是正好60人，年底考核时各有各的说法。
反例：培训人数 → 200人
改为：培训人数 → ≥200人
依据：财办〔2023〕12号《预算管理一体化规范（2.0版）》
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import DATA_12

RULE = Rule(
    code="M206",
    slug="missing-operator",
    title="缺少比较符号",
    scope="row",
    severity="warning",
    message="指标值“{evidence}”没有比较符号，看不出是至少、至多还是正好；请按本意加上 ≥、≤ 或 =。",
    basis=DATA_12,
)


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """The first quantity that bears the target has no sign."""
    quantities = row.value.measures.quantities
    if not quantities or any(q.sign for q in quantities):
        return
    first = quantities[0]
    if first.unit:
        yield RULE.found(row.value, (first.start, first.end))
