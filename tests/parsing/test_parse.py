"""The walk of one file: what a document is, and that no grid stops it."""

from __future__ import annotations

from grid_text import grid, paragraph, read, rows_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhibiao.model.document import Document
from zhibiao.model.place import Place
from zhibiao.parsing import parse
from zhibiao.reading.blocks import Block, Blocks, Cell, Grid, Record

FORM = """
    项目名称 | 河道疏浚 | 项目编码 | 13092525P00712310024X
    一级指标 | 二级指标 | 三级指标 | 指标值
    产出指标 | 数量指标 | 疏浚河道长度 | ≥12公里
    效益指标 | 社会效益指标 | 受益人口 | ≥3万人
"""


def test_a_department_s_document() -> None:
    found = read(
        "临江县水利局2025年部门预算绩效文本",
        "一、总体绩效目标",
        "保障全县河道行洪安全。",
        "二、分项绩效目标",
        "（一）河道治理",
        "绩效目标：完成骨干河道疏浚。",
        "三、工作保障措施",
        "（一）加强组织领导。",
        "1.河道疏浚绩效目标表",
        grid(FORM),
    )
    assert (found.title, found.unit, found.year) == ("临江县水利局2025年部门预算绩效文本", "临江县水利局", 2025)
    assert found.overall_goal == "保障全县河道行洪安全。"
    assert [(g.title, g.goal) for g in found.sub_goals] == [("河道治理", "完成骨干河道疏浚。")]
    assert found.safeguards == ("加强组织领导。",)
    assert [t.title for t in found.tables] == ["河道疏浚绩效目标表"]
    assert rows_of(found, "level1", "name", "value") == [("产出指标", "疏浚河道长度", "≥12公里"), ("效益指标", "受益人口", "≥3万人")]
    assert found.doubts == ()


def test_a_form_alone_gives_the_document_its_title_and_year() -> None:
    found = read("附件2", "2025年项目支出绩效目标表", grid(FORM))
    assert (found.title, found.year) == ("2025年项目支出绩效目标表", 2025)
    inside = read(grid("2025年项目支出绩效目标表 | < | < | <\n" + FORM.strip()))
    assert inside.title == "2025年项目支出绩效目标表"


def test_a_numbered_heading_is_the_table_s_and_not_the_document_s() -> None:
    found = read("1.河道疏浚绩效目标表", grid(FORM))
    assert found.title is None
    assert found.tables[0].title == "河道疏浚绩效目标表"


def test_the_file_s_own_title_comes_last() -> None:
    assert parse(Blocks("docx", (grid(FORM),), title="绩效文本（送审）"), "a.docx").title == "绩效文本（送审）"


def test_year_by_the_project_s_code() -> None:
    assert read(grid(FORM)).year == 2025


def test_a_document_without_indicators_has_no_tables() -> None:
    found = read("关于河道管理的几点意见", grid("科目 | 预算数 | 执行数\n水利支出 | 120 | 118"))
    assert (found.tables, found.overall_goal, found.title) == ((), None, None)


def test_an_empty_file() -> None:
    assert read() == Document(source="送审稿.docx", kind="docx")


def test_goal_of_the_department_s_own_form() -> None:
    found = read(
        "部门整体支出绩效目标表",
        grid("""
            部门名称 | 县水利局 | < | <
            整体绩效目标 | 保障行洪安全。⏎改善水环境。 | < | <
            一级指标 | 二级指标 | 三级指标 | 指标值
            产出指标 | 数量指标 | 巡河次数 | ≥48次
        """),
    )
    assert found.overall_goal == "保障行洪安全。\n改善水环境。"
    assert found.tables[0].kind == "department"


def test_unit_named_in_the_first_lines_of_a_sheet() -> None:
    found = read(grid("填报单位：临江县水利局 | < | < | <\n" + FORM.strip(), Place(sheet="Sheet1", table=1)), kind="xlsx")
    assert found.unit == "临江县水利局"


def test_tables_inside_cells_are_read() -> None:
    outer = Grid((Cell("版心", 0, 0, grids=(grid(FORM),)),), 1, 1, Place(table=1))
    assert rows_of(read(outer), "name") == [("疏浚河道长度",), ("受益人口",)]


