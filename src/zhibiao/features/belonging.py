"""Which second-level categories a row's own words and unit allow (lexicon/belonging.tsv, money_names.tsv)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from zhibiao.features.benefit_field import lacks_field
from zhibiao.features.lazy import once
from zhibiao.features.reading import Row
from zhibiao.lexicon.categories import BENEFITS, CATEGORIES, OUTPUTS
from zhibiao.lexicon.endings import Endings
from zhibiao.lexicon.patterns import any_of
from zhibiao.lexicon.tables import rows
from zhibiao.model.quantity import Quantity

_COST = any_of("money_names", role="cost", after="$")
_OTHERS_COST = re.compile(r"次均|均次|药|患者|就医|个人|企业|居民|群众|家庭|农户|物流|运输|用能|社会|单位产|生产成本|流通")
_COST_NAME = re.compile(r"(?:标准|成本|单价|费用|金额)$")
_INCOME = any_of("money_names", role="income")
_SAVING = any_of("money_names", role="saving")
_FLOW = any_of("money_names", role="flow")
_QUALITY = any_of("quality_signs")
_OUTPUT = any_of("outputs")
_GAIN = any_of("social_gains")
_ECOLOGY = re.compile(r"植被|林|绿|草|水土|生态|湿地")
_AIMS = re.compile(r"就业|减排|收入|税|产值|招商|投资|增收|降|救治|脱贫|销售|利润|节能|治理|修复")  # targets of effect, not tasks
_REPLY = re.compile(r"满意|投诉|评价|表扬|锦旗|好评|认可|建议|意见|回访|问卷|调查")
_RHYTHM = re.compile(r"频|每|周期|次/|延误|延期|超期|逾期|滞后|天数|时长|时间|工日|响应")
_SIZES = ("长度", "里程", "公里数", "面积", "亩数")  # widths and depths are what a quality may be about
_COUNTS = frozenset({"people", "household", "body", "events", "count", "length", "area"})
_UNITS = frozenset({"people", "household", "body", "events", "things", "length", "area"})
_SIZED = frozenset({"people", "household", "body", "length", "area", "volume", "mass"})
_SHORT = 2  # 人数, 面积: endings of so few characters belong anywhere
_FREE_COST = re.compile(r"社会|生态|环境")  # costs to society and nature are counted in people, times, area


@dataclass(frozen=True, slots=True)
class Belonging:
    """best: "" where the words only say where the row does not belong."""

    best: str
    accepted: frozenset[str]


@once
def belonging(row: Row) -> Belonging | None:
    """By what the name measures, then by what the value is counted in; None where the words do not settle it."""
    if row.category == "成本" and _FREE_COST.search(row.indicator.level2 or ""):
        return None
    name = row.name.core
    known = _endings().get(_ends().of(name))
    if known:
        unsettled = ("覆盖" in name and _ECOLOGY.search(name)) or (name.endswith("完成率") and _AIMS.search(name))
        return None if unsettled else known
    quantities = row.value.measures.quantities
    first = quantities[0] if quantities else None
    if first is not None and first.dimension == "money" and row.kind in ("money", "", "level", "count"):
        return _of_money(name)
    if _COST.search(name) and _COST_NAME.search(name) and first is not None and not first.unit and row.category in OUTPUTS:
        return _of_money(name)
    if first is None and _only_a_deadline(row) and row.kind == "" and row.category in ("数量", "质量", "成本"):
        return _one("时效")
    found = _of_count(row, name, first) if first is not None else None
    if found is None and row.category is not None and lacks_field(row):
        return Belonging("", frozenset(CATEGORIES) - {row.category})
    return found


def _one(best: str, *others: str) -> Belonging:
    return Belonging(best, frozenset((best, *others)))


@lru_cache(maxsize=1)
def _endings() -> dict[str, Belonging]:
    return {row["word"]: Belonging(row["best"], frozenset(row["accepted"].split(","))) for row in rows("belonging")}


@lru_cache(maxsize=1)
def _ends() -> Endings:
    return Endings(word for word in _endings() if len(word) > _SHORT)


def _delivered(row: Row, first: Quantity) -> bool:
    """What is counted or measured is a size of the output, not a time or a rhythm."""
    return first.dimension in _SIZED or (first.dimension in ("events", "things") and row.kind in ("events", "count"))


def _of_money(name: str) -> Belonging:
    if _SAVING.search(name):
        return Belonging("经济效益", BENEFITS | {"成本"})
    if _COST.search(name) and not _INCOME.search(name) and not _OTHERS_COST.search(name):
        return _one("成本")
    if _INCOME.search(name):
        return Belonging("经济效益", BENEFITS | {"数量", "质量"})
    if _FLOW.search(name):
        return Belonging("经济效益", BENEFITS | {"数量", "成本"})
    return Belonging("成本", BENEFITS | {"成本"})


def _only_a_deadline(row: Row) -> bool:
    moments = row.value.measures.moments
    return len(moments) == 1 and moments[0].kind == "deadline" and len(row.value.text) - (moments[0].end - moments[0].start) <= 6


def _of_count(row: Row, name: str, first: Quantity) -> Belonging | None:
    """Numbers of people, things, events, lengths, areas and masses."""
    if first.sign in ("≤", "<") or not first.number or first.per:
        return None
    written = row.category
    if written == "时效":
        return (
            None if row.value.measures.moments or _RHYTHM.search(name) or not _delivered(row, first) else _one("数量", "质量", "社会效益")
        )
    if first.dimension not in _UNITS or (row.kind not in _COUNTS and row.kind != ""):
        return None
    if written == "成本":
        return None if row.kind == "" else _one("数量", "质量", "社会效益")
    if written == "质量":
        sized = row.kind not in ("length", "area") or name.endswith(_SIZES)
        sure = row.kind not in ("", "count") or _OUTPUT.search(name)
        return None if _QUALITY.search(name + row.description.text) or not sized or not sure else _one("数量", "社会效益")
    if written == "满意度":
        return None if _REPLY.search(name + row.description.text) else _one("数量", "质量", "社会效益")
    if written in ("社会效益", "可持续影响"):
        plain = _OUTPUT.search(name) and not _GAIN.search(name + row.description.text) and row.kind in ("people", "events", "count", "")
        return _one("数量", "质量") if plain else None
    return None
