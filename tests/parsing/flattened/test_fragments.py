"""Text as fragments, and the headers among them."""

from __future__ import annotations

import pytest

from zhibiao.parsing.flattened.fragments import LINE, PAGE, PARA, SPACE, Fragment, exact_role, fragments_of, header_at, headers_in


def test_what_parts_fragments() -> None:
    assert fragments_of(["产出指标 数量指标", "巡河次数", "", "≥48次", "\f效益指标", "", " 受益人口"]) == [
        Fragment("产出指标", PARA, 0),
        Fragment("数量指标", SPACE, 0),
        Fragment("巡河次数", LINE, 1),
        Fragment("≥48次", PARA, 3),
        Fragment("效益指标", PAGE, 4),
        Fragment("受益人口", PAGE, 6),
    ]


def test_indented_lines_open_no_page() -> None:
    assert [f.before for f in fragments_of(["总体目标", "  首行缩进"])] == [PARA, LINE]
    assert fragments_of(["", "  ", "\f"]) == []
    assert fragments_of(["巡河"], first=7)[0].line == 7


@pytest.mark.parametrize(
    ("text", "role"),
    [("三级指标", "name"), ("指标值（万元）", "value"), ("绩效标准", "standard"), ("*一级指标:", "level1"), ("序号", "skip")],
)
def test_exact_role(text: str, role: str) -> None:
    assert exact_role(text) == role


@pytest.mark.parametrize("text", ["县级指标值", "2025年指标值", "级指标", "指标描", "疏浚河道", ""])
def test_words_known_only_by_a_pattern_or_in_part(text: str) -> None:
    """Pieces of words come here: a pattern would be a guess."""
    assert exact_role(text) is None


def test_header_with_wrapped_words() -> None:
    found = header_at(fragments_of(["一级指", "标 二级指标 三级指标", "绩效指标描", "述 指标值 指标值确定", "依据", "产出指标"]), 0)
    assert found is not None
    assert found.roles == ("level1", "level2", "name", "description", "value", "basis")
    assert found.words == ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据")
    assert (found.start, found.stop) == (0, 9)


@pytest.mark.parametrize(
    "lines", [["三级指标 说明"], ["一级指标 二级指标 说明"], ["产出指标 数量指标 巡河次数 ≥48次"], ["三级指标 指标", "\f值确定依据"]]
)
def test_no_header(lines: list[str]) -> None:
    assert headers_in(fragments_of(lines)) == []


def test_headers_one_after_another() -> None:
    found = headers_in(fragments_of(["三级指标 指标值", "巡河次数 ≥48次", "三级指标 指标值", "清淤长度 12公里"]))
    assert [(span.start, span.stop) for span in found] == [(0, 2), (4, 6)]
