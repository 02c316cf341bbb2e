"""The smallest change of a row that takes its findings away: sign, unit, deadline, object, a description with a formula."""

from __future__ import annotations

import re

from zhibiao.features.filler import is_bare, is_slogan
from zhibiao.features.reading import Row
from zhibiao.features.share import of_opinion
from zhibiao.model.quantity import Quantity
from zhibiao.suggesting.draft import BLANK, Draft
from zhibiao.suggesting.measures import joined, measured_by
from zhibiao.suggesting.places import dressed
from zhibiao.suggesting.subject import Subject
from zhibiao.suggesting.values import Value, date_for, figure_for, sign_for, signed, value_for

_STEM = re.compile(
    r"(完好|合格|达标|完整|规范|准确|知晓|覆盖|到位|整改|使用|利用|就业|成活|通过|公示|巩固|签收|参与|到课|出勤|可用|办结)(?:情况|程度|性|度|状况|水平|比例|率)?$"
)
_WELL = re.compile(r"(?:满意情况|满意程度|满意|评价情况|的?满意度情况)$")
_LATE = re.compile(r"(?:的?及时性|及时率|及时|按时|按期|时效|进度|完成率|完成情况|准时率|按时率|按期率)$")
_COMPLETED = re.compile(r"(?:计划|任务|工作)?(?:完成率|覆盖率|完成情况|完成)$")
_TIMELY = re.compile(r"^(?:按时|及时|按期|如期)(?:完成|开展|进行|发放|支付|办理)?")
_QUALITY = re.compile(r"(?:的?质量|质量情况|质量状况)$")
_NUMBER = re.compile(r"\d[\d,.]*")
_YEAR = re.compile(r"20\d\d(?=年)")
_VALUE_FAULTS = frozenset(
    "M201,S102,F001,F002,F003,M204,M203,M202,M205,A301,A302,A303,A305,T501,M210,M208,M206,M207,A307,M209".split(",")  # noqa: SIM905
)
_NO_TARGET = frozenset({"M201", "S102", "M204", "F001", "F002", "F003", "T501"})
_PLAIN_UNITS = {"people": "人", "household": "户", "events": "次", "body": "家"}
_COUNTED = re.compile("[一-鿿][座个台套辆份册本篇条处间张部株头块盏场期项件]数$")
_CENT, _LEAST_STANDARD = 0.005, 50  # in 万元; in 元: what is less is no sum that a person is given
Codes = frozenset[str]


def mended(row: Row, codes: Codes, subject: Subject, category: str) -> Draft | None:
    """None where the name itself has to go: a slogan, a wish, a thing that nobody could measure."""
    reasons: list[str] = []
    name = _name(row, codes, subject, reasons)
    if name is None:
        return None
    value = _value(row, codes, name, subject, reasons)
    if value is None:
        return None
    description, more = _description(row, codes, name, reasons)
    fields: dict[str, str | None] = {"name": name, "value": value.text, "description": description}
    if "A304" in codes and row.basis.present:
        fields["basis"] = None
        reasons.append("依据栏写明来源")
    if not reasons and category == row.category:
        return None
    out = dressed(row, category, fields, keeps="A304" not in codes)
    blanks = (*value.blanks, *more)
    if "《＿》" in (out.get("basis") or "") and out.get("basis") != row.basis.original:
        blanks = (*blanks, "依据的文件")
    return Draft("mend", (out,), blanks[:2], "；".join(dict.fromkeys(reasons)) + "。", pattern="mend")


def _name(row: Row, codes: Codes, subject: Subject, reasons: list[str]) -> str | None:
    """The name as it is, or as it can be made with few words; None where it has to go."""
    core = row.name.core
    if not core or codes & {"R403", "R402", "S105", "S107"}:
        return None
    if codes & {"S101", "S106"}:
        return _from_action(row, reasons)
    if codes & {"S104", "R407"} or is_bare(core):
        return _with_object(row, codes, subject, reasons)
    if "R406" in codes:
        return _as_count(core, reasons)
    if "S109" in codes:
        return _direction(core, subject, reasons)
    if (
        row.category == "时效"
        and measured_by(core) != "duration"
        and (codes & _NO_TARGET or ("T502" in codes and not row.description.present))
    ):
        return _deadline(core, subject, reasons)
    return _as_rate(row, codes, reasons) if codes & _NO_TARGET else row.name.original


def _as_count(core: str, reasons: list[str]) -> str | None:
    stem = _COMPLETED.sub("", core)
    if len(stem) < 3:
        return None
    reasons.append("数量指标要写做了多少，不写完成率")
    return stem if measured_by(stem) in ("people", "events", "count", "household", "body") else f"{stem}数量"


