"""目标空泛

检查什么：绩效目标是没有替换的模板文字，或者只有放到任何单位、任何项目都成立的话。
为何重要：目标是编指标、批预算的前提；看不出钱花在什么上、带来什么变化，指标和资金都无从审核。
反例：目标内容1；按要求完成本年度工作
改为：为320名独居老人每周提供2次上门服务，服务对象满意度达到90%以上
依据：财预〔2015〕88号《中央部门预算绩效目标管理办法》
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.objective import is_empty_talk, is_placeholder
from zhibiao.features.reading import TableReading
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import GOALS_88

RULE = Rule(
    code="P605",
    slug="empty-objective",
    title="目标空泛",
    scope="table",
    severity="error",
    message="绩效目标“{evidence}”{fault}，看不出这个项目要做什么；请写明对象、要完成的事、数量或标准以及带来的变化。",
    basis=GOALS_88,
)


def check(table: TableReading, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """Each objective by itself."""
    for objective in table.objectives:
        if objective.blank:
            continue
        if is_placeholder(objective):
            yield RULE.found(objective, fault="是没有替换的模板文字")
        elif is_empty_talk(objective):
            yield RULE.found(objective, fault="放到任何项目都成立")
