"""What the tables teach."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from labelled import row, table, written

from zhibiao.training.data.records import LabelledTable, load
from zhibiao.training.encoder.pairs import Claim, Triple, lessons

ROWS = (
    row(1, name="渠道防渗长度", description="衬砌的长度"),
    row(2, name="渠道防渗单价", description="每米造价", value="≤300元", category="成本", acceptable=["成本"]),
    row(3, name="灌溉用水节约量", description="灌溉用水节约量", value="≥5万方"),
)


def tables(folder: Path, *rows: dict[str, Any], **changed: Any) -> tuple[LabelledTable, ...]:
    return load(written(folder, table(*(rows or ROWS), **changed))).tables


def pair(**changed: Any) -> dict[str, Any]:
    better = [{"name": "渠道完好率", "description": "完好的长度占全长"}]
    return {"sector": "水利", "action": "mend", "row": {"name": "渠道情况"}, "better": better, **changed}


def test_a_description_goes_with_its_name_and_against_the_most_alike_of_the_project(tmp_path: Path) -> None:
    assert lessons(tables(tmp_path), []).described == (
        Triple("衬砌的长度", "渠道防渗长度", "渠道防渗单价"),
        Triple("每米造价", "渠道防渗单价", "渠道防渗长度"),
    )


def test_where_the_project_has_none_the_same_words_in_another_sense(tmp_path: Path) -> None:
    described = lessons(tables(tmp_path, ROWS[0]), [pair()]).described
    assert Triple("完好的长度占全长", "渠道完好率", "渠道防渗长度") in described


def test_a_mended_name_goes_with_its_better_one(tmp_path: Path) -> None:
    assert lessons(tables(tmp_path), [pair()]).bettered[0].wording == "渠道情况"


def test_a_replaced_row_named_another_thing(tmp_path: Path) -> None:
    learned = lessons(tables(tmp_path), [pair(action="replace")])
    assert learned.bettered == ()
    assert len(learned.described) == 3  # what replaced it still has a name and a description


def test_pairs_of_sectors_kept_for_the_test_are_left_out(tmp_path: Path) -> None:
    assert lessons(tables(tmp_path), [pair(sector="气象")]) == lessons(tables(tmp_path), [])


def test_a_claim_is_what_the_probe_of_neighbours_sees(tmp_path: Path) -> None:
    assert lessons(tables(tmp_path), []).claims == (
        Claim("渠道防渗长度 ≥3.2公里", "数量"),
        Claim("渠道防渗单价 ≤300元", "成本"),
        Claim("灌溉用水节约量 ≥5万方", "数量"),
    )
