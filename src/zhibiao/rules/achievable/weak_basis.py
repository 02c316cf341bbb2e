"""依据空白或不成其为依据

检查什么：表中有“指标值确定依据”一栏，却空着，或者只是重复名称、描述、指标值，或者写的是怎么做而不是从哪里来；写明文号、计划、标准、历史数据、问卷调查等来源的不算。
为何重要：没有来源的指标值，审核的人无从判断定得高还是低。
反例：参训学员满意度 → 依据“学员满意程度”
改为：参训学员满意度 → 依据“问卷调查”
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhibiao.features.origin import names_source, remainder, vague, work
from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="A304",
    slug="weak-basis",
    title="依据空白或不成其为依据",
    scope="row",
    severity="warning",
    message="指标值确定依据{problem}；请写明这个指标值从哪里来，如文件名称和文号、工作计划、行业标准、历年数据或问卷调查。",
    basis=INDICATORS_101,
    ceiling={"A": 1},
)
_OVERLAP = 0.6  # share of the basis's characters that stand in the row itself
_EMPTY_STANDARD = re.compile("(?:基本|一般|通用|常规|普通|相关|有关|统一)?标准|无|其他")
_TRIVIAL = re.compile(r"[的了和与及对为情况程度量率数]")


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """Blank, circular, vague, or a description of the work."""
    if row.name.blank and row.value.blank:
        return
    if not row.basis.present:
        yield from _standard(row)
        return
    problem = _problem(row)
    if problem:
        yield RULE.found(row.basis, problem=problem.format(row.basis.text))


def _standard(row: Row) -> Iterator[Finding]:
    """A form whose only word on the source is 绩效标准: which kind of standard it is should stand there."""
    standard = row.standard
    if standard.text and _EMPTY_STANDARD.fullmatch(standard.bare):
        yield RULE.found(standard, problem=f"（绩效标准）“{standard.text}”没有指明来源")


def _problem(row: Row) -> str:
    basis = row.basis
    if basis.blank:
        return "没有填写"
    if basis.references:
        return ""
    bare = basis.bare
    if not bare:
        return "“{}”等于没有填写"
    if bare in (row.name.bare, row.description.bare, row.value.bare):
        return "“{}”只是重复了本行其他栏的内容"
    if vague(bare):
        return "“{}”没有指明来源"
    if names_source(basis.text) or (basis.has_figures and _own_figures(row)):
        return ""
    if not any("一" <= c <= "鿿" or c.isalpha() for c in bare):
        return "“{}”只有数字，没有来源"
    if _repeats(row):
        return "“{}”只是重复了本行其他栏的内容"
    return "“{}”说的是怎么做，没有说明来源" if work(basis.text) else ""


def _own_figures(row: Row) -> bool:
    """Figures that the row does not have itself: 2024年报名1372人, 护理比1:6."""
    own = {q.number for field in (row.name, row.description, row.value) for q in field.measures.quantities}
    return any(q.number not in own for q in row.basis.measures.quantities)


def _repeats(row: Row) -> bool:
    """Most of what it says stands in the name, description or value already."""
    said = _TRIVIAL.sub("", remainder(row.basis.text))
    if len(said) > 1 and said in _TRIVIAL.sub("", row.name.text):
        return True
    own = [c for c in said if "一" <= c <= "鿿"]
    others = row.name.characters | row.description.characters | row.value.characters
    return len(own) >= 3 and sum(c in others for c in own) >= _OVERLAP * len(own)
