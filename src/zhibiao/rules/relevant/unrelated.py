"""与项目无关

检查什么：指标说的事与项目名称、用途、目标和其他指标都不沾边，属于别的领域，多半是从别的表里抄来的。
为何重要：指标不衡量本项目，项目做得好坏都看不出来。
反例：职工体检项目 → 河道清淤长度≥12公里
改为：职工体检项目 → 体检人数≥＿人
依据：财预〔2015〕88号《中央部门预算绩效目标管理办法》
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.reading import Row
from zhibiao.features.topic import is_foreign
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import GOALS_88

RULE = Rule(
    code="R403",
    slug="unrelated",
    title="与项目无关",
    scope="row",
    severity="error",
    message="“{evidence}”与本项目的名称、用途和目标都不相关，可能抄自其他项目；请删去，或者换成衡量本项目产出和效果的指标。",
    basis=GOALS_88,
    ceiling={"R": 0},
    reads=("fault.R403",),
)


_LEAST = 4  # characters that say something of a project


def check(row: Row, given: Given) -> Iterator[Finding]:
    """Another department's work, of which the table has no word; models weigh how near it is in meaning."""
    table = row.table
    if row.category == "满意度" or not table.context or table.table.kind != "project" or len(table.about) < _LEAST or row.name.blank:
        return
    if given.settled("R403", is_foreign(row)):
        yield RULE.found(row.name)
