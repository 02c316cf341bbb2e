"""与项目自身的数字不符

检查什么：成本或资金超过项目预算；人数、场次、面积等与绩效目标中同一事项的数字不同；完成时间晚于项目实施期。
为何重要：同一张表里前后两个数，年底不知道按哪个考核，审核会退回重报。
反例：绩效目标“培训农民工300人”，农民工培训人数 → ≥500人
改为：农民工培训人数 → ≥300人，与绩效目标一致
依据：财预〔2015〕88号《中央部门预算绩效目标管理办法》
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.agreement import disagreeing, project_end, spent_beyond
from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import GOALS_88

RULE = Rule(
    code="A305",
    slug="conflicts-with-project",
    title="与项目自身的数字不符",
    scope="row",
    severity="error",
    message="指标值“{evidence}”与{other}不符，年底无法判断按哪个考核；请核对后统一口径。",
    basis=GOALS_88,
    ceiling={"A": 1},
)


def check(row: Row, given: Given) -> Iterator[Finding]:
    """Against the budget, the objectives and the period of the project."""
    if not row.table.context:
        return
    measures = row.value.measures
    for quantity in measures.quantities[:1]:
        if quantity.dimension == "money":
            total = spent_beyond(row, quantity)
            if total is not None:
                yield RULE.found(row.value, (quantity.start, quantity.end), other=f"项目预算{total.normalize():f}万元")
                return
        else:
            stated = disagreeing(row, quantity)
            if stated:
                yield RULE.found(row.value, (quantity.start, quantity.end), other=f"绩效目标中的“{stated}”")
                return
    if row.category == "时效" and measures.moments:
        end = project_end(row.table)
        last = measures.moments[-1]
        year = last.year or row.table.year or given.settings.year or given.year
        if end and year and last.month and last.kind == "deadline" and year == end[0] and last.month > end[1]:
            yield RULE.found(row.value, (last.start, last.end), other=f"项目实施期（{end[0]}年{end[1]}月止）")
