"""Labelled tables typed by hand, written as training_data/ holds them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def row(number: int = 1, **changed: Any) -> dict[str, Any]:
    """A sound row; texts and labels can be changed by name."""
    texts = {
        "level1": "产出指标",
        "level2": "数量指标",
        "name": "渠道防渗长度",
        "description": "现浇混凝土衬砌的渠道长度",
        "value": "≥3.2公里",
        "basis": "初步设计批复",
    }
    labels = {"S": 3, "M": 3, "A": 3, "R": 3, "T": 2, "category": "数量", "acceptable": ["数量"], "findings": []}
    texts.update({key: changed.pop(key) for key in tuple(changed) if key in texts})
    labels.update(changed)
    return {"row": number, **texts, "labels": labels}


def table(*rows: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """A good table of some rows."""
    about = {
        "id": "good-water-001",
        "sector": "水利",
        "kind": "建设",
        "year": 2026,
        "project_name": "南灌区渠道防渗工程",
        "columns": ["level1", "level2", "name", "description", "value", "basis"],
        "budget_total": 96.0,
        "budget_fiscal": 96.0,
        "budget_other": 0.0,
        "objectives": ["完成渠道防渗3.2公里"],
        "spending_plan": {"3月底": "20%", "6月底": "60%", "10月底": "90%", "12月底": "100%"},
        "findings": [],
    }
    return {**about, **changed, "indicators": list(rows or [row()])}


def written(folder: Path, *tables: dict[str, Any], part: str = "good") -> Path:
    """The folder with one file of tables."""
    (folder / part).mkdir(parents=True, exist_ok=True)
    lines = "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in tables)
    (folder / part / "water.jsonl").write_text(lines, encoding="utf-8")
    return folder
