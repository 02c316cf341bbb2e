"""What goes out comes back: every format, with texts that files and tools like to spoil."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from labelled import row, table, written

from zhibiao.lexicon.categories import CATEGORIES
from zhibiao.training.interchange.exporting import TARGETS, exported
from zhibiao.training.interchange.importing import imported
from zhibiao.training.interchange.lines import spread, tidy

NAMES = {"labelstudio": "out.json", "doccano": "out.jsonl", "csv": "out.csv", "xlsx": "out.xlsx", "hf": "out"}
TOP = Path(__file__).resolve().parents[3]

texts = st.one_of(
    st.sampled_from(["=100%", "'=3", "+5", "≥95%", "一\n二", " 前后 ", "a\tb", "x\r\ny", "_x000D_", '“引,号"', "1", "3.0", "", "𬭊"]),
    st.text(st.characters(exclude_categories=("Cs",)), max_size=12),
)
grades = st.integers(0, 3)


@st.composite
def rows(draw: Any, number: int) -> dict[str, Any]:
    """A row with any texts, some absent, and marks that lie in them."""
    fields = {key: draw(texts) for key in ("level1", "level2", "name", "description", "value", "basis") if draw(st.booleans())}
    marks = [
        {"code": draw(st.sampled_from(["M206", "S101", "A304"])), "field": key, "span": sorted(draw(st.tuples(place, place)))}
        for key, text in fields.items()
        for place in [st.integers(0, len(text))]
        if draw(st.booleans())
    ]
    marks = [mark for mark in marks if mark["span"][0] < mark["span"][1] or mark["span"] == [0, 0]]
    fine = draw(st.lists(st.sampled_from(CATEGORIES), min_size=1, unique=True))
    if draw(st.integers(0, 4)) == 0:
        return {"row": number, "unused": True, **fields}
    labels = {letter: draw(grades) for letter in "SR"} | {letter: draw(st.one_of(st.none(), grades)) for letter in "MAT"}
    labels |= {"category": fine[0], "acceptable": fine, "findings": tidy(marks)}
    return {"row": number, **fields, "labels": labels}


@st.composite
def tables(draw: Any) -> list[dict[str, Any]]:
    """Two tables that say odd things of themselves."""
    out = []
    for number in (1, 2):
        entry = table(*[draw(rows(place)) for place in range(1, draw(st.integers(2, 4)))], id=f"good-{number}", project_name=draw(texts))
        entry["objectives"] = draw(st.lists(texts, max_size=2))
        entry["budget_other"] = draw(st.sampled_from([None, 0.0, 3.5]))
        out.append(entry)
    return out


@pytest.mark.parametrize("to", TARGETS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=tables())
def test_nothing_is_lost(tmp_path: Path, to: str, entries: list[dict[str, Any]]) -> None:
    folder = written(tmp_path / "data", *entries)
    (folder / "splits.json").write_text(json.dumps({"train": ["good-1"], "test": ["good-2"]}), encoding="utf-8")
    out = tmp_path / NAMES[to]
    assert exported(folder, to, out) == len(list(spread(entries)))
    assert sorted_by_id(imported(out).tables) == sorted_by_id(entries)


def sorted_by_id(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(entries, key=lambda entry: str(entry["id"]))


@pytest.mark.parametrize("to", TARGETS)
def test_a_sector_of_ours_comes_back_and_changes_no_byte(tmp_path: Path, to: str) -> None:
    kept = TOP / "training_data" / "weak" / "weather.jsonl"
    out, target = tmp_path / NAMES[to], tmp_path / "weather.jsonl"
    target.write_bytes(kept.read_bytes())
    exported(TOP / "training_data", to, out, ["气象"])
    found = imported(out, target)
    assert (found.changed, found.unlabelled) == (0, 0)
    assert found.same > 40
    assert target.read_text(encoding="utf-8").startswith(kept.read_text(encoding="utf-8"))


def test_a_changed_label_takes_the_place_of_the_old_one_and_the_rest_stays(tmp_path: Path) -> None:
    folder = written(tmp_path / "data", table(row(1), row(2)), table(row(1), id="good-water-002"))
    out, target = tmp_path / "out.csv", folder / "good" / "water.jsonl"
    before = target.read_text(encoding="utf-8").splitlines()
    exported(folder, "csv", out)
    lines = out.read_text(encoding="utf-8-sig").splitlines()
    lines[2] = lines[2].replace(",3,3,3,3,2,数量,数量,", ",3,2,3,3,2,数量,数量、质量,M206 value,")
    out.write_text("\n".join([lines[0], lines[2].replace("M206 value,,", "M206 value,")]) + "\n", encoding="utf-8")
    found = imported(out, target)
    assert (found.new, found.changed, found.same) == (0, 1, 0)
    after = target.read_text(encoding="utf-8").splitlines()
    assert after[1] == before[1]
    first, second = json.loads(after[0])["indicators"]
    assert first == json.loads(before[0])["indicators"][0]
    assert second["labels"]["M"] == 2
    assert second["labels"]["acceptable"] == ["数量", "质量"]
    assert second["labels"]["findings"] == [{"code": "M206", "field": "value", "span": [0, 6]}]
