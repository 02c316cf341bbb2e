"""数字前后不一致

检查什么：目标里的数、指标值、单价乘以数量与预算之间对不上。
为何重要：目标、指标和资金要相互匹配；对不上，说明至少有一个数是错的，批复后也无法考核。
反例：补助1200人，每人500元，预算却只有40万元
改为：核对人数、标准和预算，改正错的一个，使三者相符
依据：财预〔2015〕88号《中央部门预算绩效目标管理办法》
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.figures import disagreements
from zhibiao.features.reading import TableReading
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import GOALS_88

RULE = Rule(
    code="P610",
    slug="figures-disagree",
    title="数字前后不一致",
    scope="table",
    severity="error",
    message="“{evidence}”{against}；请核对目标、指标和预算中的数，改正错的一处，口径不同的写明口径。",
    basis=GOALS_88,
)


def check(table: TableReading, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """Each pair of figures that cannot both be right."""
    for one in disagreements(table):
        yield RULE.found(one.field, one.span, against=one.against)
