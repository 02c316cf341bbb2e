"""Web page saved by Word in gb2312 (mso styles, conditional comments, broken tags): Hubei columns, two goals with their own indicators."""

from __future__ import annotations

import html
from pathlib import Path

import printed_rows
from word_grids import LEFT, UP, Grid, spans

SOURCE = "b15_hubei.htm"
UNIT = "荆浦县农业农村局"
PROJECT = "2025年高标准农田建设项目"
HEADS = (
    "一级指标",
    "二级指标",
    "三级指标",
    "计算符号",
    "指标值",
    "计量单位",
    "前年指标值",
    "上年指标值",
    "指标值确定依据",
    "指标解释",
    "权重",
    "扣分标准",
)
FIELDS = (
    "level1",
    "level2",
    "name",
    "sign:计算符号",
    "value",
    "unit:计量单位",
    "前年指标值",
    "上年指标值",
    "basis",
    "description",
    "权重",
    "扣分标准",
)
GOALS = (
    "新建高标准农田3.2万亩、改造提升1.1万亩，项目区田间道路通达度平原区达到100%，灌溉保证率达到75%以上。",
    "项目区耕地质量等级有所提升，粮食综合生产能力增强，建后管护责任全部落实。",
)
ROWS_1 = (
    (
        "产出指标",
        "数量指标",
        "新建高标准农田面积",
        "≥",
        "3.2",
        "万亩",
        "2.8",
        "3.0",
        "鄂农发〔2024〕41号任务清单",
        "经县级验收的新建面积",
        "12",
        "每少0.1万亩扣1分",
    ),
    (
        "",
        "",
        "改造提升高标准农田面积",
        "≥",
        "1.1",
        "万亩",
        "0",
        "0.6",
        "鄂农发〔2024〕41号任务清单",
        "经县级验收的改造提升面积",
        "10",
        "每少0.1万亩扣1分",
    ),
    ("", "", "开展耕地质量监测", "=", "6", "个", "6", "6", "年度监测方案", "耕地质量监测点数量", "5", "少1个扣1分"),
    (
        "",
        "质量指标",
        "项目验收合格率",
        "=",
        "100",
        "%",
        "100",
        "100",
        "《高标准农田建设通则》（GB/T30600-2022）",
        "验收合格项目个数÷完工项目个数",
        "8",
        "低于100%不得分",
    ),
    (
        "",
        "时效指标",
        "任务完成时间",
        "定量（其他）",
        "2025年12月20日前",
        "",
        "",
        "",
        "实施方案",
        "主体工程完工并具备验收条件的时间",
        "5",
        "每延期10天扣1分",
    ),
    (
        "",
        "成本指标",
        "亩均投资标准",
        "<=",
        "3000",
        "元/亩",
        "2000",
        "2400",
        "中央、省级补助标准",
        "含中央、省、县三级财政资金",
        "10",
        "超标准不得分",
    ),
)
ROWS_2 = (
    (
        "效益指标",
        "经济效益指标",
        "项目区粮食亩均增产",
        ">=",
        "40",
        "公斤",
        "36",
        "38.5",
        "历史标准",
        "与项目实施前三年平均亩产相比",
        "8",
        "每低1公斤扣0.5分",
    ),
    ("", "社会效益指标", "受益农户数", ">=", "11600", "户", "9800", "10240", "项目设计报告", "", "7", "按比例扣分"),
    ("", "生态效益指标", "节水灌溉面积占比", ">=", "62", "%", "55", "58", "行业标准", "节水灌溉面积÷项目区灌溉面积", "5", "按比例扣分"),
    (
        "",
        "可持续影响指标",
        "工程管护责任落实情况",
        "定性",
        "管护主体、管护资金全部落实",
        "",
        "",
        "",
        "县级管护办法",
        "移交手续齐全、签订管护协议",
        "5",
        "酌情扣分",
    ),
    (
        "满意度指标",
        "服务对象满意度指标",
        "项目区农民满意度",
        ">=",
        "90",
        "%",
        "91.2",
        "92",
        "问卷调查",
        "抽样不少于每村10户",
        "5",
        "每低1个百分点扣1分",
    ),
)
STYLE = """<style>
<!--
 /* Font Definitions */
 @font-face
\t{font-family:宋体;
\tpanose-1:2 1 6 0 3 1 1 1 1 1;
\tmso-font-alt:SimSun;
\tmso-font-charset:134;}
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal, div.MsoNormal
\t{mso-style-unhide:no;
\tmargin:0cm;
\ttext-align:justify;
\tfont-size:10.5pt;
\tfont-family:"Calibri","sans-serif";}
@page WordSection1
\t{size:841.9pt 595.3pt;
\tmso-page-orientation:landscape;}
-->
</style>"""
HEAD = f"""<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<title>项目绩效目标申报表</title>
<!--[if gte mso 9]><xml>
 <o:DocumentProperties>
  <o:Author>财务股</o:Author>
  <o:LastAuthor>Administrator</o:LastAuthor>
 </o:DocumentProperties>
</xml><![endif]--><!--[if gte mso 10]>
<style>
 table.MsoNormalTable
\t{{mso-style-name:普通表格;}}
</style>
<![endif]-->
{STYLE}
</head>

<body lang=ZH-CN style='tab-interval:21.0pt;text-justify-trim:punctuation'>

<div class=WordSection1 style='layout-grid:15.6pt'>
"""


