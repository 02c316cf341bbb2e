"""Sums, notes and signatures under and between the indicators."""

from __future__ import annotations

import pytest
from grid_text import grid, matrix, read

from zhibiao.parsing.columns import Header, find_header
from zhibiao.parsing.feet import data_follows, is_foot

FULL = "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 巡河次数 | ≥48次\n"
SHORT = "指标名称 | 指标值 | 分值\n巡河次数 | ≥48次 | 10\n"


def header(drawing: str) -> Header:
    found = find_header(matrix(drawing), 0)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("row", "foot"),
    [
        ("填表人：某甲 | | 联系电话：123 | ", True),
        ("合计 | | | 100", True),
        (" | | 合计 | 100", True),
        ("注：以实际为准 | < | < | <", True),
        ("存在问题及改进措施 | 无 | < | <", True),
        ("产出指标 | 数量指标 | 合计 | 100个", False),  # behind its levels it is a name
        ("产出指标 | 数量指标 | 联系人数 | ≥3人", False),
        ("满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90%", False),
    ],
)
def test_feet_of_a_form_with_levels(row: str, foot: bool) -> None:
    assert is_foot(matrix(FULL + row), header(FULL), 2) is foot


@pytest.mark.parametrize(
    "name",
    [
        "联系人数",
        "注册企业数",
        "说明会场次",
        "附件齐全率",
        "合计金额",
        "审核人次",
        "制表数量",
        "填报人数",
        "绩效自评完成率",
        "改进措施落实率",
        "总计投资",
        "存在问题整改率",
        "财政部门培训场次",
        "单位负责人培训次数",
        "备注完整率",
    ],
)
def test_a_name_may_begin_like_a_foot(name: str) -> None:
    assert not is_foot(matrix(SHORT + f"{name} | ≥10 | 5"), header(SHORT), 2)
    table = read("河道疏浚绩效目标表", grid(SHORT + f"{name} | ≥10 | 5\n清淤长度 | ≥12公里 | 10")).tables[0]
    assert [i.name for i in table.indicators] == ["巡河次数", name, "清淤长度"]


@pytest.mark.parametrize(
    "text", ["合计", "小计", "备注", "填表人：某甲", "填表人 某甲", "联系人及电话：某甲 123", "注：以实际为准", "单位负责人（签字）："]
)
def test_feet_under_names(text: str) -> None:
    assert is_foot(matrix(SHORT + f"{text} | | 20"), header(SHORT), 2)


def test_data_follows() -> None:
    drawn = FULL + "注：以下为效益 | < | < | <\n效益指标 | 社会效益指标 | 受益人口 | ≥3万人"
    assert data_follows(matrix(drawn), header(FULL), range(3, 4))
    signed = FULL + "注：以实际为准 | < | < | <\n填表人： | 某甲 | 联系电话： | 123"
    assert not data_follows(matrix(signed), header(FULL), range(3, 4))


@pytest.mark.parametrize("foot", ["注：以下为效益 | < | < | <", "合计 | | | 50", "备注 | 待定 | < | <"])
def test_what_stands_between_indicators_ends_nothing(foot: str) -> None:
    document = read("河道疏浚绩效目标表", grid(FULL + foot + "\n效益指标 | 社会效益指标 | 受益人口 | ≥3万人\n总计 | | | 100"))
    assert [i.name for i in document.tables[0].indicators] == ["巡河次数", "受益人口"]
    assert [doubt for doubt in document.doubts if "夹在指标中间" in doubt] == [
        f"第1个表（河道疏浚绩效目标表）：“{foot.split(' |')[0]}”一行夹在指标中间，按说明处理，其后各行仍按指标读取"
    ]


def test_a_label_s_word_behind_levels_is_a_name() -> None:
    rows = FULL + "^ | ^ | 项目名称 | 2个\n | | 项目编码 | 3个\n效益指标 | 社会效益指标 | 受益人口 | ≥3万人"
    assert [i.name for i in read(grid(rows)).tables[0].indicators] == ["巡河次数", "项目名称", "项目编码", "受益人口"]
