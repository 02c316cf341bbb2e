"""及时没有标准

检查什么：用及时率、按时完成率考核时效，整行却没有写明多长时间内、哪一天前才算及时。
为何重要：不定义“及时”，任何完成时间都可以说成及时，比率永远是100%。
反例：补贴发放及时率 → ≥95%
改为：补贴发放及时率（审核通过后15个工作日内发放）→ ≥95%
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhibiao.features.clock import says_when
from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="T502",
    slug="undefined-timeliness",
    title="及时没有标准",
    scope="row",
    severity="warning",
    message="“{evidence}”没有说明怎样才算及时；请写明起止时间，例如收到申请后多少个工作日内、每月几日前或者哪一天前。",
    basis=INDICATORS_101,
    ceiling={"T": 1},
)

_PROMPT = re.compile(r"及时|按时|按期|准时|如期|按计划时间|限时|(?:规定|约定|要求|计划|限定|指定)(?:的)?(?:时间|时限|期限|工期)内?")
_RATE_ENDS = re.compile(r"(?:及时|按时|按期|准时|如期|限时)[一-鿿]{0,6}(?:率|性|比例|程度|度)|(?:率|比例|百分比|比重)$")
_BY_LAW = re.compile("法定(?:的)?(?:期限|时限|审限|检定周期|办结期)|审限内")  # the law says when
# under 时效 a rate of completion says as little of when
_PROGRESS = re.compile(r"(?:完成|完工|竣工|到位|支付|拨付|发放|进度|办结|执行|实施|开工|交付|兑现|时效)[一-鿿]{0,3}(?:率|比例|性|进度)?$")


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """A rate of promptness and no clock anywhere in the row."""
    name, description = row.name, row.description
    timed = row.category == "时效"
    prompt = _PROMPT.search(name.text) or (timed and _PROMPT.search(description.text))
    if not prompt and not (timed and _PROGRESS.search(name.core)):
        return
    if _BY_LAW.search(name.text):
        return
    if name.measure_word[1] == "satisfaction" or not (timed or _RATE_ENDS.search(name.core)) or not _is_rate(row):
        return
    if (
        any(says_when(field) for field in (name, description, row.value))
        or says_when(row.basis, years=False)
        or says_when(row.standard, years=False)
    ):
        return
    yield RULE.found(name, name.find(name.core) or name.whole)


def _is_rate(row: Row) -> bool:
    """The value is a share, or a number that lacks its %; or the name is a rate that the value does not quantify."""
    target = row.target
    quantity = target.quantity
    if quantity is not None:
        return quantity.dimension == "share" or (not quantity.unit and 50 <= quantity.number <= 100)
    return target.kind in ("claim", "done", "weak", "grades", "yes-no") and bool(
        re.search(r"(?:及时|按时|按期|准时|如期)[一-鿿]{0,4}率$", row.name.core)
    )
