"""完成时间不在预算年度

检查什么：目标日期写明的年份早于或晚于预算年度。
为何重要：多半是照抄上年或者写错年份；资金按年度安排，年度以外的完成时间无法在本年考核。
反例：2025年预算，工程完工时间 → 2024年12月底前
改为：工程完工时间 → 2025年12月底前
依据：通行审核做法（未核对原文）
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhibiao.features.field import Field
from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.model.quantity import Moment
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import PRACTICE

RULE = Rule(
    code="T503",
    slug="out-of-year",
    title="完成时间不在预算年度",
    scope="row",
    severity="error",
    message="完成时间“{evidence}”不在{year}年预算年度内；请核对年份，改为本预算年度内能考核的时间。",
    basis=PRACTICE,
    ceiling={"T": 0},
)

_YEARS = re.compile(r"(?:19|20)\d\d")
_COMPARED = re.compile(r"(?:较|比|与|以|自|从|同|按|根据|执行|截至|提前下达|下达)$")
_NOT_TARGET = re.compile(
    r"^(?:基础|水平|同期|相比|的|[一-鿿]{0,6}(?:文件|计划|预算|决算|标准|规划|基数|资金|补助|学年|采暖季|供暖季|级|届|方案|通知|目录|名单|专项|遗留|结转))|^[-—~至](?:19|20)?\d\d年?(?:学年|采暖|供暖|冬)"
)
_LONGER = re.compile(r"实施期|规划期|中期|长期|跨年|续建|建设周期|总工期|三年|五年|十[三四五六]五|学年|质保|学制|任期|至少")
_ENDS = re.compile(
    r"^(?:[^,。;]{0,8})(?:完成|竣工|完工|建成|到位|支付|发放|拨付|使用|验收|交付|投入|结束|开工|实施|兑[付现]|办结|上线|前|底|止)"
)


def check(row: Row, given: Given) -> Iterator[Finding]:
    """A target date whose stated year is another than the budget year."""
    year = row.table.year or given.year or given.settings.year
    if not year or not (_YEARS.search(row.value.text) or _YEARS.search(row.name.text)):
        return
    if any(_LONGER.search(field.text) for field in (row.name, row.description, row.value)):
        return
    for field in (row.value, row.name):
        moments = [m for m in field.measures.moments if m.year and _is_target(row, field, m)]
        if not moments or str(year) in field.text:
            continue
        last = moments[-1]
        yield RULE.found(field, (last.start, last.end), year=year)
        return


def _is_target(row: Row, field: Field, moment: Moment) -> bool:
    """A deadline, or a date of a row that asks for one; years of documents, bases and funds are none."""
    text = field.text
    if (_COMPARED.search(text[: moment.start]) and not (field.key == "value" and text.startswith("截"))) or _NOT_TARGET.match(
        text[moment.end :]
    ):
        return False
    if any(r.start <= moment.start < r.end for r in field.measures.references):
        return False
    if moment.kind == "deadline" or _ENDS.match(text[moment.end :]):
        return field.key == "value" or moment.kind == "deadline"
    return field.key == "value" and (row.category == "时效" or row.name.measure_word[1] == "moment")
