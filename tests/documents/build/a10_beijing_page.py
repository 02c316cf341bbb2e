"""Beijing, a page of a district's web site in GB18030: navigation, breadcrumb, layout table, two forms with rowspan and colspan, footer."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from expected_parse import Row, indicator, joined, table, write_expected
from form_grid import FormGrid, merged_levels
from typed_content import records

UNIT = "北京市通济区园林绿化局"
TITLE = "项目支出绩效目标表"
HEADER = ("一级指标", "二级指标", "三级指标", "绩效指标性质", "绩效指标值", "绩效度量单位")
PARKS = records("""
产出指标|数量指标|养护绿地面积|≥|3862000|平方米
||补植灌木数量|≥|4.6|万株
|质量指标|一级绿地养护达标率|≥|95|%
||古树名木长势|定性|优良中低差|
|时效指标|春季补植完成时间|≤|2025年4月30日|
||汛期倒伏树木清理时限|≤|24|小时
成本指标|经济成本指标|一级绿地养护单价|≤|9.2|元/㎡·年
||项目预算控制数|≤|2468.75|万元
效益指标|社会效益指标|公园绿地500米服务半径覆盖率|≥|91|%
|生态效益指标|园林废弃物资源化利用率|≥|70|%
满意度指标|服务对象满意度指标|市民满意度|≥|90|%
""")
PESTS = records("""
产出指标|数量指标|美国白蛾防治作业面积|≥|18|万亩次
||悬挂诱捕器|＝|1200|套
|质量指标|无公害防治率|≥|98|%
|时效指标|第一代防治完成时间|≤|6月15日|
成本指标|经济成本指标|飞机防治单价|≤|3.8|元/亩
||社会成本|定性|无|
效益指标|生态效益指标|林业有害生物成灾率|≤|0.1|‰
|可持续影响指标|监测网络持续完善|定性|好|
满意度指标|服务对象满意度指标|林地所属单位满意度|≥|90|%
""")
PROJECTS: tuple[dict[str, Any], ...] = (
    {
        "code": "11011225T000002086417",
        "name": "公园绿地日常养护",
        "owner": "赵振国",
        "kind": "其他运转类",
        "money": ("2468.750000", "2468.750000", "0.000000"),
        "goals": ("1、完成386.2万平方米公园绿地日常养护；", "2、4月底前补植灌木4.6万株；", "3、倒伏树木24小时内清理完毕。"),
        "lines": PARKS,
    },
    {
        "code": "11011225T000002086502",
        "name": "林业有害生物防控",
        "owner": "孙丽",
        "kind": "特定目标类",
        "money": ("312.600000", "312.600000", ""),
        "goals": ("完成美国白蛾等有害生物防治18万亩次，不发生大面积成灾，确保首都生态安全。",),
        "lines": PESTS,
    },
)
HEAD = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=gb18030" />
<title>北京市通济区园林绿化局2025年项目支出绩效目标表_财政信息公开_北京市通济区人民政府门户网站</title>
<meta name="ColumnName" content="财政信息公开" />
<style type="text/css">table.form td { border: 1px solid #000; font-size: 12px; } .nav { background: #b00; }</style>
<script type="text/javascript">var site = "<table><tr><td>三级指标</td></tr></table>"; function print_page() { window.print(); }</script>
</head>
<body>
<div class="header"><a href="/">网站首页</a><form action="/s"><input type="text" value="请输入关键字" /></form></div>
<ul class="nav"><li><a href="/zwgk/">政务公开</a></li><li><a href="/zwfw/">政务服务</a></li><li><a href="/zmhd/">政民互动</a></li></ul>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/czxx/">财政信息公开</a></div>
<table width="1000" border="0" cellpadding="0" cellspacing="0"><tr><td valign="top" width="180">
<table class="side"><tr><td><a href="/a/">部门预算</a></td></tr><tr><td><a href="/b/">部门决算</a></td></tr></table>
</td><td valign="top"><div class="article">
<h1>北京市通济区园林绿化局2025年项目支出绩效目标表</h1>
<p class="info">日期：2025-02-11 09:30&nbsp;&nbsp;来源：通济区园林绿化局&nbsp;&nbsp;【字号：<a href="#">大</a> <a href="#">中</a>】</p>
<p>&emsp;&emsp;按照预算公开有关要求，现将我局2025年度项目支出绩效目标予以公开。</p>
"""
FOOT = """<p style="text-align:right">北京市通济区园林绿化局</p>
<p><a href="P020250211.xlsx">附件：2025年项目支出绩效目标表.xlsx</a></p>
</div></td></tr></table>
<div class="footer">主办：北京市通济区人民政府办公室&nbsp;&nbsp;京ICP备05000000号
&nbsp;&nbsp;政府网站标识码：1101120000<br />联系电话：010-69540000</div>
</body>
</html>
"""


