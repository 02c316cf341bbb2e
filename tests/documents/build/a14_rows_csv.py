"""Rows exported from a budget system as csv in GB18030: three projects, every column repeated on every row, quotes and commas in cells."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from expected_parse import indicator, table, write_expected
from typed_content import records

HEADER = (
    *("项目名称", "项目编码", "预算金额（万元）", "年度绩效目标", "一级指标", "二级指标", "三级指标", "绩效指标描述"),
    *("指标值", "指标值确定依据"),
)
# name, code, amount in 万元, goal, lines
PROJECTS = (
    (
        "城市生活垃圾收运处置",
        "35010525Y000000418",
        1680.5,
        "全年清运生活垃圾21.9万吨，无害化处理率100%，垃圾分类示范片区覆盖率达到90%。",
        """
产出指标|数量指标|生活垃圾清运量|全年进入焚烧厂计量的生活垃圾总量|≥21.9万吨|2022-2024年平均清运量21.6万吨
||大件垃圾清运车次|按派单系统统计|≥"3600"车次|
|质量指标|生活垃圾无害化处理率|无害化处理量/清运量×100%|100%|GB 18485-2014
|时效指标|垃圾日产日清率||≥99%|环卫作业规范
|成本指标|吨垃圾收运成本|收运费用/清运量，不含处置费|≤62元/吨|政府采购合同
效益指标|生态效益指标|渗滤液达标排放率|在线监测达标天数占比|≥99%|排污许可证
满意度指标|服务对象满意度指标|居民满意度|居民满意度|≥85|
""",
    ),
    (
        "市政路灯电费及维护",
        "35010525Y000000421",
        932.0,
        "保障城区2.86万盏路灯正常照明，亮灯率98%以上",
        """
产出指标|数量指标|维护路灯盏数|在册路灯|28600盏|2024年资产台账
|质量指标|主干道亮灯率|抽查亮灯数,抽查总数|≥98%|CJJ 89-2012
|时效指标|故障修复及时率|24小时内修复的比例|≥95%|养护合同
|成本指标|单盏路灯年电费|年电费/盏数|≤210元|历史标准
效益指标|经济效益指标|LED改造节电率|较改造前|≥45%|合同能源管理协议
|社会效益指标|夜间出行安全|保障市民夜间出行|有效保障|
""",
    ),
    (
        "内涝点整治工程",
        "35010525Y000000437",
        2450.0,
        "完成5处易涝点整治，汛期前投入使用",
        """
产出指标|数量指标|整治易涝点|市级挂牌督办点位|=5处|闽城建〔2024〕77号
||新建雨水管网|DN600以上管道长度|≥3.2千米|初步设计批复
|质量指标|管道内窥检测合格率|CCTV检测|100%|CJJ 181-2012
|时效指标|完工时间|主汛期前|2025年5月31日前|闽城建〔2024〕77号
|成本指标|管网单位造价|含检查井|≤5800元/米|概算批复
效益指标|社会效益指标|积水超过15厘米的次数|降雨量不超过50毫米/小时时|≤0次|排水防涝规划
满意度指标|服务对象满意度指标|周边居民满意度|入户调查|≥90%|问卷
""",
    ),
)


def build(folder: Path) -> None:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADER)
    tables = []
    for name, code, amount, goal, lines in PROJECTS:
        rows = []
        for level1, level2, title, described, value, basis in records(lines):
            writer.writerow([name, code, f"{amount:.2f}", goal, level1, level2, title, described, value, basis])
            rows.append(indicator(level1, level2, title, value, described, basis))
        facts = {"project_name": name, "project_code": code, "amount_unit": "万元", "budget_total": amount, "objectives": [goal]}
        tables.append(table(None, rows, **facts))
    (folder / "a14_rows_csv.csv").write_bytes(text.getvalue().encode("gb18030"))
    write_expected(folder, "a14_rows_csv.csv", tables, year=2025)


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent / "files")
