"""Plausible grades of a row, worked out by hand."""

from __future__ import annotations

import pytest

from zhibiao.model.finding import Finding
from zhibiao.scoring.doubt import TRUST, grade_spread, in_doubt
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
    assert in_doubt(open_letters, (), {}, 100.0, 0.15)
    assert not in_doubt(open_letters, (), {}, 100.0, 0.25)
    assert not in_doubt(dict.fromkeys("SMART", THREE), (), {}, 100.0, 0.01)
