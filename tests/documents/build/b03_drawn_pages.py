"""Inner Mongolia form drawn by a reporting system: two projects a page, borders of thin rectangles, the last page turned by /Rotate 90."""

from __future__ import annotations

from pathlib import Path

import printed_rows
from drawn_grids import FONT, draw, register_font
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from word_grids import LEFT, UP, Grid

SOURCE = "b03_drawn.pdf"
TITLE = "2025年项目支出绩效目标表"
UNIT = "查干浩特旗林业和草原局"
HEADS = ("一级指标", "二级指标", "三级指标", "指标性质", "指标方向", "目标值", "计量单位", "分值", "备注")
FIELDS = ("level1", "level2", "name", "sign:指标性质", "指标方向", "value", "unit:计量单位", "分值", "备注")
PROJECTS = (
    (
        "退化草原生态修复治理项目",
        "412.80",
        "对3个苏木12万亩中度以上退化草原实施免耕补播、围栏封育，修复区植被盖度较治理前提高10个百分点以上。",
        (
            ("产出指标", "数量指标", "免耕补播面积", "≥", "正向", "4.5", "万亩", "10", ""),
            ("", "", "围栏封育面积", "≥", "正向", "7.5", "万亩", "10", ""),
            ("", "质量指标", "补播牧草当年出苗率", "≥", "正向", "75", "%", "10", "样方实测"),
            ("", "时效指标", "项目完工时间", "≤", "反向", "45991", "", "10", ""),
            ("", "成本指标", "补播亩均成本", "≤", "反向", "68", "元/亩", "10", "含种子、机械作业"),
            ("效益指标", "生态效益指标", "修复区植被盖度提高", "≥", "正向", "10", "个百分点", "20", "2024年基期为32%"),
            ("", "可持续影响指标", "禁牧管护期限", "≥", "正向", "3", "年", "10", ""),
            ("满意度指标", "服务对象满意度指标", "项目区牧民满意度", "≥", "正向", "90", "%", "10", ""),
        ),
    ),
    (
        "森林草原防灭火专业扑火队经费",
        "96.00",
        "保障40名专业扑火队员工资、保险及装备更新，防火紧要期24小时备勤，火情早发现、早处置。",
        (
            ("产出指标", "数量指标", "专业扑火队人数", "＝", "正向", "40", "人", "15", ""),
            ("", "", "更新扑火机具", "≥", "正向", "60", "台（套）", "10", "风力灭火机、水泵等"),
            ("", "质量指标", "队员培训考核合格率", "≥", "正向", "95", "%", "10", ""),
            ("", "时效指标", "资金到位时间", "≤", "反向", "2025年3月31日", "", "5", ""),
            ("", "成本指标", "人均年支出", "≤", "反向", "2.4", "万元", "10", "96÷40"),
            ("效益指标", "社会效益指标", "24小时火情扑灭率", "≥", "正向", "95", "%", "30", ""),
            ("满意度指标", "服务对象满意度指标", "群众满意度", "≥", "正向", "90", "%", "10", ""),
        ),
    ),
    (
        "林业有害生物防治",
        "58.50",
        "完成林业有害生物防治任务，保护森林资源安全。",
        (
            ("产出指标", "数量指标", "防治作业面积", "≥", "正向", "6.2", "万亩", "20", ""),
            ("", "质量指标", "无公害防治率", "≥", "正向", "90", "%", "10", ""),
            ("", "", "测报准确率", "≥", "正向", "88", "%", "10", ""),
            ("", "时效指标", "防治任务完成及时率", "=", "正向", "100", "%", "10", ""),
            ("效益指标", "生态效益指标", "林业有害生物成灾率", "≤", "反向", "3.5", "‰", "20", "自治区下达指标"),
            ("", "社会效益指标", "林农参与防治的积极性", "定性", "正向", "有所提高", "", "10", ""),
            ("满意度指标", "服务对象满意度指标", "林农满意度", "≥", "正向", "85", "%", "10", ""),
        ),
    ),
    (
        "自然保护地巡护监测",
        "35.00",
        "聘用巡护员20名，对勃隆克自然保护区核心区、缓冲区开展常态化巡护。",
        (
            ("产出指标", "数量指标", "聘用巡护员人数", "＝", "正向", "20", "人", "20", ""),
            ("", "", "出差次数", "≥", "正向", "24", "次", "10", ""),
            ("", "质量指标", "巡护日志完整率", "≥", "正向", "98", "%", "10", ""),
            ("", "成本指标", "项目总成本", "＝", "反向", "35", "万元", "10", ""),
            ("效益指标", "生态效益指标", "新增违法违规活动点位", "≤", "反向", "0", "处", "30", "以绿盾行动遥感核查为准"),
            ("满意度指标", "服务对象满意度指标", "周边牧户满意度", "≥", "正向", "90", "%", "10", ""),
        ),
    ),
    (
        "京津风沙源治理二期工程工业固沙与人工造林配套补助资金（提前下达）",
        "1,236.45",
        "完成人工造乔木林0.8万亩、灌木林1.6万亩，设置草方格沙障0.5万亩，工程区流动沙丘得到固定，扬沙天气减少。",
        (
            ("产出指标", "数量指标", "人工造乔木林面积", "≥", "正向", "0.8", "万亩", "8", "樟子松、榆树"),
            ("", "", "人工造灌木林面积", "≥", "正向", "1.6", "万亩", "8", "柠条、黄柳"),
            ("", "", "草方格沙障面积", "≥", "正向", "0.5", "万亩", "8", ""),
            ("", "质量指标", "造林当年成活率", "≥", "正向", "85", "%", "8", "一、二类区按国家标准"),
            ("", "", "苗木“两证一签”齐全率", "＝", "正向", "100", "%", "8", ""),
            ("", "时效指标", "春季造林完成时间", "≤", "反向", "2025年5月31日", "", "5", "雨季补植9月底前"),
            ("", "成本指标", "乔木林亩均补助标准", "＝", "反向", "500", "元/亩", "5", ""),
            (
                "效益指标",
                "生态效益指标",
                "工程区流动沙丘固定率",
                "≥",
                "正向",
                "60",
                "%",
                "15",
                "以工程区无人机航测图斑为基础，对比2023年本底数据计算",
            ),
            ("", "社会效益指标", "吸纳农牧民务工人数", "≥", "正向", "260", "人", "15", ""),
            ("满意度指标", "服务对象满意度指标", "工程区农牧民满意度", "≥", "正向", "90", "%", "10", ""),
        ),
    ),
)
WIDTHS = (52, 62, 112, 42, 42, 74, 52, 34, 65)


