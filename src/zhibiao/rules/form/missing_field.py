"""指标名称或指标值空缺

检查什么：一行指标有名称没有指标值，或者有指标值没有名称。
为何重要：没有指标值就没有目标，没有名称就不知道考核什么，年底都无法评价。
反例：培训合格率 → （空白）
改为：培训合格率 → ≥95%
依据：财预〔2015〕88号《中央部门预算绩效目标管理办法》
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import GOALS_88

RULE = Rule(
    code="F001",
    slug="missing-field",
    title="指标名称或指标值空缺",
    scope="row",
    severity="error",
    message="{what}；请补填{missing}，确实不需要这一行的请整行删去。",
    basis=GOALS_88,
    ceiling={"M": 0, "A": 0},
)


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """Forms without a value column (indicator libraries) have no value to miss."""
    name, value = row.name, row.value
    if not value.present or name.blank == value.blank:
        return
    if value.blank:
        yield RULE.found(value, what=f"指标“{name.text}”没有填写指标值", missing="指标值")
    else:
        yield RULE.found(name, what=f"指标值“{value.text}”前面没有指标名称", missing="三级指标名称")
