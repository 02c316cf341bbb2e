"""Hunan, one file of a county health bureau: the department's form and two project forms, blank lines left as the form prints them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from expected_parse import Row, indicator, table, write_expected
from form_grid import FormGrid, merged_levels
from typed_content import prose, records
from word_package import grid_table, page_break, paragraph, save_word

UNIT = "沅水县卫生健康局"
DUTIES = prose("""
（一）贯彻执行国家卫生健康工作方针政策，拟订全县卫生健康事业发展规划并组织实施。

（二）制定并组织落实疾病预防控制规划以及严重危害人民健康公共卫生问题的干预措施。

（三）组织实施基本药物制度，指导乡镇卫生院和村卫生室建设。

（四）完成县委、县政府交办的其他任务。
""")
GOALS = (
    "为全县41.2万常住居民免费提供14类55项基本公共卫生服务，建档率达到92%以上。",
    "落实乡村医生补助政策，稳定村级卫生服务网底。",
    "保障机关正常运转。",
)
DEPARTMENT_LINES = records("""
产出指标|数量指标|为居民提供基本公共卫生服务类别|14类
||开展家庭医生签约服务人数|≥16.8万人
||组织卫生监督检查户次|≥620
|质量指标|居民电子健康档案建档率|≥92%
||村卫生室达标率|100%
|时效指标|各项工作完成及时性|2025年12月31日前
|成本指标|三公经费控制数|≤18.5万元
效益指标|经济效益指标||
|社会效益指标|孕产妇死亡率|≤9/10万
||提高群众健康水平|有所提高
|生态效益指标||
|可持续影响指标||
|社会公众或服务对象满意度指标|辖区居民对卫生健康服务满意度|≥90%
""")
PUBLIC_HEALTH = records("""
产出指标|数量指标|65岁以上老年人健康管理人数|≥52000人|计划标准
||高血压患者管理人数|≥31000人|计划标准
||0-6岁儿童健康管理率|≥90%|行业标准
|质量指标|高血压患者规范管理服务率|≥64%|行业标准
||传染病和突发公共卫生事件报告率|≥95|行业标准
|时效指标|年度考核完成时间|2026年1月底前|计划标准
|成本指标|人均基本公共卫生服务经费补助标准|=99元/人·年|预算支出标准
效益指标|经济效益指标|||
|社会效益指标|城乡居民公共卫生差距|不断缩小|基本标准
|生态效益指标|||
|可持续影响指标|基本公共卫生服务水平|不断提高|基本标准
|社会公众或服务对象满意度指标|服务对象综合满意度|≥80%|历史标准
""")
DOCTORS = records("""
产出指标|数量指标|发放对象人数完成率|100%|基本标准
|质量指标|对象身份认定准确率|100%|基本标准
|时效指标|补助发放频次|每月1次|湘卫基层发〔2023〕6号
|成本指标|按标准发放补助|128.4|基本标准
效益指标|经济效益指标|保障老年乡村医生生活|100%|基本标准
|社会效益指标|维护社会稳定|维护|基本标准
|生态效益指标|||
|可持续影响指标|||
|社会公众或服务对象满意度指标|离岗乡村医生满意率|≥95%|基本标准
""")
PROJECTS: tuple[dict[str, Any], ...] = (
    {
        "name": "基本公共卫生服务补助（县级配套）",
        "own": "325.60",
        "upper": "",
        "period": "2025年1月-12月",
        "long": "免费向城乡居民提供基本公共卫生服务，促进基本公共卫生服务均等化。",
        "goals": ("1.管理65岁以上老年人5.2万人；", "2.管理高血压患者3.1万人，规范管理服务率达到64%；", "3.人均补助经费99元足额到位。"),
        "lines": PUBLIC_HEALTH,
    },
    {
        "name": "离岗乡村医生生活困难补助",
        "own": "128.4",
        "upper": "0",
        "period": "2025年度",
        "long": "落实离岗乡村医生生活困难补助政策",
        "goals": ("按要求完成本年度工作",),
        "lines": DOCTORS,
    },
)
SIGNED = "填表人：向东平   联系电话：0730-4022716   填报日期：2025年1月14日   单位负责人签字："


def department_grid() -> FormGrid:
    grid = FormGrid(5)
    grid.row("部门名称", (f"{UNIT}　", 4))
    grid.row(("年度预算申请\n（万元）", 1, 6), ("资金总额：1322.40", 4))
    grid.row(("按收入性质分：", 2), ("按支出性质分：", 2))
    grid.row(("其中：  一般公共预算：1286.40", 2), ("其中： 基本支出：868.40", 2))
    grid.row(("       政府性基金拨款：", 2), ("       项目支出：454.00", 2))
    grid.row(("纳入专户管理的非税收入拨款：", 2), ("", 2))
    grid.row(("             其他资金：36.00", 2), ("", 2))
    grid.row("部门职能\n职责概述", (DUTIES, 4))
    grid.row("整体绩效目标", ("\n".join(f"{i}. {goal}" for i, goal in enumerate(GOALS, 1)), 4))
    grid.row(("部门整体支出\n年度绩效指标", 1, len(DEPARTMENT_LINES) + 1), "一级指标", "二级指标", "三级指标", "指标值及单位")
    for cells in merged_levels(DEPARTMENT_LINES):
        grid.row(*cells)
    return grid


def project_grid(project: dict[str, Any]) -> FormGrid:
    grid = FormGrid(6)
    grid.row("项目支出名称", (f"{project['name']}　", 2), "预算部门", (UNIT, 2))
    grid.row("年度本级\n预算金额", (f"　{project['own']}", 2), "该项目支出上级资金\n（分级填报）", (project["upper"], 2))
    grid.row("项目支出实施期", (project["period"], 5))
    grid.row("实施期绩效目标", (project["long"], 5))
    grid.row("本年度绩效目标", ("\n".join(project["goals"]), 5))
    header = ("一级指标", "二级指标", "三级指标", "指标值及单位", "绩效标准")
    grid.row(("本年度\n绩效指标", 1, len(project["lines"]) + 1), *header)
    for cells in merged_levels(project["lines"]):
        grid.row(*cells)
    return grid


def body() -> list[str]:
    blocks = [
        paragraph("2025年部门整体支出绩效目标表", align="center", bold=True, size=36),
        paragraph(f"填报单位：{UNIT}（盖章）"),
        grid_table(department_grid(), [1500, 1400, 2000, 2700, 2000]),
        paragraph(SIGNED),
    ]
    for project in PROJECTS:
        blocks += [
            page_break(),
            paragraph("2025年项目支出绩效目标表", align="center", bold=True, size=36),
            paragraph(f"填报单位：{UNIT}（盖章）                               单位：万元"),
            grid_table(project_grid(project), [1500, 1200, 1900, 2200, 1600, 1200]),
            paragraph(SIGNED),
        ]
    return blocks


def expected_project(project: dict[str, Any]) -> Row:
    """The lines that the form prints are kept where they are blank, without name and value."""
    return table(
        "2025年项目支出绩效目标表",
        [indicator(l1, l2, name, value, standard=standard) for l1, l2, name, value, standard in project["lines"]],
        project_name=project["name"],
        department=UNIT,
        amount_unit="万元",
        budget_total=float(project["own"]),
        objectives=[goal.removeprefix(f"{i}.") for i, goal in enumerate(project["goals"], 1)],
        period_objectives=[project["long"]],
    )


def build(folder: Path) -> None:
    save_word(folder / "a02_hunan.docx", *body())
    department = table(
        "2025年部门整体支出绩效目标表",
        [indicator(l1, l2, name, value) for l1, l2, name, value in DEPARTMENT_LINES],
        kind="department",
        department=UNIT,
        amount_unit="万元",
        budget_total=1322.4,
        budget_fiscal=1286.4,
        budget_other=36.0,
        objectives=GOALS,
    )
    write_expected(
        folder,
        "a02_hunan.docx",
        [department, *(expected_project(project) for project in PROJECTS)],
        title="2025年部门整体支出绩效目标表",
        unit=UNIT,
        year=2025,
        overall_goal="\n".join(f"{i}. {goal}" for i, goal in enumerate(GOALS, 1)),
    )


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent / "files")
