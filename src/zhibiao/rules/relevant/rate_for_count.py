"""数量写成了比率

检查什么：数量指标写成完成率、覆盖率等百分比，没有写出要完成多少人、多少次、多少面积。
为何重要：“完成率100%”看不出任务有多大，计划定得再少也能完成。
反例：数量指标 → 检查任务完成率100%
改为：数量指标 → 检查企业家数≥＿家
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.belonging import belonging
from zhibiao.features.process import process_words
from zhibiao.features.reading import Row
from zhibiao.features.share import open_ended
from zhibiao.lexicon.patterns import listed
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="R406",
    slug="rate-for-count",
    title="数量写成了比率",
    scope="row",
    severity="warning",
    message="数量指标“{evidence}”是比率，看不出任务有多大；请改为要完成的人数、次数、面积等具体数量。",
    basis=INDICATORS_101,
    ceiling={"R": 2},
    under=frozenset({"数量"}),
)
_DONE = listed("completion_rates")


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """A completion or a coverage in percent where a count belongs."""
    name = row.name.core if row.kind in ("share", "level") or not row.name.measure_word[0] else ""
    if not name.endswith(_DONE) or open_ended(row):
        return
    quantities = row.value.measures.quantities
    if not quantities or (quantities[0].dimension != "share" and quantities[0].unit):
        return
    own = belonging(row)
    if (own is None or "数量" in own.accepted) and process_words(row) is None:
        yield RULE.found(row.name)
