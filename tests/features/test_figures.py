"""Weights, money, copies: numbers of a table computed by hand."""

from __future__ import annotations

from decimal import Decimal

from zhibiao.features.budget import money_of
from zhibiao.features.copies import copied_from
from zhibiao.features.project import is_of
from zhibiao.features.reading import DocumentReading, TableReading
from zhibiao.features.weights import weights_of
from zhibiao.model.document import Document, Indicator, Table


def test_money_in_ten_thousands_whatever_the_form_prints() -> None:
    money = money_of(TableReading(Table(amount_unit="元", budget_total=218600.0, budget_fiscal=200000.0, extra={"上年结转资金": "18,600"})))
    assert (money.total, money.fiscal, money.other, money.further) == (Decimal("21.86"), Decimal(20), 0, (Decimal("1.86"),))


def test_weights_of_used_rows_and_of_goals() -> None:
    rows = (
        Indicator(row=1, name="甲", extra={"分值（90）": "40分", "目标名称": "一"}),
        Indicator(row=2, name="乙", extra={"分值（90）": "50", "目标名称": "二"}),
        Indicator(row=3, unused=True, extra={"分值（90）": "10"}),
    )
    weights = weights_of(TableReading(Table(indicators=rows)))
    assert weights is not None
    assert (weights.total, weights.totals, weights.goals) == (90, (90, 100), (40, 50))


def test_copies_need_four_fifths_of_the_rows() -> None:
    def table(name: str, *values: str) -> Table:
        rows = tuple(Indicator(row=i, name=f"第{i}项", value=value) for i, value in enumerate(values))
        return Table(project_name=name, columns=("name", "value"), indicators=rows)

    document = DocumentReading(
        Document(
            source="",
            tables=(table("甲", "1", "2", "3", "4", "5"), table("乙", "1", "2", "3", "4", "6"), table("丙", "1", "2", "3", "7", "8")),
        )
    )
    twins = [copied_from(one) for one in document.tables]
    assert twins == [document.tables[1], document.tables[0], None]


def test_kinds_of_projects_by_their_names() -> None:
    def kinds(name: str) -> list[str]:
        return [kind for kind in ("works", "people") if is_of(kind, TableReading(Table(project_name=name)))]

    assert kinds("病险水库除险加固") == ["works"]
    assert kinds("高龄津贴") == ["people"]
    assert kinds("党的建设") == []
    assert kinds("企业研发补助") == []
    assert kinds("山洪灾害防治非工程措施") == []
