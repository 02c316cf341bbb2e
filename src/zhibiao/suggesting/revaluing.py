"""The value of a row put right: the author's own figure properly written, else a figure of the document, a norm or a blank."""

from __future__ import annotations

import re
from decimal import Decimal

from zhibiao.features.direction import direction_of
from zhibiao.features.reading import Row
from zhibiao.features.share import of_opinion
from zhibiao.lexicon.units import units
from zhibiao.model.quantity import Quantity
from zhibiao.suggesting.changing import LESSENS, level_of
from zhibiao.suggesting.draft import BLANK
from zhibiao.suggesting.figures import OTHER_YEAR
from zhibiao.suggesting.measures import measured_by
from zhibiao.suggesting.missing_units import each_of, missing_unit
from zhibiao.suggesting.naming import FAULTS, NONE_OF_IT, PASSED
from zhibiao.suggesting.repair import Codes, Repair
from zhibiao.suggesting.subject import Subject
from zhibiao.suggesting.values import Value, date_for, day_for, figure_for, is_given, sign_for, value_for

_NUMBER = re.compile(r"\d[\d,.]*(?:[十百千万亿](?!分))*")  # 95百分比 is 95 of them
_YEAR = re.compile(r"20\d\d(?=年)")
_VALUE_FAULTS = frozenset(
    "M201,S102,F001,F002,F003,M204,M203,M202,M205,A301,A302,A303,A305,T501,M210,M208,M206,M207,A307,M209".split(",")  # noqa: SIM905
)
_PROPER = {"m2": "平方米", "㎡": "平方米", "m3": "立方米", "km": "公里", "km2": "平方公里"}
_NO_SHARE = ("people", "household", "body", "events", "count", "duration")
_MAY_EXCEED = re.compile("增|升|提高|扩大|比例|倍|相当|覆盖")  # more than all of it: growth, or a share of another thing
_HELD = re.compile("(合格|达标|规范|完整|准确|完好|齐全|清晰)")
_NONE_OF_IT = re.compile("无|没有|否|不发生|未发生|杜绝|零")
_BEFORE = re.compile("每([人户名位亩家次场个台套座间辆期站月年天])(?:每([年月天日次]))?[≥≤=不超低于高少约为]*$")
_BEHIND = re.compile("[一-鿿]{1,2}")
# a time that binds, though not to a day
_PERIOD = re.compile("年[底末内]|季度|每[天日月季周旬]|按[月季]|全年|节前|学期|(?:上|下)半年|[上中下]旬")
_REACHED = re.compile(
    r"[由从].{1,10}?(提[升高]|增[加长]|上升|扩大|下降|降低?|减少|缩短|压减)[到至](\d[\d.]*[十百千万亿]?[%一-鿿]{1,4}?)(?:以[上下内])?"
)
_PART_OF = re.compile("[≥>]1/(10{2,4})")
_PARTS = {"100": "%", "1000": "‰", "10000": "‱"}
_PLAIN = ("≥", "≤", "=")
_NOTHING = re.compile("[≥>]0([一-鿿%‰]{0,3})")
_TWICE = re.compile("^[≥≤][^，,;；]*以[上下内]$")  # ≥98%以上
_LIGHT = frozenset({"A308", "S103", "A306"})  # hints that say nothing of the value
_EACH_TIME = re.compile("每[天日周月季旬]")  # no one day of the year
_SIGNS = {">": "≥", "<": "≤"}
_BOUGHT = frozenset({"people", "household", "things", "events", "length", "area", "mass", "volume"})
_COUNTS = frozenset({"people", "household", "things", "events", "body"})
_GRADED = re.compile(r"优秀?[≥>=]*(\d+(?:\.\d+)?)%[,，、;；]?良")
_ALL = 100
_POWERS = ("十", "百", "千", "万", "亿")
_WAN = 10_000


