"""A city's library of common indicators by sector: explanation, formula, source, no column of values."""

from __future__ import annotations

from pathlib import Path

from expected_parse import indicator, table, write_expected
from form_grid import FormGrid
from openpyxl import Workbook
from typed_content import records
from workbooks import fill_sheet, save_workbook

TITLE = "江宜市预算绩效指标库（分行业分领域部分）"
HEADER = ("序号", "行业", "一级指标", "二级指标", "三级指标", "指标解释", "计算公式", "指标来源", "计量单位", "指标方向")
LIBRARY = records(
    """
教育|产出指标|数量指标|公办幼儿园新增学位数|反映当年新建、改扩建公办幼儿园增加的学位|当年竣工验收园所核定学位数之和|部门工作计划|个|正向
教育|产出指标|质量指标|教师培训合格率|反映参训教师达到考核要求的程度|考核合格人数÷参训人数×100%|部门管理指标|%|正向
教育|产出指标|时效指标|助学金发放时间|反映助学金是否在规定时间内发放到学生账户|实际发放日期与文件规定日期比较|政策文件|日期|反向
教育|效益指标|社会效益指标|义务教育巩固率|反映九年义务教育阶段学生巩固水平|毕业学生数÷该届入学学生数×100%|统计指标|%|正向
教育|满意度指标|服务对象满意度指标|学生家长满意度|反映家长对项目实施效果的满意程度|问卷中满意和基本满意人数÷有效问卷数×100%||%|正向
卫生健康|产出指标|数量指标|免费孕前优生健康检查人数|反映当年接受孕前优生检查的计划怀孕夫妇人数||政策文件|人|正向
卫生健康|产出指标|质量指标|室间质评合格率|反映临床检验项目参加室间质量评价的合格情况|合格项目数÷参评项目数×100%|行业标准|%|正向
卫生健康|产出指标|质量指标|病床使用率||实际占用总床日数÷实际开放总床日数×100%|统计指标|%|正向
卫生健康|产出指标|成本指标|次均门诊费用|反映患者每次门诊的平均费用|门诊收入÷门诊人次|统计指标|元|反向
卫生健康|效益指标|社会效益指标|传染病发病率|反映甲乙类法定传染病发病水平|发病数÷平均人口数×100000/10万|统计指标|1/10万|反向
交通运输|产出指标|数量指标|新改建农村公路里程|反映当年完成交工验收的新建、改建农村公路长度|各项目交工里程之和|部门工作计划|公里|正向
交通运输|产出指标|质量指标|工程一次验收合格率|反映工程质量|一次验收合格工程数÷验收工程总数×100%|行业标准|%|正向
交通运输|产出指标|时效指标|按期完工率|反映工程在合同工期内完工情况|按期完工项目数÷应完工项目数×100%|合同|%|正向
交通运输|效益指标|经济效益指标|物流成本降低率|反映道路改善后货物运输成本下降情况|（上年吨公里成本－当年吨公里成本）÷上年吨公里成本×100%|专项调查|%|正向
交通运输|效益指标|可持续影响指标|道路设计使用年限|反映工程使用寿命||设计文件|年|正向
生态环境|产出指标|数量指标|安装在线监测设备套数|反映纳入联网监控的重点污染源设备数量||部门工作计划|套|正向
生态环境|产出指标|质量指标|监测数据有效率|反映自动监测数据质量|有效数据个数÷应获取数据个数×100%|行业标准|%|正向
生态环境|效益指标|生态效益指标|PM2.5年均浓度|反映空气质量改善情况|全年有效日均值的算术平均|统计指标|微克/立方米|反向
生态环境|效益指标|生态效益指标|地表水达到或好于Ⅲ类水体比例|反映地表水环境质量|达到或好于Ⅲ类断面数÷监测断面总数×100%|统计指标|%|正向
文化旅游|产出指标|数量指标|送戏下乡演出场次|反映当年组织文艺院团赴乡村演出的场次|以演出登记表为准|部门工作计划|场|正向
文化旅游|产出指标|成本指标|单场演出补助标准|反映每场演出的财政补助金额|补助总额÷演出场次|支出标准|元/场|反向
文化旅游|效益指标|社会效益指标|观演群众人次|反映惠民演出受益面|各场次观众人数之和|业务统计|人次|正向
文化旅游|满意度指标|服务对象满意度指标|观众满意度||||%|正向
信息化|产出指标|质量指标|系统故障率|反映系统运行稳定性|故障时间÷应运行时间×100%|行业标准|%|反向
信息化|效益指标|社会效益指标|业务办理平均时长缩短率|反映系统上线后对办事效率的提升|（上线前时长－上线后时长）÷上线前时长×100%|部门管理指标|%|正向
""",
    inherit=0,
)


def build(folder: Path) -> None:
    grid = FormGrid(10)
    grid.row((TITLE, 10))
    grid.row(("编制单位：江宜市财政局        编制时间：2024年12月", 10))
    grid.row(*HEADER)
    for i, line in enumerate(LIBRARY, 1):
        grid.row(i, *line)
    workbook = Workbook()
    workbook.worksheets[0].title = "指标库"
    fill_sheet(workbook.worksheets[0], grid, [6, 11, 12, 18, 28, 40, 40, 14, 12, 9])
    workbook.worksheets[0].auto_filter.ref = f"A3:J{3 + len(LIBRARY)}"
    save_workbook(folder / "a12_indicator_library.xlsx", workbook)
    rows = []
    for sector, level1, level2, name, explained, formula, source, unit, direction in LIBRARY:
        # a unit without a value column is no value: it stands under its header with the other columns
        extra = {"行业": sector, "计算公式": formula, "指标来源": source, "计量单位": unit, "指标方向": direction}
        rows.append(indicator(level1, level2, name, None, explained, extra={header: text for header, text in extra.items() if text}))
    write_expected(folder, "a12_indicator_library.xlsx", [table(TITLE, rows)], title=TITLE, unit="江宜市财政局")


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent / "files")
