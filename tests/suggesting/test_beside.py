"""What other rows measure already."""

from __future__ import annotations

import pytest

from zhibiao.suggesting.beside import of_names


@pytest.mark.parametrize(
    ("name", "others", "held"),
    [
        ("翻新面积", ["翻新的面积"], True),  # 的 says nothing
        ("跑道翻新成果验收合格率", ["验收合格率"], True),  # a name without a thing is of any thing
        ("培训结业考核通过率", ["首次结业考核通过率"], True),
        ("设备验收合格率", ["工程验收合格率"], False),
        ("家长对校园餐的满意度", ["家长满意度"], True),
        ("家长满意度", ["学生满意度", "教师满意度"], False),
        ("救护员培训人数", ["救护员培训期数"], False),  # people and courses
        ("施工扰民投诉", ["施工进度"], False),  # nothing says what is counted
        ("巡查次数", [], False),
    ],
)
def test_the_same_is_not_measured_twice(name: str, others: list[str], held: bool) -> None:
    assert of_names(others).holds(name) is held
