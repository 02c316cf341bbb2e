"""Hebei department text flattened with one cell a line behind a tab; forced blank paragraphs in cells, bookmarks before headings."""

from __future__ import annotations

from pathlib import Path

import printed_rows
from flat_text import cells_by_line
from hebei_form import Project
from word_grids import UP, Grid

SOURCE = "b08_cells.txt"
UNIT = "遵阳市民政局"
GOAL = (
    "2025年，市民政局坚持以人民为中心的发展思想，聚焦特殊群体、聚焦群众关切，扎实做好最低生活保障、特困人员供养、临时救助、养老服务、"
    "儿童福利和社会事务等工作，兜住兜准兜好困难群众基本生活底线。全年计划保障城乡低保对象13800人，特困人员2460人，养老机构护理型床位占比达到60%，"
    "社会组织年检率达到90%以上。"
)
SUB_GOALS = (
    (
        "困难群众基本生活救助",
        "将符合条件的困难群众全部纳入保障范围，按月足额发放救助资金，实现动态管理下的应保尽保、应退尽退。",
        "城乡低保、特困供养资金按月社会化发放率达到100%，救助对象满意度达到90%以上。",
    ),
    ("高龄老人津贴", "对80周岁以上老年人发放高龄津贴，落实老年人优待政策。", "高龄津贴发放准确率达到99%以上。"),
    ("殡葬改革惠民工程", "落实惠民殡葬政策，减免基本殡葬服务费用，推行节地生态安葬。", "火化率达到100%，节地生态安葬率达到35%。"),
)
SAFEGUARDS = (
    "健全制度体系。完善《遵阳市困难群众救助补助资金管理实施细则》，明确审批、发放、公示各环节责任。",
    "强化信息比对。每季度与公安、税务、不动产、车辆等部门开展信息比对，对疑似问题逐户核查、分类处理。",
    "加强财会监督。对乡镇（街道）资金发放情况每年抽查不少于两次，抽查比例不低于30%。",
)
DEPARTMENT = "416001遵阳市民政局本级"
PROJECTS = (
    Project(
        "冀财社【2024】163号提前下达2025年困难群众救助补助资金",
        "13028325P00618010012F",
        DEPARTMENT,
        "6820.00",
        "6820.00",
        "",
        "预算数6820万元。其中：财政资金6820万元，其他资金0万元。主要用于：城乡最低生活保障、特困人员救助供养、临时救助、孤儿基本生活保障支出。",
        ("25%", "50%", "85%", "100%"),
        (
            "将符合条件的13800名城乡低保对象、2460名特困人员全部纳入保障范围。",
            "对遭遇突发性、紧迫性、临时性困难的群众实施临时救助，全年不少于900人次。",
        ),
        (
            ("产出指标", "数量指标", "城乡低保对象保障人数", "纳入城乡最低生活保障范围的对象人数", "≥13800 人", "全国最低生活保障信息系统"),
            ("", "", "临时救助人次", "全年实施临时救助的人次", "≥900人次", "冀财社【2024】163号"),
            ("", "质量指标", "救助对象认定准确率", "抽查中认定准确的户数占抽查户数的比例", "≥98%", "《社会救助暂行办法》"),
            ("", "时效指标", "低保金按月发放及时率", "每月15日前通过“一卡通”发放到户的资金比例", "100%", "冀财社【2024】163号"),
            (
                "",
                "成本指标",
                "城市低保标准",
                "城市居民最低生活保障月人均标准",
                "867元/人·月",
                "遵阳市民政局 遵阳市财政局关于提高城乡低保标准的通知（遵民〔2024〕19号）",
            ),
            ("效益指标", "社会效益指标", "困难群众生活水平提升情况", "困难群众生活水平提升情况", "有效提升", "上级政策要求"),
            ("满意度指标", "服务对象满意度指标", "救助对象满意度", "受访救助对象表示满意的比例", "≥90 %", "问卷调查"),
        ),
    ),
    Project(
        "80周岁以上老年人高龄津贴",
        "13028325P00618110003A",
        DEPARTMENT,
        "1435.68",
        "1435.68",
        "",
        "为全市80周岁以上老年人发放高龄津贴。",
        ("", "50%", "80%", "100%"),
        ("为80周岁以上老年人按季度发放高龄津贴，其中80-89周岁每人每月50元，90-99周岁每人每月100元，100周岁以上每人每月500元。",),
        (
            ("产出指标", "数量指标", "发放人数", "80周岁以上享受高龄津贴的老年人人数", "≥19600人", "公安户籍数据"),
            ("", "质量指标", "津贴发放准确率", "足额准确发放人数占应发放人数的比例", "≥99%", "遵阳市高龄津贴发放管理办法"),
            ("", "时效指标", "津贴发放时间", "每季度末月20日前发放到位", "每季度末月20日前", "遵阳市高龄津贴发放管理办法"),
            ("", "成本指标", "津贴标准", "津贴标准", "50元、100元、500元", "遵阳市高龄津贴发放管理办法"),
            ("效益指标", "社会效益指标", "高龄津贴政策知晓率", "老年人及其家属对政策的知晓程度", "≥85%", "抽样调查"),
            ("", "可持续影响指标", "促进尊老敬老社会风尚", "促进尊老敬老社会风尚", "持续促进", ""),
            ("满意度指标", "服务对象满意度指标", "老年人满意度", "领取津贴老年人的满意度", "≥95%", "问卷调查"),
        ),
    ),
    Project(
        "惠民殡葬减免资金",
        "13028325P00618110010T",
        DEPARTMENT,
        "168.00",
        "150.00",
        "18.00",
        "减免城乡居民遗体运送、火化等基本殡葬服务费用。",
        ("30%", "55%", "85%", "95%"),
        ("对全市死亡居民基本殡葬服务费予以减免，每具减免1000元", "推行节地生态安葬，奖补标准每例2000元"),
        (
            ("产出指标", "数量指标", "减免基本殡葬服务费人数", "享受减免政策的死亡居民人数", "≥1500具", "历史标准"),
            ("", "质量指标", "减免政策执行准确率", "减免政策执行准确率", "100%", "惠民殡葬政策文件"),
            ("", "时效指标", "减免资金结算及时性", "减免资金按季度与殡仪馆结算", "及时结算", "惠民殡葬政策文件"),
            ("", "成本指标", "每具遗体减免标准", "每具遗体减免标准", "1000 元", "惠民殡葬政策文件"),
            ("效益指标", "社会效益指标", "减轻群众丧葬负担", "年减轻群众丧葬费用支出", "150万元", "测算"),
            ("", "生态效益指标", "节地生态安葬率", "采用树葬、草坪葬、骨灰撒散等方式安葬的比例", "≥35%", "《河北省殡葬管理条例》"),
            ("满意度指标", "服务对象满意度指标", "丧属满意度", "丧属满意度", "≥90%", "丧属满意度"),
        ),
    ),
)


