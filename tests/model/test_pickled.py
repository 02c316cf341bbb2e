"""Reports and documents come out of a pickle as they went in, whatever the process."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, fields

import pytest

import zhibiao
from zhibiao.model.document import Document
from zhibiao.model.pickled import quickly_pickled
from zhibiao.model.place import Place
from zhibiao.model.report import DocumentReport


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Pair:
    left: str
    right: tuple[int, ...] = ()


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_values_go_and_come_back(protocol: int) -> None:
    pair = Pair("甲", (1, 2))
    again = pickle.loads(pickle.dumps(pair, protocol))  # noqa: S301 - our own
    assert (type(again), again) == (Pair, pair)


def test_only_class_and_values_travel() -> None:
    assert Pair("甲", (1,)).__reduce__() == (Pair, ("甲", (1,)))


@pytest.mark.parametrize("kind", [Document, DocumentReport, Place])
def test_the_types_that_processes_exchange_are_marked(kind: type) -> None:
    value = kind() if kind is Place else kind("甲.docx")
    assert value.__reduce__() == (kind, tuple(getattr(value, field.name) for field in fields(kind)))


def test_a_whole_report_is_the_same() -> None:
    report = zhibiao.load().score_records([], "空.jsonl")
    row = zhibiao.load().score_indicator(name="培训效果", value="显著提升")
    assert pickle.loads(pickle.dumps((report, row))) == (report, row)  # noqa: S301 - our own
