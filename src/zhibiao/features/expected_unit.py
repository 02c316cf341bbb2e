"""Which dimensions of a value contradict the measure that a name states; only where there can be no doubt."""

from __future__ import annotations

import re

from zhibiao.features.reading import Row
from zhibiao.model.quantity import Quantity

_COUNTS = frozenset({"people", "household", "body", "events", "things"})
_SIZES = frozenset({"length", "area", "volume", "mass", "energy", "data"})
_CONFLICTS: dict[str, frozenset[str]] = {
    "people": frozenset({"share", "point", "money", "time", "events"}) | _SIZES,
    "household": frozenset({"share", "point", "money", "time"}) | _SIZES,
    "body": frozenset({"share", "point", "money", "time"}) | _SIZES,
    "events": frozenset({"share", "point", "money", "people", "household"}) | _SIZES,
    "count": frozenset({"share", "point", "money"}),
    "share": frozenset({"money"}) | _COUNTS | _SIZES,
    "satisfaction": frozenset({"money", "time"}) | _COUNTS | _SIZES,
    "money": frozenset({"share", "people", "household", "body", "events", "length", "area", "time"}),
    "area": frozenset({"share", "point", "money", "people", "household", "body", "events", "things", "length", "time"}),
    "length": frozenset({"share", "point", "money", "people", "household", "body", "events", "things", "area", "time"}),
    "moment": frozenset({"share", "point", "money", "people"}) | _SIZES,
    "duration": frozenset({"share", "point", "money", "people"}) | _SIZES,
}
# words of a kind that stand for several things: their dimension is not settled by the name
_OPEN_MONEY = frozenset({"标准", "投入", "总投入", "资产", "损失", "补助", "补贴", "贷款", "资助标准", "控制数", "增收"})
_OPEN_PEOPLE = frozenset({"受益人", "受益群众", "受益户", "对象数"})
_OPEN_SHARE = frozenset({"增幅", "降幅", "涨幅", "幅度", "增速", "覆盖面", "化率", "比例数", "公开率", "负荷率"})
_OPEN_COUNT = frozenset({"数", "量", "规模", "存量", "用量", "库存", "容量", "工作量", "任务量", "保有量"})
_OPEN_TIME = frozenset(
    {"及时性", "时效", "进度", "进度安排", "节点", "时间节点", "工期", "完成时", "学时", "学时数", "课时", "服务期", "运行时间"}
)
_OPEN = _OPEN_MONEY | _OPEN_PEOPLE | _OPEN_SHARE | _OPEN_TIME
_OTHER_COST = re.compile(r"时间|人力|人工|社会|环境|生态|污染|排放|能耗|机会|税费减免")
_PRICED = re.compile(r"(?:成本|单价|造价|价格|总投资|投资额|(?:补[助贴偿]|救助|资助|慰问|供养|发放)标准)$")
_RELATIVE = re.compile(
    r"控制|节[约省支]|降低|下降|减少|压[减缩]|增|提[高升]|占|率|执行|比|落实|严格|按照?|达|符合|保障|发放到|有效|合理|优化|时间|社会|环境|生态"
)
_AMOUNT = re.compile(r"金额|经费|资金|费|款|投资|价|额")
_PER_NAMED = re.compile(r"[百千万]人|[十百]万|每|人均|户均|[车路]均")  # 万人发案率: so many cases to so many people
_RATE_INSIDE = re.compile(r"率|比例|占比|百分比|比重")


def contradicts(row: Row, quantity: Quantity) -> bool:
    """Whether the unit of the quantity cannot measure what the name says."""
    word, kind = row.name.measure_word
    if not kind or quantity.dimension not in _CONFLICTS.get(kind, ()) or word in _OPEN:
        return False
    core = row.name.core
    if kind == "money" and quantity.dimension == "share":
        return bool(_PRICED.search(core)) and not _RELATIVE.search(core)
    if kind == "money":
        return not quantity.per.startswith(("元", "万元")) and not _OTHER_COST.search(core)
    if kind == "share":
        return not quantity.per and not _PER_NAMED.search(core) and not core.endswith(("频率", "周转率"))
    if quantity.dimension in ("share", "point") and _RATE_INSIDE.search(core):
        return False
    if kind == "count":
        return word not in _OPEN_COUNT and not (quantity.dimension == "money" and _AMOUNT.search(core))
    if kind in ("moment", "duration") and quantity.dimension == "share":
        return not (row.description.measure_word[1] == "share" or "及时" in core or "按时" in core)
    return not (kind in ("people", "household", "body") and quantity.dimension == "time" and "学" in core)