def forced(grid: Grid) -> Grid:
    """The blanks and empty paragraphs that the author's Word file had in its cells."""
    dressed: list[list[str]] = [list(grid[0])]
    for n, row in enumerate(grid[1:]):
        lead = ["", "", " ", " ", "", " " if n % 3 == 2 else ""]
        tail = ["", "", "\n" if n % 2 == 0 else "", "\n\n" if n % 4 == 1 else "\n", "", "\n\n" if n % 2 == 0 else ""]
        dressed.append([cell if cell == UP else a + cell + b for a, cell, b in zip(lead, row, tail, strict=True)])
    return dressed


def build(folder: Path) -> None:
    """Writes the text and its expected parse."""
    text = f" \n \n{UNIT}\n2025年部门预算绩效文本\n \n \n第一部分\n部门整体绩效目标\n \n"
    text += f"[bookmark: _Toc_2_2_0000000001]一、总体绩效目标\n{GOAL}\n"
    text += "[bookmark: _Toc_2_2_0000000002]二、分项绩效目标\n民政局部门职责分项绩效目标：\n"
    for n, (title, goal, measured) in enumerate(SUB_GOALS, 1):
        text += f"{n}、 {title}\n        绩效目标：{goal}\n        绩效指标：{measured}\n"
    text += "[bookmark: _Toc_2_2_0000000003]三、工作保障措施\n民政局部门实现本年度发展规划目标的保障措施：\n"
    text += "".join(f"{n}、{item}\n" for n, item in enumerate(SAFEGUARDS, 1)) + "\n \n \n \n第二部分\n \n预算项目绩效目标\n \n \n"
    for n, project in enumerate(PROJECTS, 1):
        text += f"[bookmark: _Toc_4_4_{n + 3:010d}]{n}.{project.name}绩效目标表\n"
        head = [list(row) for row in project.head()]
        if n == 1:  # tabs that came along from a spreadsheet
            head[1][0], head[1][3] = "预算规模及资金用途", "其中：财政    资金"
            head[2][1] += "\t\t\t\t\t\t"
            head[-1][1] = head[-1][1].replace("\n", "\t\t\n") + "\t\t\t\t\n\t\t\t\t\t\t"
        text += cells_by_line([[project.department], ["单位：万元"]]).replace("\n\n\t单位", "\n\t单位")[:-1] + cells_by_line(head)
        text += " \n" + cells_by_line(forced(project.body())) + " \n"
    (folder / SOURCE).write_text(text, encoding="utf-8", newline="\n")
    printed_rows.write(
        folder, SOURCE, [project.expected() for project in PROJECTS], title=f"{UNIT}2025年部门预算绩效文本", unit=UNIT, year=2025,
        overall_goal=GOAL, safeguards=list(SAFEGUARDS),
        sub_goals=[{"title": title, "goal": goal, "indicators": measured} for title, goal, measured in SUB_GOALS],
    )  # fmt: skip


if __name__ == "__main__":
    build(Path(__file__).parent.parent / "files")
