"""Plausible grades of a row, worked out by hand."""

from __future__ import annotations

import pytest

from zhibiao.model.finding import Finding
from zhibiao.scoring.doubt import TRUST, grade_spread, grade_spreads, in_doubt
from zhibiao.scoring.letters import Letter


def letter(*spread: float) -> Letter:
    grade = max(range(4), key=lambda g: spread[g])
    return Letter(grade, spread[grade], spread, ())


THREE = letter(0.0, 0.0, 0.0, 1.0)
ERROR = Finding("S101", "empty-talk", "error", "name", (0, 1), "…", "…", "…")


def test_sure_letters_give_one_grade() -> None:
    assert grade_spread(dict.fromkeys("SMART", THREE), (), {}) == (1.0, 0.0, 0.0, 0.0)


def test_one_open_letter_spreads_over_two_grades() -> None:
    # M 3: 60 of 60 points, 优; M 1: 48 of 60, 80 points, 良
    spread = grade_spread({**dict.fromkeys("SART", THREE), "M": letter(0.0, 0.3, 0.0, 0.7)}, (), {})
    assert spread == pytest.approx((0.7, 0.3, 0.0, 0.0))


def test_an_error_leaves_little_hope_of_a_pass() -> None:
    spread = grade_spread(dict.fromkeys("SMART", THREE), [ERROR], {})
    assert spread == pytest.approx((1 - TRUST, 0.0, TRUST, 0.0))


def test_an_overlooked_error_is_reckoned_with() -> None:
    spread = grade_spread(dict.fromkeys("SMART", THREE), (), {"fault.S101": 0.2, "fault.R401": 0.5, "project.similarity": 0.9})
    assert spread == pytest.approx((0.4, 0.0, 0.6, 0.0))


def test_doubt_asks_for_the_other_side_of_eighty() -> None:
    open_letters = {**dict.fromkeys("SART", THREE), "M": letter(0.2, 0.0, 0.0, 0.8)}  # 42 of 60 points: 中
    rows = [open_letters, open_letters, dict.fromkeys("SMART", THREE)]
    assert in_doubt(rows, [()] * 3, [{}] * 3, [100.0] * 3, [0.15, 0.25, 0.01]) == [True, False, False]


def test_no_rows() -> None:
    assert in_doubt([], [], [], [], []) == []


def test_a_row_beside_others_is_spread_as_alone() -> None:
    """M 1 or 3 and R 0 or 3: 60, 48, 45 and 33 points."""
    open_letters = {**dict.fromkeys("SAT", THREE), "M": letter(0.0, 0.3, 0.0, 0.7), "R": letter(0.4, 0.0, 0.0, 0.6)}
    together = grade_spreads([dict.fromkeys("SMART", THREE), open_letters], [(), [ERROR]], [{}, {"fault.S101": 0.5}])
    assert grade_spread(open_letters, (), {}) == pytest.approx((0.42, 0.18, 0.28, 0.12))
    assert together[1].tolist() == pytest.approx([0.21, 0.09, 0.58, 0.12])
    assert together[0].tolist() == [1.0, 0.0, 0.0, 0.0]
