"""Points by the rubric: every expected number is worked out by hand."""

from __future__ import annotations

import pytest

from zhibiao.model.finding import Finding
from zhibiao.scoring.points import grade_of, row_score, table_score, weighted


def finding(severity: str, code: str = "M206") -> Finding:
    return Finding(code, "slug", severity, "value", (0, 1), "1", "…", "…")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("smart", "severities", "wanted"),
    [
        ("33333", [], 100.0),
        ("33333", ["warning"], 100.0),
        ("33333", ["error"], 79.0),
        ("30011", [], 31.7),  # 100 × (0.6 + 0.25 + 0.1) / 3
        ("22222", [], 66.7),
        ("00000", ["error"], 0.0),
        ("32232", [], 81.7),  # 100 × (0.6 + 0.6 + 0.3 + 0.75 + 0.2) / 3
    ],
)
def test_row(smart: str, severities: list[str], wanted: float) -> None:
    grades = dict(zip("SMART", map(int, smart), strict=True))
    assert row_score(grades, [finding(one) for one in severities]) == wanted


@pytest.mark.parametrize(
    ("score", "wanted"), [(100, "优"), (90, "优"), (89.9, "良"), (80, "良"), (79, "中"), (60, "中"), (59.9, "差"), (0, "差")]
)
def test_grades_at_the_ministrys_lines(score: float, wanted: str) -> None:
    assert grade_of(score) == wanted


def test_weights_count_only_where_every_row_has_one() -> None:
    assert weighted([(100.0, 10.0), (50.0, 30.0)]) == 62.5
    assert weighted([(100.0, 10.0), (50.0, None)]) == 75.0
    assert weighted([(100.0, 0.0), (50.0, 30.0)]) == 75.0
    assert weighted([]) is None


def test_table_loses_five_for_an_error_and_two_for_a_warning() -> None:
    rows = [(90.0, None), (80.0, None)]
    assert table_score(rows, [finding("error"), finding("warning"), finding("info")], hollow=False) == 78.0
    assert table_score(rows, [], hollow=True) == 59.0
    assert table_score([(3.0, None)], [finding("error")], hollow=False) == 0.0
    assert table_score([], [], hollow=False) is None