def paragraph(text: str, centre: bool = True) -> str:
    """A paragraph as Word writes it: latin text in spans of its own, tags broken over lines, an empty one holds a hard blank."""
    place = " align=center style='text-align:center'" if centre else ""
    if not text:
        return f"<p class=MsoNormal{place}><span lang=EN-US><o:p>&nbsp;</o:p></span></p>"
    runs, latin = "", ""
    for character in text + "\0":
        if character.isascii() and character != "\0":
            latin += character
            continue
        if latin:
            runs += f"<span lang=EN-US\nstyle='font-family:宋体;mso-bidi-font-family:宋体'>{html.escape(latin)}</span>"
            latin = ""
        runs += "" if character == "\0" else character
    return f"<p class=MsoNormal{place}><span\nstyle='font-family:宋体'>{runs}<span lang=EN-US><o:p></o:p></span></span></p>"


def word_table(grid: Grid) -> str:
    """A bordered table with rowspan and colspan."""
    at = {(i, j): (high, wide, text) for i, j, high, wide, text in spans(grid)}
    text = "<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0\n"
    text += " style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt'>\n"
    for i, row in enumerate(grid):
        text += f" <tr style='mso-yfti-irow:{i};height:20.0pt'>\n"
        for j in range(len(row)):
            if (i, j) in at:
                high, wide, content = at[i, j]
                size = (f" colspan={wide}" if wide > 1 else "") + (f" rowspan={high}" if high > 1 else "")
                text += f"  <td width=80{size} style='border:solid windowtext 1.0pt;\n  padding:0cm 5.4pt 0cm 5.4pt'>\n"
                text += "\n".join("  " + paragraph(part, wide < 4) for part in content.split("\n")) + "\n  </td>\n"
        text += " </tr>\n"
    return text + "</table>\n"


def grid() -> Grid:
    """The form: a head, then two goals, each with a header and its indicators."""
    wide = [LEFT] * 9
    lines: list[list[str]] = [
        ["项目名称", LEFT, PROJECT, *[LEFT] * 3, "项目编码", LEFT, "42108225T000000417", *[LEFT] * 3],
        ["项目主管部门", LEFT, UNIT, *[LEFT] * 3, "项目执行单位", LEFT, "荆浦县农田建设服务中心", *[LEFT] * 3],
        ["项目当年预算（万元）", LEFT, "11,610.00", *[LEFT] * 3, "其中：财政拨款", LEFT, "11,610.00", *[LEFT] * 3],
    ]
    for n, (goal, rows) in enumerate(zip(GOALS, (ROWS_1, ROWS_2), strict=True), 1):
        lines += [[f"年度绩效目标{n}", LEFT, LEFT, goal, *wide[:8]], list(HEADS)]
        lines += [[cell or UP if k < 2 else cell for k, cell in enumerate(row)] for row in rows]
    return lines


def build(folder: Path) -> None:
    """Writes the page and its expected parse."""
    text = (
        HEAD
        + paragraph("项目支出绩效目标申报表")
        + "\n"
        + paragraph("（2025年度）")
        + "\n"
        + paragraph(f"填报单位：{UNIT}", centre=False)
        + "\n"
    )
    text += word_table(grid()) + paragraph("填报人：李文斌    联系电话：5550173", centre=False) + "\n</div>\n\n</body>\n\n</html>\n"
    (folder / SOURCE).write_bytes(text.replace("\n", "\r\n").encode("gb18030"))
    table = printed_rows.table(
        [*ROWS_1, *ROWS_2], FIELDS, title="项目支出绩效目标申报表", project_code="42108225T000000417", project_name=PROJECT,
            department=UNIT,
        amount_unit="万元", budget_total=11610.0, budget_fiscal=11610.0, objectives=list(GOALS),
    )  # fmt: skip
    timed = next(row for row in table["indicators"] if row["name"] == "任务完成时间")
    timed["accept"] = {"value": ["定量（其他）2025年12月20日前"]}
    printed_rows.write(folder, SOURCE, [table], title="项目支出绩效目标申报表", unit=UNIT, year=2025)


if __name__ == "__main__":
    build(Path(__file__).parent.parent / "files")