def revalued(repair: Repair, name: str) -> Value | None:
    """None where no value could be given to the name."""
    row, codes, reasons = repair.row, repair.codes, repair.reasons
    quantities, kind = row.value.measures.quantities, measured_by(name)
    if "T503" in codes:
        return _year(row, repair.subject, reasons)
    if "R407" in codes:
        return value_for(name, row, repair.subject)
    if (rewritten := _rewritten(repair, name)) is not None:
        return rewritten
    if codes & {"A305", "A303"}:
        return _other(repair, name)
    whole = any(q.dimension == "share" and q.number >= 100 for q in quantities)
    if "A302" in codes or (kind == "satisfaction" and (whole or not quantities)):
        return _no_absolute(repair, name, kind)
    if (answered := _answered(row, name, kind, codes)) is not None:
        return answered
    if (dated := _dated(repair, kind)) is not None:
        return dated
    changed, usable = name != row.name.original, _usable(quantities, codes, name)
    if usable is not None and _contradicted(usable, name, repair.subject):
        return _other(repair, name)
    if usable is not None and (price := _price(repair, usable, name, kind)) is not None:
        return price
    if usable is None or _misfits(usable, codes, kind, changed):
        return None if "M204" in codes and not changed else _fresh(repair, name)
    if changed and kind == "moment" and usable.dimension != "time":
        found = day_for(row, repair.subject)
        reasons.append(found.origin or "日期由编制单位填写")
        return found
    return _same_figure(repair, usable, name)


def _misfits(quantity: Quantity, codes: Codes, kind: str, changed: bool) -> bool:
    """Whether the figure is none of the measure that the name has become; 7420人 are, where 覆盖比例 became 覆盖人数."""
    recounted = changed and quantity.dimension in _COUNTS
    if codes & {"M203", "M204"} and not ("M203" in codes and recounted):
        return True
    return (quantity.dimension == "share" and kind in _NO_SHARE) or (changed and "R406" in codes)


def _rewritten(repair: Repair, name: str) -> Value | None:
    """A value whose one sound figure stands among others: 由12%提高到60%以上, ≥1/10000 of errors, 优≥90%、良≥80%."""
    text, reasons = repair.row.value.text, repair.reasons
    if (reached := _REACHED.fullmatch(text)) is not None:
        reasons.append("只写要达到的数，原来是多少写进描述")
        return Value(f"{'≤' if LESSENS.search(reached[1]) else '≥'}{reached[2]}")
    if (part := _PART_OF.fullmatch(text)) is not None and direction_of(name) == "less":
        reasons.append("方向反了，改用“≤”")
        return Value(f"≤1{_PARTS[part[1]]}")
    if (nothing := _NOTHING.fullmatch(text)) is not None and direction_of(name) == "less":
        reasons.append("“≥0”什么也没有要求，改用“=”")
        return Value(f"=0{nothing[1]}")
    if (graded := _GRADED.match(text)) is not None and measured_by(name) in ("share", "satisfaction", ""):
        reasons.append("分档只留最高一档作目标值")
        return Value("≥90%" if "满意" in name else f"{'=' if float(graded[1]) == _ALL else '≥'}{graded[1]}%")
    return None


def _dated(repair: Repair, kind: str) -> Value | None:
    """The author's own day or period, in the value or in the name."""
    row = repair.row
    if kind == "moment" and any(moment.month for moment in row.value.measures.moments):
        return Value(row.value.original)
    if repair.category == "时效" and "工作日" in row.value.text and not row.value.measures.quantities:  # 公示后×个工作日内
        return Value(f"≤{BLANK}个工作日", ("工作日数",))
    if repair.category == "时效" and kind in ("", "moment") and _PERIOD.search(row.value.text):
        return Value(row.value.original)
    return _day_of_name(row, repair.subject) if kind == "moment" and _has_day(row) else None


