"""Names of first- and second-level categories as forms print them. Sources: domain.md sections 0, 1.3 and 4 (财预〔2015〕88号, 财预〔2021〕101号, provincial forms)."""

from __future__ import annotations

import re

from zhibiao.text.clean import squeeze

# 88号 and 101号 generations, department forms, and the traditional-character spelling of the same words
LEVEL1 = frozenset(
    "产出指标 效益指标 满意度指标 成本指标 效果指标 产出 效益 满意度 成本 效果 产出目标 效益目标 满意度目标 绩效产出 绩效效益 "
    "项目产出 项目效益 项目效果 产出绩效指标 效益绩效指标 履职效能 管理效率 社会效应 可持续发展能力 运行成本 履职效果 部门履职 "
    "投入指标 过程指标 投入 过程 决策 预算执行 预算执行率 管理指标 影响力指标 影响力目标 產出指標 效益指標 滿意度指標 成本指標".split()
)
LEVEL2 = frozenset(
    "数量指标 质量指标 时效指标 成本指标 进度指标 经济效益指标 社会效益指标 生态效益指标 环境效益指标 生态环境效益指标 可持续影响指标 "
    "可持续发展指标 可持续影响力指标 可持续性影响指标 可持续效益指标 满意度指标 服务对象满意度指标 社会公众满意度指标 社会公众或服务对象满意度指标 社会公众或服务对象满意度 服务对象满意度 "
    "受益对象满意度指标 公众满意度指标 群众满意度指标 服务对象满意指标 其他满意度指标 相关方满意度指标 服务对象或社会公众满意度指标 社会公众及服务对象满意度指标 "
    "经济成本指标 社会成本指标 生态环境成本指标 环境成本指标 生态成本指标 产出数量 产出质量 产出时效 产出进度 产出成本 "
    "产出数量指标 产出质量指标 产出时效指标 产出进度指标 产出成本指标 数量 质量 时效 成本 进度 经济成本 社会成本 生态环境成本 "
    "经济效益 社会效益 生态效益 环境效益 可持续影响 可持续发展 社会公众满意度 公众满意度 效果指标 预算执行率 预算执行率指标 "
    "經濟效益指標 社會效益指標 生態效益指標 可持續影響指標 服務對象滿意度指標 數量指標 質量指標 時效指標 成本指標".split()
)
_LEVEL1_PATTERN = re.compile(r"^(?:[一二三四五1-9][、.])?(?:产出|效益|满意度|成本|效果|產出|滿意度)(?:类)?(?:指标|指標)?(?:[(（][^)）]*[)）])?$")
_LEVEL2_PATTERN = re.compile(
    r"^(?:[一二三四五1-9][、.]|[(（][一二三四五1-9][)）])?(?:产出)?(?:数量|质量|时效|进度|成本|经济成本|社会成本|生态环境成本|环境成本|经济效益|社会效益|生态效益|环境效益|生态环境效益|"
    r"可持续(?:性)?(?:影响|发展|效益)(?:力)?|[一-鿿]{0,12}满意度)(?:类)?(?:指标|指標)?(?:[(（][^)）]*[)）])?$"
)


def is_level1(text: str) -> bool:
    """Whether a cell names a first-level category."""
    word = squeeze(text)
    return word in LEVEL1 or bool(_LEVEL1_PATTERN.match(word))


def is_level2(text: str) -> bool:
    """Whether a cell names a second-level category (any 满意度 heading counts)."""
    word = squeeze(text)
    return word in LEVEL2 or bool(_LEVEL2_PATTERN.match(word))


def is_strict_level2(text: str) -> bool:
    """A second-level name from the list itself: for text whose borders are lost, where a pattern would be a guess."""
    return squeeze(text) in LEVEL2


def opens_level(text: str) -> bool:
    """Whether the text could be the first part of a wrapped category name (服务对象满)."""
    word = squeeze(text)
    return any(name.startswith(word) for name in LEVEL1 | LEVEL2)


_PARENTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("满意", ("满意", "效益", "效果")),
    ("成本", ("成本", "产出")),
    ("数量", ("产出",)),
    ("质量", ("产出",)),
    ("时效", ("产出",)),
    ("进度", ("产出",)),
    ("效益", ("效益", "效果")),
    ("持续", ("效益", "效果", "影响")),
)


def belongs(level2: str, level1: str) -> bool:
    """Whether forms print this second level under that first level (both category sets of domain.md 0)."""
    second, first = squeeze(level2), squeeze(level1)
    for word, parents in _PARENTS:
        if word in second:
            return any(parent in first for parent in parents)
    return True
