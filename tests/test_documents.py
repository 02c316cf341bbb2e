"""Every document of tests/documents is read as its expected parse says, typed by a reader of the printed form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from document_comparison import CODES, FILES, OFFICE, differences, expected, paired
from zhibiao.batch.reading import Outcome, Task, read_one
from zhibiao.config.limits import Limits
from zhibiao.reports.document_json import document_json

GOLDS = expected()


def named(names: list[str]) -> list[Any]:
    return [pytest.param(name, marks=pytest.mark.office if Path(name).suffix in OFFICE else ()) for name in names]


READ = named([name for name, gold in GOLDS.items() if not gold.get("error")])
REFUSED = named([name for name, gold in GOLDS.items() if gold.get("error")])


def outcome(name: str) -> Outcome:
    return read_one(Task((FILES / name).as_posix(), Limits()))


def test_every_document_has_an_expected_parse() -> None:
    documents = {path.name for path in FILES.iterdir() if not path.name.endswith(".parse.json")}
    assert documents == set(GOLDS)
    assert len(READ) > 40
    assert len(REFUSED) > 5


@pytest.mark.parametrize("name", READ)
def test_document_is_read_as_expected(name: str) -> None:
    got = outcome(name)
    assert got.failures == ()
    assert got.document is not None
    assert differences(GOLDS[name], document_json(got.document)) == []


@pytest.mark.parametrize("name", REFUSED)
def test_unreadable_document_is_an_error_with_its_cause(name: str) -> None:
    got = outcome(name)
    assert got.document is None
    (failure,) = got.failures
    assert failure.code in CODES[GOLDS[name]["why"]]
    assert name in failure.message
    assert failure.message.endswith("。")


def row(**fields: str) -> dict[str, Any]:
    return {"name": None, "description": None, "value": None, "basis": None, **fields}


def test_comparison_sees_wrong_missing_and_excess() -> None:
    gold = {"tables": [{"indicators": [row(name="甲"), row(name="乙")]}], "year": 2025}
    assert differences(gold, gold) == []
    wrong = {"tables": [{"indicators": [row(name="甲", value="1")], "budget_total": 0.0}], "year": 2024}
    assert differences(gold, wrong) == [
        "document, year: expected 2025, got 2024",
        "table 1, budget_total: expected None, got 0.0",
        "table 1, line 1, value: expected None, got '1'",
        "table 1, line 2, name: expected '乙', got None",
    ]
    more = {"tables": [{"indicators": [row(name="甲"), row(name="乙"), row(name="丙")]}] * 2, "year": 2025}
    assert differences(gold, more) == ["1 tables expected, 2 read", "table 1, line 3, name: expected None, got '丙'"]


def test_comparison_heeds_the_hints_of_a_row() -> None:
    gold = [row(name="甲"), {**row(name="指标2："), "optional": True}, row(name="乙")]
    assert [line["name"] for _, line in paired(gold, [row(name="甲"), row(name="乙")])] == ["甲", "乙"]
    assert [line["name"] for _, line in paired(gold, [row(name="甲"), row(name="指标2："), row(name="乙")])] == ["甲", "乙"]
    accept = {"tables": [{"indicators": [{**row(value="1个"), "accept": {"value": ["1"]}}]}]}
    assert differences(accept, {"tables": [{"indicators": [row(value=" １ ")]}]}) == []
    alias = {"tables": [{"indicators": [{**row(name="甲", basis="文件"), "alias": {"basis": "备注"}}]}]}
    assert differences(alias, {"tables": [{"indicators": [{**row(name="甲"), "extra": {"备注": "文件"}}]}]}) == []
    assert differences(alias, {"tables": [{"indicators": [row(name="甲")]}]}) == ["table 1, line 1, basis: expected '文件', got None"]