def _answered(row: Row, name: str, kind: str, codes: Codes) -> Value | None:
    """A value in words (无, 是, 合格), or none beside a name that holds the figure, as the measure that the name has become asks for it."""
    text, quantities = row.value.text, row.value.measures.quantities
    if (_NONE_OF_IT.fullmatch(text) or text.lstrip("=") == "0") and name.endswith(NONE_OF_IT) and name != row.name.original:
        return Value(f"=0{name[-2] if name.endswith('数') else ''}")
    if name.endswith(FAULTS) and not quantities:
        return Value("=0件")
    if quantities:
        return None
    if "S108" in codes and len(row.name.measures.quantities) == 1:
        counted = row.name.measures.quantities[0]
        return Value(f"{sign_for(name, kind, '', counted.dimension)}{row.name.text[counted.start : counted.end]}")
    if name.endswith(PASSED) and text in ("是", "通过"):
        return Value("=100%")
    if text.startswith("达到标准") and name.endswith("达标率"):
        return Value("=100%")
    if (said := _HELD.search(text)) and name.endswith(f"{said[1]}率"):
        return Value("=100%") if said[1] in ("合格", "达标") else Value(f"≥{BLANK}%", (f"{said[1]}率",))
    return None


def _other(repair: Repair, name: str) -> Value | None:
    """Another figure, for the author's own is too low, or at odds with the document."""
    found = value_for(name, repair.row, repair.subject)
    if found is not None:
        told = "原值低得没有约束力" if "A303" in repair.codes else "原值与本表的目标或预算不符"
        repair.reasons.append(f"{told}，{found.origin}" if found.origin else f"{told}，请核对后填写")
    return found


def _price(repair: Repair, quantity: Quantity, name: str, kind: str) -> Value | None:
    """每公里补贴额 1.5公里, 培训费 320人/天: the unit of that which one pays for, without the 元."""
    if repair.category != "成本" or kind != "money" or quantity.dimension not in _BOUGHT or quantity.number <= 1:
        return None
    unit, text = quantity.standard_unit, repair.row.value.text
    if f"每{unit}" not in name and not quantity.per:
        return None
    number = _NUMBER.search(text, quantity.start, quantity.end)
    if number is None:
        return None
    repair.reasons.append("单价的单位是元")
    return Value(
        f"{sign_for(name, kind, '', 'money', '成本')}{number[0].rstrip('.,')}元/{unit}{f'·{quantity.per}' if quantity.per else ''}"
    )


def _contradicted(quantity: Quantity, name: str, subject: Subject) -> bool:
    """Whether the document gives what the row counts, in the same unit, another figure."""
    figure = figure_for(name, measured_by(name) or "count", subject)
    return figure is not None and figure.unit == quantity.standard_unit and figure.number != quantity.number and not quantity.per


def _no_absolute(repair: Repair, name: str, kind: str) -> Value:
    if kind == "satisfaction" or of_opinion(repair.row):
        repair.reasons.append("满意度按财预〔2021〕101号的满意度赋分档次写，90%以上即得满分")
        return Value("≥90%")
    repair.reasons.append("效果不可能人人都有，按上年实际填写")
    return Value(f"≥{BLANK}%", (f"{name}的目标值",))


def _fresh(repair: Repair, name: str) -> Value | None:
    found = value_for(name, repair.row, repair.subject)
    left = repair.row.value.text.lstrip("≥≤=<>")  # the form's unit, with no figure before it
    plain = left.lstrip("十百千万亿")
    if plain in units() and (found is None or (found.blanks and not found.text.endswith(left))):
        kind, dimension = measured_by(name), units()[plain].dimension
        found = Value(f"{sign_for(name, kind, '', dimension, repair.category)}{BLANK}{left}", (name,))
    if found is None and repair.category == "时效" and not _EACH_TIME.search(f"{name} {repair.row.description.text}"):
        found = date_for(repair.subject)
    if found is not None:
        repair.reasons.append(found.origin or f"{'、'.join(found.blanks)}由编制单位填写，符号和单位已经给出")
    return found


def _usable(quantities: tuple[Quantity, ...], codes: Codes, name: str) -> Quantity | None:
    if codes & {"M201", "S102", "F002", "F003", "T501", "A301"} or ("F001" in codes and not any(q.unit for q in quantities)):
        return None
    whole = [q for q in quantities if q.dimension == "share" and q.number > 100]
    if whole and len(quantities) == 1 and not _MAY_EXCEED.search(name):
        return None
    bearing = [q for q in quantities if q.dimension != "time"] or list(quantities)
    return bearing[0] if bearing else None


