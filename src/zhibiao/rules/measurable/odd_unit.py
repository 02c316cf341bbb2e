"""计量单位写法不规范

检查什么：单位写成了“百分比”“人数”“个数”一类的词，或者金额只写“万”不写“元”。
为何重要：读起来别扭，汇总时同一单位出现多种写法，系统难以归并。
反例：保障人数 → ≥242人数
改为：保障人数 → ≥242人
依据：财办〔2023〕12号《预算管理一体化规范（2.0版）》
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.reading import Row
from zhibiao.lexicon.tables import rows
from zhibiao.model.finding import Finding, Fix
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import DATA_12

RULE = Rule(
    code="M207",
    slug="odd-unit",
    title="计量单位写法不规范",
    scope="row",
    severity="info",
    message="指标值“{evidence}”的单位“{unit}”写法不规范；请写成“{better}”。",
    basis=DATA_12,
)

_ODD = frozenset(row["word"] for row in rows("odd_units"))  # 平米, 延米 and the like are said aloud and stay


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """Each oddly written unit, with the proper spelling where it is certain."""
    for quantity in row.target.quantities:
        if quantity.unit_span is None:
            continue
        better = ""
        if quantity.clumsy and (quantity.unit in _ODD or quantity.unit.lstrip("十百千万亿") in _ODD):
            better = quantity.standard_unit
        elif quantity.unit in ("万", "亿", "千万", "百万") and not quantity.dimension and (row.kind == "money" or row.category == "成本"):
            better = quantity.unit + "元"
        if not better:
            continue
        normal = row.value.normal
        start, end = normal.original_span(quantity.start, quantity.end)
        first, last = normal.original_span(*quantity.unit_span)
        written = row.value.original
        fix = Fix("value", written[start:end], written[start:first].rstrip() + better + written[last:end], True)
        yield RULE.found(row.value, (quantity.start, quantity.end), fix, unit=written[first:last], better=better)