def grid_of(project: dict[str, Any]) -> FormGrid:
    grid = FormGrid(7)
    total, fiscal, other = project["money"]
    grid.row("预算单位", (f"048001-{UNIT}（本级）", 3), "项目编码", (project["code"], 2))
    grid.row("项目名称", (project["name"], 3), "项目类型", (project["kind"], 2))
    grid.row("项目责任人", (project["owner"], 3), "联系电话", ("69541203", 2))
    grid.row(("项目资金\n（万元）", 1, 3), ("项目资金总额", 2), (total, 4))
    grid.row(("其中：财政拨款", 2), (fiscal, 4))
    grid.row(("其他资金", 2), (other, 4))
    grid.row("年度\n绩效目标", ("\n".join(project["goals"]), 6))
    grid.row(("绩\n效\n指\n标", 1, len(project["lines"]) + 1), *HEADER)
    for cells in merged_levels(project["lines"]):
        grid.row(*cells)
    return grid


def html_table(grid: FormGrid) -> str:
    rows = []
    for r in range(grid.height):
        cells = []
        for cell in (c for c in grid.cells if c.row == r):
            spans = (f' rowspan="{cell.rows}"' if cell.rows > 1 else "") + (f' colspan="{cell.columns}"' if cell.columns > 1 else "")
            text = "<br />".join(f"<span>{escape(line)}</span>" for line in str(cell.value).split("\n")) if cell.value else "&nbsp;"
            cells.append(f"<td{spans}>{text}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>\n")
    return f'<table class="form" cellspacing="0"><tbody>\n{"".join(rows)}</tbody></table>\n'


def expected_row(line: list[str]) -> Row:
    level1, level2, name, sign, number, unit = line
    extra = {"绩效指标性质": sign, "绩效度量单位": unit}
    return indicator(level1, level2, name, joined(sign, number, unit), extra={header: text for header, text in extra.items() if text})


def expected_table(project: dict[str, Any]) -> Row:
    total, fiscal, other = (float(amount) if amount else None for amount in project["money"])
    return table(
        TITLE,
        [expected_row(line) for line in project["lines"]],
        project_code=project["code"],
        project_name=project["name"],
        department=f"048001-{UNIT}（本级）",
        amount_unit="万元",
        budget_total=total,
        budget_fiscal=fiscal,
        budget_other=other,
        objectives=[goal[2:] if goal[1] == "、" else goal for goal in project["goals"]],
    )


def build(folder: Path) -> None:
    page = HEAD
    for project in PROJECTS:
        page += f'<p align="center"><strong>{TITLE}</strong></p>\n<p align="center">（2025年度）</p>\n{html_table(grid_of(project))}'
    (folder / "a10_beijing_page.html").write_bytes((page + FOOT).encode("gb18030"))
    tables = [expected_table(project) for project in PROJECTS]
    write_expected(folder, "a10_beijing_page.html", tables, title=f"{UNIT}2025年{TITLE}", unit=UNIT, year=2025)


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent / "files")