def _as_rate(row: Row, codes: Codes, reasons: list[str]) -> str:
    """设备完好情况 → 设备完好率; a name that already ends in a measure stays."""
    core = row.name.core
    if _QUALITY.search(core):
        reasons.append("“质量”要写成能算的合格率")
        return _QUALITY.sub("", core) + "质量检查合格率"
    stem = _STEM.search(core)
    if stem and measured_by(core) not in ("share", "satisfaction"):
        reasons.append("写成能算的比率")
        return core[: stem.start()] + f"{stem[1]}率"
    if _WELL.search(core) and measured_by(core) == "satisfaction" and codes & {"M201", "S102"}:
        return _WELL.sub("满意度", core).replace("的满意度", "满意度")
    return row.name.original


def _from_action(row: Row, reasons: list[str]) -> str | None:
    """A name that states an action keeps its object where the value or the action shows what is counted."""
    core = row.name.core
    if row.category == "时效" and _TIMELY.search(core):
        rest = _TIMELY.sub("", core)
        if len(rest) >= 2:
            reasons.append("“按时”改成写明日期的完成时间")
            return f"{rest}完成时间"
    return None


def _with_object(row: Row, codes: Codes, subject: Subject, reasons: list[str]) -> str | None:
    core = row.name.core
    if row.category == "满意度" or row.kind == "satisfaction":
        reasons.append("满意度要问本项目服务的人" if "R407" in codes else "写明是谁的满意度")
        return f"{subject.people}满意度"
    if row.category == "时效":
        return _deadline(subject.deed, subject, reasons)
    if measured_by(core) == "share" and len(subject.deed) > 2 and re.search("准确|合格|规范|完整|达标|通过", core):
        reasons.append("写明量的是什么")
        return joined(subject.deed, core.removeprefix("资料").removeprefix("工作"))
    return None


def _deadline(core: str, subject: Subject, reasons: list[str]) -> str:
    rest = _LATE.sub("", _TIMELY.sub("", core))
    reasons.append("时效写到哪一天完成，“及时”没有尺度")
    if measured_by(core) == "moment":
        return core
    rest = rest if len(rest) >= 3 and not is_slogan(rest) else subject.deed
    return joined(rest, "完成时间")


def _direction(core: str, subject: Subject, reasons: list[str]) -> str | None:
    found = re.search(r"^(.*?(?:率|数|量|时间|成本))(降低|下降|减少|提高|提升|增加)$", core)
    if not found:
        return None
    reasons.append("写明与哪一年相比，免得读成两种意思")
    last = f"{subject.year - 1}年" if subject.year else "上年"
    return f"{found[1]}较{last}{found[2]}幅度"


def _value(row: Row, codes: Codes, name: str, subject: Subject, reasons: list[str]) -> Value | None:
    quantities = row.value.measures.quantities
    changed = name != row.name.original
    kind = measured_by(name)
    if "T503" in codes:
        return _year(row, subject, reasons)
    if "A305" in codes or "A303" in codes:
        found = value_for(name, row, subject)
        if found is not None and (found.origin or "A303" in codes):
            reasons.append(found.origin or "原值低得没有约束力，按上年实际填写")
            return found
        return None
    if "A302" in codes or (kind == "satisfaction" and not quantities):
        opinion = kind == "satisfaction" or of_opinion(row)
        reasons.append(
            "满意度按财预〔2021〕101号的满意度赋分档次，90%以上即得满分，不宜写100%" if opinion else "效果不可能人人都有，按上年实际填写"
        )
        return Value("≥90%") if opinion else Value(f"≥{BLANK}%", (f"{name}的目标值",))
    usable = _usable(quantities, codes)
    if usable is None or (changed and "R406" in codes) or "M203" in codes or "M204" in codes:
        if "M204" in codes and not changed:
            return None
        found = value_for(name, row, subject)
        if found is None and row.category == "时效":
            found = date_for(subject)
        if found is not None:
            reasons.append(found.origin or f"{'、'.join(found.blanks)}由编制单位填写，符号和单位已经给出")
        return found
    if changed and kind == "moment" and usable.dimension not in ("time",):
        found = date_for(subject)
        reasons.append(found.origin or "日期由编制单位填写")
        return found
    return _same_figure(row, usable, codes, name, subject, reasons)


def _usable(quantities: tuple[Quantity, ...], codes: Codes) -> Quantity | None:
    if codes & {"M201", "S102", "F001", "F002", "F003", "T501", "A301"}:
        return None
    bearing = [q for q in quantities if q.dimension != "time"] or list(quantities)
    return bearing[0] if bearing else None


