"""What a description should say: scope, or a formula; and how timely is timely."""

from __future__ import annotations

import re
from functools import lru_cache

from zhibiao.lexicon.tables import rows
from zhibiao.suggesting.changing import level_of
from zhibiao.suggesting.draft import BLANK
from zhibiao.suggesting.figures import Figure
from zhibiao.suggesting.measures import measured_by
from zhibiao.suggesting.repair import Repair
from zhibiao.suggesting.timing import CONTINUING
from zhibiao.suggesting.values import URGENT
from zhibiao.text.segment import content_words, segment

SCOPE = "写明口径"
PLAIN = {
    "moment": "以验收单、发放清单或归档记录上的日期为准",
    "people": "按签到、登记或发放名册统计，同一对象只计一次",
    "household": "按登记或发放名册统计，同一户只计一次",
    "money": "按合同、发票和发放清单核算",
    "duration": "按业务台账记录的起止时间计算",
}
TIMELY = f"在规定之日起{BLANK}个工作日内完成的件数÷应完成件数"
WITHIN = "在{term}期限内办完的件数÷应当办完的件数"
KEPT_UP = "按要求做到的次数÷应做到的次数，以签到和台账记录为准"
COMPARED = f"与上年同口径相比，上年为{BLANK}"
COUNTED = "按验收、登记或活动记录统计，未验收的不计"
_TERM = re.compile("(法定|规定|合同约定|约定|承诺)")
_UNCOUNTED = ("安全", "管理", "质量", "环境", "卫生")  # no so many of them: 达到标准的食品安全数
_LONGEST = 8  # characters of a thing that a formula repeats
_SATISFIED = re.compile(r"(?:(?<!服务)对.*)?的?满意.*$")
_RATE = re.compile("([一-鿿]{2})率$")
_GREEN = re.compile("(?:植被|森林|林木|绿化|草原)覆盖[率度]$")  # an area, not a count
_CHECK = re.compile("(?:质量检查|质量|验收|检查)$")


def described(repair: Repair, name: str) -> tuple[str | None, tuple[str, ...]]:
    """The description, and what is blank in it; the author's own where it says something."""
    row, codes = repair.row, repair.codes
    if not row.description.present:
        return None, ()
    kind = measured_by(name)
    if "T502" in codes and kind == "share":
        return _timely(repair, name)
    if "M209" in codes and not level_of(row.name.core, name):
        repair.reasons.append("写明与哪一年比、基数是多少")
        return COMPARED, ("上年的基数",)
    said = row.description.text and not codes & {"S103", "S101", "S105"} and name == row.name.original
    told = "" if said else formula(name, kind)
    if told:
        repair.reasons.append(SCOPE)
    return told or row.description.original or None, ()


def _timely(repair: Repair, name: str) -> tuple[str, tuple[str, ...]]:
    """What counts as in time: the term that name or document gives, else a blank."""
    if CONTINUING.search(name):
        repair.reasons.append("写明怎么算")
        return KEPT_UP, ()
    term = _TERM.search(name)
    if term:
        repair.reasons.append("写明期限从哪里来")
        return WITHIN.format(term=term[1]), ()
    words = [word for word in content_words(name) if len(word) > 1]
    given = {figure.text: figure for figure in repair.subject.figures if _is_term(figure) and any(word in figure.clause for word in words)}
    if len(given) == 1:
        figure = next(iter(given.values()))
        repair.reasons.append(f"几时算及时，取自{figure.place}“{figure.clause.strip()}”")
        return f"在{figure.text}内完成的件数÷应完成件数", ()
    if URGENT.search(name):
        repair.reasons.append("写明几小时内算及时")
        return TIMELY.replace("个工作日", "小时"), ("算作及时的小时数",)
    repair.reasons.append("写明几日内算及时")
    return TIMELY, ("算作及时的工作日数",)


def _is_term(figure: Figure) -> bool:
    """2小时内, 不超过3个工作日."""
    return figure.dimension == "time" and figure.unit not in ("年", "月", "个月") and f"{figure.text}内" in figure.clause


def formula(name: str, kind: str) -> str:
    """A plain formula or scope for a name; "" where none can be given."""
    if kind == "satisfaction":
        who = _SATISFIED.sub("", name)
        return f"问卷中选择“满意”和“比较满意”的{who}数÷有效问卷份数" if who else ""
    rate = _RATE.search(name)
    if kind == "share" and rate:
        thing = _CHECK.sub("", name[: rate.start()])
        if len(thing) > _LONGEST or thing.endswith(_UNCOUNTED):
            thing = ""
        if _GREEN.search(name):
            return "林草等植被垂直投影面积÷区域总面积，以遥感或实测成果为准"
        known = _formulas().get("验收合格" if name.endswith("验收合格率") else rate[1])
        if known is None and not any(word in (rate[1], f"{rate[1]}率") for word in segment(name)):
            return ""
        told = known or f"{rate[1]}的{{物}}数÷应统计的{{物}}总数，数据取自业务台账"
        return told.replace("{物}数", f"{thing}数" if thing else "数量").replace("{物}", thing)
    if name.endswith(("起数", "差错件数")):
        return "按当年登记、通报和查实的数量统计"
    if kind in ("count", "events", "body", "length", "area", "mass", "volume"):
        return COUNTED
    return PLAIN.get(kind, "")


@lru_cache(maxsize=1)
def _formulas() -> dict[str, str]:
    return {row["word"]: row["formula"] for row in rows("share_formulas")}
