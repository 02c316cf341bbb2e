"""Hebei department text as Markdown of a converter: # headings, tab separated rows, bold heads, rows continued behind a repeated header."""

from __future__ import annotations

import re
from pathlib import Path

import printed_rows
from flat_text import rows_by_line, wrap
from hebei_form import HEADS, Project
from word_grids import Grid

SOURCE = "b11_court.md"
UNIT = "濡阳市高新技术产业开发区人民法院"
GOAL = (
    "区人民法院坚持以习近平法治思想为指导，忠实履行宪法法律赋予的职责，紧紧围绕“公正与效率”工作主题，依法审理各类案件，加强执行工作，"
    "深化司法改革，完善一站式多元解纷和诉讼服务体系建设，努力让人民群众在每一个司法案件中感受到公平正义。"
)
SUB_GOALS = (
    (
        "依法审理各类案件",
        "充分发挥审判职能作用，依法惩治犯罪、化解矛盾、定分止争，提高审判质效。",
        "全年审结各类案件不少于7800件，法定审限内结案率达到98%以上，一审服判息诉率达到88%以上。",
    ),
    (
        "审判业务装备建设",
        "配备与审判执行工作相适应的业务装备，提升科技法庭和执行指挥中心的保障能力。",
        "更新科技法庭5个，装备验收合格率100%。",
    ),
)
SAFEGUARDS = (
    ("完善制度建设", "修订《财务管理办法》《预算绩效管理办法》，将绩效目标管理嵌入预算编制、执行、决算全过程，明确各庭室职责。"),
    ("加强支出管理", "严格按照批复预算和政府采购程序组织实施，合理安排支付进度，避免年底突击花钱。"),
    ("做好绩效自评", "年度终了对照绩效目标逐项开展自评，自评得分低于80分的项目，次年同类预算压减10%，1000 元以上的偏差须书面说明原因。"),
)
DEPARTMENT = "143001 濡阳市高新技术产业开发区人民法院本级"
PROJECTS = (
    Project(
        "办案业务经费",
        "13089125P0081221000 17",
        DEPARTMENT,
        "468.20",
        "468.20",
        "",
        "用于案件审理、执行、送达、人民陪审员补助、司法鉴定及聘用制书记员工资等支出",
        ("", "", "70%", "100%"),
        ("保障全院办案业务正常开展，全年审结案件7800件以上。", "保障26名聘用制书记员工资和社保按月发放。"),
        (
            ("产出指标", "数量指标", "审结案件数量", "全年审结各类案件的数量", "≥7800 件", "2024年收结案统计数据"),
            ("", "数量指标", "聘用制书记员人数", "在岗聘用制书记员人数", "26 人", "编制部门核定数"),
            ("", "质量指标", "一审服判息诉率", "一审未上诉案件数占一审结案数的比例", "≥88 百分比", "《人民法院案件质量管理指标体系》"),
            ("", "时效指标", "法定审限内结案率", "在法定审限内审结案件数占结案数的比例", "≥98 百分比", "三大诉讼法规定的审理期限"),
            ("", "成本指标", "项目预算控制数", "全年办案业务经费支出总额", "≤468.2 万元", "2025 年部门预算"),
            ("效益指标", "社会效益指标", "诉前调解成功分流率", "诉前调解成功案件数占一审立案数的比例", "≥35 百分比", "上级法院考核指标"),
            ("", "可持续影响指标", "提升司法公信力", "提升司法公信力", "长期提升", "提升司法公信力"),
            ("满意度指标", "服务对象满意度指标", "当事人满意度", "当事人对诉讼服务工作的满意度", "≥90 百分比", "诉讼服务大厅评价系统"),
        ),
    ),
    Project(
        "关于提前下达2025年中央政法纪检监察转移支付资金的通知（濡财行【2024】85号）",
        "13089125P0081310000 2B",
        DEPARTMENT,
        "186.00",
        "186.00",
        "",
        "用于科技法庭升级改造、执法执勤车辆运行维护",
        ("", "30%", "80%", "100%"),
        ("完成5个科技法庭升级改造，提高庭审同步录音录像质量。",),
        (
            ("产出指标", "数量指标", "升级改造科技法庭数量", "完成升级改造并投入使用的科技法庭数量", "5 个", "濡财行【2024】85号"),
            ("", "质量指标", "设备验收合格率", "验收合格设备数量占采购设备数量的比例", "100 百分比", "政府采购合同及验收规范"),
            ("", "时效指标", "项目完成时限", "全部法庭通过验收的时间", "9月底前", "项目实施方案"),
            ("", "成本指标", "单个法庭改造成本", "单个法庭设备采购及安装调试费用", "≤28 万元", "财政投资评审结论"),
            ("效益指标", "社会效益指标", "庭审直播案件数量", "通过中国庭审公开网直播的案件数量", "≥1200 件", "上级考核要求"),
            ("", "生态效益指标", "减少纸质卷宗用量", "电子卷宗随案同步生成减少的纸张用量", "≥15 百分比", "历史数据"),
            ("满意度指标", "服务对象满意度指标", "干警及当事人满意度", "对科技法庭使用效果的满意度", "≥90 百分比", "问卷调查结果"),
        ),
    ),
)
LABELS = re.compile(r"项目编码|项目名称|预算规模及.*|预算数|其中：财政.*|其他资金|资金支出计.*|\d+月底|绩效目标|" + "|".join(HEADS))


