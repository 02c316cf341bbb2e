"""比较符号方向相反

检查什么：越少越好的指标写成了“≥”（成本、投诉率、事故数），或者越多越好的指标写成了“≤”（合格率、完成率、交付的数量）。
为何重要：方向写反，做得越差反而越“达标”。
反例：投诉率 → ≥5%
改为：投诉率 → ≤5%
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhibiao.features.direction import direction_of
from zhibiao.features.reading import Row
from zhibiao.lexicon.directions import caps
from zhibiao.model.finding import Finding
from zhibiao.model.quantity import Quantity
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="M208",
    slug="wrong-direction",
    title="比较符号方向相反",
    scope="row",
    severity="error",
    message="“{name}”{wish}，指标值“{evidence}”的符号方向却相反；请改用“{sign}”。",
    basis=INDICATORS_101,
    ceiling={"M": 1},
)

_LESS, _MORE, _COST = ("应当越少越好", "≤"), ("应当越多越好", "≥"), ("是成本上限，应当不超过", "≤")
_DELIVERED = frozenset({"people", "household", "body", "events", "things", "area", "length"})
_NO_CEILING = re.compile(
    r"节[约省支]|降低|减少|压[减缩]|收入|增收|下降|缩短|配套|自筹|筹[集资]|募集|引[进资]|追[缴回偿赃]|挽回|收缴|清收|标准|补[助贴偿]|救助|资助|奖[励补金]|津贴|工资|薪|待遇|报酬|保障|回报|收益|利润|税|产值|效益|控制率|发放|拨付|兑[付现]|到位|投入|工作餐|质保|慰问|抚恤|公用经费|生活费|养老|补偿|最低|供养|助学|救济|低保"
)

# under 成本 even a legal standard is not a floor: it is given with =
_GAIN = re.compile(
    r"节[约省支]|降低|减少|压[减缩]|收入|增收|下降|缩短|配套|自筹|筹[集资]|募集|引[进资]|社会资本|投资额|配比|回报|收益|利润|税|产值|效益"
    r"|控制率|不低于|最低|下限"
)


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """The sign by symbol or word, against what the name wants."""
    quantity = row.target.quantity
    if quantity is None or quantity.sign not in ("≥", ">", "≤", "<") or quantity.upper is not None:
        return
    fault = _upward(row) if quantity.sign in ("≥", ">") else _downward(row, quantity)
    if fault is not None:
        wish, sign = fault
        if quantity.sign in "<>":
            sign = "<" if sign == "≤" else ">"
        yield RULE.found(row.value, (quantity.start, quantity.end), name=row.name.core, wish=wish, sign=sign)


def _upward(row: Row) -> tuple[str, str] | None:
    name = row.name.core
    if direction_of(name) == "less":
        return _LESS
    quantity = row.target.quantity
    if quantity is None or quantity.dimension != "money":
        return None
    if (_GAIN if row.category == "成本" and row.name.measure_word[1] == "money" else _NO_CEILING).search(name):
        return None
    if name.endswith(("成本", "单价", "造价", "总投资", "费用", "价格")) or row.category == "成本":
        return _COST
    return None


def _downward(row: Row, quantity: Quantity) -> tuple[str, str] | None:
    name = row.name.core
    if direction_of(name) == "more" and quantity.dimension in ("share", "") and not name.endswith(("执行率", "支出率")):
        return _MORE
    counted = quantity.dimension in _DELIVERED or (
        not quantity.unit and row.name.measure_word[1] in ("people", "household", "body", "events", "count")
    )
    if row.category != "数量" or not counted or direction_of(name) == "less" or caps().search(name) or caps().search(row.description.text):
        return None
    return _MORE
