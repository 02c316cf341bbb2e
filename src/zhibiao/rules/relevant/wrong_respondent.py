"""满意度对象不对

检查什么：满意度调查的对象不是项目服务的人，如敬老院改造项目调查机关职工的满意度。
为何重要：没有受益的人说满意，说明不了项目办得好不好。
反例：敬老院改造项目 → 机关职工满意度≥90%
改为：敬老院改造项目 → 入住老人及家属满意度≥90%
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.reading import Row
from zhibiao.features.respondent import asked, served
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="R407",
    slug="wrong-respondent",
    title="满意度对象不对",
    scope="row",
    severity="warning",
    message="“{evidence}”不是本项目服务的对象，他们的满意度说明不了项目的效果；请改为调查从项目中直接受益的人。",
    basis=INDICATORS_101,
)


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """A group that neither the project nor any of its other rows has to do with."""
    if row.category not in ("满意度", None) and row.kind != "satisfaction":
        return
    if not row.table.context or "满意" not in row.name.text or len(row.table.about) < 6:
        return
    found = asked(row)
    if found and served(row.table, found[0]) is False:
        yield RULE.found(row.name, found[1])
