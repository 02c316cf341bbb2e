"""The narrative of a department's document."""

from __future__ import annotations

from grid_text import paragraph

from zhibiao.model.place import Place
from zhibiao.parsing.narrative import Narrative, read_narrative
from zhibiao.reading.blocks import Paragraph


def narrative(text: str, kind: str = "docx", top: tuple[str, ...] = ()) -> Narrative:
    lines = [Paragraph(line.strip(), Place(line=k)) for k, line in enumerate(text.strip().split("\n"), 1)]
    return read_narrative(lines, kind, top)


WHOLE = """
    临江县水利局2025年部门预算绩效文本
    目 录
    一、总体绩效目标........1
    二、分项绩效目标........2
    第一部分 部门整体绩效目标
    一、总体绩效目标
    保障全县河道行洪安全。
    改善农村水环境。
    二、分项绩效目标
    （一）河道治理
    绩效目标：完成骨干河道疏浚。
    绩效指标：疏浚河道12公里，合格率100%。
    （二）水库运行
    绩效目标：水库安全度汛。
    每座水库落实三个责任人。
    绩效指标：巡查不少于48次。
    三、工作保障措施
    （一）加强组织领导。
    （二）严格资金管理。专款专用。
    第二部分 预算项目绩效目标
    1.河道疏浚绩效目标表
    （三）不属于保障措施的文字。
"""


def test_parts_of_a_department_s_document() -> None:
    found = narrative(WHOLE)
    assert found.title == "临江县水利局2025年部门预算绩效文本"
    assert found.unit == "临江县水利局"
    assert found.year == 2025
    assert found.overall_goal == "保障全县河道行洪安全。\n改善农村水环境。"
    assert [(g.title, g.goal, g.indicators) for g in found.sub_goals] == [
        ("河道治理", "完成骨干河道疏浚。", "疏浚河道12公里，合格率100%。"),
        ("水库运行", "水库安全度汛。\n每座水库落实三个责任人。", "巡查不少于48次。"),
    ]
    assert found.sub_goals[0].where == Place(line=10)
    assert found.safeguards == ("加强组织领导。", "严格资金管理。专款专用。")


def test_text_without_headings_has_no_parts() -> None:
    found = narrative("关于河道管理的几点意见\n各乡镇要落实总体目标：保障行洪安全。\n（一）加强领导。")
    assert found == Narrative()


def test_contents_lines_are_no_headings() -> None:
    found = narrative("一、总体绩效目标 ............ 1\n二、工作保障措施 ............ 5")
    assert (found.overall_goal, found.safeguards) == (None, ())


def test_the_contents_list_gives_way_to_the_parts_themselves() -> None:
    found = narrative(
        "一、总体绩效目标\n二、分项绩效目标\n三、工作保障措施\n一、总体绩效目标\n保障行洪安全。\n三、工作保障措施\n加强巡查。"
    )
    assert found.overall_goal == "保障行洪安全。"
    assert found.safeguards == ("加强巡查。",)


def test_sub_goal_on_one_line() -> None:
    found = narrative("分项绩效目标\n1.河道治理：完成骨干河道疏浚。\n2.水库运行：水库安全度汛。")
    assert [(g.title, g.goal, g.indicators) for g in found.sub_goals] == [
        ("河道治理", "完成骨干河道疏浚。", None),
        ("水库运行", "水库安全度汛。", None),
    ]


def test_an_introduction_is_no_sub_goal() -> None:
    found = narrative("分项绩效目标\n（一）本年度分项目标如下：\n1.河道治理\n目标：完成疏浚。")
    assert [(g.title, g.goal) for g in found.sub_goals] == [("河道治理", "完成疏浚。")]


def test_a_decimal_opens_no_sub_goal() -> None:
    found = narrative("分项绩效目标\n1.河道治理\n目标：投入资金\n1.5亿元用于疏浚。")
    assert [(g.title, g.goal) for g in found.sub_goals] == [("河道治理", "投入资金\n1.5亿元用于疏浚。")]


def test_safeguards_without_numbers_are_a_paragraph_each() -> None:
    assert narrative("工作保障措施\n加强组织领导。\n严格资金管理。").safeguards == ("加强组织领导。", "严格资金管理。")


def test_a_further_paragraph_belongs_to_its_numbered_safeguard() -> None:
    text = (
        "工作保障措施\n（一）成立由局长任组长的项目建设领导小组，实行包联机制，每周调度、每月通报。\n明确各股室职责。\n（二）严格资金管理。"
    )
    assert narrative(text).safeguards == (
        "成立由局长任组长的项目建设领导小组，实行包联机制，每周调度、每月通报。\n明确各股室职责。",
        "严格资金管理。",
    )


def test_a_short_numbered_safeguard_leads_its_paragraph() -> None:
    assert narrative("工作保障措施\n（一）加强组织领导。\n成立领导小组。").safeguards == ("加强组织领导。成立领导小组。",)


WRAPPED = """
    一、总体绩效目标
    2025年，县水利局以保障防洪安全、供水安全为中心，统筹推
    进河道治理与水库除险加固。
    加强节水宣传。
"""


def test_lines_broken_by_the_layout_go_on() -> None:
    expected = "2025年，县水利局以保障防洪安全、供水安全为中心，统筹推进河道治理与水库除险加固。\n加强节水宣传。"
    assert narrative(WRAPPED, "txt").overall_goal == expected
    assert narrative(WRAPPED, "pdf").overall_goal == expected


def test_lines_of_a_word_file_are_the_author_s_paragraphs() -> None:
    assert narrative(WRAPPED, "docx").overall_goal == (
        "2025年，县水利局以保障防洪安全、供水安全为中心，统筹推\n进河道治理与水库除险加固。\n加强节水宣传。"
    )


def test_title_over_several_lines() -> None:
    found = narrative("临江县水利局\n2025年部门预算绩效文本\n一、总体绩效目标\n保障行洪安全。")
    assert found.title == "临江县水利局2025年部门预算绩效文本"


def test_lines_above_the_title_of_a_web_page_are_its_navigation() -> None:
    text = "网站首页\n临江县水利局2025年部门预算绩效文本\n一、总体绩效目标"
    assert narrative(text, "html").title == "临江县水利局2025年部门预算绩效文本"


def test_a_mark_above_the_title_is_left_out() -> None:
    assert narrative("附件1\n临江县水利局2025年部门预算公开\n正文。").title == "临江县水利局2025年部门预算公开"


def test_sentences_and_headings_are_no_title() -> None:
    assert narrative("现将我局绩效目标公开如下。\n2025年部门预算").title is None
    assert narrative("一、总体绩效目标\n2025年部门预算").title is None
    assert narrative("河道疏浚\n清运淤泥").title is None


def test_unit_of_a_line_above_the_table_or_of_the_sheet() -> None:
    assert narrative("填报单位：临江县水利局").unit == "临江县水利局"
    assert narrative("河道疏浚", top=("单位名称：临江县水利局",)).unit == "临江县水利局"
    assert narrative("填报单位：（盖章）").unit is None
    assert narrative("关于2025年部门预算绩效文本的函").unit is None


def test_place_of_paragraphs_without_text() -> None:
    assert read_narrative([paragraph("")], "docx") == Narrative()
    assert read_narrative([], "docx") == Narrative()
