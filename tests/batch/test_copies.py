"""Copied tables of a run: found between files, years and projects, and not where tables only share what all of them have."""

from __future__ import annotations

from zhibiao.batch import copies as copied
from zhibiao.batch.copies import Copies
from zhibiao.model.report import Category, Copy, DocumentReport, IndicatorReport, TableReport

Row = tuple[str, str, str]  # category, name, value
ROADS: list[Row] = [
    ("数量指标", "养护里程", "≥30公里"),
    ("数量指标", "修补坑槽面积", "≥600平方米"),
    ("质量指标", "验收合格率", "=100%"),
    ("时效指标", "完成时间", "2025年11月底前"),
    ("服务对象满意度指标", "沿线群众满意度", "≥90%"),
]
COMMON: list[Row] = [("质量指标", "验收合格率", "=100%"), ("服务对象满意度指标", "服务对象满意度", "≥90%")]


def document(source: str, *tables: tuple[str | None, list[Row]], unit: str = "甲局", year: int = 2025) -> DocumentReport:
    return DocumentReport(
        source,
        unit=unit,
        year=year,
        tables=tuple(
            TableReport(
                number,
                project_name=project,
                indicators=tuple(
                    IndicatorReport(place, name=name, value=value, category=Category(category))
                    for place, (category, name, value) in enumerate(rows, 1)
                ),
            )
            for number, (project, rows) in enumerate(tables, 1)
        ),
    )


def of(*documents: DocumentReport) -> list[Copy]:
    copies = Copies()
    for one in documents:
        copies.add(one)
    return copies.found


def about(project: str, rows: list[Row]) -> list[Row]:
    """The same rows with the project's own noun before every name."""
    return [(category, project + name, value) for category, name, value in rows]


def test_a_table_of_another_file_and_year() -> None:
    first = document("2024/甲.docx", ("道路养护", ROADS), unit="甲局", year=2024)
    second = document("2025/甲.docx", (None, [("数量指标", "别的", "1个")]), ("道路养护", ROADS), unit="乙局")
    assert of(first, second) == [
        Copy("2025/甲.docx", 2, "道路养护", "乙局 2025年", "2024/甲.docx", 1, "道路养护", "甲局 2024年", 1.0, False)
    ]


def test_two_projects_of_one_file() -> None:
    (found,) = of(document("甲.docx", ("道路养护", ROADS), ("桥梁维修", ROADS)))
    assert (found.table, found.like_table, found.masked) == (2, 1, False)


def test_four_fifths_are_a_copy_and_three_fifths_are_none() -> None:
    other = ("成本指标", "每公里养护成本", "≤3万元")
    (found,) = of(document("甲", ("一", ROADS)), document("乙", ("二", [*ROADS[:4], other])))
    assert found.share == 0.8
    assert not of(document("甲", ("一", ROADS)), document("乙", ("二", [*ROADS[:3], other, ("数量指标", "桥", "1座")])))


def test_blanks_and_signs_of_another_width_are_no_difference() -> None:
    wider = [(category, f" {name}", value.replace("%", "％")) for category, name, value in ROADS]
    (found,) = of(document("甲", ("一", ROADS)), document("乙", ("二", wider)))
    assert found.share == 1.0


def test_only_the_noun_of_the_project_was_changed() -> None:
    one, two = about("农村公路", ROADS), about("桥梁隧道", ROADS)
    (found,) = of(document("甲", ("农村公路", one)), document("乙", ("桥梁隧道", two)))
    assert (found.share, found.masked) == (1.0, True)


def test_some_rows_as_they_were_and_some_with_another_noun() -> None:
    one, two = ROADS[:2] + about("农村公路", ROADS[2:]), ROADS[:2] + about("桥梁隧道", ROADS[2:])
    (found,) = of(document("甲", ("农村公路", one)), document("乙", ("桥梁隧道", two)))
    assert (found.share, found.masked) == (1.0, True)


def test_one_projects_own_words_cannot_tell_two_of_its_tables_apart() -> None:
    one = [("数量指标", "农村公路" + name, value) for _, name, value in ROADS]
    two = [("数量指标", "公路" + name, value) for _, name, value in ROADS]
    assert not of(document("甲", ("农村公路", one)), document("乙", ("农村公路", two)))


