"""Distinct rows as submissions print them, from words and figures of its own: the same seed gives the same rows."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from zhibiao.features.reading import DocumentReading, TableReading
from zhibiao.model.document import INDICATOR_FIELDS, Document, Indicator, Table

_ROWS_OF_A_TABLE = 12
_PLACES = [
    *("城关", "东湖", "南关", "西桥", "北河", "青山", "柳林", "石门", "白云", "龙泉", "清溪", "平安", "红旗", "新华"),
    *("和平", "幸福", "长安", "永兴", "高岭", "沙河", "桃园", "梅岭", "莲塘", "松山", "竹园", "兰桥", "双河", "三合"),
]
_KINDS = ["街道", "镇", "乡", "社区", "片区", "管理区", "园区", "中心校", "卫生院", "灌区", "林场", "路段"]
# (level 2, object, measure word, unit, sign, lowest, highest)
_PATTERNS = (
    ("数量指标", "农村公路养护", "里程", "公里", "≥", 3, 900),
    ("数量指标", "高标准农田改造", "面积", "亩", "≥", 100, 90000),
    ("数量指标", "家庭经济困难学生资助", "人数", "人", "≥", 20, 9000),
    ("数量指标", "公益性岗位安置", "人数", "人", "=", 5, 800),
    ("数量指标", "法律援助案件办理", "件数", "件", "≥", 10, 2000),
    ("数量指标", "消防宣传进社区活动", "场次", "场", "≥", 2, 300),
    ("数量指标", "老旧小区加装电梯", "数量", "台", "≥", 1, 260),
    ("数量指标", "重大动物疫病免疫", "数量", "头", "≥", 500, 90000),
    ("质量指标", "路灯设施", "完好率", "%", "≥", 85, 99),
    ("质量指标", "补助对象认定", "准确率", "%", "=", 100, 100),
    ("质量指标", "设备采购验收", "合格率", "%", "=", 100, 100),
    ("质量指标", "集中式饮用水水源地水质", "达标率", "%", "≥", 90, 100),
    ("时效指标", "高龄津贴发放", "及时率", "%", "≥", 95, 100),
    ("时效指标", "年度监测报告编制", "完成时间", "", "", 3, 12),
    ("时效指标", "市民热线诉求办结", "时限", "个工作日", "≤", 3, 15),
    ("成本指标", "人均培训", "成本", "元/人", "≤", 200, 4000),
    ("成本指标", "绿化养护每平方米", "单价", "元/平方米", "≤", 3, 90),
    ("成本指标", "信息系统运维", "费用", "万元", "≤", 2, 900),
    ("经济效益指标", "带动农户", "增收", "万元", "≥", 5, 5000),
    ("社会效益指标", "义务教育巩固", "率", "%", "≥", 95, 100),
    ("社会效益指标", "火灾亡人事故较上年", "下降率", "%", "≥", 2, 30),
    ("社会效益指标", "参训人员", "就业率", "%", "≥", 50, 90),
    ("生态效益指标", "空气质量优良天数", "比例", "%", "≥", 70, 95),
    ("可持续影响指标", "管护机制运行", "年限", "年", "≥", 1, 15),
    ("服务对象满意度指标", "受益群众", "满意度", "%", "≥", 85, 98),
    ("社会效益指标", "提升公共服务水平", "", "有效提升", "", 0, 0),
)
_DESCRIPTIONS = (
    "反映{year}年度{place}{thing}的实际{word}，按季度统计，年底汇总",
    "{thing}{word}=实际完成数÷计划完成数×100%，计划数{plan}",
    "考核{place}{thing}工作，{month}月底前完成{plan}以上",
    "{place}{thing}{word}",
    "依据台账统计{place}范围内{thing}情况，每月{day}日前报送，共{plan}处",
)
_BASES = (
    "《{place}{year}年工作要点》",
    "{place}财行〔{last}〕{serial}号文件及实施方案",
    "《关于下达{year}年{thing}专项资金的通知》（财预〔{last}〕{serial}号）",
    "历史标准：{last}年实际完成{plan}，近三年平均值",
    "{last}年问卷调查结果，样本{plan}份",
)
_PURPOSES = (
    "用于{place}{thing}，{year}年计划投入{plan}万元，保障{plan}名群众受益",
    "依据{year}年工作安排，实施{thing}，{month}月底前完成验收",
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A table of the project form, with how many rows it has."""

    table: TableReading
    texts: tuple[str, ...]  # all that its rows say, for the comparison with bare segmentation


def tables(count: int, seed: int = 20_250) -> Iterator[Printed]:
    """Tables that hold `count` rows together, one after another: nothing is kept."""
    chance = random.Random(seed)
    made = 0
    while made < count:
        size = min(_ROWS_OF_A_TABLE, count - made)
        indicators = tuple(_indicator(made + i, chance) for i in range(size))
        made += size
        words = _words(made, chance, chance.choice(_PATTERNS))
        table = Table(
            columns=INDICATOR_FIELDS[:-1],
            project_name=f"{words['place']}{words['thing']}项目",
            purpose=chance.choice(_PURPOSES).format(**words),
            year=2025,
            objectives=(_PURPOSES[0].format(**words),),
            budget_total=float(words["plan"]),
            indicators=indicators,
        )
        reading = DocumentReading(Document(source="benchmark", tables=(table,), year=2025)).tables[0]
        yield Printed(reading, tuple(text for i in indicators for text in (i.name, i.description, i.value, i.basis) if text))


def _words(number: int, chance: random.Random, pattern: tuple[str, str, str, str, str, int, int]) -> dict[str, str]:
    place = _PLACES[number % len(_PLACES)] + _KINDS[number // len(_PLACES) % len(_KINDS)]
    return {
        "place": f"{place}{_PLACES[number // 7 % len(_PLACES)]}",
        "thing": pattern[1],
        "word": pattern[2],
        "year": "2025",
        "last": str(chance.randint(2021, 2024)),
        "month": str(chance.randint(3, 12)),
        "day": str(chance.randint(5, 28)),
        "plan": str(chance.randint(10, 99_999)),
        "serial": str(number % 9_000 + 1),
    }


def _indicator(number: int, chance: random.Random) -> Indicator:
    pattern = _PATTERNS[number % len(_PATTERNS)]
    level2, thing, word, unit, sign, low, high = pattern
    words = _words(number, chance, pattern)
    if word == "完成时间":
        value = f"2025年{words['month']}月{words['day']}日前"
    elif not word:
        value = unit
    else:
        value = f"{sign}{chance.randint(low, high)}{unit}"
    output = level2[:2] in ("数量", "质量", "时效", "成本")
    return Indicator(
        row=number % _ROWS_OF_A_TABLE + 1,
        level1="产出指标" if output else "满意度指标" if "满意" in level2 else "效益指标",
        level2=level2,
        name=f"{words['place']}{thing}{word}",
        description=_DESCRIPTIONS[number // 3 % len(_DESCRIPTIONS)].format(**words),
        value=value,
        basis=_BASES[number // 5 % len(_BASES)].format(**words),
    )
