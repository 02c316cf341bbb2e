"""A document as rules see it."""

from __future__ import annotations

from zhibiao.features.reading import DocumentReading
from zhibiao.model.document import Document, Indicator, Source, Table
from zhibiao.model.place import Place

CELLS = {key: Source("", Place(line=1)) for key in ("name", "basis")}


def test_a_form_has_its_columns_and_a_row_of_data_its_own() -> None:
    row = Indicator(row=1, name="甲", cells=CELLS)
    columns = ("name", "value", "description")
    for form, present in (("generic", [True, True, False]), ("rows", [False, False, True])):
        document = Document("x", tables=(Table(form=form, columns=columns, indicators=(row,)),))
        (reading,) = DocumentReading(document).tables[0].rows
        assert [field.present for field in (reading.value, reading.description, reading.basis)] == present


def test_a_local_name_of_a_second_level_goes_before_the_common_one() -> None:
    rows = tuple(Indicator(row=k, name="甲", level2=name) for k, name in enumerate(("（一）民生实事指标", "数量指标", None), 1))
    document = Document("x", tables=(Table(columns=("level2", "name"), indicators=rows),))
    assert [row.category for row in DocumentReading(document).tables[0].rows] == [None, "数量", None]
    local = DocumentReading(document, categories={"民生实事": "社会效益", "数量": "质量"})
    assert [row.category for row in local.tables[0].rows] == ["社会效益", "质量", None]
