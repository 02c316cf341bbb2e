"""A name that counts: what the value counts, said in the name."""

from __future__ import annotations

import re

from zhibiao.features.filler import is_slogan
from zhibiao.features.joined import two_measures
from zhibiao.features.reading import Row
from zhibiao.lexicon.measure_patterns import activity_words, unit_of
from zhibiao.suggesting.changing import LESSENS, RISES
from zhibiao.suggesting.measures import measured_by
from zhibiao.suggesting.repair import NO_TARGET, Repair
from zhibiao.suggesting.subject import Subject
from zhibiao.suggesting.wording import is_people, runs

_PLAIN_VALUE = re.compile(
    r"(?:[≥≤=<>]|[不少低超多于过至]{2,3}|全年|每年)*[\d一二三四五六七八九十][\d,.十百千万亿]*[一-鿿()]{1,4}?(?:以上|以内|左右)?"
)
_HINTS = frozenset({"S103", "M207", "A306", "A308"})  # of no weight: the row is weak because its words are loose
_SHARE_OF = re.compile("(?:所占|的)?(?:比例|占比|比率)$")
_COMPLETED = re.compile(r"(?:计划|任务|工作)?(?:完成率|覆盖率|覆盖面|完成情况|完成)$")
_EXTENT = {"length": "长度", "area": "面积", "mass": "数量", "volume": "数量"}
_KEPT = re.compile("[一-鿿]{0,10}(?:使用|运行|保存|保管|管护|服务|执行|开放|利用)")
_PAID_OUT = re.compile("(?:发放|缴纳|参保)(?:[^一-鿿]|$)")
_LONG_USE = 70  # years
_SAYS, _LONGEST = 3, 18  # characters that name a work; more are a sentence
_COUNTABLE = ("things", "people", "household", "body", "events")


def _number_of(unit: str) -> str:
    """支 → 支数, 人次 stays, 名 counts people."""
    return "人数" if unit in ("人", "名") else unit if len(unit) > 1 else f"{unit}数"


def summed(repair: Repair) -> str | None:
    """新建驿站、公厕、停车场 6座: one count of several things."""
    core, quantities = repair.row.name.core, repair.row.value.measures.quantities
    counted = len(quantities) == 1 and quantities[0].dimension in _COUNTABLE and not repair.codes & NO_TARGET
    one = two_measures(core) is None and not measured_by(core) and len(core) <= _LONGEST
    if not counted or not one or repair.category != "数量":
        return None
    repair.reasons.append("几样合在一起数，名称写明是数量")
    return f"{core}数量"


def with_counter(repair: Repair) -> str | None:
    """合唱队 ≥5支 → 合唱队支数: a thing or a deed whose value counts it, where nothing else is wrong."""
    core, quantities = repair.row.name.core, repair.row.value.measures.quantities
    level = RISES.fullmatch(core) if quantities and quantities[0].sign in ("≤", "<") else None
    if level is not None and LESSENS.search(level["verb"]):  # 电梯困人警情回落 ≤6次
        core = level["thing"]
    one = quantities[0] if len(quantities) == 1 else None
    lasts = one is not None and (one.standard_unit == "年" or (not one.unit and 1 < one.number <= _LONG_USE))
    if repair.category == "可持续影响" and lasts and _KEPT.fullmatch(core):
        repair.reasons.append("名称写明量的是年限")
        return f"{core}年限"
    if repair.codes - _HINTS or len(quantities) != 1 or measured_by(core) or quantities[0].dimension not in _COUNTABLE:
        return None
    unit = quantities[0].standard_unit.lstrip("十百千万亿")
    plain = bool(unit) and not quantities[0].per and _PLAIN_VALUE.fullmatch(repair.row.value.text)
    if not plain or not 1 < len(core) <= _LONGEST or is_slogan(core) or core.endswith(unit):
        return None
    repair.reasons.append("名称写明数的是什么")
    return f"{core}{'数' if unit in '人名' and core[-1] in '人员' else _number_of(unit)}"


def instead_of_share(repair: Repair) -> str | None:
    """覆盖退休人员比例 7420人 → 覆盖退休人员人数: what the value counts."""
    core, quantities = repair.row.name.core, repair.row.value.measures.quantities
    if repair.category != "数量" or measured_by(core) != "share" or len(quantities) != 1 or quantities[0].dimension not in _COUNTABLE:
        return None
    stem = _COMPLETED.sub("", _SHARE_OF.sub("", core)).removesuffix("率")
    unit = quantities[0].standard_unit.lstrip("十百千万亿")
    if len(stem) < _SAYS or not unit or quantities[0].per:
        return None
    repair.reasons.append("值写的是数，名称就写数的是什么")
    return f"{stem}{_number_of(unit)}"


def as_count(core: str, subject: Subject, reasons: list[str]) -> str | None:
    stem = _COMPLETED.sub("", core).removesuffix("率")
    if len(stem) < 3:
        return None
    reasons.append("数量指标要写做了多少，不写完成率")
    if _PAID_OUT.match(stem) or re.search("(?:补[贴助]|津贴|救助金?|慰问金?|资助|奖学金)发放$", stem):
        return f"{stem}人数"
    if measured_by(stem) in ("people", "events", "count", "household", "body"):
        return stem
    units = {figure.unit for figure in subject.figures if stem[-2:] in figure.about}
    if units == {"场"}:
        return f"{stem}场次"
    return f"{stem}{'户数' if stem.endswith('户') else '人数' if is_people(stem) else '数量'}"


def counted_action(row: Row, reasons: list[str]) -> str | None:
    """发放宣传材料 → 发放宣传材料份数: what is done with a thing that is counted by a unit of its own, or that the value counts."""
    core, quantities = row.name.core, row.value.measures.quantities
    thing = next((run for run in reversed(runs(core)) if core.endswith(run) and len(run) < len(core)), "")
    thing = thing or (core[2:] if activity_words().match(core) else "")  # 发放宣传材料: 宣传 ends no run
    unit = quantities[0].standard_unit if quantities and quantities[0].dimension in _COUNTABLE else unit_of(thing)
    if not thing or not unit or unit == "%" or is_slogan(core):
        return None
    reasons.append("写成能数的数量")
    return f"{core}{_number_of(unit)}"


def without_figure(repair: Repair) -> str | None:
    """补植油松5000株 → 补植油松株数: its figure is the value's."""
    core, quantities = repair.row.name.core, repair.row.name.measures.quantities
    asked = {(q.number, q.unit) for q in repair.row.value.measures.quantities}
    told = [q for q in quantities if (q.number, q.unit) in asked] if len(quantities) > 1 else quantities  # 400米跑道1条
    if len(told) != 1 or told[0].dimension not in (*_COUNTABLE, *_EXTENT):
        return None
    first = told[0]
    rest = core.replace(repair.row.name.text[first.start : first.end], "").removeprefix("完成")
    if len(rest) < _SAYS or rest == core:
        return None
    repair.reasons.append("数写在指标值里，名称只写量什么")
    unit = first.standard_unit.lstrip("十百千万亿")
    return f"{rest}{_EXTENT.get(first.dimension) or _number_of(unit)}"
