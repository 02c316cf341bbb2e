"""指标值夹带说明文字

检查什么：指标值一格里除了数，还写了办法、要求、用途等成段的说明。
为何重要：数埋在文字里，系统取不出目标值，考核人也难断定哪个数才是目标。
反例：劳务费 → 12按照合同约定分季度支付给第三方并开展考核
改为：劳务费 → ≤12万元（说明写进绩效指标描述或指标值确定依据）
依据：财办〔2023〕12号《预算管理一体化规范（2.0版）》
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.prose import buried
from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import DATA_12

RULE = Rule(
    code="M205",
    slug="mixed-value",
    title="指标值夹带说明文字",
    scope="row",
    severity="warning",
    message="指标值“{evidence}”把数和说明文字写在一格里；请只留符号、数和单位，说明移到指标描述或确定依据。",
    basis=DATA_12,
    ceiling={"M": 1},
)


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """Prose beside the quantity, beyond what the name says and a number naturally carries."""
    if buried(row):
        yield RULE.found(row.value)
