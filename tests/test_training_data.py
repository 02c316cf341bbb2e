"""The labelled data that the repository holds: no fault, enough of everything, nothing from anywhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhibiao.training.data.checking import Checked, check
from zhibiao.training.data.records import KINDS, DataSet, load

FOLDER = Path(__file__).resolve().parent.parent / "training_data"


@pytest.fixture(scope="module")
def data() -> DataSet:
    return load(FOLDER)


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check(FOLDER, deep=False)


def test_no_fault(checked: Checked) -> None:
    assert checked.faults == ()


def test_the_card_says_what_the_check_prints(checked: Checked) -> None:
    card = (FOLDER / "README.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in checked.lines if line not in card] == [], "run make card"


def test_there_is_enough_of_everything(data: DataSet) -> None:
    good = [table for table in data.tables if table.source == "good"]
    weak = [table for table in data.tables if table.source == "weak"]
    assert len(good) >= 240
    assert sum(len(table.used) for table in good) >= 2400
    assert len(weak) >= 300
    assert sum(len(table.used) for table in weak) >= 2700
    assert len({table.sector for table in good}) >= 36
    assert {table.kind for table in data.tables} == set(KINDS)
    assert len(data.pairs) >= 600
    assert len(data.documents) >= 20


def test_whole_documents_have_their_tables(data: DataSet) -> None:
    held = {table.about.get("document") for table in data.tables}
    assert {document["id"] for document in data.documents} <= held


def test_numbers_of_a_rewriting_stand_in_its_project(data: DataSet) -> None:
    assert {pair["action"] for pair in data.pairs} == {"mend", "replace", "move", "split", "remove"}
    assert [pair["id"] for pair in data.pairs if (pair["action"] == "remove") != (pair["better"] == [])] == []
    assert len({pair["id"] for pair in data.pairs}) == len(data.pairs)


@pytest.mark.parametrize("page", ["README.md", "README.en.md", "training_data/README.md"])
def test_the_pages_count_the_verdicts_on_suggestions(page: str) -> None:
    lines = (FOLDER / "suggestion_verdicts.tsv").read_text(encoding="utf-8").splitlines()[1:]
    cells = [line.split("\t") for line in lines]
    assert len({row[1] for row in cells}) == len(cells) == 910
    text = (FOLDER.parent / page).read_text(encoding="utf-8").replace(" and ", "、").replace(", ", "、")
    for column in (2, 3):
        usable = [sum(row[column] == "1" for row in cells if row[0] == reading) for reading in "12345"]
        assert "、".join(map(str, usable)) in text
