"""Days that come round, signs that are written twice or bind nobody, shares that are areas."""

from __future__ import annotations

import pytest

import zhibiao
from zhibiao.model.suggestion import Suggestion
from zhibiao.scorer import Scorer


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return zhibiao.load(suggest=True)


def first(scorer: Scorer, **fields: str) -> Suggestion:
    return scorer.suggest(year=2026, **fields)[0]  # type: ignore[arg-type]


def test_wages_have_a_day_of_each_month(scorer: Scorer) -> None:
    found = first(scorer, level2="时效指标", name="工资发放及时率", value="≥100%", project_name="聘用制书记员经费")
    assert (found.kind, found.rows[0]["value"]) == ("mend", "每月＿日前")


def test_what_is_paid_by_the_quarter_has_a_day_of_each_quarter(scorer: Scorer) -> None:
    found = first(
        scorer,
        level2="时效指标",
        name="补贴拨付",
        description="按季拨付利息费用补贴",
        value="及时拨付",
        project_name="县级储备粮利息费用补贴",
    )
    assert found.rows[0]["value"] == "每季度首月＿日前"


def test_at_least_nothing_becomes_none(scorer: Scorer) -> None:
    found = first(scorer, level2="质量指标", name="死亡冒领人数", value="≥0人", project_name="80周岁以上老年人高龄津贴")
    assert (found.rows[0]["name"], found.rows[0]["value"]) == ("死亡冒领人数", "=0人")


def test_vegetation_covers_an_area(scorer: Scorer) -> None:
    found = first(
        scorer,
        level2="生态效益指标",
        name="治理区植被覆盖率",
        description="治理区植被覆盖率",
        value="由12%提高到60%以上",
        project_name="采石场生态修复治理工程",
    )
    assert found.rows[0]["value"] == "≥60%"
    assert (found.rows[0]["description"] or "").startswith("林草等植被垂直投影面积÷区域总面积")


def test_fields_are_measured_in_mu(scorer: Scorer) -> None:
    found = first(
        scorer, level2="生态效益指标", name="违法用地整改复耕面积", value="≥120", project_name="卫片执法图斑核查及违法用地动态巡查业务费"
    )
    assert (found.kind, found.rows[0]["value"]) == ("mend", "≥120亩")
