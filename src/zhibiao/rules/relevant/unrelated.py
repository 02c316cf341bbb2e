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
from zhibiao.features.sector import sector_words, shares_words
from zhibiao.lexicon.categories import OUTPUTS
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
    under=OUTPUTS | {"成本"},  # effects may reach into other fields
    reads=("project.similarity",),
)


def check(row: Row, given: Given) -> Iterator[Finding]:
    """Another sector's words, none of the project's; a model's similarity may speak for the row or alone against it."""
    table = row.table
    if not table.context or table.table.kind != "project" or row.name.blank or len(table.about) < 4:
        return
    similarity = given.numbers.get("project.similarity")
    if similarity is not None and similarity > given.threshold("related_similarity"):
        return
    project = sector_words(table.about)
    own = _fields(row) if project else project
    if not own or own & project or any(own & _fields(other) for other in table.rows if other is not row):
        return
    if not shares_words(row.name.text, table.about):
        yield RULE.found(row.name)


def _fields(row: Row) -> frozenset[str]:
    return sector_words(row.name.text) | sector_words(row.description.text)
