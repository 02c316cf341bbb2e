"""Labels, judgements and features as pandas data frames, a row for each labelled row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from zhibiao.learned.judge import Judge
from zhibiao.model.report import LETTERS
from zhibiao.scoring.points import grade_of
from zhibiao.training.data.records import FEEDBACK, TEXTS, LabelledTable
from zhibiao.training.data.splits import PARTS
from zhibiao.training.evaluation.judged import Judged
from zhibiao.training.materials import sample
from zhibiao.training.named import named_numbers
from zhibiao.training.review import true_score

_PANDAS = "要用数据框，请先运行 pip install pandas，或 pip install 'zhibiao[notebooks]'。"


def _pandas() -> Any:
    try:
        import pandas as pd
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(_PANDAS, name=error.name) from error
    return pd


def labels_frame(tables: Sequence[LabelledTable], splits: Mapping[str, str] | None = None) -> Any:
    """Indexed by row: the table's facts, the texts, the five grades, category, codes, and the score that follows from the labels."""
    rows: dict[str, dict[str, Any]] = {}
    for table in tables:
        part = PARTS[0] if table.source == FEEDBACK else (splits or {}).get(table.id)
        told: dict[str, Any] = {"table": table.id, "source": table.source, "part": part, "sector": table.sector, "kind": table.kind}
        told |= {"form": table.about.get("form"), "level": table.about.get("level"), "year": table.year, "project_name": table.project_name}
        for row in table.used:
            if row.labels is not None:
                score = true_score(row.labels)
                rows[row.id] = {
                    **told,
                    **{field: row.texts.get(field) for field in TEXTS},
                    "written": row.written,
                    **{letter: row.labels.grades[letter] for letter in LETTERS},
                    "category": row.labels.category,
                    "acceptable": row.labels.acceptable,
                    "codes": tuple(sorted(row.labels.codes)),
                    "score": score,
                    "grade": None if score is None else grade_of(score),
                }
    return _framed(rows)


def judged_frame(found: Sequence[Judged]) -> Any:
    """Indexed by row: what the labels say (true_…) beside what was judged, with confidence (p_…)."""
    rows: dict[str, dict[str, Any]] = {}
    for each in found:
        for row, line in each.rows:
            if row.labels is None:
                continue
            score, smart, likely = true_score(row.labels), line.smart or {}, line.probability or {}
            rows[row.id] = {
                "table": each.table.id,
                "sector": each.table.sector,
                "form": each.table.about.get("form"),
                "project_name": each.table.project_name,
                "name": row.texts.get("name"),
                "value": row.texts.get("value"),
                **{f"true_{letter}": row.labels.grades[letter] for letter in LETTERS},
                **{letter: smart.get(letter) for letter in LETTERS},
                **{f"p_{letter}": likely.get(letter) for letter in LETTERS},
                "true_category": row.labels.category,
                "acceptable": row.labels.acceptable,
                "category": line.category.best,
                "p_category": line.category.probability,
                "true_score": score,
                "score": line.score,
                "true_grade": None if score is None else grade_of(score),
                "grade": line.grade,
                "needs_review": line.needs_review,
                "true_codes": tuple(sorted(row.labels.codes)),
                "codes": tuple(sorted({finding.code for finding in line.findings})),
            }
    return _framed(rows)


def features_frame(tables: Sequence[LabelledTable], judge: Judge) -> Any:
    """Indexed by row: every named number that the trees read."""
    these = sample(tables)
    idents = [row.id for table in tables for row in table.used if row.labels is not None]
    return _pandas().DataFrame(named_numbers(judge, these.rows), index=_pandas().Index(idents, name="row"), columns=judge.smart.names)


def _framed(rows: Mapping[str, Mapping[str, Any]]) -> Any:
    frame = _pandas().DataFrame.from_dict(rows, orient="index")
    frame.index.name = "row"
    return frame
