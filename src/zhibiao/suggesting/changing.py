"""A name that wishes for more or less: how much a thing that is counted somewhere changes, against what, or how much of it there is."""

from __future__ import annotations

import re

from zhibiao.lexicon.alternatives import alternatives
from zhibiao.lexicon.patterns import listed
from zhibiao.model.quantity import Quantity
from zhibiao.suggesting.measures import measured_by
from zhibiao.suggesting.repair import Repair

_THINGS = alternatives(listed("noun_parts", role="changing"))
_CHANGE = re.compile(
    "^(?:(?P<verb>增加|提高|提升|增长|降低|减少|缩短|节约|压减|减轻)(?P<thing>[一-鿿]{0,10}?" + _THINGS + ")"
    "|(?P<other>[一-鿿]{0,12}?" + _THINGS + ")(?P<last>增加|提高|提升|增长|下降|降低|减少|缩短|节约))(?:幅度|比例|率)?$"
)
_NO_RISE = 30  # percent: no share rises by so much in a year
# nobody knows how much there was of it last year
ABILITIES = ("效率", "效能", "效果", "成效", "素质", "能力", "水平", "意识", "质量", "形象", "环境", "兴趣", "热情", "积极性", "感")
RISES = re.compile(
    "(?P<thing>.{2,12}?)(?P<verb>增长|增加|提高|提升|上升|下降|降低|减少|缩短|缩小|缩减|压减|压降|收窄|回落|走低)(?:率|幅度|比例)?$"
)
_NOBODY_S = re.compile("灾害?[^率]*损失")  # by how much nature does less harm is nobody's deed
_SPENT = re.compile("(?:成本|支出|费用|开支|负担)")
LESSENS = re.compile("降|减|缩|节|压|收窄|回落|走低")
_EARNS = re.compile("(?<=[一-鿿]{2})增收$")
CHANGED = re.compile("(?:比?较?上年)?(?:增长|增加|提高|提升|下降|降低|减少|缩短)")


def as_change(repair: Repair) -> str | None:
    """提高渔民收入, 物业投诉量下降: how much a thing that is counted somewhere changes against the year before. Where the value is no
    share, the thing itself: 展开时间缩短 10分钟 is how long it takes."""
    core, quantities = repair.row.name.core, repair.row.value.measures.quantities
    found = _CHANGE.search(core) or RISES.fullmatch(core)
    if not found or "较" in core or "比" in core[:-2] or _NOBODY_S.search(core):
        return None
    if repair.category == "经济效益" and not quantities and _SPENT.search(core):  # 活动成本降低: nobody reckons it
        return None
    parts = found.groupdict()
    thing, verb = parts["thing"] or parts.get("other") or "", parts["verb"] or parts.get("last") or ""
    if quantities and quantities[0].dimension not in ("share", "point", ""):
        if not measured_by(thing):
            return None
        if quantities[0].sign in ("≥", ">") and quantities[0].dimension == "time" and LESSENS.search(verb):
            repair.reasons.append("写明缩短多少、与哪一年比")
            return f"{thing}较上年{verb}时长"
        repair.reasons.append("值写的是多少，名称就不写变化")
        return thing
    if measured_by(thing) == "share" and quantities and quantities[0].dimension == "share":
        return _level(repair, thing, verb, quantities[0])
    counted = measured_by(thing) or _CHANGE.search(core) or not repair.codes & {"M204", "M201", "S101"}
    if not counted or thing.endswith(ABILITIES):
        return None
    repair.reasons.append("写明与上年相比，免得读成两种意思")
    if quantities and quantities[0].dimension == "point":
        return f"{thing}较上年{verb}幅度"
    return f"{thing}较上年{'下降' if LESSENS.search(verb) else '增长'}率"


def _level(repair: Repair, thing: str, verb: str, quantity: Quantity) -> str | None:
    """断缴率走低 3%: the share itself, where the figure can be nothing else; its change, where the sign says so; None in doubt."""
    less = LESSENS.search(verb) is not None
    if less and quantity.sign not in ("≤", "<"):
        repair.reasons.append("写明与上年相比，免得读成两种意思")
        return f"{thing}较上年下降率"
    if less or quantity.number >= _NO_RISE:
        repair.reasons.append("值写的是多少，名称就不写变化")
        return thing
    return None


def level_of(name: str, made: str) -> str:
    """The sign of a level that a change was turned into: 缺测率下降 → 缺测率 ≤; "" where the name was not turned."""
    found = RISES.fullmatch(name)
    if found is None or found["thing"] != made:
        return ""
    return "≤" if LESSENS.search(found["verb"]) else "≥"


def change_in_value(repair: Repair) -> str | None:
    """收入 / 增长8%: the change belongs into the name."""
    core, quantities = repair.row.name.core, repair.row.value.measures.quantities
    if _EARNS.search(core) and quantities and quantities[0].dimension == "share":  # 群众增收 ≥8%
        repair.reasons.append("写明与上年相比，免得读成两种意思")
        return f"{_EARNS.sub('', core)}收入较上年增长率"
    said = CHANGED.match(repair.row.value.text)
    if not said or not quantities or quantities[0].dimension != "share" or RISES.search(core) or not measured_by(core):
        return None
    if core.endswith(ABILITIES):
        return None
    repair.reasons.append("增减写进名称，值只留数")
    return f"{core}较上年{'下降' if re.search('降|减|缩', said[0]) else '增长'}率"