def _same_figure(repair: Repair, quantity: Quantity, name: str) -> Value | None:
    """The author's own figure, properly written."""
    row, codes, reasons = repair.row, repair.codes, repair.reasons
    if repair.category == "数量" and quantity.number == 1 and quantity.sign == "≥" and quantity.dimension == "events":
        reasons.append("至少一次等于没有要求")
        return Value(f"≥{BLANK}{_unit_of(quantity, row.value.text)}", (name,))
    if _well_written(repair, quantity, name):
        return Value(row.value.original)
    if _several(row):
        return None
    number = _NUMBER.search(row.value.text, quantity.start, quantity.end)
    digits = number[0].rstrip(".,") if number else f"{quantity.number.normalize():f}"
    unit = _unit_of(quantity, row.value.text)
    if not unit:
        unit = missing_unit(row, name, repair.subject)
        if not unit:
            return None
        if unit[0] in _POWERS and quantity.number >= _WAN and unit[-1] != "元":  # 50000 where the goal says 5万条
            unit = unit.lstrip("".join(_POWERS))
        if unit == "%" and quantity.number <= 1 and "." in digits:  # 0.9 is 90%
            digits = f"{(quantity.number * 100).normalize():f}"
        reasons.append(f"补上单位“{unit}”")
    elif quantity.clumsy:
        reasons.append(f"单位写成“{unit}”")
    if unit[0] in _POWERS:
        digits = digits.rstrip(unit[0])
    reasons += [told for code, told in (("M210", "只留一个目标值"), ("M205", "值只留数和单位，说明移到别的栏")) if code in codes]
    digits = _end_of_range(repair, quantity, name) or digits
    return Value(_signed(repair, quantity, name, f"{digits}{unit}{_price_of(repair, quantity, name, unit)}", unit))


def _well_written(repair: Repair, quantity: Quantity, name: str) -> bool:
    """Nothing is wrong with the value as it stands; 28万元以内 is no ≤28万元 yet."""
    codes, row = repair.codes, repair.row
    if _TWICE.search(row.value.text):
        repair.reasons.append("符号只写一次")
        return False
    if codes & _VALUE_FAULTS or (repair.category == "满意度" and quantity.start > len(quantity.sign or "")):
        return False
    spoken = quantity.sign in _PLAIN and not quantity.symbol and quantity.dimension in ("money", "share")
    if spoken and not codes - _LIGHT:
        repair.reasons.append(f"符号写成“{quantity.sign}”")
        return False
    return bool(quantity.sign or (quantity.unit and (quantity.start or name == row.name.original)))


def _end_of_range(repair: Repair, quantity: Quantity, name: str) -> str:
    """The end that binds, or that the goal gives; "" where the value is no range."""
    upper = quantity.upper
    if upper is None:
        return ""
    less = sign_for(name, measured_by(name), "", quantity.dimension, repair.category) == "≤"
    return f"{upper.normalize():f}" if less or _is_stated(upper, quantity.standard_unit, repair.subject) else ""


def _price_of(repair: Repair, quantity: Quantity, name: str, unit: str) -> str:
    """/人·月 behind a sum, as the value, the name or the description says."""
    if "/" in unit:
        return ""
    if quantity.per:
        return f"/{quantity.per}"
    before = _each(repair.row.value.text[: quantity.start])
    each = each_of(name, repair.row.description.core) if unit in ("元", "万元") and repair.category == "成本" and not before else ""
    if each:
        repair.reasons.append("写明是多少的单价")
    return f"/{each}" if each else before


def _is_stated(number: Decimal, unit: str, subject: Subject) -> bool:
    return any(figure.number == number and figure.unit == unit for figure in subject.figures)


def _unit_of(quantity: Quantity, text: str) -> str:
    """As it is properly written; 18亿 of money are 亿元, 3万 of nothing said have none."""
    if quantity.unit in _POWERS:
        return f"{quantity.unit}元" if quantity.dimension == "money" else ""
    return _PROPER.get(quantity.standard_unit, quantity.standard_unit) or quantity.unit or _unknown_unit(text, quantity.end)


