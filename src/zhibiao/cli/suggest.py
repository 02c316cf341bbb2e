"""`zhibiao suggest`: better wordings of one indicator."""

from __future__ import annotations

import json
import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zhibiao.cli.exit_status import WRONG_USE
from zhibiao.cli.output import opened

if TYPE_CHECKING:
    from zhibiao.model.suggestion import Suggestion


class Format(str, Enum):
    """Output formats of suggest."""

    table = "table"
    json = "json"


_Models = Annotated[
    Path | None, typer.Option("--models", metavar="FOLDER", help="换用这个文件夹里的模型，默认用自带的。", show_default=False)
]


def suggest(
    name: Annotated[str | None, typer.Option("--name", metavar="TEXT", help="三级指标名称。", show_default=False)] = None,
    value: Annotated[str | None, typer.Option("--value", metavar="TEXT", help="指标值。", show_default=False)] = None,
    description: Annotated[str | None, typer.Option("--description", metavar="TEXT", help="指标描述。", show_default=False)] = None,
    basis: Annotated[str | None, typer.Option("--basis", metavar="TEXT", help="指标值确定依据。", show_default=False)] = None,
    level1: Annotated[str | None, typer.Option("--level1", metavar="TEXT", help="一级指标。", show_default=False)] = None,
    level2: Annotated[str | None, typer.Option("--level2", metavar="TEXT", help="二级指标。", show_default=False)] = None,
    project: Annotated[str | None, typer.Option("--project", metavar="TEXT", help="项目名称。", show_default=False)] = None,
    purpose: Annotated[str | None, typer.Option("--purpose", metavar="TEXT", help="资金用途。", show_default=False)] = None,
    objective: Annotated[
        list[str] | None, typer.Option("--objective", metavar="TEXT", help="绩效目标，可以写几次。", show_default=False)
    ] = None,
    budget: Annotated[float | None, typer.Option("--budget", metavar="万元", help="预算数。", show_default=False)] = None,
    year: Annotated[int | None, typer.Option("--year", metavar="YEAR", help="预算年度。", show_default=False)] = None,
    count: Annotated[int, typer.Option("-k", metavar="N", min=1, max=10, help="最多给几条。")] = 3,
    form: Annotated[Format, typer.Option("--format", help="table（给人看）或 json。")] = Format.table,
    models: _Models = None,
) -> None:
    """Print better wordings of one indicator, best first."""
    from zhibiao.errors import ModelError
    from zhibiao.scorer import load

    try:
        found = load(models=models).suggest(
            k=count,
            name=name,
            value=value,
            description=description,
            basis=basis,
            level1=level1,
            level2=level2,
            project_name=project,
            purpose=purpose,
            objectives=objective,
            budget_total=budget,
            year=year,
        )
    except (ModelError, ValueError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(WRONG_USE) from error
    _print(found, form)


def _print(found: list[Suggestion], form: Format) -> None:
    from zhibiao.cli.suggest_table import suggest_table
    from zhibiao.reports.score_json import suggestions_json

    with opened(None, text=form is Format.table) as write:
        if form is Format.table:
            write(suggest_table(found, sys.stdout))
        else:
            write(json.dumps(suggestions_json(tuple(found)), ensure_ascii=False, indent=1) + "\n")
