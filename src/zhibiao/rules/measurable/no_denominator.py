"""百分比无从计算

检查什么：指标值是百分比，名称却是效果、感受或愿望，没有分母，也没有写明向谁调查、怎样计算。
为何重要：说不清谁除以谁，任何人都算不出这个百分比，考核只能凭感觉打分。
反例：提高群众生活水平 → ≥30%
改为：受助家庭人均收入较上年增长率 → ≥5%
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhibiao.features.effect import is_effect, is_sentence
from zhibiao.features.filler import is_slogan
from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="M204",
    slug="no-denominator",
    title="百分比无从计算",
    scope="row",
    severity="error",
    message="“{name}”是效果、愿望或一段话，没有分母，也没有写明怎样调查，“{evidence}”无从计算；请改成能统计的指标，或者在描述中写明计算公式。",
    basis=INDICATORS_101,
    ceiling={"M": 1},
)

_FORMULA = re.compile(
    r"[÷×/=]|占|比例|比重|之比|除以|计算|公式|人数|次数|户数|问卷|监测|调查|抽样|测评|测试|评测|统计|较上年|同比|[一-鿿]{2}率[^先领]"
)
_SURVEY = re.compile(r"[A-Z]{2}/T|GB|监测|问卷|调查|抽样|测评|访谈|第三方|统计年鉴|统计数据")


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """A share of an effect, a feeling or a wish, without a formula or a survey."""
    target = row.target
    quantity = target.quantity
    if (
        quantity is None
        or quantity.dimension != "share"
        or len(target.quantities) > 1
        or row.name.measure_word[1] in ("satisfaction", "index")
    ):
        return
    name = row.name.core
    if not name or not (is_effect(name) or is_sentence(name) or (is_slogan(name) and not name.endswith("运行"))):
        return
    description = row.description.core
    if description and description != name:
        rate = row.description.measure_word[1]
        if _FORMULA.search(description) or (rate in ("share", "satisfaction") and not is_effect(description)):
            return
    if _SURVEY.search(row.basis.text) or _SURVEY.search(row.standard.text):
        return
    yield RULE.found(row.value, (quantity.start, quantity.end), name=name)