def grid(name: str, amount: str, goal: str, rows: tuple[tuple[str, ...], ...]) -> Grid:
    """Head and indicators of a project in one frame."""
    return [
        ["项目名称", LEFT, name, LEFT, LEFT, LEFT, "预算金额", LEFT, amount],
        ["年度绩效目标", LEFT, goal, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
        list(HEADS),
        *([cell or UP if k < 2 else cell for k, cell in enumerate(row)] for row in rows),
    ]


def build(folder: Path) -> None:
    """Writes the pdf and its expected parse."""
    register_font()
    width, height = A4
    canvas = Canvas(str(folder / SOURCE), pagesize=A4, pageCompression=1, invariant=1)
    canvas.setTitle("项目支出绩效目标表")

    def heading(x: float, top: float, middle: float) -> None:
        canvas.setFont(FONT, 15)
        canvas.drawCentredString(middle, top, TITLE)
        canvas.setFont(FONT, 8.5)
        canvas.drawString(x, top - 18, f"填报单位：{UNIT}（公章）")
        canvas.drawRightString(2 * middle - x, top - 18, "金额单位：万元")

    for page, two in enumerate((PROJECTS[:2], PROJECTS[2:4])):
        top = height - 60.0
        if page == 0:
            heading(30, top, width / 2)
        top -= 24
        for project in two:
            top = draw(canvas, grid(*project), WIDTHS, 30, top, 8) - 14
        canvas.setFont(FONT, 8)
        canvas.drawCentredString(width / 2, 30, f"{page + 1}/3")
        canvas.showPage()
    canvas.setPageSize((height, width))  # as shown: the library swaps the sides of a turned page
    canvas.setPageRotation(90)
    canvas.translate(width, 0)
    canvas.rotate(90)
    heading(36, width - 50, height / 2)
    top = draw(canvas, grid(*PROJECTS[4]), [w * 1.43 for w in WIDTHS], 36, width - 76, 9)
    canvas.setFont(FONT, 8)
    canvas.drawString(
        36, top - 16, "填表人：乌云娜    联系电话：0482-5550137    注：产出指标50分，效益指标30分，满意度指标10分，合计90分。"
    )
    canvas.drawCentredString(height / 2, 30, "3/3")
    canvas.showPage()
    canvas.save()
    tables = [
        printed_rows.table(
            rows, FIELDS, title=TITLE, project_name=name, department=UNIT, amount_unit="万元", budget_total=float(amount.replace(",", "")),
            objectives=[goal],
        )
        for name, amount, goal, rows in PROJECTS
    ]  # fmt: skip
    printed_rows.write(folder, SOURCE, tables, title=TITLE, unit=UNIT, year=2025)


if __name__ == "__main__":
    build(Path(__file__).parent.parent / "files")
