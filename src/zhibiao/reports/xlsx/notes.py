"""说明: how to read the workbook, how to give it back, what judged, and all kinds of findings."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from zhibiao.model.report import Engine
from zhibiao.reports.catalogue import catalogue_json
from zhibiao.reports.chinese_terms import SCOPE, SEVERITY
from zhibiao.reports.xlsx.sheet import plain

NAME = "说明"
ENGINE, REVIEWER = "评判程序", "评审人"
_TEXTS = (
    ("等级", "每个指标从五个方面评0至3级：S 明确性、M 可衡量性、A 可实现性、R 相关性、T 时限性，3级最好。"),
    (
        "得分",
        "100 ×（0.20 S + 0.30 M + 0.15 A + 0.25 R + 0.10 T）÷ 3；有“错误”的指标最高79分。90分以上优，80分以上良，60分以上中，以下差。",
    ),
    (
        "项目得分",
        "各指标的平均（有分值的按分值），整表的每处错误减5分、警告减2分；目标全部空泛、半数以上指标没有目标值，或没有产出、没有效益的，最高59分。",
    ),
    ("审核结论", "优 通过，良 完善后通过，中 退回重报，差 不通过。程序的结论供参考，由评审人定。"),
    ("审核表", "财政部绩效目标审核表的四方面八项，由各指标的等级和问题算出；“条件充分性”在表中看不出，不评分，合计90分，折成百分制。"),
    ("需人工复核", "“过与不过”（80分）两边都有可能的指标，请人工看一眼。"),
    ("筛选和排序", "各表第一行有筛选按钮；“总览”中点项目名称跳到它的指标，点文件打开原文件。"),
    (
        "反馈",
        (
            "在黄色的格里写下意见：“采纳/驳回”是对程序评判的意见，“正确类别”“改S”至“改T”填应有的结果，“修改意见”写给填报单位。"
            "在下面填上评审人，保存后运行 zhibiao feedback 报告.xlsx，意见就成为下次训练用的标注。"
        ),
    ),
)


def write_notes(book: Workbook, looks: dict[str, Format], engine: Engine) -> None:
    """The last sheet."""
    page = book.add_worksheet(NAME)
    page.set_column(0, 0, 14)
    page.set_column(1, 1, 24)
    page.set_column(2, 4, 16)
    page.set_column(5, 5, 60)
    row = 0
    page.write_string(row, 0, "怎样读这份报告", looks["heading"])
    for label, text in _TEXTS:
        row += 1
        page.set_row(row, 32 if len(text) > _LINE else 18)
        page.write_string(row, 0, label, looks["label"])
        page.merge_range(row, 1, row, 5, "", looks["text"])
        page.write_string(row, 1, text, looks["text"])
    for label, text, look in ((REVIEWER, "", "room"), (ENGINE, engine_line(engine), "text")):
        row += 1
        page.write_string(row, 0, label, looks["label"])
        page.merge_range(row, 1, row, 5, "", looks[look])
        page.write_string(row, 1, plain(text), looks[look])
    row += 2
    page.write_string(row, 0, "全部问题", looks["heading"])
    row += 1
    for place, title in enumerate(("代码", "问题", "级别", "范围", "英文名", "依据")):
        page.write_string(row, place, title, looks["head"])
    for one in catalogue_json():
        row += 1
        cells = (one["code"], one["title"], SEVERITY[one["severity"]], SCOPE[one["scope"]], one["name"], one["basis"])
        for place, text in enumerate(cells):
            page.write_string(row, place, text, looks["text"])


_LINE = 60  # characters that stand on one line of the notes


def engine_line(engine: Engine) -> str:
    """What judged, in one cell."""
    models = "、".join(engine.models) if engine.models else "只按规则"
    return f"zhibiao {engine.version}；模型 {models}；规则 {engine.rules} 条"
