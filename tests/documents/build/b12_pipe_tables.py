"""Markdown with pipe tables: a bare indicator table and a form in the Hebei columns; <br> in cells, escaped bars, entities, narrative."""

from __future__ import annotations

from pathlib import Path

import printed_rows

SOURCE = "b12_pipes.md"
UNIT = "临湖市数据资源管理局"
BARE = (
    ("产出指标", "数量指标", "接入停车场数量", "≥85个"),
    ("", "", "新增智能地磁泊位", "1200个"),
    ("", "质量指标", "系统可用率（平台|小程序）", "≥99.9%"),
    ("", "时效指标", "接口平均响应时间", "<2秒"),
    ("", "", "项目初验时间", "2025年6月30日前"),
    ("", "成本指标", "单个泊位改造成本", "≤320元"),
    ("效益指标", "经济效益指标", "泊位周转率提升", "较2024年提高10%以上"),
    ("", "社会效益指标", "市民找泊位平均用时", "减少5分钟"),
    ("满意度指标", "服务对象满意度", "注册用户满意度", "≥85%"),
)
FORM = (
    (
        "产出指标",
        "数量指标",
        "租用云主机数量",
        "按年租用的虚拟云主机台数，含政务外网区和互联网区",
        "≥620台",
        "《临湖市政务云服务目录（2024版）》",
    ),
    ("产出指标", "数量指标", "保障上云业务系统数量", "部署在政务云上的业务系统个数", "148个", "云资源使用台账"),
    ("产出指标", "质量指标", "云平台服务可用性", "（全年总时长－不可用时长）÷全年总时长×100%", "≥99.95%", "政务云服务合同"),
    ("产出指标", "质量指标", "等保测评结果", "云平台网络安全等级保护三级测评结论", "合格", "GB/T 22239-2019"),
    ("产出指标", "时效指标", "资源开通时限", "从审批通过到资源交付的工作日数", "≤2个工作日", "政务云服务合同"),
    ("产出指标", "成本指标", "单台云主机年租用费", "4核|8G|200G标准配置折算", "≤5160元/台·年", "中标价"),
    ("效益指标", "社会效益指标", "减少部门自建机房", "年内关停或整合的部门自建机房数量", "≥6个", "《关于推进部门机房整合的通知》"),
    ("效益指标", "生态效益指标", "数据中心能耗水平（PUE）", "数据中心总能耗与IT设备能耗之比", "≤1.4", "国家绿色数据中心评价要求"),
    ("效益指标", "可持续影响指标", "保障政务系统长期稳定运行", "", "长期", ""),
    ("满意度指标", "服务对象满意度指标", "使用单位满意度", "季度问卷平均得分", "≥90分", "问卷调查"),
)
GOALS = ("保障全市148个业务系统在政务云上安全稳定运行，云平台可用性不低于99.95%。", "完成部门机房整合6个，降低重复建设和运行能耗。")
PURPOSE = "用于支付2025年政务云计算、存储、网络、安全资源租赁费用。"


def line(*cells: str) -> str:
    """A row; a bar in the text is escaped, an author's line break is <br>."""
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", "<br>") for cell in cells) + " |\n"


def pipes(*rows: tuple[str, ...], align: str = "---") -> str:
    """A GitHub table; its first row is the header."""
    return line(*rows[0]) + line(*[align] * len(rows[0])) + "".join(line(*row) for row in rows[1:]) + "\n"


def build(folder: Path) -> None:
    """Writes the Markdown and its expected parse."""
    text = f"# {UNIT}2025年项目绩效目标\n\n> 说明：本表由预算管理一体化系统导出后整理，**仅供内部审核使用**。\n\n"
    text += "为贯彻落实《临湖市数字政府建设三年行动方案》，现将2025年两个信息化项目绩效目标报送如下。\n\n"
    text += "## 一、智慧停车平台升级项目\n\n项目名称：智慧停车平台升级项目\n\n预算金额：58.60万元\n\n"
    text += "年度目标：接入85个停车场、新增1200个智能泊位，实现全市停车“一张网”。\n\n"
    bare = pipes(("一级指标", "二级指标", "三级指标", "指标值"), *BARE)
    text += bare.replace("<2秒", "&lt;2秒").replace("智能地磁泊位", "智能地磁<br>泊位")
    text += "## 二、政务云资源租赁项目绩效目标表\n\n"
    text += f"316001 {UNIT}本级  单位：万元\n\n"
    text += pipes(
        ("项目编码", "37198225P009310001", "项目名称", "政务云资源租赁", "", ""),
        ("预算数", "320.00", "其中：财政资金", "320.00", "其他资金", "0"),
        ("资金用途", PURPOSE, "", "", "", ""),
        ("资金支出计划（%）", "3月底", "6月底", "10月底", "12月底", ""),
        ("", "25", "50", "75", "100", ""),
        ("绩效目标", "\n".join(f"{n}. {goal}" for n, goal in enumerate(GOALS, 1)), "", "", "", ""),
    )
    heads = ("**一级指标**", "**二级指标**", "**三级指标**", "**绩效指标描述**", "**指标值**", "**指标值<br>确定依据**")
    text += pipes(heads, *FORM, align=":---:").replace("含政务外网区", "<br>含政务外网区")
    text += "---\n\n填表人：蒋涛　　联系电话：5550199　　\\*注：数据以一体化系统为准。\n"
    (folder / SOURCE).write_text(text, encoding="utf-8", newline="\n")
    tables = [
        printed_rows.table(
            BARE, ("level1", "level2", "name", "value"), title="智慧停车平台升级项目", project_name="智慧停车平台升级项目",
                amount_unit="万元",
            budget_total=58.6, objectives=["接入85个停车场、新增1200个智能泊位，实现全市停车“一张网”。"],
        ),
        printed_rows.table(
            FORM, title="政务云资源租赁项目绩效目标表", project_code="37198225P009310001", project_name="政务云资源租赁",
                department=f"316001 {UNIT}本级",
            amount_unit="万元", budget_total=320.0, budget_fiscal=320.0, budget_other=0.0, purpose=PURPOSE, objectives=list(GOALS),
            spending_plan=dict(zip(printed_rows.PLAN, ("25", "50", "75", "100"), strict=True)),
        ),
    ]  # fmt: skip
    printed_rows.write(folder, SOURCE, tables, title=f"{UNIT}2025年项目绩效目标", unit=UNIT, year=2025)


if __name__ == "__main__":
    build(Path(__file__).parent.parent / "files")
