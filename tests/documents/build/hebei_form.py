"""The Hebei form: a department text with narrative, then a 项目绩效目标表 per project (head grid, indicator grid)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from printed_rows import PLAN, table
from word_grids import LEFT, UP, Grid

HEADS = ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据")


@dataclass(frozen=True)
class Project:
    """One 项目绩效目标表; amounts and shares as printed, rows in the order of HEADS (blank levels are merged with those above)."""

    name: str
    code: str
    department: str
    total: str
    fiscal: str
    other: str
    purpose: str
    plan: Sequence[str]
    objectives: Sequence[str]
    rows: Sequence[Sequence[str]] = field(default=())

    def expected(self) -> dict[str, Any]:
        """As a careful reader writes it down."""

        def amount(text: str) -> float | None:
            return float(text.replace(",", "")) if text else None

        return table(
            self.rows,
            title=f"{self.name}绩效目标表",
            project_code=self.code.replace(" ", ""),
            project_name=self.name,
            department=self.department,
            amount_unit="万元",
            budget_total=amount(self.total),
            budget_fiscal=amount(self.fiscal),
            budget_other=amount(self.other),
            purpose=self.purpose or None,
            spending_plan={month: share or None for month, share in zip(PLAN, self.plan, strict=True)},
            objectives=list(self.objectives),
        )

    def head(self) -> Grid:
        """The part above the indicators, on seven columns."""
        q1, q2, q3, q4 = self.plan
        return [
            ["项目编码", self.code, LEFT, "项目名称", self.name, LEFT, LEFT],
            ["预算规模及资金用途", "预算数", self.total, "其中：财政资金", self.fiscal, "其他资金", self.other],
            [UP, self.purpose, LEFT, LEFT, LEFT, LEFT, LEFT],
            ["资金支出计划（%）", PLAN[0], LEFT, PLAN[1], PLAN[2], PLAN[3], LEFT],
            [UP, q1, LEFT, q2, q3, q4, LEFT],
            ["绩效目标", "\n".join(f"{n}.{text}" for n, text in enumerate(self.objectives, 1)), LEFT, LEFT, LEFT, LEFT, LEFT],
        ]

    def body(self) -> Grid:
        """The indicators with their header row; blank levels become merged cells."""
        return [list(HEADS), *([cell or UP if column < 2 else cell for column, cell in enumerate(row)] for row in self.rows)]
