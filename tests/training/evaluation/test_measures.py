"""Measures worked out by hand."""

from __future__ import annotations

import pytest

from zhibiao.training.evaluation.measures import Found, calibration_error, class_recall


def test_calibration_error() -> None:
    assert calibration_error([0.95, 0.95], [True, True]) == pytest.approx(0.05)
    # bin of 0.9: 0.9 said, half right, two of three rows; bin of 0.5: 0.5 said, right, one of three
    assert calibration_error([0.9, 0.9, 0.5], [True, False, True]) == pytest.approx(2 / 3 * 0.4 + 1 / 3 * 0.5)
    assert calibration_error([1.0], [True]) == 0.0


def test_class_recall_gives_every_class_one_voice() -> None:
    assert class_recall(["数量", "数量", "数量", "质量"], [True, True, False, False]) == pytest.approx((2 / 3 + 0) / 2)
    assert class_recall([], []) == 0.0


def test_precision_by_any_reader_recall_by_all() -> None:
    found = Found()
    found.add(found=True, may=True, must=False)  # one of two readers: right, but nothing had to be found
    found.add(found=True, may=False, must=False)
    found.add(found=False, may=True, must=True)
    found.add(found=True, may=True, must=True)
    assert found.precision == pytest.approx(2 / 3)
    assert found.recall == pytest.approx(1 / 2)
    assert found.cases == 2
    assert Found().precision is None
    assert Found().recall is None
