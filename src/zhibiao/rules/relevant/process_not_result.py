"""管理过程当作指标

检查什么：项目表里用预算执行率、资金到位率、制度健全性、会议记录、专款专用等单位自身管理要求作指标；表上自带“预算执行率”一行的、部门整体表的不算。
为何重要：这些是单位怎样办事，不是项目产出了什么、带来什么效果，做到了也说明不了项目的绩效。
反例：质量指标 → 制度健全性“健全”
改为：质量指标 → 项目产出达到的标准，如验收合格率
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.process import process_words
from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="R405",
    slug="process-not-result",
    title="管理过程当作指标",
    scope="row",
    severity="warning",
    message="“{evidence}”是单位自身的管理要求，不是项目的产出或效果；请删去，换成项目交付了什么、达到什么标准、带来什么变化的指标。",
    basis=INDICATORS_101,
)


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """Words of the unit's own affairs."""
    found = process_words(row)
    if found:
        field, span = found
        yield RULE.found(field, span)