def _several(row: Row) -> bool:
    """一般故障4小时、重大故障24小时: one of them alone would be another target."""
    quantities = row.value.measures.quantities
    return "、" in row.value.text and len({(q.number, q.dimension) for q in quantities}) > len({q.dimension for q in quantities})


def _signed(repair: Repair, quantity: Quantity, name: str, written: str, unit: str) -> str:
    """With the author's sign where it is right, else with the one that fits."""
    codes, reasons, text = repair.codes, repair.reasons, repair.row.value.text
    if "A307" in codes:
        reasons.append("应当全部做到的写等号")
        return f"={written}"
    late = repair.category == "时效" and quantity.dimension == "time" and quantity.sign in ("≥", ">") and sign_for(name, "duration") == "≤"
    shrinking = (
        not level_of(repair.row.name.core, name)
        and quantity.sign in ("≤", "<")
        and quantity.dimension == "share"
        and sign_for(name, "share") == "≥"
        and "M209" in codes
    )
    if late or shrinking:
        reasons.append(f"方向反了，改用“{'≤' if late else '≥'}”")
        return f"{'≤' if late else '≥'}{written}"
    level = level_of(repair.row.name.core, name) if quantity.dimension == "share" else ""
    if level:
        return f"{level}{written}"
    if quantity.sign in ("≥", "≤", "=", ">", "<") and "M208" not in codes:
        kept = _SIGNS.get(quantity.sign, quantity.sign) if ">=" in text or "<=" in text or "≧" in text else ""
        kept = kept or text[quantity.sign_span[0] : quantity.sign_span[1]] if quantity.sign_span and quantity.symbol else quantity.sign
        return f"{kept}{written}"
    sign = _sign(name, quantity, unit, repair.category)
    if "M208" in codes:
        turned = {"≥": "≤", "≤": "≥", ">": "<", "<": ">"}.get(quantity.sign or "", sign)
        sign = "=" if sign == "=" and (turned == "≥" or is_given(name)) else turned
        reasons.append(f"方向反了，改用“{sign}”")
    else:
        reasons.append(f"补上符号“{sign}”")
    return f"{sign}{written}"


def _sign(name: str, quantity: Quantity, unit: str, category: str) -> str:
    if quantity.number == 0 or (unit == "%" and quantity.number == 100):
        return "="
    if quantity.number == 1 and category == "数量" and quantity.dimension != "share":  # ≥1 binds nobody
        return "="
    known = units().get(unit.lstrip("".join(_POWERS)))
    return sign_for(name, measured_by(name), "", quantity.dimension or (known.dimension if known else ""), category)


def _unknown_unit(text: str, end: int) -> str:
    """12案: a word that is all there is behind the number."""
    found = _BEHIND.fullmatch(text, end)
    return found[0] if found else ""


def _each(before: str) -> str:
    """每人每月 before the number: /人·月."""
    found = _BEFORE.search(before)
    if not found:
        return ""
    parts = ["人" if found[1] in "名位" else found[1], *(each for each in (found[2],) if each)]
    return f"/{'·'.join(parts)}"


def _has_day(row: Row) -> bool:
    moments = row.name.measures.moments
    return len(moments) == 1 and bool(moments[0].month) and not OTHER_YEAR.search(row.name.text[: moments[0].start])


def _day_of_name(row: Row, subject: Subject) -> Value:
    """6月底前办班: its day is the value's."""
    moment = row.name.measures.moments[0]
    written = row.name.text[moment.start : moment.end].removesuffix("前").removesuffix("以").removesuffix("之")
    year = f"{subject.year}年" if subject.year and moment.year is None else ""
    return Value(f"{year}{written}前")


def _year(row: Row, subject: Subject, reasons: list[str]) -> Value | None:
    if subject.year is None:
        return None
    field = row.value
    changed = _YEAR.sub(str(subject.year), field.original)
    late = any(int(year) > subject.year for year in _YEAR.findall(field.original))
    if late or changed == field.original:  # next year's month is no month of this one
        reasons.append(f"期限要落在预算年度{subject.year}年内")
        return date_for(subject, row.name.core)
    reasons.append(f"期限改到预算年度{subject.year}年内")
    return Value(changed)
