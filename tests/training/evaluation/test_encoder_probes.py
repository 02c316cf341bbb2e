"""Probes of an encoder, with vectors typed by hand; and the pairs that the repository holds."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from labelled import row, table, written

from zhibiao.training.data.records import LabelledTable, load
from zhibiao.training.data.splits import load_splits, part
from zhibiao.training.evaluation.encoder_probes import DEPTH, Pair, Vectors, load_pairs, look_alikes, neighbours, retrieval, unit

FOLDER = Path(__file__).resolve().parents[3] / "training_data"


class Given:
    """An encoder that knows some texts; others lie at the origin."""

    def __init__(self, **vectors: tuple[float, float]) -> None:
        self.vectors = vectors

    def __call__(self, texts: Sequence[str]) -> Vectors:
        return np.array([self.vectors.get(text, (0.0, 0.0)) for text in texts], dtype=np.float32)


def tables(folder: Path, *rows: dict[str, object]) -> tuple[LabelledTable, ...]:
    return load(written(folder, table(*rows))).tables


def test_a_vector_has_length_one_and_zeros_stay() -> None:
    assert unit(np.array([[3.0, 4.0], [0.0, 0.0]], dtype=np.float32)).tolist() == [pytest.approx([0.6, 0.8]), [0.0, 0.0]]


def test_a_description_at_the_second_place_gains_less(tmp_path: Path) -> None:
    rows = [row(1, name="甲长度", description="说明一"), row(2, name="乙面积", description="说明二")]
    encode = Given(甲长度=(1, 0), 乙面积=(0, 1), 说明一=(1, 0.2), 说明二=(1, 0.2))
    asked = retrieval(tables(tmp_path, *rows), encode)
    assert asked.items == 2
    assert asked.measure == pytest.approx((1 + 1 / math.log2(3)) / 2)


def test_an_encoder_that_tells_nothing_apart_gains_nothing(tmp_path: Path) -> None:
    rows = [row(n, name=f"名称{n}", description=f"说明{n}") for n in range(1, DEPTH + 2)]
    assert retrieval(tables(tmp_path, *rows), Given()).measure == 0.0


def test_a_description_that_holds_the_name_is_left_out(tmp_path: Path) -> None:
    rows = [
        row(1, name="渠道长度", description="新建渠道长度"),
        row(2, name="验收合格率", description="一次通过的比例"),
        row(3, description=""),
    ]
    assert retrieval(tables(tmp_path, *rows), Given(验收合格率=(1, 0), 一次通过的比例=(1, 0))).items == 1


def test_of_four_comparisons_three_and_a_half_are_right() -> None:
    pairs = [Pair("一", "二", True), Pair("一", "三", True), Pair("一", "四", False), Pair("一", "五", False)]
    encode = Given(一=(1, 0), 二=(1, 0), 三=(1, 1), 四=(1, 1), 五=(0, 1))
    found = look_alikes(pairs, encode)
    assert (found.measure, found.items) == (pytest.approx(3.5 / 4), 4)


def test_the_commonest_category_of_the_nearest_rows_is_taken(tmp_path: Path) -> None:
    known = tables(
        tmp_path / "known",
        row(1, name="甲", value=""),
        row(2, name="乙", value="", category="质量", acceptable=["质量"]),
        row(3, name="丙", value="", category="质量", acceptable=["质量"]),
    )
    asked = tables(
        tmp_path / "asked",
        row(1, name="丁", value="", category="质量", acceptable=["质量", "时效"]),
        row(2, name="戊", value="", category="数量", acceptable=["数量"]),
    )
    found = neighbours(known, asked, Given(甲=(1, 0), 乙=(0, 1), 丙=(0, 1), 丁=(1, 0), 戊=(1, 0)))
    assert (found.measure, found.items) == (0.5, 2)


def test_there_is_enough_to_ask() -> None:
    data = load(FOLDER)
    splits = load_splits(FOLDER)
    asked = part(data, splits, "test")
    blank = Given()
    assert retrieval(asked, blank).items >= 500
    assert neighbours(part(data, splits, "train")[:5], asked, blank).items >= 500


def test_pairs_are_half_and_half_and_none_comes_twice() -> None:
    pairs = load_pairs(FOLDER)
    assert len(pairs) >= 500
    assert 0.45 <= sum(pair.same for pair in pairs) / len(pairs) <= 0.55
    assert len({frozenset((pair.first, pair.second)) for pair in pairs}) == len(pairs)
    assert all(pair.first != pair.second for pair in pairs)


def test_common_characters_do_not_tell_paraphrases_from_look_alikes() -> None:
    def overlap(pair: Pair) -> float:
        first, second = set(pair.first), set(pair.second)
        return len(first & second) / len(first | second)

    pairs = load_pairs(FOLDER)
    same = [overlap(pair) for pair in pairs if pair.same]
    apart = [overlap(pair) for pair in pairs if not pair.same]
    assert sum(same) / len(same) < sum(apart) / len(apart)
