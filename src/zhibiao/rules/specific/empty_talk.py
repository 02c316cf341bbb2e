"""空泛，放到任何项目都能用

检查什么：指标名称或描述是口号、套话（保障机关正常运转、提高工作水平、严格控制支出），换到任何项目都成立。
为何重要：看不出这个项目要做成什么事，无法设目标值，也无法评价。
反例：质量指标：保障机关工会正常运行
改为：质量指标：职工活动器材完好率
依据：财预〔2015〕88号《中央部门预算绩效目标管理办法》
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.reading import Row
from zhibiao.features.slogan import slogan
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import GOALS_88

RULE = Rule(
    code="S101",
    slug="empty-talk",
    title="空泛，放到任何项目都能用",
    scope="row",
    severity="error",
    message="{place}“{evidence}”是放到任何项目都成立的套话；请写明本项目的具体对象和要考核的那一个量。",
    basis=GOALS_88,
    reads=("fault.S101",),
)


def check(row: Row, given: Given) -> Iterator[Finding]:
    """The name speaks first; a sound name may still have a slogan for its description. What models are sure of is in the name."""
    found = slogan(row)
    if not row.name.blank and given.settled("S101", found is not None):
        field = found or row.name
        yield RULE.found(field, place="指标名称" if field is row.name else "指标描述")
