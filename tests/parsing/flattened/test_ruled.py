"""Tables drawn with + - and |."""

from __future__ import annotations

import pytest
from grid_text import read_text, rows_of
from hypothesis import given, settings
from hypothesis import strategies as st

from zhibiao.parsing.flattened.ruled import is_rule, rows_from
from zhibiao.text.clean import width


@pytest.mark.parametrize("line", ["+-----+-----+", "  +====+==+", "+:---+---:+"])
def test_rules(line: str) -> None:
    assert is_rule(line)


@pytest.mark.parametrize("line", ["+", "++", "|---|---|", "+-- --+", "1+1", "+-----+ 疏浚"])
def test_no_rules(line: str) -> None:
    assert not is_rule(line)


DRAWN = """
+----------+----------+--------------+---------+
| 一级指标 | 二级指标 | 三级指标     | 指标值  |
+==========+==========+==============+=========+
| 产出指标 | 数量指标 | 疏浚河道     | ≥12公里 |
|          |          | 长度         |         |
+----------+----------+--------------+---------+
|          | 质量指标 | 合格率       | 100%    |
+----------+----------+--------------+---------+
以上为全部指标。
"""


def test_rows_stand_between_rules() -> None:
    lines = DRAWN.strip().split("\n")
    rows, stop = rows_from(lines, 0)
    assert rows == [
        (1, ["一级指标", "二级指标", "三级指标", "指标值"]),
        (3, ["产出指标", "数量指标", "疏浚河道\n长度", "≥12公里"]),
        (6, ["", "质量指标", "合格率", "100%"]),
    ]
    assert lines[stop] == "以上为全部指标。"


def test_ruled_document() -> None:
    found = read_text(DRAWN)
    assert rows_of(found, "level1", "level2", "name", "value") == [
        ("产出指标", "数量指标", "疏浚河道长度", "≥12公里"),
        ("产出指标", "质量指标", "合格率", "100%"),
    ]
    assert [i.where.line for i in found.tables[0].indicators] == [4, 7]


def test_a_rule_alone_is_no_table() -> None:
    assert rows_from(["+----+----+", "正文"], 0) == ([], 1)


TEXT = st.text(st.sampled_from("疏浚河道产出指标12%abc。|"), min_size=1, max_size=7)
CELL = st.lists(TEXT, min_size=0, max_size=3)
TABLE = st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(CELL, min_size=n, max_size=n), min_size=1, max_size=5))


def write(rows: list[list[list[str]]]) -> list[str]:
    """The table drawn as pandoc draws it: columns as wide as their widest line."""
    wide = [max([2, *(width(line) for row in rows for line in row[c])]) for c in range(len(rows[0]))]
    rule = "+" + "+".join("-" * (w + 2) for w in wide) + "+"
    out = [rule]
    for row in rows:
        for k in range(max(1, *(len(cell) for cell in row))):
            lines = [cell[k] if k < len(cell) else "" for cell in row]
            out.append("|" + "|".join(f" {line}{' ' * (w - width(line))} " for line, w in zip(lines, wide, strict=True)) + "|")
        out.append(rule)
    return out


@settings(max_examples=200, deadline=None)
@given(TABLE.filter(lambda rows: len(rows[0]) > 1))
def test_drawn_tables_come_back_as_they_were(rows: list[list[list[str]]]) -> None:
    lines = write(rows)
    found, stop = rows_from(lines, 0)
    assert [cells for _, cells in found] == [["\n".join(cell) for cell in row] for row in rows]
    assert stop == len(lines)
