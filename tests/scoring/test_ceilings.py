"""Ceilings of the rubric, typed by hand."""

from __future__ import annotations

import pytest

from zhibiao.rules.catalogue import catalogue
from zhibiao.scoring.ceilings import ceilings, lowest


@pytest.mark.parametrize(
    ("code", "field", "expected"),
    [
        ("M201", "value", {"M": 0, "A": 0}),
        ("F002", "value", {"M": 0, "A": 0}),
        ("F002", "name", {"S": 2}),
        ("S101", "name", {"S": 0}),
        ("S101", "description", {"S": 2}),
        ("M206", "value", {"M": 2}),
        ("R401", "level2", {"R": 1}),
        ("T502", "name", {"T": 1}),
        ("M207", "value", {}),
    ],
)
def test_a_finding_sets_its_ceiling(code: str, field: str, expected: dict[str, int]) -> None:
    assert code in catalogue()
    assert ceilings(code, field) == expected


def test_the_lowest_ceiling_holds() -> None:
    assert lowest([("M206", "value"), ("M204", "value"), ("S103", "description")]) == {"M": 1, "S": 2}
    assert lowest([]) == {}
