"""doccano: one line a row, for a project of the kind “intent detection and slot filling” (entities are findings, categories are grades)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from zhibiao.model.report import LETTERS
from zhibiao.training.data.records import TEXTS, DataError
from zhibiao.training.interchange.lines import GRADES, HEADS, Line, Placed, blank_mark, blank_name, checked, tidy

_CARRIED = "zhibiao"
_BEST, _FINE = "类别：", "可接受："


def written(lines: Iterable[Line]) -> str:
    """JSON lines with text, entities [start, end, code] and cats (S3, 类别：数量, 可接受：质量, A304@basis for a blank cell)."""
    return "".join(json.dumps(_example(line), ensure_ascii=False) + "\n" for line in lines)


def laid_out(row: Mapping[str, Any]) -> tuple[str, dict[str, int]]:
    """The fields that the row has, one below the other, and where the text of each begins."""
    text, starts = "", {}
    for field in TEXTS:
        if row.get(field) is not None:
            text += f"{HEADS[field]}："
            starts[field] = len(text)
            text += f"{row[field]}\n"
    return text, starts


def _example(line: Line) -> dict[str, Any]:
    text, starts = laid_out(line.row)
    entities, cats = [], []
    if line.labels is not None:
        cats = [f"{letter}{line.labels[letter]}" for letter in LETTERS if line.labels[letter] is not None]
        cats += [f"{_BEST}{line.labels['category']}", *(f"{_FINE}{category}" for category in line.labels["acceptable"])]
        for mark in line.labels["findings"]:
            start, end = mark["span"]
            if start == end:
                cats.append(blank_name(mark))
            else:
                entities.append([start + starts[mark["field"]], end + starts[mark["field"]], mark["code"]])
    carried = {"table": line.table, "place": line.place, "row": line.row}
    return {"text": text, "entities": entities, "cats": cats, "row_id": line.id, _CARRIED: carried}


def read(text: str, name: str) -> Iterator[Placed]:
    """As the tool exports them: entities as lists or as objects with start_offset, end_offset, label."""
    for number, raw in enumerate(text.split("\n"), 1):
        if not raw.strip():
            continue
        where = f"{name} 第{number}行"
        try:
            example = json.loads(raw)
        except json.JSONDecodeError as error:
            raise DataError(f"{where}：不是一行 JSON（{error.msg}）；请在 doccano 中重新导出 JSONL") from error
        carried = example.get(_CARRIED) if isinstance(example, dict) else None
        if carried is None:
            raise DataError(f"{where}：没有 {_CARRIED}；请从 zhibiao data export --to doccano 写出的文件开始标注")
        row = carried["row"]
        if example.get("text") != laid_out(row)[0]:
            raise DataError(f"{where}：文字与写出时不同，位置对不上；请不要改 doccano 中的文字，要改请改 training_data 中的原文")
        cats = example.get("cats") or []
        labels = checked(_labels(example.get("entities") or [], cats, row, where), row, where) if cats else None
        yield Placed(where, Line(carried["table"], carried["place"], row, labels))


def _labels(entities: Iterable[Any], cats: Iterable[str], row: Mapping[str, Any], where: str) -> dict[str, Any]:
    grades: dict[str, Any] = dict.fromkeys(LETTERS)
    best, fine, marks = "", [], []
    for cat in cats:
        if cat.startswith(_BEST):
            best = cat.removeprefix(_BEST)
        elif cat.startswith(_FINE):
            fine.append(cat.removeprefix(_FINE))
        elif "@" in cat:
            marks.append(blank_mark(cat))
        elif cat[:1] in LETTERS and cat[1:] in GRADES:
            grades[cat[0]] = int(cat[1:])
        else:
            raise DataError(f"{where}：不认识类别“{cat}”；请用 S0 至 T3、“{_BEST}…”、“{_FINE}…”或 A304@basis 一类的写法")
    for entity in entities:
        start, end, code = (entity["start_offset"], entity["end_offset"], entity["label"]) if isinstance(entity, dict) else entity
        marks.append({"code": code, **_span(start, end, row, where)})
    return {**grades, "category": best, "acceptable": fine or [best], "findings": tidy(marks)}


def _span(start: int, end: int, row: Mapping[str, Any], where: str) -> dict[str, Any]:
    _, starts = laid_out(row)
    for field, begin in starts.items():
        if begin <= start and end <= begin + len(row[field]):
            return {"field": field, "span": [start - begin, end - begin]}
    raise DataError(f"{where}：标出的 {start}-{end} 跨出了一栏的文字；请只在一栏之内标出")