def test_rows_as_data() -> None:
    record = Record({"name": "巡河次数", "value": "≥48次", "id": "a1"}, Place(line=1))
    found = parse(Blocks("jsonl", (record,)), "rows.jsonl")
    assert [(i.id, i.name, i.value) for i in found.tables[0].indicators] == [("a1", "巡河次数", "≥48次")]


def test_doubts_of_the_reader_are_kept() -> None:
    found = parse(Blocks("pdf", (paragraph("绩效"),), doubts=("第2页没有文字层",)), "a.pdf")
    assert found.doubts == ("第2页没有文字层",)


WORDS = st.sampled_from(
    [
        "", "", "一级指标", "二级指标", "三级指标", "指标值", "指标值（万元）", "计量单位", "指标性质", "绩效指标", "指标内容",
        "年度绩效目标", "项目名称", "项目编码", "单位", "主管部门", "资金总额", "其中：财政拨款", "3月底", "6月底", "全年执行数",
        "年初预算数", "得分", "产出指标", "数量指标", "质量指标", "效益指标", "社会效益指标", "满意度指标", "服务对象满意度指标",
        "成本指标", "一级指标/二级指标", "巡河次数", "疏浚河道长度", "≥48次", "12", "95%", "≥", "%", "公里", "指标2：", "……",
        "合计", "填表人：某甲", "备注：无", "1", "2", "3", "河道疏浚绩效目标表", "单位：万元", "实施期指标值", "1.疏浚\n2.清淤",
    ]
)  # fmt: skip


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    height, width = draw(st.integers(1, 7)), draw(st.integers(1, 6))
    free = {(r, c) for r in range(height) for c in range(width)}
    cells = []
    for r in range(height):
        for c in range(width):
            if (r, c) not in free:
                continue
            tall, wide = draw(st.integers(1, 2)), draw(st.integers(1, 2))
            slots = {(r + i, c + j) for i in range(tall) for j in range(wide)}
            if not slots <= free:
                tall = wide = 1
                slots = {(r, c)}
            free -= slots
            if draw(st.integers(0, 9)):
                cells.append(Cell(draw(WORDS), r, c, tall, wide))
    return Grid(tuple(cells), height, width, Place(page=draw(st.sampled_from([None, 1, 2])), table=1), wrapped=draw(st.booleans()))


BLOCKS = st.lists(st.one_of(grids(), WORDS.map(paragraph)), min_size=1, max_size=4)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(BLOCKS)
def test_no_grid_stops_the_walk(blocks: list[Block]) -> None:
    found = parse(Blocks("docx", tuple(blocks)), "random.docx")
    for table in found.tables:
        assert [i.row for i in table.indicators] == list(range(1, len(table.indicators) + 1))
        assert all("" not in (i.level1, i.level2, i.name, i.value, i.description, i.basis) for i in table.indicators)


HEADER_ROW = ("一级指标", "二级指标", "三级指标", "指标值")
LEVEL1 = st.sampled_from(["产出指标", "效益指标", "满意度指标"])
LEVEL2 = st.sampled_from(["数量指标", "质量指标", "社会效益指标", "服务对象满意度指标"])
NAME = st.text(st.sampled_from("疏浚河道清运淤泥加固堤防"), min_size=3, max_size=8).map(lambda text: "新" + text)
VALUE = st.integers(1, 999).map(lambda n: f"≥{n}公里")
ROW = st.tuples(LEVEL1, LEVEL2, NAME, VALUE)


@settings(max_examples=100, deadline=None)
@given(st.lists(ROW, min_size=1, max_size=8))
def test_a_plain_table_comes_back_as_it_was(rows: list[tuple[str, str, str, str]]) -> None:
    texts = [HEADER_ROW, *rows]
    cells = tuple(Cell(text, r, c) for r, row in enumerate(texts) for c, text in enumerate(row))
    found = parse(Blocks("docx", (Grid(cells, len(texts), 4, Place(table=1)),)), "plain.docx")
    assert rows_of(found, "level1", "level2", "name", "value") == rows