def test_the_same_boilerplate_of_two_rows_is_none() -> None:
    assert not of(document("甲", ("一", COMMON)), document("乙", ("二", COMMON)))
    own = [[("数量指标", f"{project}人数", f"{number}人"), *COMMON] for number, project in enumerate(("培训", "资助", "慰问"))]
    assert not of(document("甲", *((f"项目{number}", rows) for number, rows in enumerate(own))))


def test_three_common_rows_in_thirty_are_none() -> None:
    small = [*COMMON, ("成本指标", "预算执行率", "=100%")]
    large = [*small, *(("数量指标", f"第{number}项", f"{number}个") for number in range(27))]
    assert not of(document("甲", ("一", small)), document("乙", ("二", large)))
    assert not of(document("甲", ("一", large)), document("乙", ("二", small)))


def test_rows_put_in_do_not_hide_a_copy() -> None:
    more = [*ROADS, ("数量指标", "新增标线", "≥5公里"), ("数量指标", "新增护栏", "≥2公里")]
    for first, second in ((ROADS, more), (more, ROADS)):
        (found,) = of(document("甲", ("一", first)), document("乙", ("二", second)))
        assert found.share == 1.0


def test_unused_and_blank_rows_do_not_count() -> None:
    blank = TableReport(1, indicators=tuple(IndicatorReport(row, name="甲", value=None) for row in range(9)))
    unused = TableReport(1, indicators=tuple(IndicatorReport(row, name=f"甲{row}", value="1", unused=True) for row in range(9)))
    assert not of(*(DocumentReport(source, tables=(table,)) for table in (blank, unused) for source in ("甲", "乙")))


def test_a_copy_is_told_of_the_earliest() -> None:
    found = of(*(document(source, (source, ROADS)) for source in "甲乙丙"))
    assert [(copy.source, copy.like_source) for copy in found] == [("乙", "甲"), ("丙", "甲")]


def test_the_likest_is_named_whatever_stands_before_it() -> None:
    near = [*ROADS[:4], ("成本指标", "每公里养护成本", "≤3万元")]
    (first, second) = of(document("甲", ("一", near)), document("乙", ("二", ROADS)), document("丙", ("三", ROADS)))
    assert (first.source, first.like_source, first.share) == ("乙", "甲", 0.8)
    assert (second.source, second.like_source, second.share) == ("丙", "甲", 0.8)  # 乙 was a copy itself


def test_rows_that_hundreds_of_tables_hold_do_not_hide_a_copy() -> None:
    """Two of five rows stand in more tables than are asked about."""
    crowd = [document(f"{number}", (None, [*COMMON, ("数量指标", f"第{number}项", "1个")])) for number in range(300)]
    mine = [*COMMON, *ROADS[:3]]
    (found,) = of(*crowd, document("甲", ("一", mine)), document("乙", ("二", mine)))
    assert (found.source, found.like_source, found.share) == ("乙", "甲", 1.0)


def test_a_thousand_copies_cost_no_more_than_a_thousand_tables() -> None:
    copies = Copies()
    asked = []
    share = copied._share

    def counted(*given: object, **more: object) -> float:
        asked.append(1)
        return share(*given, **more)  # type: ignore[arg-type]

    copied._share = counted  # type: ignore[assignment]
    try:
        for number in range(1_000):
            copies.add(document(f"{number}", (f"项目{number}", ROADS)))
    finally:
        copied._share = share
    assert len(copies.found) == 999
    assert len(asked) == 999
    assert sum(map(len, copies._holders.values())) <= 2 * len(ROADS)


def test_what_is_held_stays_in_bounds_where_nothing_is_a_copy() -> None:
    copies = Copies()
    for number in range(1_000):
        copies.add(document(f"{number}", (None, [*COMMON, ("数量指标", f"第{number}项", "1个")])))
    assert not copies.found
    assert max(map(len, copies._holders.values())) == copied._MOST_SHARED
