"""硬凑的效益指标

检查什么：写在生态效益、经济效益下，文字里却没有任何与生态环境、经济有关的内容，只是因为表上有这一行。
为何重要：三种效益都不是必填，凑数的指标无法衡量，反而说明目标没有想清楚。
反例：工会经费项目，生态效益 → 保障机关工会正常运行
改为：去掉这一行，把分值放到真正的效果上
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.belonging import belonging
from zhibiao.features.benefit_field import lacks_field, names_nature, only_names_field
from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="R402",
    slug="forced-category",
    title="硬凑的效益指标",
    scope="row",
    severity="error",
    message="“{evidence}”与{field}没有关系，像是为了填满表格；{field}不是必填，请删去这一行，或者换成项目真正产生的{field}。",
    basis=INDICATORS_101,
    ceiling={"R": 0},
    under=frozenset({"生态效益", "经济效益"}),
    reads=("fault.R402",),
)


def check(row: Row, given: Given) -> Iterator[Finding]:
    """No word of the field. A row with a field of its own, and a figure under 经济效益, are misplaced rather than forced."""
    if row.name.blank:
        return
    own = belonging(row)
    if own is not None and own.best:
        return
    if row.category == "经济效益" and (names_nature(row) or (row.value.measures.quantities and not _whole_of_a_slogan(row))):
        return
    if given.settled("R402", lacks_field(row) or only_names_field(row)):
        yield RULE.found(row.name, field=row.category)


def _whole_of_a_slogan(row: Row) -> bool:
    """工会工作正常运作 → 100%: the figure measures nothing."""
    return row.kind in ("", "level") and row.value.measures.quantities[0].dimension == "share"
