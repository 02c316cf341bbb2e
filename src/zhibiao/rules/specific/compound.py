"""一行写了两个指标

检查什么：一个指标名称里有两个要量的量（培训次数和人数），或者并列两个愿望（增加就业机会，提高农民收入）。
为何重要：一行只能有一个指标值，两件事一好一差时无法计分。
反例：增加就业机会，提高农民收入 → ≥5%
改为：分成两行：带动就业人数 → ≥120人；农民人均可支配收入增长率 → 较上年≥5%
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhibiao.features.filler import is_slogan
from zhibiao.features.joined import two_measures, two_wishes
from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="S107",
    slug="compound",
    title="一行写了两个指标",
    scope="row",
    severity="warning",
    message="“{evidence}”把“{first}”和“{second}”写在了一行，一个指标值说不清两件事；请分成两行，各填各的指标值。",
    basis=INDICATORS_101,
    ceiling={"S": 1},
)

_JOINTS = re.compile("、|(?<=.{2})[及和](?=.{2})")
_SEVERAL = 3  # 桌椅、图书 are often bought as one


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """Only the name: a description may well list several things."""
    if is_slogan(row.name.core):
        return  # 厉行节约，压减开支: empty talk, which S101 tells
    parts = two_measures(row.name.core) or two_wishes(row.name.core) or _works(row)
    if parts:
        yield RULE.found(row.name, first=parts[0], second=parts[1])


def _works(row: Row) -> tuple[str, str] | None:
    """道路维修、路灯更换及绿化 ≥3项: several works or goods under one count."""
    if row.category != "数量" or row.kind or row.name.core.count("、") < 1:
        return None
    quantities = row.value.measures.quantities
    if not quantities or quantities[0].dimension not in ("things", "events", ""):
        return None
    parts = [part for part in _JOINTS.split(row.name.core) if len(part) > 1]
    return (parts[0], parts[-1]) if len(parts) >= _SEVERAL else None
