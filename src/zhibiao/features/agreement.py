"""Whether a row's figure agrees with the project's own: its budget, its objectives, its period."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from zhibiao.features.budget import money_of
from zhibiao.features.field import Field
from zhibiao.features.reading import Row, TableReading
from zhibiao.lexicon.patterns import any_of, listed
from zhibiao.model.quantity import Quantity
from zhibiao.text.measures import measure
from zhibiao.text.segment import content_words

_FOREIGN = any_of("agreement_words", role="foreign")
_COSTS = re.compile(r"(?:资金|经费|金额|投入|支出|成本|费用?|补助|补贴|预算|数额|总额|控制数|造价)$")
_SAME = {"名": "人", "位": "人", "个人": "人", "人员": "人", "名额": "人", "场次": "场", "个项目": "项", "件": "项"}
_SAME |= {"千米": "公里", "㎡": "平方米", "平米": "平方米"}
_COUNTED = frozenset({"people", "household", "body", "events", "things", "length", "area", "volume", "mass"})
_CLAUSE = re.compile(r"[,，。;；:：\n!！]|[(（][^)）]*[)）]|\d{1,2}[、.](?!\d)")
_ELSEWHEN = any_of("agreement_words", role="elsewhen")
_PLAIN = frozenset(listed("agreement_words", role="plain"))
_DIGIT = re.compile(r"[\d.,，%]+")


def spent_beyond(row: Row, money: Quantity) -> Decimal | None:
    """The budget in 万元, where a cost of the project itself is larger."""
    if money.per or money.sign in ("≥", ">"):
        return None
    total = money_of(row.table).total
    spent = money.base / 10000
    if total <= 0 or spent <= total * Decimal("1.001") + Decimal("0.01"):
        return None
    name = row.name.core
    own = row.category == "成本" or (row.category in ("数量", "质量", "时效") and _COSTS.search(name))
    return total if own and not _FOREIGN.search(name + row.description.text) else None


def disagreeing(row: Row, quantity: Quantity) -> str:
    """What an objective says of the same thing in the same unit, where the number differs; "" where none does."""
    if quantity.dimension not in _COUNTED or quantity.upper is not None or quantity.per or quantity.sign in ("≤", "<"):
        return ""
    if not row.table.objectives or row.value.measures.moments or len(row.value.measures.quantities) > 1:
        return ""
    stated = _stated(row.table.goal).get(_unit(quantity))
    if not stated:
        return ""
    words = {word for word in content_words(row.name.core) if word not in _PLAIN and not word.endswith(("数", "数量"))}
    if not words:
        return ""
    about = [(q, clause) for q, clause, rest in stated if _same_thing(words, rest)]
    if len(about) != 1 or about[0][0].base == quantity.base or any(q.base == quantity.base for q, _, _ in stated):
        return ""
    sums = sum((q.base for q, _, _ in stated), Decimal(0))
    return about[0][1].strip() if sums != quantity.base else ""


def _unit(quantity: Quantity) -> str:
    return _SAME.get(quantity.standard_unit, quantity.standard_unit).removeprefix("万")


@lru_cache(maxsize=1 << 9)
def _stated(goal: str) -> dict[str, list[tuple[Quantity, str, str]]]:
    """What the objectives state, by unit: quantity, its clause, the clause without it."""
    found: dict[str, list[tuple[Quantity, str, str]]] = {}
    for objective in goal.split("\n"):
        for unit, quantity, clause, rest in _clauses(objective):
            found.setdefault(unit, []).append((quantity, clause, rest))
    return found


def _clauses(text: str) -> tuple[tuple[str, Quantity, str, str], ...]:
    """The quantities of an objective: unit, quantity, the clause round it, and the clause without it."""
    found = []
    cuts = [0, *(m.end() for m in _CLAUSE.finditer(text)), len(text)]
    for quantity in measure(text).quantities:
        if not quantity.per and quantity.upper is None:
            first = max(cut for cut in cuts if cut <= quantity.start)
            last = min(cut for cut in cuts if cut >= quantity.end)
            rest = text[first : quantity.start] + " " + text[quantity.end : last]
            found.append((_unit(quantity), quantity, text[first:last].rstrip(",，。;；:：\n"), rest))
    return tuple(found)


def _same_thing(words: set[str], clause: str) -> bool:
    """All of the row's words stand in the clause, and the clause says nothing beside them."""
    if _ELSEWHEN.search(clause) or not all(word in clause for word in words):
        return False
    rest = {w for w in content_words(_DIGIT.sub(" ", clause)) if w not in _PLAIN and w not in words and len(w) > 1}
    return all(any(w in word or word in w for word in words) for w in rest)


_PERIOD = re.compile(r"实施期|起止|结束|终止|完成(?:日期|时间)|项目期")


def project_end(table: TableReading) -> tuple[int, int] | None:
    """Year and month in which the head of the form ends the project; None where it does not say."""
    for label, text in table.table.extra.items():
        if _PERIOD.search(label) and text:
            moments = Field(label, text, True).measures.moments
            if moments and moments[-1].year and moments[-1].month:
                return moments[-1].year, moments[-1].month
    return None
