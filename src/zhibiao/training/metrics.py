"""metrics.json of each model: the figures that `zhibiao evaluate` prints."""

from __future__ import annotations

from pathlib import Path

from zhibiao.learned.files import seal, write_json
from zhibiao.training.evaluation.report import evaluate


def write_metrics(data_folder: Path, models: Path) -> list[str]:
    """Measure, write, seal again; the printed lines."""
    measured = evaluate(data_folder, models)
    for name in ("encoder", "category", "smart", "suggestions"):
        write_json(models / name / "metrics.json", getattr(measured, name))
        seal(models / name)
    return measured.lines
