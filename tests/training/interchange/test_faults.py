"""What is wrong in a file that comes back is told with its place and what to do."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from labelled import row, table, written
from typer.testing import CliRunner

from zhibiao.cli.main import app
from zhibiao.training.data.records import DataError
from zhibiao.training.interchange.exporting import exported
from zhibiao.training.interchange.importing import imported
from zhibiao.training.interchange.label_studio import interface


def tasks_of(tmp_path: Path) -> tuple[Path, list[Any]]:
    mark = {"code": "M206", "field": "value", "span": [0, 3]}
    folder = written(tmp_path / "data", table(row(findings=[mark])))
    exported(folder, "labelstudio", tmp_path / "out.json")
    return tmp_path / "out.json", json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))


def choose(name: str, value: str) -> Callable[[Any], None]:
    def change(task: Any) -> None:
        for each in task["annotations"][0]["result"]:
            if each["from_name"] == name:
                each["value"]["choices"] = [value]

    return change


def moved(task: Any) -> None:
    task["annotations"][0]["result"][-1]["value"]["end"] = 5


def beyond(task: Any) -> None:
    value = task["annotations"][0]["result"][-1]["value"]
    del value["text"]
    value["end"] = 99


def bare(task: Any) -> None:
    del task["data"]["zhibiao"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (choose("M", "5"), "out.json 第1个任务：M 是“5”；请填 0 至 3"),
        (choose("category", "效益"), "out.json 第1个任务：“效益”不是九类之一；请填 数量"),
        (choose("acceptable", "质量"), "最佳类别“数量”不在可接受的类别之中；请把它加进可接受的类别"),
        (moved, "指标值中标出的“≥3.”与原文的位置对不上；请在 Label Studio 中重新标出"),
        (beyond, "M206 的位置 0-99 超出指标值的文字（共 6 字）；请改正起止位置"),
        (bare, "没有 data.zhibiao；请从 zhibiao data export --to labelstudio 写出的任务开始标注"),
    ],
)
def test_label_studio(tmp_path: Path, change: Callable[[Any], None], told: str) -> None:
    path, tasks = tasks_of(tmp_path)
    change(tasks[0])
    path.write_text(json.dumps(tasks), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        imported(path)
    assert told in str(caught.value)


def test_tasks_without_an_annotation_or_with_a_cancelled_one_are_counted(tmp_path: Path) -> None:
    path, tasks = tasks_of(tmp_path)
    tasks[0]["annotations"][0]["was_cancelled"] = True
    path.write_text(json.dumps(tasks), encoding="utf-8")
    found = imported(path)
    assert (found.tables, found.unlabelled) == ([], 1)


def test_places_count_as_browsers_count(tmp_path: Path) -> None:
    marks = [{"code": "M206", "field": "value", "span": [1, 3]}]
    folder = written(tmp_path / "data", table(row(value="𬭊3个以上", findings=marks)))
    out = tmp_path / "out.json"
    exported(folder, "labelstudio", out)
    value = json.loads(out.read_text(encoding="utf-8"))[0]["annotations"][0]["result"][-1]["value"]
    assert (value["start"], value["end"], value["text"]) == (2, 4, "3个")
    assert imported(out).tables[0]["indicators"][0]["labels"]["findings"] == marks


def test_the_interface_offers_what_the_tasks_hold(tmp_path: Path) -> None:
    _, tasks = tasks_of(tmp_path)
    xml = interface()
    names = {each.get("name") for each in ET.fromstring(xml).iter() if each.tag == "Text"}
    assert names == {"about", "level2", "name", "description", "value", "basis", "standard"}
    for each in tasks[0]["annotations"][0]["result"]:
        assert f'name="{each["from_name"]}" toName="{each["to_name"]}"' in xml
    assert '<Label value="M206"/>' in xml
    assert '<Label value="P601"/>' not in xml


def doccano_of(tmp_path: Path) -> tuple[Path, Any]:
    mark = {"code": "M206", "field": "value", "span": [0, 3]}
    folder = written(tmp_path / "data", table(row(findings=[mark])))
    exported(folder, "doccano", tmp_path / "out.jsonl")
    return tmp_path / "out.jsonl", json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))


def test_doccano_takes_both_ways_in_which_the_tool_writes_entities(tmp_path: Path) -> None:
    path, example = doccano_of(tmp_path)
    start, end, code = example["entities"][0]
    assert example["text"][start:end] == "≥3."
    example["entities"] = [{"id": 4, "start_offset": start, "end_offset": end, "label": code}]
    path.write_text(json.dumps(example), encoding="utf-8")
    assert imported(path).tables[0]["indicators"][0]["labels"]["findings"] == [{"code": "M206", "field": "value", "span": [0, 3]}]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"text": "改过"}, "out.jsonl 第1行：文字与写出时不同，位置对不上；请不要改 doccano 中的文字"),
        ({"cats": ["S9"]}, "不认识类别“S9”；请用 S0 至 T3"),
        ({"entities": [[0, 30, "M206"]]}, "标出的 0-30 跨出了一栏的文字；请只在一栏之内标出"),
        ({"zhibiao": None}, "没有 zhibiao；请从 zhibiao data export --to doccano 写出的文件开始标注"),
    ],
)
def test_doccano_faults(tmp_path: Path, change: dict[str, Any], told: str) -> None:
    path, example = doccano_of(tmp_path)
    path.write_text(json.dumps({**example, **change}), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        imported(path)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (",3,3,3,3,2,数量", ",3,优,3,3,2,数量", "out.csv 第2行：M 是“优”；请填 0 至 3"),
        (",3,3,3,3,2,数量,数量,,", ",3,3,3,3,2,数量,数量,M206在值里,", "“问题”里的“M206在值里”看不懂；请写成“M206 value 0-4”"),
        (",3,3,3,3,2,数量,数量,,", ",3,3,3,3,2,数量,数量,Z999 value,", "没有“Z999”这个问题代码；现有的代码见 zhibiao rules"),
        ("good-water-001,水利,建设,2026", "good-water-001,水利,建设,明年", "“年度”是“明年”，不是整数；请改成整数"),
        ("good-water-001,水利,建设", "good-water-001,水利,修房", "项目类型“修房”不在"),
        ("可接受的类别", "类别二", "out.csv：缺少 可接受的类别 列；请从 zhibiao data export 写出的文件开始标注，不要删列"),
    ],
)
def test_csv_faults(tmp_path: Path, old: str, new: str, told: str) -> None:
    folder = written(tmp_path / "data", table())
    out = tmp_path / "out.csv"
    exported(folder, "csv", out)
    text = out.read_text(encoding="utf-8-sig")
    assert old in text
    out.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        imported(out)
    assert told in str(caught.value)


def test_csv_as_excel_saves_it_in_china_and_as_nobody_does(tmp_path: Path) -> None:
    folder = written(tmp_path / "data", table())
    out = tmp_path / "out.csv"
    exported(folder, "csv", out)
    text = out.read_text(encoding="utf-8-sig")
    out.write_bytes(text.encode("gb18030"))
    assert imported(out).tables == [table()]
    out.write_bytes(text.encode("utf-8") + b"\xff")
    with pytest.raises(DataError, match="既不是 UTF-8 也不是 GB 18030 编码"):
        imported(out)


def test_the_commands(tmp_path: Path) -> None:
    folder = written(tmp_path / "data", table(row(1), row(2)))
    out, target = tmp_path / "标注.xlsx", tmp_path / "新的.jsonl"
    run = CliRunner().invoke
    done = run(app, ["data", "export", "--to", "xlsx", "-o", str(out), "--data", str(folder), "--sector", "水利"])
    assert (done.exit_code, "写出 2 行" in done.output) == (0, True)
    done = run(app, ["data", "import", str(out), "-o", str(target)])
    assert (done.exit_code, "新增 2 行，改动 0 行，相同 0 行" in done.output) == (0, True)
    assert target.read_text(encoding="utf-8").count("\n") == 1
    done = run(app, ["data", "export", "--to", "csv", "-o", str(out), "--data", str(folder), "--sector", "航天"])
    assert (done.exit_code, "没有“航天”这个行业；现有的行业：水利" in done.output) == (2, True)
    done = run(app, ["data", "import", str(tmp_path / "无.csv"), "-o", str(target)])
    assert (done.exit_code, "没有这个文件；请检查路径" in done.output) == (3, True)