def _same_figure(row: Row, quantity: Quantity, codes: Codes, name: str, subject: Subject, reasons: list[str]) -> Value | None:
    """The author's own figure, properly written."""
    text = row.value.text
    number = _NUMBER.search(text, quantity.start)
    if not codes & _VALUE_FAULTS or number is None:
        return Value(row.value.original)
    unit = quantity.standard_unit or ("" if not quantity.unit else quantity.unit)
    digits = number[0].rstrip(".,")
    if not unit:
        unit = _missing_unit(row, name, subject)
        if not unit:
            return None
        reasons.append(f"补上单位“{unit}”")
    elif quantity.clumsy:
        reasons.append(f"单位写成“{unit}”")
    per = f"/{quantity.per}" if quantity.per and "/" not in unit else ""
    if "M210" in codes:
        reasons.append("只留一个目标值")
    if "M205" in codes:
        reasons.append("值只留数和单位，说明移到别的栏")
    sign = quantity.sign if quantity.sign in ("≥", "≤", "=", ">", "<") and not codes & {"M208", "A307"} else ""
    written = f"{digits}{unit}{per}"
    if "A307" in codes:
        reasons.append("应当全部做到的写等号")
        return Value(f"={written}")
    if sign:
        kept = text[quantity.sign_span[0] : quantity.sign_span[1]] if quantity.sign_span and quantity.symbol else sign
        return Value(f"{kept}{written}")
    value = (
        signed(row, quantity, written)
        if name == row.name.original
        else f"{sign_for(name, measured_by(name), '', quantity.dimension)}{written}"
    )
    if "M208" in codes:
        flipped = {"≥": "≤", "≤": "≥", ">": "<", "<": ">"}.get(quantity.sign or "", value[0])
        value = f"{flipped}{written}"
        reasons.append(f"方向反了，改用“{flipped}”")
    else:
        reasons.append(f"补上符号“{value[0]}”")
    return Value(value)


def _missing_unit(row: Row, name: str, subject: Subject) -> str:
    """The unit that a bare number must have; "" where it is in doubt."""
    kind = measured_by(name) or row.kind
    if kind in ("share", "satisfaction"):
        return "%"
    figure = figure_for(name, kind, subject)
    if figure is not None:
        return figure.unit
    if kind in _PLAIN_UNITS:
        return _PLAIN_UNITS[kind]
    if kind == "money":
        return _money_unit(row, name)
    if _COUNTED.search(name):
        return name[-2]
    if row.category == "数量" and subject.unit != "项":
        return subject.unit
    return "%" if row.category == "质量" and kind == "" else ""


def _money_unit(row: Row, name: str) -> str:
    """万元 where the number is the budget, 元/人 for a standard of a person."""
    total, number = row.table.table.budget_total, float(row.value.measures.quantities[0].number)
    if total and abs(number - total) < _CENT:
        return "万元"
    return "元/人" if re.search("标准|人均", name) and number >= _LEAST_STANDARD else ""


def _year(row: Row, subject: Subject, reasons: list[str]) -> Value | None:
    if subject.year is None:
        return None
    field = row.value
    changed = _YEAR.sub(str(subject.year), field.original)
    if changed == field.original:
        return date_for(subject)
    reasons.append(f"期限改到预算年度{subject.year}年内")
    return Value(changed)


def _description(row: Row, codes: Codes, name: str, reasons: list[str]) -> tuple[str | None, tuple[str, ...]]:
    if not row.description.present:
        return None, ()
    text = row.description.original
    kind = measured_by(name)
    empty = not row.description.text or codes & {"S103", "S101", "S105"} or name != row.name.original
    if "T502" in codes and kind == "share":
        reasons.append("写明几日内算及时")
        return f"在规定之日起{BLANK}个工作日内完成的件数÷应完成件数", ("算作及时的工作日数",)
    if "M209" in codes:
        reasons.append("写明与哪一年比、基数是多少")
        year = f"{row.table.year - 1}年" if row.table.year else "上年"
        return f"与{year}同口径比较，{year}为{BLANK}", (f"{year}的基数",)
    if not empty:
        return text, ()
    formula = _formula(name, kind)
    if formula:
        reasons.append("描述写明口径")
        return formula, ()
    return text or None, ()


def _formula(name: str, kind: str) -> str:
    """A plain formula or scope for a name."""
    if kind == "satisfaction":
        who = re.sub(r"(?:对.*)?(?:的)?满意(?:度|率|程度).*$", "", name)
        return f"问卷中选择“满意”和“比较满意”的{who}数÷有效问卷份数" if who else ""
    if kind == "share":
        stem = re.search(r"(合格|准确|完好|达标|通过|规范|完整|覆盖|知晓|发放|到位|及时|公示|参与|完成|整改|使用|利用|就业|成活)率$", name)
        if stem:
            what = name[: stem.start()] or "项目"
            return f"{stem[1]}的数量÷{what}应计总数，按台账和抽查记录核算"
        return f"按{name}的分子÷分母核算，数据取自业务台账"
    if kind == "moment":
        return "以验收单、发放清单或归档记录上的日期为准"
    if kind in ("people", "household"):
        return "按签到、登记或发放名册统计，同一对象只计一次"
    if kind in ("count", "events", "body", "length", "area", "mass", "volume"):
        return "按验收、登记或活动记录统计，未验收的不计"
    if kind == "money":
        return "按合同、发票和发放清单核算"
    return ""
