"""模板文字未替换

检查什么：单元格里还留着模板文字（目标内容1、XX、**、待填写），把表格的选项清单（优良中低差）当作指标值，或者只有单位、只有符号。
为何重要：这样的内容没有填报任何信息，会被当作未编制绩效目标退回。
反例：参训率(≥**%) → **
改为：参训率 → ≥95%
依据：财预〔2015〕88号《中央部门预算绩效目标管理办法》
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.blank_form import FIGURES, broken, is_option_list, is_plain, is_unit_alone, template
from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import GOALS_88

RULE = Rule(
    code="F002",
    slug="placeholder",
    title="模板文字未替换",
    scope="row",
    severity="error",
    message="{place}里的“{evidence}”是{kind}，不是填报的内容；请换成本项目的实际内容。",
    basis=GOALS_88,
)
_NAMES = {"name": "三级指标", "description": "指标描述", "value": "指标值", "basis": "指标值确定依据", "standard": "绩效标准"}


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """One finding a field."""
    value = row.value
    if value.text and not (value.text.lstrip("≥≤<>=")[:1] in FIGURES and is_plain(value.text)):
        if is_option_list(value.text):
            yield RULE.found(value, place="指标值", kind="表格里供选择的选项")
        elif is_unit_alone(value.text):
            yield RULE.found(value, place="指标值", kind="单独的符号或单位")
        elif (span := template(value.text)) and not broken(value.text):
            yield RULE.found(value, span, place="指标值", kind="模板里的占位文字")
    for field in (row.name, row.description, row.basis, row.standard):
        if field.original and not is_plain(field.text) and (span := template(field.text)):
            yield RULE.found(field, span, place=_NAMES[field.key], kind="模板里的占位文字")
