"""Whose document this is, and for which year."""

from __future__ import annotations

import pytest

from zhibiao.model.document import Indicator, Table
from zhibiao.parsing.narrative import Narrative
from zhibiao.parsing.unit import document_unit, document_year, plain_unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("348001 临江县水利局本级", "临江县水利局"),
        ("348001-临江县水利局", "临江县水利局"),
        ("[348]临江县水利局", "临江县水利局"),
        ("临江县水利局（盖章）", "临江县水利局"),
        ("临江县水利局（本级）", "临江县水利局"),
        ("临江县水利局（汇总）", "临江县水利局"),
        ("临江县水利局", "临江县水利局"),
        ("市第八中学", "市第八中学"),
        ("12345", None),
        ("", None),
        (None, None),
        ("   ", None),
    ],
)
def test_plain_unit(text: str | None, expected: str | None) -> None:
    assert plain_unit(text) == expected


def test_the_narrative_s_unit_comes_first() -> None:
    tables = [Table(unit="县档案馆", department="县委办公室")]
    assert document_unit(Narrative(unit="348001临江县水利局（盖章）"), tables) == "临江县水利局"
    assert document_unit(Narrative(), tables) == "县档案馆"


def test_tables_that_name_different_bodies_name_none() -> None:
    assert document_unit(Narrative(), [Table(department="县水利局"), Table(department="县教育局")]) is None
    assert document_unit(Narrative(), [Table(department="348001县水利局"), Table(department="县水利局本级"), Table()]) == "县水利局"
    assert document_unit(Narrative(), []) is None


def test_years_in_the_order_of_their_weight() -> None:
    dated = Indicator(1, name="完工时间", value="2023年12月31日前")
    table = Table(project_code="13092524P007124100019", indicators=(dated,), project_name="河道疏浚")
    titled = Narrative(title="临江县水利局2026年部门预算绩效文本", year=2026)
    assert document_year(titled, [table], "2022年.docx") == 2026
    assert document_year(Narrative(), [Table(year=2025), table], "2022年.docx") == 2025
    assert document_year(Narrative(), [table], "2022年.docx") == 2024
    assert document_year(Narrative(), [Table(indicators=(dated,))], "2022年.docx") == 2023
    assert document_year(Narrative(), [Table()], "送审/2022年绩效.docx") == 2022
    assert document_year(Narrative(overall_goal="2025年，疏浚河道。"), [], "绩效.docx") == 2025
    assert document_year(Narrative(), [Table(objectives=("2025年疏浚河道",))], "绩效.docx") == 2025
    assert document_year(Narrative(), [Table(project_name="2023年续建河道")], "绩效.docx") is None  # when the work began


def test_a_year_of_the_folder_is_none_of_the_file() -> None:
    assert document_year(Narrative(), [], "2022年/绩效.docx") is None
    assert document_year(Narrative(), [], "D:\\2022年\\绩效.docx") is None


def test_a_grant_s_year_counts_before_deadlines() -> None:
    table = Table(project_name="提前下达2025年水利发展资金", indicators=(Indicator(1, name="完工时间", value="2026年6月30日前"),))
    assert document_year(Narrative(), [table], "绩效.docx") == 2025
