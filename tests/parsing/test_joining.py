"""Lines cut by a page break, and whole lines at the top of a page."""

from __future__ import annotations

import pytest

from zhibiao.model.document import Source
from zhibiao.model.place import Place
from zhibiao.parsing.joining import cut_by_page, join_cut
from zhibiao.parsing.rows import Line


def line(**texts: str) -> Line:
    return Line(dict(texts), own=set(texts))


WHOLE = {"level1": "产出指标", "level2": "数量指标", "name": "疏浚河道长度", "value": "≥12公里"}


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ({"name": "疏浚河道", "value": "≥12公里"}, {"name": "长度"}),
        ({"name": "疏浚河道长度", "value": "≥12"}, {"value": "公里"}),
        ({"name": "水质达标率", "value": "≥95"}, {"value": "百分比"}),
        ({"name": "疏浚河道", "value": "≥12"}, {"name": "长度", "value": "公里"}),
        ({"level2": "服务对象满", "name": "群众满意度"}, {"level2": "意度指标"}),
        ({"level1": "满意度", "level2": "服务对象满意度指标", "name": "群众满意度"}, {"level1": "指标", "name": ""}),
        ({"name": "疏浚长度", "basis": "《河道管理"}, {"basis": "条例》"}),
        ({"name": "疏浚长度", "value": "≥12公里（含支流"}, {"value": "、沟渠）"}),
    ],
)
def test_rest_of_a_line(last: dict[str, str], first: dict[str, str]) -> None:
    rest = line(**{role: text for role, text in first.items() if text})
    if not rest.own & {"name", "description", "value", "basis", "level2"}:
        rest.own.add("extra")
    assert cut_by_page(line(**last), rest)


@pytest.mark.parametrize(
    "first",
    [
        {"name": "清运淤泥", "value": "≥3万方"},
        {"level2": "质量指标", "name": "合格率", "value": "100%"},
        {"level1": "效益指标", "level2": "社会效益指标", "name": "受益人口", "value": "≥3万人"},
        {"level2": "质量指标"},
        {"name": "完成时间", "value": "2025年12月底前"},
        {"name": "防洪能力", "value": "明显提升"},
        {"level1": "效益指标"},
    ],
)
def test_whole_line(first: dict[str, str]) -> None:
    assert not cut_by_page(line(**WHOLE), line(**first))


def test_joining_appends_each_cell_to_its_half() -> None:
    upper = line(level1="产出指标", level2="数量", name="疏浚河", value="≥12", basis="《河道管理")
    upper.extra["备注"] = "含支"
    lower = line(level2="指标", name="道长度", value="公里", basis="条例》", description="全长")
    lower.extra["备注"] = "流"
    lower.sources["description"] = Source("全长", Place(page=2, row=1))
    join_cut(upper, lower)
    assert upper.texts == {
        "level1": "产出指标",
        "level2": "数量指标",
        "name": "疏浚河道长度",
        "value": "≥12公里",
        "basis": "《河道管理条例》",
        "description": "全长",
    }
    assert upper.extra == {"备注": "含支流"}
    assert upper.sources["description"].place == Place(page=2, row=1)
    assert "description" in upper.own


def test_joining_fills_a_blank_level_and_spoils_no_whole_one() -> None:
    blank, whole = line(name="疏浚河"), line(level2="数量指标", name="疏浚河")
    for upper in (blank, whole):
        join_cut(upper, line(level2="质量指标", name="道长度"))
    assert blank.get("level2") == "质量指标"
    assert whole.get("level2") == "数量指标"
