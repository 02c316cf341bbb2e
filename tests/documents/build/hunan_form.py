"""The Hunan forms: department and project table with a side column, blank 生态 rows and 满意度 printed under 效益."""

from __future__ import annotations

from collections.abc import Sequence

from word_grids import LEFT, UP, Grid

DEPARTMENT_FIELDS = ("level1", "level2", "name", "value")
PROJECT_FIELDS = ("level1", "level2", "name", "value", "standard")
Rows = Sequence[Sequence[str]]


def indicator_grid(side: str, heads: Sequence[str], rows: Rows) -> Grid:
    """Head row and indicators beside the merged side column."""
    body = [[UP, *(cell or UP if k < 2 else cell for k, cell in enumerate(row))] for row in rows]
    return [[side, *heads], *body]


def department_grid(name: str, money: Sequence[tuple[str, str]], duties: str, goals: Sequence[str], rows: Rows) -> Grid:
    """部门整体支出绩效目标表; `money` holds the two columns under the total (by source, by kind of spending)."""
    total, *parts = money
    return [
        ["部门名称", name, LEFT, LEFT, LEFT],
        ["年度预算申请\n（万元）", total[0], LEFT, LEFT, LEFT],
        *([UP, source, LEFT, kind, LEFT] for source, kind in parts),
        ["部门职能\n职责概述", duties, LEFT, LEFT, LEFT],
        ["整体绩效目标", "\n".join(f"{n}.{goal}" for n, goal in enumerate(goals, 1)), LEFT, LEFT, LEFT],
        *indicator_grid("部门整体支出\n年度绩效指标", ("一级指标", "二级指标", "三级指标", "指标值及单位"), rows),
    ]


def project_grid(name: str, department: str, amount: str, period: str, goals: tuple[str, str], rows: Rows) -> Grid:
    """项目支出绩效目标表; `goals` are those of the whole period and of this year."""
    return [
        ["项目支出名称", name, LEFT, "预算部门", department, LEFT],
        ["年度本级\n预算金额", amount, LEFT, "该项目支出上级资金", "（分级填报）", LEFT],
        ["项目支出实施期", period, LEFT, LEFT, LEFT, LEFT],
        ["实施期绩效目标", goals[0], LEFT, LEFT, LEFT, LEFT],
        ["本年度绩效目标", goals[1], LEFT, LEFT, LEFT, LEFT],
        *indicator_grid("本年度\n绩效指标", ("一级指标", "二级指标", "三级指标", "指标值及单位", "绩效标准"), rows),
    ]
