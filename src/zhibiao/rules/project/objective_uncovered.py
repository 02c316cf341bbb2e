"""目标没有指标对应

检查什么：某条绩效目标说的事，指标表中没有一条指标涉及。
为何重要：指标是目标的细化；没有指标的目标，年底无法考核是否完成。
反例：目标写“购置救护车5辆”，指标只有培训人数、培训合格率
改为：增加 救护车购置数量 =5辆、验收合格率 =100% 等指标
依据：财预〔2015〕88号《中央部门预算绩效目标管理办法》
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from zhibiao.features.field import Field
from zhibiao.features.objective import is_empty_talk, is_placeholder
from zhibiao.features.reading import TableReading
from zhibiao.features.subject import subject_words
from zhibiao.lexicon.general_words import general_words
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import GOALS_88

RULE = Rule(
    code="P607",
    slug="objective-uncovered",
    title="目标没有指标对应",
    scope="table",
    severity="warning",
    message="绩效目标“{evidence}”没有一条指标与它对应；请为它设置能考核的指标，或者删去这条目标。",
    basis=GOALS_88,
    reads=("objective.coverage",),  # objective.coverage.<n>: likeness of the nth objective to its nearest indicator, 0 to 1
)


_HAN3 = re.compile("[一-鿿]{3}")
_DEED = re.compile(
    "购置|采购|配备|更新|新建|改建|扩建|建成|改造|维修|修缮|修复|举办|组织|召开|开展|培训|发放|慰问|印[制发]|编[制印]|检[查测]|安装|种植|栽植|清[理淤]|治理"
)


def check(table: TableReading, given: Given) -> Iterator[Finding]:
    """Deeds and figures that have neither a word nor a figure in common with any row; a wish may be met by any row."""
    rows = "\n".join(f"{row.name.text}\n{row.description.text}\n{row.value.text}" for row in table.rows)
    if not rows:
        return
    for number, objective in enumerate(table.objectives, 1):
        if any(objective.text[i : i + 3] in rows for i in range(len(objective.text) - 2) if _HAN3.match(objective.text, i)):
            continue  # three characters on end, general words or not (工会经费)
        if not (_DEED.search(objective.text) or objective.measures.quantities) or _same_figure(table, objective):
            continue
        words = subject_words(objective.text)
        if sum(map(len, words)) < 3 or all(word in table.project_name.text for word in words) or _named(words, rows):
            continue
        if is_placeholder(objective) or is_empty_talk(objective):
            continue
        if given.numbers.get(f"objective.coverage.{number}", 0.0) < given.threshold("objective_coverage"):
            yield RULE.found(objective)


def _named(words: tuple[str, ...], rows: str) -> bool:
    """Two neighbouring characters of any word, where they are no general word themselves."""
    return any(pair in rows and pair not in general_words() for word in words for pair in map("".join, pairwise(word)))


def _same_figure(table: TableReading, objective: Field) -> bool:
    """A row that states one of the objective's figures measures it under another name."""
    wanted = {(q.base, q.dimension) for q in objective.measures.quantities if q.dimension}
    return any((q.base, q.dimension) in wanted for row in table.rows for q in row.value.measures.quantities)
