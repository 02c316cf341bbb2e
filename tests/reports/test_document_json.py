"""The JSON of a parsed document: keys, places, and texts as typed beside the cleaned ones."""

from __future__ import annotations

import dataclasses
import json
import math
from typing import Any

import pytest

from zhibiao.model.document import Document, Indicator, Source, SubGoal, Table
from zhibiao.model.place import Place
from zhibiao.reports.document_json import document_json, place_json

INDICATOR = Indicator(
    row=2,
    level1="产出指标",
    level2="数量指标",
    name="养护里程",
    value="≥412公里",
    extra={"计算符号": "≥", "计量单位": "公里"},
    where=Place(page=3, table=1, row=7),
    cells={
        "name": Source("养护里程", Place(table=1, row=7, column=3)),
        "value": Source("≥４１２公里 ", Place(table=1, row=7, column=4, part="word/document.xml")),
    },
)
TABLE = Table(
    form="hebei",
    columns=("level1", "level2", "name", "value"),
    title="项目绩效目标表",
    project_name="农村公路日常养护",
    budget_total=186.5,
    spending_plan={"3月底": "25%", "6月底": None},
    objectives=("养护县乡道412公里。",),
    indicators=(INDICATOR,),
    extra={"项目期限": "2025年"},
    where=Place(table=1),
    cells={"budget_total": Source("186.50万元", Place(table=1, row=2, column=2))},
)
DOCUMENT = Document(
    source="绩效 文本.docx",
    kind="docx",
    year=2025,
    sub_goals=(SubGoal("公路养护", "修补及时", None, Place(line=9)),),
    safeguards=("加强督查。",),
    tables=(TABLE,),
    doubts=("工作表“表2”是隐藏的，未读取",),
)


def fields(kind: type[Any]) -> set[str]:
    return {field.name for field in dataclasses.fields(kind)}


def test_every_field_of_the_model_has_its_key() -> None:
    full = document_json(
        dataclasses.replace(DOCUMENT, tables=(dataclasses.replace(TABLE, indicators=(dataclasses.replace(INDICATOR, unused=True, id=7),)),))
    )
    assert set(full) == fields(Document)
    assert set(full["sub_goals"][0]) == fields(SubGoal)
    assert set(full["tables"][0]) == fields(Table)
    assert set(full["tables"][0]["indicators"][0]) == fields(Indicator)


def test_places_say_only_what_is_known() -> None:
    assert place_json(Place()) == {}
    assert place_json(Place(sheet="表1", table=1, row=4, column=2)) == {"sheet": "表1", "table": 1, "row": 4, "column": 2}
    assert place_json(Place(part="word/document.xml", path=(1, 2, 3))) == {"part": "word/document.xml", "path": [1, 2, 3]}


def test_text_as_typed_stands_beside_a_cell_that_cleaning_changed() -> None:
    cells = document_json(DOCUMENT)["tables"][0]["indicators"][0]["cells"]
    assert cells == {
        "name": {"table": 1, "row": 7, "column": 3},
        "value": {"table": 1, "row": 7, "column": 4, "part": "word/document.xml", "original": "≥４１２公里 "},
    }
    assert document_json(DOCUMENT)["tables"][0]["cells"] == {"budget_total": {"table": 1, "row": 2, "column": 2, "original": "186.50万元"}}


def test_unused_lines_and_ids_are_said_only_where_there_are_some() -> None:
    indicator = document_json(DOCUMENT)["tables"][0]["indicators"][0]
    assert "unused" not in indicator
    assert "id" not in indicator
    assert indicator["extra"] == {"计算符号": "≥", "计量单位": "公里"}


def test_columns_that_the_form_lacks_are_null() -> None:
    indicator = document_json(DOCUMENT)["tables"][0]["indicators"][0]
    assert [indicator[field] for field in ("description", "basis", "standard")] == [None, None, None]
    assert document_json(DOCUMENT)["tables"][0]["spending_plan"] == {"3月底": "25%", "6月底": None}


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_numbers_that_json_lacks_become_null(number: float) -> None:
    indicator = dataclasses.replace(INDICATOR, id={"rows": [number, 1.5]})
    table = dataclasses.replace(TABLE, budget_total=number, indicators=(indicator,))
    whole = document_json(dataclasses.replace(DOCUMENT, tables=(table,)))
    assert whole["tables"][0]["budget_total"] is None
    assert whole["tables"][0]["indicators"][0]["id"] == {"rows": [None, 1.5]}
    assert json.loads(json.dumps(whole, allow_nan=False)) == whole
