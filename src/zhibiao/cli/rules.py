"""`zhibiao rules` and `zhibiao explain`: the catalogue, and the page of one rule."""

from __future__ import annotations

import json
import sys
from enum import Enum
from typing import Annotated

import typer

from zhibiao.cli.exit_status import WRONG_USE
from zhibiao.cli.output import opened


class Format(str, Enum):
    """Output formats of rules."""

    table = "table"
    json = "json"


def rules(
    form: Annotated[Format, typer.Option("--format", help="table（给人看的清单）或 json。")] = Format.table,
) -> None:
    """Print the catalogue."""
    from zhibiao.reports.catalogue import catalogue_json

    entries = catalogue_json()
    if form is Format.json:
        with opened(None) as write:
            write(json.dumps(entries, ensure_ascii=False, indent=1) + "\n")
        return
    from zhibiao.cli.rules_table import rules_table

    with opened(None, text=True) as write:
        write(rules_table(entries, sys.stdout))


def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="问题的代码、英文名或中文名，例如 M206。", show_default=False)],
) -> None:
    """Print the page of one rule."""
    from zhibiao.reports.rule_page import rule_page
    from zhibiao.rules.lookup import find, near

    entry = find(code)
    if entry is None:
        names = "、".join(f"{one.rule.code} {one.rule.title}" for one in near(code))
        typer.echo(f"没有“{code}”这种问题。{f'相近的有：{names}。' if names else ''}全部代码见 zhibiao rules。", err=True)
        raise typer.Exit(WRONG_USE)
    with opened(None, text=True) as write:
        write(rule_page(entry))
