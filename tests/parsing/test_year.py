"""Which years are the budget year, and which are only mentioned."""

from __future__ import annotations

import pytest

from zhibiao.parsing.year import (
    most_common_year,
    year_in_deadlines,
    year_in_file_name,
    year_in_grants,
    year_in_text,
    year_in_title,
    year_of_code,
)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("临江县水利局2025年部门预算绩效文本", 2025),
        ("2 0 2 5 年度项目支出绩效目标表", 2025),
        ("（2025年度）", 2025),
        ("2025部门预算公开", 2025),
        ("关于提前下达2026年水利发展资金的通知", 2026),
        ("2024年提前下达2025年河道疏浚资金绩效目标表", 2025),
    ],
)
def test_year_in_title(text: str, year: int) -> None:
    assert year_in_title(text) == year


@pytest.mark.parametrize(
    "text", ["冀财建〔2024〕211号", "冀财〔2024〕预算绩效目标表", "项目支出绩效目标表", "120250年", "1998年部门预算", "合同编号2025-001"]
)
def test_no_year_in_title(text: str) -> None:
    assert year_in_title(text) is None


@pytest.mark.parametrize(
    ("code", "year"),
    [
        ("13081123P00098410005X", 2023),
        ("13092525P007124100019", 2025),
        ("330100241234567890", 2024),
        ("X3081123P00098410005", None),
        ("1308112", None),
        ("", None),
        (None, None),
        ("13081111P00098410005X", None),
        ("130811230", None),
    ],
)
def test_year_of_code(code: str | None, year: int | None) -> None:
    assert year_of_code(code) == year


def test_most_common_year() -> None:
    assert most_common_year([2024, 2025, 2025, None]) == 2025
    assert most_common_year([2025, 2024]) == 2025  # as often: the later
    assert most_common_year([2024, 2024, 2025]) == 2024
    assert most_common_year([None]) is None
    assert most_common_year([]) is None


@pytest.mark.parametrize(
    ("texts", "year"),
    [
        (["2025年12月31日前"], 2025),
        (["2025.6.30前完成"], 2025),
        (["2025年底"], 2025),
        (["2025-10-31"], 2025),
        (["2024年9月开工", "2025年6月完工", "2025年年内"], 2025),
        (["12月底前"], None),
        (["较2020年提高"], None),
        (["《2024年农村公路统计年报》"], None),
        ([], None),
    ],
)
def test_year_in_deadlines(texts: list[str], year: int | None) -> None:
    assert year_in_deadlines(texts) == year


def test_year_in_grants() -> None:
    assert year_in_grants(["提前下达2025年车辆购置税收入补助地方资金"]) == 2025
    assert year_in_grants(["2024年结转资金"]) is None


def test_year_in_text() -> None:
    assert year_in_text(["2025年，县水利局……", "到2030年……", "2025年全年"]) == 2025
    assert year_in_text(["〔2024〕12号"]) is None


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("2025年绩效目标.docx", 2025),
        ("绩效目标2025.xlsx", 2025),
        ("20251231.docx", None),
        ("2024-2025年.docx", None),
        ("2025年（2025版）.pdf", 2025),
        ("绩效.docx", None),
    ],
)
def test_year_in_file_name(name: str, year: int | None) -> None:
    assert year_in_file_name(name) == year
