"""Whether a row measures how the unit runs itself (lexicon/process_measures.tsv)."""

from __future__ import annotations

import re
from functools import lru_cache

from zhibiao.features.field import Field
from zhibiao.features.lazy import once
from zhibiao.features.reading import Row
from zhibiao.lexicon.patterns import any_of
from zhibiao.lexicon.tables import rows

_TOPICS = {row["word"]: row["topic"] for row in rows("process_measures")}
_PAYMENT = re.compile(r"补助|补贴|津贴|配套|奖励|奖补|救助|资助|保险|工资|抚恤|优待|转移支付|低保|供养|待遇")
_SHORT = 4  # a name of so few characters (执行率, 合规性) leaves it to the description to say of what
_ANY = any_of("process_measures")
# how money is handled, however it is put: 资金使用的规范性, 预算资金当年下达率, 按时间进度支出, 向财政申请经费
_MONEY = r"(?:资金|经费|款项|预算)"
_HANDLED = r"(?:使用|支出|管理|支付|列支|拨付|执行|下达|分配|监管)"
_FUNDS = re.compile(
    rf"{_MONEY}[一-鿿]{{0,2}}{_HANDLED}?的?(?:合规|规范|合法|安全|合理|相关|效率|进度|执行率|支付率|支出率|下达率|拨付率|结余率)"
    rf"|按(?:照)?(?:规定|要求|计划|进度|时间[一-鿿]{{0,3}})(?:使用|支出|列支|支付|开支|执行){_MONEY}?"
    rf"|(?:向|和)财政[一-鿿]{{0,4}}(?:申请|请款|请示)|申请[一-鿿]{{0,4}}{_MONEY}$|专款专用"
)
_REACHES = re.compile("到位|支付|拨付")
_OWN_LINES = ("预算执行", "管理", "过程", "决策", "投入")  # lines that forms print for the unit's own affairs
# What a project can be about, so that the words measure its work: 档案数字化, 政府采购评审, 制度汇编
_ABOUT = {"资金管理": ("支付", "国库", "资金监管"), "机构": ("机构改革", "编制"), "公务": ("公务用车", "接待"), "支出": ("支出评审",)}


@lru_cache(maxsize=1 << 8)
def _own_line(level1: str, level2: str) -> bool:
    """A form has few levels."""
    return any(line in level1 + level2 for line in _OWN_LINES)


@once
def process_words(row: Row) -> tuple[Field, tuple[int, int]] | None:
    """Where the words stand; None for lines that the form prints itself, and where the project is about just that."""
    if row.table.table.kind != "project" or _own_line(row.indicator.level1 or "", row.indicator.level2 or ""):
        return None
    field, found = row.name, _ANY.search(row.name.text) or _FUNDS.search(row.name.text)
    if found is None and len(row.name.core) <= _SHORT:
        field, found = row.description, _ANY.search(row.description.text)
    if found is None:
        return None
    topic = _TOPICS.get(found.group(), "资金管理")
    if row.category == "可持续影响" and topic in ("制度", "内控", "机构"):
        return None  # a lasting mechanism is what this category is for
    about = row.table.project_name.text + row.table.purpose.text
    if _REACHES.search(found.group()) and _PAYMENT.search(about + row.name.text):
        return None  # money that reaches people is what such a project delivers
    if any(word in about for word in (topic, *_ABOUT.get(topic, ()))):
        return None
    return field, found.span()
