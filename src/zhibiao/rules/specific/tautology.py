"""同义反复，指标值重复了名称

检查什么：指标值只是把指标名称或描述又说了一遍，没有数、日期、次数，也没有可以对照的标准。
为何重要：指标值应当回答“做到多少”，重复名称等于没有目标。
反例：工会会员满意度 → 工会会员满意度
改为：工会会员满意度 → ≥90%
依据：财预〔2015〕88号《中央部门预算绩效目标管理办法》
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhibiao.features.field import Field
from zhibiao.features.reading import Row
from zhibiao.features.repeating import all_said, essence, repeated, wished_again
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import GOALS_88

RULE = Rule(
    code="S102",
    slug="tautology",
    title="同义反复，指标值重复了名称",
    scope="row",
    severity="error",
    message="指标值“{evidence}”只是重复了{place}“{source}”，没有说做到多少；请改成数量、比例、日期或可以对照的标准。",
    basis=GOALS_88,
    ceiling={"M": 0, "A": 0},
    reads=("fault.S102",),
)
_SHARE = 0.75  # of the value's characters; 使…运转 for 保障…运行 still counts as said twice
_NUMBER = re.compile(r"[\d≥≤<>=]|以[上内下]")
_DENIES = re.compile(r"不(?!断)|无|未|零|没有|杜绝")  # 不发生重大事故 is a fact that can be checked
_PREVENTS = re.compile("避免|防止")  # 避免流失 beside 避免资产流失 is the name again; of an event (避免事故) it is a fact
_DONE = re.compile(r"(?:已|全部|均)*(?:完成|建成|通过|验收通过|通过验收|完工|竣工|合格|达标|优良|达到|到位|实施|开展|发放|支付)$")  # a fact
_QUALITY = re.compile("及时|准时|准确|精准|真实|完整")  # 及时性 → 及时; 合规性 → 合规 says how a unit runs itself, which R405 tells
_WORDS = 4  # fewer characters are one word (满意, 正常, 及时): an answer, if an empty one (M201)
_NAMED = ("grades", "level")
_LONG = 60  # a description longer than that shares words with anything


def check(row: Row, given: Given) -> Iterator[Finding]:
    """Numbers first: they rule out most values. Models may see that other words say the same."""
    value = row.value
    if len(value.text) < 2 or _NUMBER.search(value.text):
        return
    said = essence(value.core)
    if len(said) < 2 or _DENIES.search(value.core):
        return
    sources = [field for field in (row.name, row.description) if field.text and len(field.text) <= _LONG]
    source = next((field for field in sources if value.bare in (field.bare, f"{field.bare}数", f"{field.bare}人数")), None)
    source = source or _said_by(value, said, sources)
    repeats = source is not None and not _adds_target(value, same=all_said(value.bare, source.bare))
    if sources and given.settled("S102", repeats):
        told = source or sources[0]
        yield RULE.found(value, place="指标名称" if told is row.name else "指标描述", source=told.text)


def _said_by(value: Field, said: str, sources: list[Field]) -> Field | None:
    """A wish again from its first word on; with a degree only where the name has the same one. Longer values by what they share."""
    wish, degree = wished_again(value.core)
    if wish:
        name = next((f for f in sources if f.key == "name" and (f.core.startswith(wish) or (degree and f.core.endswith(wish)))), None)
        return name if degree or len(sources) == 1 else None  # beside a description the bare verb is an empty answer (M201)
    if _PREVENTS.search(value.core):
        return next((f for f in sources if _PREVENTS.match(f.core) and all_said(value.bare, f.bare)), None)
    if _QUALITY.fullmatch(value.core):
        return next((f for f in sources if f.core.endswith(f"{value.core}性")), None)
    return None if len(said) < _WORDS or _DONE.match(value.core) else _said_before(said, sources)


def _adds_target(value: Field, same: bool) -> bool:
    """A date or a named level is a target wherever it stands; what is said word for word before adds no other."""
    measures = value.measures
    if measures.quantities or measures.references or any(s.kind in _NAMED for s in measures.standards):
        return True
    if any(m.kind != "frequency" for m in measures.moments):
        return True
    return not same and bool(measures.moments or any(s.kind == "weak" for s in measures.standards))


def _said_before(said: str, sources: list[Field]) -> Field | None:
    for field in sources:
        if repeated(said, essence(field.core)) >= _SHARE * len(said):
            return field
    if len(sources) == 2 and repeated(said, "|".join(essence(field.core) for field in sources)) >= _SHARE * len(said):
        return sources[0]
    return None
