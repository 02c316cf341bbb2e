"""Rows without a document around them: JSON lines and a csv (UTF-8 with BOM, quoted line breaks) under the English keys of the contract."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import printed_rows

LINES = (
    (
        {"project_name": "县博物馆免费开放补助", "budget_total": 120, "year": 2025,
            "purpose": "用于博物馆免费开放运转、陈列展览和社会教育活动。",
         "objectives": ["全年免费开放不少于310天，接待观众22万人次。", "举办临时展览6个，社会教育活动80场次。"]},
        (
            ("产出指标", "数量指标", "免费开放天数", "全年实际对外免费开放的天数", "≥310天", "《博物馆条例》"),
            ("产出指标", "数量指标", "举办临时展览", "", "≥6个", "年度展览计划"),
            ("产出指标", "质量指标", "文物安全事故", "", "=0起", "文物安全责任书"),
            ("产出指标", "时效指标", "免费开放时间", "", "全年", ""),
            ("效益指标", "社会效益指标", "接待观众人次", "含未成年人和团队", "≥22万人次", "2024年接待21.3万人次"),
            ("满意度指标", "服务对象满意度指标", "观众满意度", "现场问卷", "≥92%", "问卷调查"),
        ),
    ),
    (
        {"project_name": "科普大篷车进校园", "budget_total": 18.5, "year": 2025, "purpose": "用于科普大篷车运行、展品维护和科普资料印制。",
         "objectives": ["全年开展科普大篷车进校园活动60场，覆盖全县所有乡镇中心校。"]},
        (
            ("产出指标", "数量指标", "进校园活动场次", "", "≥60场", "年度工作要点"),
            ("产出指标", "成本指标", "每场活动成本", "", "≤3000元", "历史支出水平"),
            ("效益指标", "社会效益指标", "受益学生人数", "", "21000", "学籍数据"),
            ("效益指标", "可持续影响指标", "提升青少年科学素质", "提升青少年科学素质", "提升", ""),
            ("满意度指标", "服务对象满意度指标", "师生满意度", "", "≥95%", "问卷"),
        ),
    ),
)  # fmt: skip
SHEET = (
    (
        {"project_name": "退役军人事务综合保障", "budget_total": "236.40", "year": "2025",
            "objectives": "1.为1860名重点优抚对象按月发放抚恤补助。\n2.走访慰问不少于2次。"},
        (
            ("产出指标", "数量指标", "发放优抚对象人数", "在册重点优抚对象\n（含“三属”、伤残军人）", "1860人", "优抚信息系统"),
            ("产出指标", "质量指标", "抚恤补助发放准确率", "", "＝100％", "《军人抚恤优待条例》"),
            ("产出指标", "时效指标", "抚恤补助发放时间", "", "每月15日前", ""),
            ("产出指标", "成本指标", "节日慰问标准", '"八一"、春节各一次', "600元/人,800元/户", "县政府常务会议纪要\n〔2025〕2号"),
            ("效益指标", "社会效益指标", "越级上访起数", "", "≤1起", "历史标准"),
            ("满意度指标", "服务对象满意度指标", "优抚对象满意度", "", "≥95%", "问卷调查"),
        ),
    ),
    (
        {"project_name": "烈士纪念设施管护", "budget_total": "42.00", "year": "2025",
            "objectives": "保持13处烈士纪念设施庄严、肃穆、清净。"},
        (
            ("产出指标", "数量指标", "管护烈士纪念设施", "", "13处", "设施名录"),
            ("产出指标", "质量指标", "设施完好率", "", "≥98%", "《烈士纪念设施保护管理办法》"),
            ("效益指标", "社会效益指标", "祭扫参观人次", "线上、线下祭扫人次合计", "≥5.5万人次", "2024年5.2万人次"),
            ("满意度指标", "服务对象满意度指标", "烈属满意度", "", "≥95%", "走访"),
        ),
    ),
)  # fmt: skip
KEYS = ("id", "project_name", "objectives", "budget_total", "year", *printed_rows.HEBEI)


def expected(facts: dict[str, Any], rows: tuple[tuple[str, ...], ...]) -> dict[str, Any]:
    """A table; goals in one cell are split at their numbers, line breaks in other cells are layout."""
    goals = facts["objectives"]
    if isinstance(goals, str):
        goals = [goal.split(".", 1)[-1] for goal in goals.split("\n")]
    return printed_rows.table(
        [[cell.replace("\n", "") for cell in row] for row in rows], project_name=facts["project_name"], purpose=facts.get("purpose"),
        budget_total=float(facts["budget_total"]), objectives=goals,
    )  # fmt: skip


def build(folder: Path) -> None:
    """Writes both files and their expected parses."""
    lines, n = [], 0
    for facts, rows in LINES:
        for row in rows:
            n += 1
            lines.append(json.dumps({"id": f"r{n}", **facts, **dict(zip(printed_rows.HEBEI, row, strict=True))}, ensure_ascii=False))
    (folder / "b20_rows.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    printed_rows.write(folder, "b20_rows.jsonl", [expected(*project) for project in LINES], stem="b20_rows_jsonl", year=2025)
    text, n = io.StringIO(), 0
    writer = csv.DictWriter(text, KEYS)
    writer.writeheader()
    for facts, rows in SHEET:
        for row in rows:
            n += 1
            writer.writerow({"id": n, **facts, **dict(zip(printed_rows.HEBEI, row, strict=True))})
    (folder / "b20_rows.csv").write_text(text.getvalue(), encoding="utf-8-sig", newline="")
    printed_rows.write(folder, "b20_rows.csv", [expected(*project) for project in SHEET], stem="b20_rows_csv", year=2025)


if __name__ == "__main__":
    build(Path(__file__).parent.parent / "files")
