"""The running text of a document, field by field, and what ties a 分项绩效目标 to a project table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from zhibiao.features.field import Field
from zhibiao.features.reading import DocumentReading, TableReading
from zhibiao.features.subject import common, subject_words
from zhibiao.model.document import SubGoal

_PLAIN = re.compile(r"[^一-鿿A-Za-z0-9]+|绩效目标|项目|资金|经费|专项")


def narrative(document: DocumentReading) -> Iterator[Field]:
    """Goals, safeguards and the objectives of the tables."""
    written = document.document
    if written.overall_goal:
        yield Field("overall_goal", written.overall_goal, True)
    for goal in written.sub_goals:
        yield from (Field("sub_goals", text, True) for text in (goal.title, goal.goal, goal.indicators) if text)
    for text in written.safeguards:
        yield Field("safeguards", text, True)
    said = {text for goal in written.sub_goals for text in (goal.title, goal.goal)} | {written.overall_goal}
    for table in document.tables:
        if table.table.kind == "department" and written.overall_goal:
            continue  # its objectives are the overall goal once more
        yield from (objective for objective in table.objectives if objective.original not in said)


def belong(goal: SubGoal, table: TableReading, tables: Sequence[TableReading]) -> bool:
    """Whether the goal speaks of the project; words that several of the tables use do not tell them apart."""
    title, name = goal.title or "", table.project_name.text
    said = f"{title}\n{goal.goal or ''}\n{goal.indicators or ''}"
    if _same(title, name) or _same(title, table.purpose.text) or _holds(said, name):
        return True
    project, others = _text(table), [other for other in tables if other is not table]
    if common(said, name, but="\n".join(other.project_name.text for other in others)):
        return True
    in_title, in_name = subject_words(title), subject_words(name)
    if 2 * sum(_found(word, project) for word in in_title) > len(in_title) or 2 * sum(_found(word, said) for word in in_name) > len(
        in_name
    ):
        return True
    if any(_found(word, said) for word in in_name if not any(_found(word, other.project_name.text) for other in others)):
        return True
    own = [word for word in subject_words(said) if _found(word, project) and not any(_found(word, _text(other)) for other in others)]
    return len(own) > 1 or any(len(word) > 3 or word in in_title for word in own)


@lru_cache(maxsize=1 << 9)
def _text(table: TableReading) -> str:
    return f"{table.project_name.text}\n{table.purpose.text}\n" + "\n".join(objective.text for objective in table.objectives)


def _found(word: str, text: str) -> bool:
    """A word, or three characters on end of a long one (困难职工帮扶 and 困难职工)."""
    return word in text if len(word) < 4 else any(word[i : i + 3] in text for i in range(len(word) - 2))


def _same(one: str, two: str) -> bool:
    """One holds the other, marks and general words apart."""
    first, second = _PLAIN.sub("", one), _PLAIN.sub("", two)
    return len(first) > 1 and len(second) > 1 and (first in second or second in first)


def _holds(text: str, name: str) -> bool:
    """A text that names the project."""
    plain = _PLAIN.sub("", name)
    return len(plain) > 3 and plain in _PLAIN.sub("", text)
