"""The list of runs says what spaCy says, and spares its import."""

from __future__ import annotations

import pytest

import known_runs
from test_imports import loaded
from zhibiao.text.measures.known_runs import Match, known


def test_the_list_is_what_spacy_finds_in_runs_of_the_training_data() -> None:
    assert known_runs.PATH.read_text(encoding="utf-8") == known_runs.written(), "run python tests/known_runs.py"


@pytest.mark.parametrize(
    ("tags", "matches"),
    [
        ("CMP NUM UNIT", (("quantity", 0, 3),)),
        ("DATE LIMIT CMP NUM POST", (("moment", 0, 2), ("quantity", 2, 5))),
        ("NUM UNIT RANGE NUM UNIT", (("quantity", 0, 5),)),
        ("REF EVERY", (("reference", 0, 1), ("frequency", 1, 2))),
        ("NUM CMP CMP CMP CMP", None),
    ],
)
def test_known_runs(tags: str, matches: tuple[Match, ...] | None) -> None:
    assert known(tuple(tags.split())) == matches


def test_a_listed_run_needs_no_spacy_and_another_does() -> None:
    code = "from zhibiao.text.measures import measure\nassert measure({text!r}).quantities"
    assert loaded(code.format(text="12月底前不少于1200人次/年以上"), ("spacy",)) == "[]"
    assert loaded(code.format(text="5人6人7人8人9人"), ("spacy",)) == "['spacy']"
