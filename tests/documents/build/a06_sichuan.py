"""Sichuan, a county court: one sheet that lists eight projects, each merged over its own lines."""

from __future__ import annotations

from pathlib import Path

from expected_parse import Row, indicator, joined, table, write_expected
from form_grid import FormGrid, merged_levels
from openpyxl import Workbook
from typed_content import records
from workbooks import fill_sheet, save_workbook

UNIT = "岷源县人民法院"
TITLE = "单位预算项目绩效目标表"
HEADER = ("项目名称", "项目金额", "年度目标", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "权重", "指标方向性")
STAFF_GOAL = "严格执行相关政策，保障工资及时、足额发放，预算编制科学合理，减少结余资金。"
# project name, amount in 万元, annual goal, its lines below
PROJECTS: tuple[tuple[str, float, str, str], ...] = (
    ("工资性支出（行政）", 968.36, STAFF_GOAL, "staff"),
    ("定额公用经费（行政）", 142.8, "提高预算编制质量，严格执行预算，保障单位日常运转。", "office"),
    ("办案业务费", 186, "全年受理各类案件不少于6500件，结案率达到95%以上，保障审判执行工作开展。", "cases"),
    ("聘用制书记员经费", 159.6, "聘用38名书记员，保障庭审记录、送达、卷宗归档等审判辅助工作。", "clerks"),
    ("人民陪审员补助", 24.5, "保障120名人民陪审员依法参加审判活动。", "assessors"),
    ("审判法庭维修改造", 88, "完成6个科技法庭和诉讼服务中心维修改造，8月底前投入使用。", "rooms"),
    ("信息化系统运行维护", 63.2, "1.保障法院专网、庭审系统稳定运行；2.完成电子卷宗随案生成系统升级。", "network"),
    ("司法救助金", 30, "对符合条件的困难当事人实施救助，体现司法温暖。", "relief"),
)
LINES = {
    "staff": """
产出指标|数量指标|发放（缴纳）覆盖率|＝|100|%|22.5|正向指标
||科目调整次数|≤|10|次|22.5|反向指标
|时效指标|按时发放率|＝|100|%|22.5|正向指标
效益指标|社会效益指标|足额保障率|＝|100|%|22.5|正向指标
""",
    "office": """
产出指标|质量指标|预算编制准确率（计算方法为：∣（执行数-预算数）/预算数∣）|≤|5|%|30|反向指标
效益指标|经济效益指标|“三公”经费控制率[计算方法为：（三公经费实际支出数/预算安排数]×100%）|≤|100|%|20|反向指标
|社会效益指标|运转保障率|＝|100|%|40|正向指标
""",
    "cases": """
产出指标|数量指标|受理案件数|≥|6500|件|20|正向指标
||上门送达次数|≥|1800|次|10|正向指标
|质量指标|案件发回改判率|≤|1.5|%|10|反向指标
|时效指标|民商事案件平均审理天数|≤|62|天|10|反向指标
|成本指标|案均办案成本|≤|286|元/件|10|反向指标
效益指标|社会效益指标|司法公信力|定性|优良中低差||20|正向指标
满意度指标|服务对象满意度指标|当事人满意度|≥|90|%|10|正向指标
""",
    "clerks": """
产出指标|数量指标|聘用书记员人数|＝|38|人|20|正向指标
|质量指标|庭审笔录差错率|≤|2|%|20|反向指标
|时效指标|卷宗归档时限|≤|30|日|10|反向指标
|成本指标|人均经费标准|≤|4.2|万元/年|20|反向指标
效益指标|社会效益指标|员额法官人均结案数提高|≥|5|%|20|正向指标
""",
    "assessors": """
产出指标|数量指标|陪审员参审案件数|≥|900|件|20|正向指标
||陪审员人数|≥|95|%|10|正向指标
|质量指标|一审普通程序案件陪审率|≥|85|%|20|正向指标
|成本指标|参审补助标准|＝|100|元/件|20|
效益指标|社会效益指标|司法民主|定性|好坏||20|正向指标
""",
    "rooms": """
成本指标|经济成本指标|维修改造单位成本|≤|980|元/平方米|20|反向指标
产出指标|数量指标|改造科技法庭|＝|6|个|15|正向指标
|质量指标|工程竣工验收合格率|＝|100|%|15|正向指标
|时效指标|投入使用时间|≤|2025年8月31日||10|反向指标
效益指标|社会效益指标|年承载开庭次数|≥|3600|次|20|正向指标
满意度指标|服务对象满意度指标|法官及当事人满意度|≥|95|%|10|正向指标
""",
    "network": """
产出指标|数量指标|运维系统数量|＝|12|套|20|正向指标
|质量指标|专网可用率|≥|99.5|%|20|正向指标
|时效指标|故障响应时间|≤|30|分钟|20|反向指标
效益指标|可持续影响指标|电子卷宗随案生成率|≥|98|%|20|正向指标
满意度指标|服务对象满意度指标|干警满意度|＞|85|%|10|正向指标
""",
    "relief": """
产出指标|数量指标|救助人数|≥|20|人|30|正向指标
|质量指标|救助对象认定准确率|＝|100|%|20|正向指标
|时效指标|救助金发放时限|≤|10|个工作日|20|反向指标
效益指标|社会效益指标|缓解受救助家庭困难|定性|有效缓解||20|正向指标
""",
}


def grid() -> FormGrid:
    form = FormGrid(11)
    form.row((TITLE, 11))
    form.row(("（2025年度）", 11))
    form.row((f"单位：{UNIT}", 8), ("金额单位：万元", 3))
    form.row(*HEADER)
    for name, amount, goal, key in PROJECTS:
        lines = [[name, amount, goal, *line[:4], figure(line[4]), line[5], figure(line[6]), line[7]] for line in records(LINES[key])]
        for cells in merged_levels(lines, depth=5):
            form.row(*cells)
    return form


def figure(text: str) -> object:
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return text


def expected_row(line: list[str]) -> Row:
    level1, level2, name, sign, number, unit, weight, direction = line
    extra = {"指标性质": sign, "度量单位": unit, "权重": weight, "指标方向性": direction}
    return indicator(level1, level2, name, joined(sign, number, unit), extra={header: text for header, text in extra.items() if text})


def build(folder: Path) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "6"
    fill_sheet(sheet, grid(), [20, 11, 32, 11, 15, 30, 9, 14, 10, 7, 12])
    sheet.freeze_panes = "A5"
    save_workbook(folder / "a06_sichuan.xlsx", workbook)
    tables = []
    for name, amount, goal, key in PROJECTS:
        goals = goal.removeprefix("1.").replace("；2.", "；\n").split("\n")
        rows = [expected_row(line) for line in records(LINES[key])]
        facts = {"project_name": name, "department": UNIT, "amount_unit": "万元", "budget_total": amount, "objectives": goals}
        tables.append(table(TITLE, rows, **facts))
    write_expected(folder, "a06_sichuan.xlsx", tables, title=TITLE, unit=UNIT, year=2025)


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent / "files")
