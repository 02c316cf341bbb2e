"""A value that fits a name: by a figure of the document, by a norm, else with a blank; sign and unit are always given."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhibiao.features.direction import direction_of
from zhibiao.features.reading import Row
from zhibiao.features.share import whole_by_nature
from zhibiao.lexicon.norms import norm_of
from zhibiao.lexicon.patterns import listed
from zhibiao.model.quantity import Quantity
from zhibiao.suggesting.draft import BLANK
from zhibiao.suggesting.figures import Figure
from zhibiao.suggesting.measures import measured_by
from zhibiao.suggesting.subject import Subject
from zhibiao.text.segment import content_words

_DIMENSION = {
    "share": ("share",),
    "people": ("people",),
    "household": ("household",),
    "body": ("body", "things"),
    "events": ("events", "things"),
    "count": ("things", "people", "household", "body", "events", "mass", "volume", "length", "area"),
    "length": ("length",),
    "area": ("area",),
    "mass": ("mass",),
    "volume": ("volume",),
    "money": ("money",),
    "duration": ("time",),
}
_TOTAL = re.compile(r"总|全部|项目(?:资金|经费|成本|支出|投入|预算)|^(?:资金|经费|成本|预算)|数额|金额$|总额$|控制数$")
_LESS = re.compile(r"成本|单价|费用|造价|价格|支出|投入|经费|用时|时长|时限|响应|天数$|耗时")
_YEARS = re.compile(r"年限|寿命|年数|质保|使用期|服务期")
_UNITS = {
    "people": "人",
    "household": "户",
    "body": "个",
    "events": "次",
    "length": "公里",
    "area": "平方米",
    "mass": "吨",
    "volume": "立方米",
}
_GENERAL = frozenset(listed("noun_parts", role="counting"))


@dataclass(frozen=True, slots=True)
class Value:
    """The text of a value, what is blank in it, and where its figure comes from ("": the author must say)."""

    text: str
    blanks: tuple[str, ...] = ()
    origin: str = ""


def value_for(name: str, row: Row, subject: Subject) -> Value | None:
    """None where the name measures nothing that could be given a unit."""
    kind = measured_by(name)
    norm = norm_of(name)
    if norm is not None:
        return Value(norm.value, (), f"按{norm.name}")
    figure = figure_for(name, kind, subject)
    if figure is not None:
        return Value(
            f"{sign_for(name, kind, figure.sign, figure.dimension)}{figure.text}", (), f"取自{figure.place}“{figure.clause.strip()}”"
        )
    if kind == "satisfaction":
        return Value("≥90%", (), "按财预〔2021〕101号的满意度赋分档次")
    if kind == "moment":
        return date_for(subject)
    if kind == "money":
        return _money(name, row, subject)
    if kind == "share":
        return Value(f"{sign_for(name, kind)}{BLANK}%", (f"{name}的目标值",))
    if kind == "duration":
        unit = "年" if _YEARS.search(name) else "天"
        return Value(f"{'≥' if unit == '年' else '≤'}{BLANK}{unit}", (f"{name}的目标值",))
    if kind == "count":
        return Value(f"{sign_for(name, kind)}{BLANK}{subject.unit.lstrip('十百千万亿') or '项'}", (name,))
    if kind in _UNITS:
        return Value(f"{sign_for(name, kind)}{BLANK}{_UNITS[kind]}", (name,))
    return None


def date_for(subject: Subject) -> Value:
    """A deadline: one that the document states, else a date of the budget year that the author fills in."""
    year = f"{subject.year}年" if subject.year else f"{BLANK}年"
    if len(subject.days) == 1:
        day = subject.days[0]
        return Value(f"{'' if day.has_year else year}{day.text}前", (), f"取自{day.place}“{day.about.strip()}”")
    return Value(f"{year}{BLANK}月{BLANK}日前", ("完成日期",))


def figure_for(name: str, kind: str, subject: Subject) -> Figure | None:
    """The one figure whose words hold all telling words of the name, in a unit that the name allows."""
    wanted = {word for word in content_words(name) if word not in _GENERAL and len(word) > 1}
    allowed = _DIMENSION.get(kind, ())
    if not wanted or not allowed:
        return None
    found = [figure for figure in subject.figures if figure.dimension in allowed and figure.text and _same(wanted, figure)]
    texts = {figure.text for figure in found}
    return found[0] if len(texts) == 1 else None


def _same(wanted: set[str], figure: Figure) -> bool:
    said = figure.about or figure.clause
    return all(word in said or (len(word) > 2 and word[:-1] in said and word[-1] in "数率量") for word in wanted)


def sign_for(name: str, kind: str, given: str = "", dimension: str = "") -> str:
    """The sign that the document gives, else the direction in which the name is better."""
    if given in ("≥", "≤", "=", ">", "<"):
        return given
    less = direction_of(name) == "less" or (kind in ("money", "duration", "") and _LESS.search(name) and not _YEARS.search(name))
    if less or (kind == "moment" and dimension == "time"):
        return "≤"
    if kind == "money" and name.endswith("标准"):
        return "="
    return "=" if dimension in ("things", "household", "body") else "≥"


def signed(row: Row, quantity: Quantity, written: str) -> str:
    """A figure of the author's with the sign that fits his name."""
    if quantity.dimension == "share" and whole_by_nature(row) and quantity.number == 100:
        return f"={written}"
    return f"{sign_for(row.name.core, row.kind, '', quantity.dimension)}{written}"


def _money(name: str, row: Row, subject: Subject) -> Value:
    total = row.table.table.budget_total
    if total and _TOTAL.search(name) and (row.table.table.amount_unit or "万元") == "万元":
        return Value(f"≤{total:g}万元", (), "取自本表的预算数")
    if "人均" in name or "每人" in name:
        return Value(f"≤{BLANK}元/人", ("人均标准",))
    if re.search("单价|单位|每|标准", name):
        return Value(f"{sign_for(name, 'money')}{BLANK}元/{subject.unit.lstrip('十百千万亿') or '项'}", ("单位标准",))
    return Value(f"{sign_for(name, 'money')}{BLANK}万元", ("金额",))
