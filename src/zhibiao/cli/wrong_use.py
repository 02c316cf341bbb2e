"""Wrong use of a command, told in Chinese: typer has its messages in English only."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Any

import typer
from typer.core import TyperGroup

from zhibiao.cli.exit_status import DONE, STOPPED, WRONG_USE
from zhibiao.cli.output import FULL, OutputError, give_up_stdout

_NO_ROOM = "磁盘已满或超过了限额，没有做完。请清理磁盘后重试。"
# click's errors: typer brings them from click or from a copy of its own, by version, and exports only this one
_UsageError: Any = typer.BadParameter.__mro__[1]


class ChineseGroup(TyperGroup):
    """A group of commands that says in Chinese what was wrong with the command line, and how it should be."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run; as in typer the process ends here with the exit status, unless standalone_mode is False."""
        alone = extra.get("standalone_mode", True)
        extra["standalone_mode"] = False
        if not alone:
            return super().main(*args, **extra)
        try:
            status = super().main(*args, **extra)
        except _UsageError as error:
            status = WRONG_USE
            typer.echo(told(error), err=True)
        except OutputError as error:
            status = WRONG_USE
            typer.echo(str(error), err=True)
        except OSError as error:
            if error.errno not in FULL:
                raise
            status = WRONG_USE
            give_up_stdout()
            with suppress(OSError):  # the log may lie on the same disk
                typer.echo(_NO_ROOM, err=True)
        sys.exit(status if isinstance(status, int) else DONE)

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named, to its end or to Ctrl-C."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as stop:
            typer.echo("已停止。", err=True)
            raise typer.Exit(STOPPED) from stop

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the first word names."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            ctx.fail(f"没有 {args[0]} 这个命令，现有的命令：{'、'.join(self.list_commands(ctx))}。")
        return super().resolve_command(ctx, args)


def told(error: Any) -> str:
    """What was wrong, the usage, and where the description is."""
    context = error.ctx
    if type(error).__name__ == "NoArgsIsHelpError":
        return str(error.format_message())
    if context is None:
        return _cause(error)
    usage = " ".join([context.command_path, *context.command.collect_usage_pieces(context)])
    return f"{_cause(error)}\n用法：{usage.replace('{', '').replace('}', '')}\n说明：{context.command_path} --help"


def _cause(error: Any) -> str:
    kind = type(error).__name__
    param = getattr(error, "param", None)
    if kind == "MissingParameter":
        return f"缺少 {_name(param)}：{_help(param)}"
    if kind == "BadParameter":
        return f"{_name(param)} 的值不对：{_help(param)}"
    if kind == "NoSuchOption":
        near = "、".join(sorted(error.possibilities or ()))
        return f"没有 {error.option_name} 这个选项{f'，是不是 {near}？' if near else '。'}"
    if kind == "BadOptionUsage":
        return f"选项 {error.option_name} 的用法不对：缺少它的值，或者多给了值。"
    return str(error.format_message())


def _name(param: Any) -> str:
    """As it is typed: --jobs, PATH."""
    return str(param.opts[-1] if param.param_type_name == "option" else param.metavar)


def _help(param: Any) -> str:
    """What the parameter's own description says it should be."""
    return getattr(param, "help", None) or "见说明。"
