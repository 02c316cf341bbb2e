"""docs/python.md out of the docstrings of the public face: `python tests/api_reference.py` writes it, tests/test_house.py compares."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import zhibiao
from zhibiao import errors
from zhibiao.model import document, finding, place, report, review, suggestion
from zhibiao.reports.annotate import annotated
from zhibiao.scorer import Report, Scorer

PATH = Path(__file__).resolve().parents[1] / "docs" / "python.md"
HEAD = """# Python 接口

由程序中的说明生成（`python tests/api_reference.py`），例子在测试中运行。

类型不可更改（frozen），字段就是 JSON 的键；`None` 表示表式没有这一栏，或没有用模型。

`Scorer` 只有设置，多个线程可以共用，也可以发给别的进程。
"""
MODELS = (report, review, suggestion, finding, document, place)
_COMMENT = re.compile(r"^ {4}(\w+): .*?  # (.+)$", re.MULTILINE)


def reference() -> str:
    """The whole page."""
    parts = [HEAD, "## 读取和评判\n", *(_function(f"zhibiao.{one.__name__}", one) for one in (zhibiao.read, zhibiao.load))]
    parts += [
        _class(Scorer),
        *_methods(Scorer),
        _class(Report),
        *_methods(Report),
        _function("zhibiao.reports.annotate.annotated", annotated),
    ]
    parts.append("## 结果和文件的类型\n")
    parts += [_class(kind) for module in MODELS for kind in _own(module)]
    parts.append("## 出错\n")
    parts += [_class(kind) for kind in _own(errors)]
    return "\n".join(parts)


def _own(module: ModuleType) -> Iterator[type]:
    """Classes in the order of the file."""
    kinds = [kind for _, kind in inspect.getmembers(module, inspect.isclass) if kind.__module__ == module.__name__]
    return iter(sorted(kinds, key=lambda kind: inspect.getsourcelines(kind)[1]))


def _class(kind: type) -> str:
    lines = [f"### {kind.__module__}.{kind.__name__}\n", *_told(kind)]
    if dataclasses.is_dataclass(kind):
        comments = dict(_COMMENT.findall(inspect.getsource(kind)))
        lines += ["| 字段 | 类型 | 说明 |", "| --- | --- | --- |"]
        for field in dataclasses.fields(kind):
            kind_of = str(field.type).replace("|", "\\|")
            lines.append(f"| `{field.name}` | `{kind_of}` | {comments.get(field.name, '').replace('|', chr(92) + '|')} |")
        lines.append("")
    return "\n".join(lines)


def _methods(kind: type) -> Iterator[str]:
    for name, member in vars(kind).items():
        if not name.startswith("_") and inspect.isfunction(member):
            yield _function(f"{kind.__name__}.{name}", member, "####")


def _function(name: str, function: Any, level: str = "###") -> str:
    signature = str(inspect.signature(function)).replace("'", "")
    return "\n".join([f"{level} {name}\n", f"```python\n{name.rpartition('.')[2]}{signature}\n```\n", *_told(function)])


def _told(thing: Any) -> list[str]:
    """The docstring; its examples as code."""
    text = inspect.getdoc(thing) or ""
    plain, mark, example = text.partition(">>> ")
    return [f"{plain.strip()}\n", *([f"```pycon\n{mark}{example.strip()}\n```\n"] if mark else [])]


if __name__ == "__main__":
    PATH.write_text(reference(), encoding="utf-8", newline="\n")
