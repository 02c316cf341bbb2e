"""What kind of share a row states: whole by nature, open beyond 100%, a feeling, an effect (lexicon/shares.tsv, absolutes.tsv)."""

from __future__ import annotations

from decimal import Decimal

from zhibiao.features.lazy import once
from zhibiao.features.reading import Row
from zhibiao.lexicon.patterns import any_of
from zhibiao.model.quantity import Quantity

_WHOLE = any_of("shares", role="whole", after="$")
_OPEN = any_of("shares", role="open")
_FEELING = any_of("absolutes", kind="feeling")
_EFFECT = any_of("absolutes", kind="effect", after="$")
_VERB = any_of("absolutes", kind="verb", after="(?!改造|工程|行动|项目|计划|会)")  # 提升改造 is works, no effect
WHOLE = Decimal(1)
_COUNTED = ("people", "household", "body", "events", "count", "money", "area", "length", "moment", "duration")


def stated_share(row: Row) -> Quantity | None:
    """The first quantity of the value, where it is a percentage (or another share)."""
    quantities = row.value.measures.quantities
    return quantities[0] if quantities and quantities[0].dimension == "share" else None


@once
def whole_by_nature(row: Row) -> bool:
    """An entitlement, an acceptance, an accuracy, a completion: a share that is 100% where all goes right."""
    return bool(_WHOLE.search(row.name.core) or (row.kind == "" and _WHOLE.search(row.description.core)))


@once
def open_ended(row: Row) -> bool:
    """A growth, a return, a load: a ratio whose whole is not 100%."""
    return bool(_OPEN.search(row.name.text) or _OPEN.search(row.description.text) or _OPEN.search(row.value.text))


def of_opinion(row: Row) -> bool:
    """A satisfaction: what people say of a service. Words of the description count where the name has no measure."""
    if row.kind == "satisfaction":
        return True
    return row.category == "满意度" and row.kind in ("", "level") and not _WHOLE.search(row.name.core)


def of_effect(row: Row) -> bool:
    """A feeling, an awareness or an effect on people, which depends on more than this project."""
    if whole_by_nature(row) or row.kind in _COUNTED:
        return False
    name = row.name.core
    if _FEELING.search(name) or _EFFECT.search(name):
        return True
    return row.category in ("社会效益", "可持续影响", "经济效益") and row.kind in ("", "level") and bool(_VERB.search(name))
