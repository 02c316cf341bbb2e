"""目标没有数量

检查什么：项目的各条绩效目标中没有一个数、日期或频次。
为何重要：目标要细化量化；没有数，就看不出任务量与资金是否匹配，指标也失去来源。
反例：对困难学生给予资助，促进教育公平
改为：资助家庭经济困难学生1200名，资助对象认定准确率100%
依据：财预〔2015〕88号《中央部门预算绩效目标管理办法》
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.field import Field
from zhibiao.features.objective import states_figure
from zhibiao.features.reading import TableReading
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import GOALS_88

RULE = Rule(
    code="P606",
    slug="objective-not-quantified",
    title="目标没有数量",
    scope="table",
    severity="info",
    message="各条绩效目标中没有一个数，例如“{evidence}”；请写上任务量、标准或完成时间，并与指标值一致。",
    basis=GOALS_88,
)


def check(table: TableReading, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """One remark for the table, at its first objective; a figure in the objective of the whole period counts too."""
    objectives = [objective for objective in table.objectives if not objective.blank]
    period = [Field("period_objectives", text, True) for text in table.table.period_objectives]
    if objectives and not any(states_figure(objective) for objective in [*objectives, *period]):
        yield RULE.found(objectives[0])
