"""The author's own figure carried over to the listed measure that measures the same thing."""

from __future__ import annotations

import re
from dataclasses import replace

from zhibiao.features.direction import direction_of
from zhibiao.features.reading import Row
from zhibiao.lexicon.measure_patterns import unit_of
from zhibiao.model.quantity import Quantity
from zhibiao.suggesting.measures import Measure, measured_by
from zhibiao.suggesting.ranking import told_in
from zhibiao.suggesting.wording import is_people

_BLANK_WITH_UNIT = re.compile("([≥≤=])＿([^＿]+)")
_NUMBER = re.compile(r"\d[\d,.]*(?:[百千万亿](?!分))*")
_OF_ONE = re.compile("每|均|单")
_PRICE = re.compile("每|均|单[价个车位]|标准|报酬")
_EACH = re.compile("每(?![天日月年])([一-鿿])|([人户亩])均")
_SPAN = re.compile("每(?=[天日月年])(.)|(月)(?=均|租|报酬|工资)")
_SAME_COUNTER = {"所": "个", "名": "人", "位": "人", "日": "天"}
_EXTENTS = ("亩", "吨", "平方米", "立方米", "公顷")
_LEAST_EXTENT = 100  # what is less may be of 万
_ONES = "员工师生兵"  # who does a work is none of those whom it serves, but can be counted
_COUNT_WORD = "(?:举办|开展)?(?:总?数量?|[个件场次台套册份人家条处只支辆篇户]+[数次]?)$"
_DONE = re.compile("^(?:开展|举办|组织|购置|采购|新建|发放)(?=[一-鿿]{2})")
_ALIKE = 0.5  # of the word pairs of the row's name
_MOST_FOR_ONE = 100  # in 万元: what one person or household is given
_LEAST_YUAN, _MOST_WAN = 10, 5000  # a price in 元 that is less is in 万元, one in 万元 that is more is in 元
_LEAST_GAIN = 20  # in 万元; what is less may be in 亿元
_POWERS = "百千万亿"
_ALL = 100  # percent
_THING = 3  # characters of a name that says what is counted


def with_figure_of(row: Row, measure: Measure) -> Measure:
    """防雹减损效益 ≥2000万 → 防雹减少农业损失金额 ≥2000万元; the measure as it is, where the two are not alike or their units differ."""
    asked = _BLANK_WITH_UNIT.fullmatch(measure.value)
    quantities = row.value.measures.quantities
    if asked is None or len(quantities) != 1:
        return measure
    quantity, unit = quantities[0], asked[2]
    if quantity.upper is not None or quantity.number <= 1 or quantity.per or (unit in ("%", "‰") and quantity.number >= _ALL):
        return measure
    number = _NUMBER.search(row.value.text, quantity.start, quantity.end)
    if number is None or not _is_same(row, measure, quantity, unit):
        return measure
    digits, plain = number[0].rstrip(".,"), unit.lstrip(_POWERS)
    if digits[-1] in _POWERS and unit[0] != digits[-1]:
        written = f"{digits}{plain}"
    else:
        written = f"{digits.rstrip(unit[0])}{unit}" if unit[0] in _POWERS else f"{digits}{unit}"
    return replace(measure, value=f"{asked[1]}{written}", blanks=(), why="数用原来填的")


def _is_same(row: Row, measure: Measure, quantity: Quantity, unit: str) -> bool:
    own, name = quantity.standard_unit.lstrip(_POWERS), row.name.core
    if measure.value.startswith("≤") and row.category not in ("成本", "时效") and direction_of(name) != "less":
        return False  # 审结率 is not 改判率
    if own:
        fits = own == unit.lstrip(_POWERS) and measured_by(name) in (measured_by(measure.name), "")
        return fits and len(name) >= _THING and _alike(name, measure)
    if row.category == "成本":
        return "/" in unit and _is_price(row, measure, float(quantity.number), unit)
    if row.category == "时效" or _OF_ONE.search(measure.name):
        return False
    if row.category == "经济效益":
        gain = unit == "万元" and quantity.number >= _LEAST_GAIN and measured_by(name) in ("money", "")
        return gain and _alike(name, measure)
    if unit.lstrip(_POWERS) != unit or (unit in _EXTENTS and quantity.number < _LEAST_EXTENT):
        return False
    if measured_by(name):
        heads = name.endswith("人次") == measure.name.endswith("人次")
        return heads and measured_by(name) == measured_by(measure.name) and _alike(name, measure)
    return row.category == "数量" and _counts(_DONE.sub("", name), measure, unit)


def _alike(name: str, measure: Measure) -> bool:
    return told_in(name, measure.name + measure.description) >= _ALIKE


def _is_price(row: Row, measure: Measure, number: float, unit: str) -> bool:
    """每栋补助 30 is of 每栋楼改造费用: of the same one, for the same time, and of its size."""
    said = f"{row.name.core} {row.description.core}"
    each = {_SAME_COUNTER.get(one[0] or one[1], one[0] or one[1]) for one in _EACH.findall(said)}
    spans = {_SAME_COUNTER.get(one[0] or one[1], one[0] or one[1]) for one in _SPAN.findall(said)}
    of = unit.split("/")[1]
    if not _PRICE.search(said) or told_in(measure.name, said) == 0:
        return False
    if (each and not any(one in of for one in each)) or not all(span in of for span in spans):
        return False
    if not each and of[0] in "人户名":
        return False
    if any(span in of and span not in spans for span in "天月"):
        return False
    most = _MOST_FOR_ONE if of[0] in "人户" else _MOST_WAN
    return number <= most if unit.startswith("万元") else number >= _LEAST_YUAN


def _counts(thing: str, measure: Measure, unit: str) -> bool:
    """Whether the measure counts that very thing: 门诊 in 提供接种服务的门诊数量."""
    if (len(thing) < _THING and unit_of(thing) != unit) or (unit in ("人", "人次") and not (is_people(thing) or thing[-1] in _ONES)):
        return False
    return re.search(f"{re.escape(thing)}{_COUNT_WORD}", measure.name) is not None
