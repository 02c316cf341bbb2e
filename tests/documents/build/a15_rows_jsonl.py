"""Rows as JSON lines by the keys of the rows interface: ids of all kinds, blank strings, absent keys, null, a row without a project."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from expected_parse import indicator, table, write_expected

SEEDS: dict[str, Any] = {
    "project_name": "小麦良种补贴与统防统治",
    "purpose": "补贴小麦良种采购，开展赤霉病统防统治。",
    "objectives": ["推广小麦良种42万亩，良种覆盖率稳定在98%以上。", "4月下旬完成赤霉病统防统治一次，防治效果85%以上。"],
    "budget_total": 1260.0,
    "year": 2025,
}
KITCHENS: dict[str, Any] = {"project_name": "农村敬老院“明厨亮灶”改造", "budget_total": 45.6, "objectives": [], "year": 2025}
SEED_ROWS: tuple[dict[str, Any], ...] = (
    {
        "id": 1,
        "level1": "产出指标",
        "level2": "数量指标",
        "name": "良种补贴面积",
        "description": "实播核验面积",
        "value": "≥42万亩",
    },
    {
        "id": "2",
        "level1": "产出指标",
        "level2": "质量指标",
        "name": "防治效果",
        "description": "",
        "value": "≥85%",
        "basis": "NY/T 1464",
    },
    {"id": 3, "level1": "产出指标", "level2": "时效指标", "name": "统防统治完成时间", "value": "4月底前", "basis": ""},
    {"id": None, "level1": "产出指标", "level2": "成本指标", "name": "亩均补贴标准", "value": "=15元/亩", "basis": "皖农计财〔2025〕8号"},
    {"level1": "效益指标", "level2": "经济效益指标", "name": "亩均增产", "value": ""},
    {"id": "r-6", "level1": "满意度指标", "level2": None, "name": "种粮大户满意度", "description": None, "value": "≥90％"},
)
KITCHEN_ROWS: tuple[dict[str, Any], ...] = (
    {"id": {"file": "a.xlsx", "row": 4}, "name": "改造敬老院厨房数量", "value": "12个"},
    {"id": 8, "name": "食品安全事故", "value": "0", "level2": "社会效益指标"},
    {"id": 9, "name": "", "value": "有效提升老人就餐满意度", "level1": "效益指标"},
)
STRANGER: dict[str, Any] = {"id": "x", "level2": "质量指标", "name": "档案数字化差错率", "value": "≤0.3‰", "basis": "DA/T 31-2017"}
FIELDS = ("level1", "level2", "name", "value", "description", "basis")


def build(folder: Path) -> None:
    lines = [{**SEEDS, **row} for row in SEED_ROWS] + [{**KITCHENS, **row} for row in KITCHEN_ROWS] + [STRANGER]
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    (folder / "a15_rows_jsonl.jsonl").write_text(text.replace("\n", "\n\n", 1) + "\n", encoding="utf-8")
    tables = [
        table(
            None,
            [indicator(*(row.get(field) for field in FIELDS)) for row in SEED_ROWS],
            project_name=SEEDS["project_name"],
            budget_total=1260.0,
            purpose=SEEDS["purpose"],
            objectives=SEEDS["objectives"],
        ),
        table(
            None,
            [indicator(*(row.get(field) for field in FIELDS)) for row in KITCHEN_ROWS],
            project_name=KITCHENS["project_name"],
            budget_total=45.6,
        ),
        table(None, [indicator(*(STRANGER.get(field) for field in FIELDS))]),
    ]
    write_expected(folder, "a15_rows_jsonl.jsonl", tables, year=2025)


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent / "files")