def bold(grid: Grid) -> Grid:
    """Label cells as the converter marks them."""
    return [[f"<b>{cell}</b>" if LABELS.fullmatch(cell) else cell for cell in row] for row in grid]


def halves(row: list[str], widths: tuple[int, ...], kept: int) -> tuple[list[str], list[str]]:
    """A row cut by the end of a page: `kept` lines of each cell stay, the others come behind the repeated header."""
    lines = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
    return [" ".join(cell[:kept]) for cell in lines], [" ".join(cell[kept:]) for cell in lines]


def table_text(project: Project, cut: int, inside: bool, narrow: bool) -> str:
    """One project: row `cut` is the first (or, `inside`, the cut one) behind the page break; `narrow` leaves blanks where cells wrapped."""
    head = [list(row) for row in project.head()]
    head[1][0], head[1][3], head[3][0] = "预算规模及 资金用途", "其中：财政 资金", "资金支出计 划（%）"
    head[-1][1] = " ".join(f"{n}.{goal}" for n, goal in enumerate(project.objectives, 1))
    rows = [["" if cell == "^" else cell for cell in row] for row in project.body()]
    widths = (5, 5, 7, 9, 7, 8) if narrow else (9,) * 6
    behind = []
    if inside:
        rows[cut], rest = halves(rows[cut], widths, 1)
        behind = [rest]
        cut += 1
    before = [
        [" ".join(wrap(cell, w)) if narrow and n else cell for cell, w in zip(row, widths, strict=True)] for n, row in enumerate(rows[:cut])
    ]
    text = rows_by_line(bold([*head])[:], closing="") + rows_by_line(bold(before[:1]) + before[1:])
    return text + "\n" + rows_by_line([list(HEADS), *behind, *rows[cut:]], closing="")


def build(folder: Path) -> None:
    """Writes the Markdown and its expected parse."""
    contents = "\n".join(f"{n}.{p.name}绩效目标表.....\t{3 + 2 * n}" for n, p in enumerate(PROJECTS, 1))
    text = f"\n\n濡阳市高新技术产业开发区人民  \n法院  \n2025 年部门预算绩效文本\n\n{UNIT}编制  \n濡阳市高新区财政局\n\n\n\n# 目 录\n\n"
    text += "## 第一部分 部门整体绩效目标\n\n一、总体绩效目标.....\t1\n二、分项绩效目标.....\t1\n三、工作保障措施.....\t2\n\n"
    text += "## 第二部分 预算项目绩效目标\n\n"
    text += f"{contents}\n\n\n\n# 第一部分\n\n## 部门整体绩效目标\n\n### 一、总体绩效目标\n\n{GOAL}\n\n### 二、分项绩效目标\n\n"
    for n, (title, goal, measured) in enumerate(SUB_GOALS, 1):
        text += f"#### {n}、{title}。\n\n**绩效目标：**{goal}\n\n**绩效指标：**{measured}\n\n"
    text += "### 三、工作保障措施\n\n"
    text += "".join(f"**（{n}）、{title}。**{body}\n\n" for n, (title, body) in zip("一二三", SAFEGUARDS, strict=True))
    text += "## 第二部分\n\n# 预算项目绩效目标\n\n\n\n"
    for n, project in enumerate(PROJECTS, 1):
        mark = "## " if n == 1 else ""
        text += f"{mark}{n}.{project.name}绩效目标表\n\n{project.department}\n\n单位：万元\n\n"
        text += table_text(project, cut=6 if n == 1 else 5, inside=n == 2, narrow=n == 2) + "\n"
    (folder / SOURCE).write_text(text, encoding="utf-8", newline="\n")
    printed_rows.write(
        folder, SOURCE, [project.expected() for project in PROJECTS], title=f"{UNIT}2025年部门预算绩效文本", unit=UNIT, year=2025,
            overall_goal=GOAL,
        safeguards=[f"{title}。{body.replace('1000 元', '1000元')}" for title, body in SAFEGUARDS],
        sub_goals=[{"title": title, "goal": goal, "indicators": measured} for title, goal, measured in SUB_GOALS],
    )  # fmt: skip


if __name__ == "__main__":
    build(Path(__file__).parent.parent / "files")
