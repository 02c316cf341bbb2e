"""Facts for models, typed by hand."""

from __future__ import annotations

import pytest
from row_typing import row_of

from zhibiao.features.facts import facts_of, placed_facts


@pytest.mark.parametrize(
    ("name", "value", "more", "holds", "fails"),
    [
        ("培训人数", "≥60人", {}, ["target=quantity", "dimension=people", "sign=≥", "name.kind=people"], ["value.when", "name.slogan"]),
        ("验收合格率", "100%", {}, ["share=100", "sign=", "whole"], ["share=95"]),
        ("群众满意度", "≥92%", {}, ["share=90", "name.kind=satisfaction"], ["share=85", "share=95"]),
        ("工程完工时间", "2026年10月底前", {}, ["value.when", "target=moment"], ["quantities=1"]),
        ("保障机关正常运转", "正常", {}, ["name.slogan"], ["target=quantity"]),
        ("培训人数", "≥60人", {"description": ""}, ["description.blank"], ["description.absent"]),
        ("培训人数", "≥60人", {}, ["description.absent", "basis.absent"], ["description.blank", "basis.blank"]),
        ("培训人数", "≥60人", {"description": "参加培训的人数"}, [], ["description.apart", "description.blank"]),
        ("培训人数", "≥60人", {"description": "设备购置数量"}, ["description.apart"], []),
        ("培训人数", "≥60人", {"basis": "冀财行〔2025〕31号"}, ["basis.document"], ["basis.blank"]),
    ],
)
def test_what_the_cells_say(name: str, value: str, more: dict[str, str], holds: list[str], fails: list[str]) -> None:
    facts = facts_of(row_of("数量指标", name, value, **more))
    assert [fact for fact in holds if fact not in facts] == []
    assert [fact for fact in fails if fact in facts] == []


def test_shares_of_repetition() -> None:
    facts = facts_of(row_of("质量指标", "提高工作水平", "提高工作水平", description="工作水平"))
    assert facts["value.repeats"] == 1.0
    assert facts["description.repeats"] == 1.0
    assert facts["description.length"] == pytest.approx(4 / 40)


def test_facts_are_blind_to_the_written_levels() -> None:
    one = facts_of(row_of("数量指标", "培训人数", "≥60人", level1="产出指标"))
    other = facts_of(row_of("生态效益指标", "培训人数", "≥60人", level1="效益指标"))
    assert one == other


def test_how_a_row_is_placed() -> None:
    right, wrong = (placed_facts(row_of(level2, "群众满意度", "≥90%")) for level2 in ("满意度指标", "数量指标"))
    assert right["belongs"] == 1.0
    assert wrong["belongs"] == -1.0
    assert "written=满意度" in right
    assert "written+last=数量/满意度" in wrong
    assert "written+dimension=数量/share" in wrong
    about = {"project_name": "渔业技术培训", "purpose": "培训渔民"}
    assert "project.in_title" in placed_facts(row_of("数量指标", "渔业技术培训人数", "≥60人", **about))
    assert "project.apart" in placed_facts(row_of("数量指标", "河道清淤长度", "≥6公里", **about))
    assert "project.unknown" in placed_facts(row_of("数量指标", "培训人数", "≥60人"))
