"""How much of a row its project says, counted by hand."""

from __future__ import annotations

import pytest
from row_typing import row_of

from zhibiao.features.purpose import said_by_project

ABOUT = {"project_name": "渔业技术培训", "purpose": "举办培训班8期", "objectives": ("全年培训渔民320人次",)}


def test_pairs_of_characters() -> None:
    said = said_by_project(row_of("数量指标", "培训渔民人次", "≥320人次", **ABOUT))
    assert said["said.name"] == pytest.approx(4 / 5)  # 培训 训渔 渔民 人次; not 民人
    assert said["said.longest"] == pytest.approx(4 / 8)  # 培训渔民
    assert said["said.figure"] == 1.0
    assert said["said.goal_figure"] == 1.0


def test_a_figure_is_found_whole() -> None:
    assert said_by_project(row_of("数量指标", "培训渔民人次", "≥32人次", **ABOUT))["said.figure"] == 0.0
    assert "said.figure" not in said_by_project(row_of("质量指标", "培训合格率", "100%", **ABOUT))  # 100 stands anywhere


def test_dates_and_amounts_of_an_objective() -> None:
    about = {"project_name": "渔业技术培训", "objectives": ("10月20日前培训渔民320人次",)}
    assert said_by_project(row_of("时效指标", "结业日期", "2026年10月20日前", **about))["said.goal_date"] == 1.0
    assert said_by_project(row_of("时效指标", "结业日期", "2026年10月底前", **about))["said.goal_date"] == 0.0  # a month of its own
    assert said_by_project(row_of("时效指标", "结业日期", "2026年0月20日前", **about))["said.goal_date"] == 0.0
    assert said_by_project(row_of("数量指标", "培训渔民人次", "≥320人次", **about))["said.goal_amount"] == 1.0
    assert said_by_project(row_of("数量指标", "发放资料份数", "≥320份", **about))["said.goal_amount"] == 0.0  # other things
    assert "said.goal_date" not in said_by_project(row_of("数量指标", "培训渔民人次", "≥320人次", **about))
    assert "said.goal_amount" not in said_by_project(row_of("质量指标", "培训效果", "良好", **about))


def test_nothing_in_common() -> None:
    said = said_by_project(row_of("质量指标", "苗木成活率", "≥90%", **ABOUT))
    assert said["said.name"] == said["said.goal"] == said["said.head"] == 0.0


def test_an_unknown_project_says_nothing() -> None:
    assert said_by_project(row_of("数量指标", "培训人数", "≥60人")) == {}
    assert said_by_project(row_of("数量指标", "", "≥60人", **ABOUT))["said.name"] == 0.0


def test_signs_and_letters_part_the_pairs() -> None:
    said = said_by_project(row_of("数量指标", "培训5G渔民", "≥1人", **ABOUT))
    assert said["said.name"] == 1.0  # 培训 渔民, and no pair over 5G
