"""Tables between dashed lines, by hand."""

from __future__ import annotations

from zhibiao.parsing.flattened.dashed import dashed_rows

MULTILINE = """\
  ------------------------------------------
  一级指标   三级指标           指标值
  ---------- ------------------ ------------
  产出指标   水质监测点位       ≥12个

             监测数据           ≥95\\%
             有效率
  ------------------------------------------
后文""".splitlines()

SIMPLE = """\
  三级指标       指标值
  -------------- ------------
  巡河次数       ≥48次
  清理垃圾重量   ≥30吨

后文""".splitlines()

HEADERLESS = """\
  ---------- ------------------
  项目名称   河道保洁

  预算数     36.5
  ---------- ------------------""".splitlines()


def test_rows_of_several_lines() -> None:
    rows = [(1, ["一级指标", "三级指标", "指标值"]), (3, ["产出指标", "水质监测点位", "≥12个"]), (5, ["", "监测数据\n有效率", "≥95%"])]
    assert dashed_rows(MULTILINE, 0) == (rows, 8)


def test_a_row_a_line() -> None:
    assert dashed_rows(SIMPLE, 0) == ([(0, ["三级指标", "指标值"]), (2, ["巡河次数", "≥48次"]), (3, ["清理垃圾重量", "≥30吨"])], 5)


def test_without_a_header() -> None:
    assert dashed_rows(HEADERLESS, 0) == ([(1, ["项目名称", "河道保洁"]), (3, ["预算数", "36.5"])], 5)


def test_a_line_across_the_page_is_no_table() -> None:
    assert dashed_rows(["上文", "----------", "下文"], 1) is None
    assert dashed_rows(["标题", "----------", "下文"], 0) is None
    assert dashed_rows(["---- ----", "没有收尾"], 0) is None
