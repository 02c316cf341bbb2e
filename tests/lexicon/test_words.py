"""The word lists as shipped: their shape, their sources, and how they are asked."""

from __future__ import annotations

from importlib import resources

import pytest

from zhibiao.lexicon.headers import HEADERS
from zhibiao.lexicon.labels import AMOUNT_COLUMNS, AMOUNT_OTHERS, LABELS
from zhibiao.lexicon.words import by_role, words
from zhibiao.text.clean import squeeze

LISTS = ("headers", "labels", "levels")
ROLES = {
    "headers": (
        "level1 level2 levels name name? description value value~ basis standard sign unit skip id extra list.project_name "
        "list.project_code list.department list.budget_total list.budget_fiscal list.budget_other list.objectives list.objectives~ "
        "list.period_objectives list.purpose list.year"
    ),
    "labels": (
        "actual amount_unit amount_column amount_other budget budget_fiscal budget_other budget_total budget_total~ department department~ "
        "extra note objectives objectives~ period_objectives project_code project_name purpose reporting spending_plan year"
    ),
    "levels": "level1 level2",
}


def rows(name: str) -> list[list[str]]:
    text = resources.files("zhibiao.lexicon").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


@pytest.mark.parametrize("name", LISTS)
def test_every_row_has_word_role_and_source(name: str) -> None:
    head, *body = rows(name)
    assert head == ["word", "role", "source"]
    assert [row for row in body if len(row) != 3 or not all(cell.strip() for cell in row)] == []
    assert {row[1] for row in body} <= set(ROLES[name].split())


@pytest.mark.parametrize("name", LISTS)
def test_no_row_stands_twice(name: str) -> None:
    pairs = [(word, role) for word, role, _ in rows(name)[1:]]
    assert sorted({pair for pair in pairs if pairs.count(pair) > 1}) == []


def test_a_header_word_has_one_role() -> None:
    found = [word for word, _, _ in rows("headers")[1:]]
    assert sorted({word for word in found if found.count(word) > 1}) == []


@pytest.mark.parametrize("name", ["headers", "labels"])
def test_words_are_squeezed_or_a_traditional_spelling(name: str) -> None:
    """Cells are compared squeezed: a word that is not could never be met."""
    assert [word for word in words(name) if squeeze(word) != word and squeeze(word) not in words(name)] == []


@pytest.mark.parametrize(
    ("name", "word", "role"),
    [
        ("headers", "三级指标", "name"),
        ("headers", "指标内容", "name?"),
        ("headers", "实施期指标值", "value~"),
        ("headers", "全年实际值", "extra"),
        ("headers", "指标解释", "description"),
        ("labels", "项目编码", "project_code"),
        ("labels", "总体目标", "objectives~"),
        ("labels", "年度目标", "objectives"),
    ],
)
def test_words_gives_the_role(name: str, word: str, role: str) -> None:
    assert words(name)[word] == role


def test_words_of_no_list_are_unknown() -> None:
    assert "道路养护里程" not in words("headers")
    assert "道路养护里程" not in words("labels")


def test_by_role_keeps_the_order_of_the_list() -> None:
    assert by_role("levels", "level1")[:4] == ("产出", "决策", "成本", "投入")
    assert by_role("levels", "level3") == ()


def test_a_word_may_be_a_first_and_a_second_level() -> None:
    assert "成本指标" in by_role("levels", "level1")
    assert "成本指标" in by_role("levels", "level2")


def test_a_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        words("no_such_list")


def test_views_of_the_lists() -> None:
    assert HEADERS["一级指标"] == "level1"
    assert LABELS["项目名称"] == "project_name"
    assert "全年执行数" not in LABELS  # a column of execution, no label of the head
    assert "全年执行数" in AMOUNT_OTHERS
    assert set(AMOUNT_COLUMNS) & AMOUNT_OTHERS == set()
