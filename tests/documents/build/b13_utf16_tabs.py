"""Form of the 2021 guide as tab separated rows in UTF-16: regional goals of a transfer payment, filler lines left in."""

from __future__ import annotations

from pathlib import Path

import printed_rows
from flat_text import rows_by_line
from word_grids import LEFT, UP, Grid

SOURCE = "b13_utf16.txt"
PROJECT = "自然灾害防治体系建设补助资金（森林火灾高风险区综合治理）"
FIELDS = ("level1", "level2", "name", "value")
GOALS = (
    "建设森林防火瞭望塔6座、视频监控点位58处，重点林区火情监测覆盖率达到92%以上。",
    "开设林火阻隔带140公里，配备以水灭火装备12套，提升地方专业队伍早期火情处置能力。",
    "24小时火情扑灭率达到95%以上，不发生重大及以上森林火灾和人员伤亡。",
)
ROWS = (
    ("成本指标", "经济成本指标", "指标1：林火阻隔带单位建设成本", "≤1.8万元/公里"),
    ("", "", "指标2：瞭望塔单座造价", "≤46万元"),
    ("", "社会成本指标", "指标1：", ""),
    ("", "生态环境成本指标", "指标1：阻隔带开设占用乔木林地面积", "≤35公顷"),
    ("产出指标", "数量指标", "指标1：建设防火瞭望塔", "6座"),
    ("", "", "指标2：新增视频监控点位", "58处"),
    ("", "", "指标3：开设林火阻隔带", "140公里"),
    ("", "", "……", ""),
    ("", "质量指标", "指标1：工程质量验收合格率", "100%"),
    ("", "", "指标2：", ""),
    ("", "时效指标", "指标1：项目建设任务当年完成率", "≥80%"),
    ("", "", "指标2：", ""),
    ("效益指标", "经济效益指标", "指标1：", ""),
    ("", "社会效益指标", "指标1：24小时火情扑灭率", "≥95%"),
    ("", "", "指标2：重大及以上森林火灾起数", "0"),
    ("", "生态效益指标", "指标1：森林火灾受害率", "≤0.9‰"),
    ("满意度指标", "服务对象满意度指标", "指标1：林区群众满意度", "≥85%"),
    ("", "", "……", ""),
)


def grid() -> Grid:
    """The form, six columns wide."""
    return [
        ["专项名称", LEFT, PROJECT, LEFT, LEFT, LEFT],
        ["省级主管部门", LEFT, "省应急管理厅", LEFT, "专项实施期", "2025年"],
        ["市（县）主管部门", LEFT, "云岭市应急管理局", LEFT, "市（县）财政部门", "云岭市财政局"],
        ["资金情况 （万元）", LEFT, "年度金额：", LEFT, "1360", LEFT],
        [UP, UP, "其中：中央财政资金", LEFT, "1000", LEFT],
        [UP, UP, "地方财政资金", LEFT, "360", LEFT],
        ["年度 总体 目标", " ".join(f"{n}. {goal}" for n, goal in enumerate(GOALS, 1)), LEFT, LEFT, LEFT, LEFT],
        ["绩 效 指 标", "一级指标", "二级指标", "三级指标", LEFT, "指标值"],
        *([UP, *(cell or UP if k < 2 else cell for k, cell in enumerate(row[:3])), LEFT, row[3]] for row in ROWS),
    ]


def build(folder: Path) -> None:
    """Writes the text and its expected parse."""
    text = "附件3\n\n中央对地方转移支付区域绩效目标表\n\n（2025 年度）\n\n" + rows_by_line(grid())
    text += "\n备注：1.绩效指标可选取但不限于以上内容，市县可根据实际增加个性化指标。2.以上数据截至2025年1月底。\n"
    (folder / SOURCE).write_text(text, encoding="utf-16", newline="\r\n")
    table = printed_rows.table(
        ROWS, FIELDS, title="中央对地方转移支付区域绩效目标表", project_name=PROJECT, department="省应急管理厅", amount_unit="万元",
            budget_total=1360.0,
        objectives=list(GOALS),
    )  # fmt: skip
    for row in table["indicators"]:
        if row["value"] is None:
            row["optional"] = True
    printed_rows.write(folder, SOURCE, [table], title="中央对地方转移支付区域绩效目标表", unit="云岭市应急管理局", year=2025)


if __name__ == "__main__":
    build(Path(__file__).parent.parent / "files")
