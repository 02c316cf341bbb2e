"""Label Studio: one task a row (the tool's own JSON, in and out) and the labelling interface that goes with it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.sax.saxutils import quoteattr

from zhibiao.lexicon.categories import CATEGORIES
from zhibiao.model.report import LETTERS
from zhibiao.rules.catalogue import catalogue
from zhibiao.training.data.records import TEXTS, DataError
from zhibiao.training.interchange.lines import GRADES, HEADS, Line, Placed, blank_mark, blank_name, checked, tidy

_CARRIED = "zhibiao"
_NONE = "无"  # a grade that the form leaves nothing to judge by
_MARKED = ("level2", "name", "description", "value", "basis", "standard")


def interface() -> str:
    """The labelling configuration (XML): five grades, category, acceptable ones, and findings marked in the text of each field."""
    codes = [code for code, each in sorted(catalogue().items()) if each.rule.scope not in ("table", "document")]
    parts = ["<View>", '  <Header value="$project_name"/>', '  <Text name="about" value="$about"/>']
    for field in _MARKED:
        parts.append(f'  <Header value="{HEADS[field]}"/>')
        parts.append(f'  <Labels name="{field}_findings" toName="{field}">')
        parts += [f"    <Label value={quoteattr(code)}/>" for code in codes]
        parts += ["  </Labels>", f'  <Text name="{field}" value="${field}"/>']
    for letter in LETTERS:
        parts += _choices(letter, (*GRADES, _NONE), "single")
    parts += _choices("category", CATEGORIES, "single")
    parts += _choices("acceptable", CATEGORIES, "multiple")
    parts += _choices("blank_findings", [f"{code}@{field}" for code in codes for field in _MARKED], "multiple", hidden=True)
    return "\n".join([*parts, "</View>", ""])


def _choices(name: str, values: Iterable[str], choice: str, hidden: bool = False) -> list[str]:
    layout = ' layout="select"' if hidden else ""
    return [
        f'  <Choices name="{name}" toName="name" choice="{choice}" showInline="true"{layout}>',
        *(f"    <Choice value={quoteattr(value)}/>" for value in values),
        "  </Choices>",
    ]


def written(lines: Iterable[Line]) -> str:
    """A JSON list of tasks; what the models would say stands as a prediction. Blank lines of a form ride along with the others."""
    return json.dumps([_task(line) for line in lines], ensure_ascii=False, indent=1) + "\n"


def _task(line: Line) -> dict[str, Any]:
    carried = {"table": line.table, "place": line.place, "row": line.row}
    shown = {field: line.row.get(field) or "" for field in TEXTS}
    task: dict[str, Any] = {
        "data": {"id": line.id, "project_name": line.table.get("project_name"), "about": _about(line.table), **shown, _CARRIED: carried}
    }
    if line.labels is not None:
        task["annotations"] = [{"result": _result(line.labels, line.row)}]
    if line.guess is not None:
        task["predictions"] = [{"model_version": _CARRIED, "result": _result(line.guess, line.row)}]
    return task


def _about(table: Mapping[str, Any]) -> str:
    budget = table.get("budget_total")
    lines = [table.get("purpose") or "", *table.get("objectives", ()), f"预算 {budget} 万元" if budget is not None else ""]
    return "\n".join(line for line in lines if line)


def _result(labels: Mapping[str, Any], row: Mapping[str, Any]) -> list[dict[str, Any]]:
    chosen: dict[str, list[str]] = {letter: [_NONE if labels[letter] is None else str(labels[letter])] for letter in LETTERS}
    chosen |= {"category": [labels["category"]], "acceptable": list(labels["acceptable"])}
    marks = labels["findings"]
    chosen["blank_findings"] = [blank_name(mark) for mark in marks if mark["span"][0] == mark["span"][1]]
    out = [
        {"from_name": name, "to_name": "name", "type": "choices", "value": {"choices": values}} for name, values in chosen.items() if values
    ]
    for mark in marks:
        start, end = mark["span"]
        if start < end:
            text = row.get(mark["field"]) or ""
            begin, after = _units(text[:start]), _units(text[:end])
            value = {"start": begin, "end": after, "text": text[start:end], "labels": [mark["code"]]}
            out.append({"from_name": f"{mark['field']}_findings", "to_name": mark["field"], "type": "labels", "value": value})
    return out


def _units(text: str) -> int:
    """Length as a browser counts it: rare characters (𬭊) are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _place(text: str, unit: int) -> int:
    """The character at which so many of a browser's units lie before; beyond the text where they do."""
    held = text.encode("utf-16-le", "surrogatepass")[: 2 * unit].decode("utf-16-le", "replace")
    return len(held) + max(0, unit - _units(text))


def read(text: str, name: str) -> Iterator[Placed]:
    """Tasks as the tool exports them (JSON, not JSON-MIN); the last annotation that was not cancelled counts."""
    try:
        tasks = json.loads(text)
    except json.JSONDecodeError as error:
        raise DataError(f"{name} 第{error.lineno}行：不是 JSON（{error.msg}）；请在 Label Studio 中重新导出 JSON") from error
    if not isinstance(tasks, list):
        raise DataError(f"{name}：不是任务的列表；请在 Label Studio 中选 JSON 格式导出，不要选 JSON-MIN")
    for number, task in enumerate(tasks, 1):
        where = f"{name} 第{number}个任务"
        carried = task.get("data", {}).get(_CARRIED) if isinstance(task, dict) else None
        if carried is None:
            raise DataError(f"{where}：没有 data.{_CARRIED}；请从 zhibiao data export --to labelstudio 写出的任务开始标注")
        done = [each for each in task.get("annotations", ()) if not each.get("was_cancelled")]
        labels = checked(_labels(done[-1]["result"], carried["row"], where), carried["row"], where) if done else None
        yield Placed(where, Line(carried["table"], carried["place"], carried["row"], labels))


def _labels(result: Iterable[Mapping[str, Any]], row: Mapping[str, Any], where: str) -> dict[str, Any]:
    chosen: dict[str, list[str]] = {}
    marks: list[dict[str, Any]] = []
    for each in result:
        value = each.get("value", {})
        if each.get("type") == "choices":
            chosen[each["from_name"]] = value["choices"]
        elif each.get("type") == "labels":
            whole = row.get(each["to_name"]) or ""
            span = [_place(whole, value["start"]), _place(whole, value["end"])]
            if "text" in value and whole[slice(*span)] != value["text"]:
                told = f"{HEADS.get(each['to_name'])}中标出的“{value['text']}”"
                raise DataError(f"{where}：{told}与原文的位置对不上；请在 Label Studio 中重新标出")
            marks += [{"code": code, "field": each["to_name"], "span": span} for code in value["labels"]]
    marks += [blank_mark(name) for name in chosen.get("blank_findings", ())]
    grades: dict[str, Any] = {letter: _grade(chosen.get(letter, [""])[0]) for letter in LETTERS}
    return {
        **grades,
        "category": chosen.get("category", [""])[0],
        "acceptable": chosen.get("acceptable", chosen.get("category", [])),
        "findings": tidy(marks),
    }


def _grade(text: str) -> int | str | None:
    return int(text) if text in GRADES else None if text in ("", _NONE) else text
