"""What no suggestion may hold, whatever the row: figures from nowhere, another project's nouns, a satisfaction of 100%."""

from __future__ import annotations

import re
from functools import lru_cache

from hypothesis import given, settings
from hypothesis import strategies as st

import zhibiao
from zhibiao.lexicon.measure_patterns import measure_patterns, measure_vocabulary
from zhibiao.lexicon.project_topics import people_of, topic_measures, topics_in
from zhibiao.lexicon.tables import rows
from zhibiao.lexicon.units import units
from zhibiao.model.suggestion import Suggestion
from zhibiao.scorer import Scorer
from zhibiao.suggesting import describing, measures, places
from zhibiao.text.segment import content_words

FIGURE = re.compile(r"\d+(?:\.\d+)?")
THINGS = ("石榴湾村道", "储粮仓", "退休劳模", "城区绿地", "执法船艇", "口述史", "书记员速录", "特藏库", "听力筛查", "渔港视频平台")
DEEDS = ("维修改造", "采购", "培训", "慰问", "养护", "征集", "宣传活动", "运行维护", "补助", "检查", "保障")
NAMES = (
    "{}完成率",
    "提升{}水平",
    "保障{}正常运行",
    "{}质量",
    "{}满意度",
    "{}数量",
    "及时完成{}",
    "{}费用",
    "{}社会影响力",
    "{}工作",
    "节约{}经费",
)
VALUES = ("若干", "100%", "有效提升", "37", "≥100%", "5次或6次", "正常", "", "412人", "是", "2023年6月", "0.9", "控制在预算内")
LEVELS = ("数量指标", "质量指标", "时效指标", "成本指标", "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标", "满意度指标")


@lru_cache(maxsize=1)
def scorer() -> Scorer:
    return zhibiao.load()


@lru_cache(maxsize=1)
def measure_texts() -> str:
    """The lists from which measures, formulas and sources are taken, end to end."""
    patterns = [pattern for each in measure_patterns().values() for pattern in each]
    texts = [re.sub(r"\{.\}", "，", f"{p.name}，{p.description}，{p.value}") for p in patterns]
    texts += [row["formula"].replace("{物}", "，") for row in rows("share_formulas")]
    texts += [
        *describing.PLAIN.values(),
        describing.COUNTED,
        "数据取自业务台账，质量检查合格率",
        describing.TIMELY,
        describing.COMPARED,
        *places.SOURCES,
        "问卷中选择满意和比较满意的数，有效问卷份数，服务对象，统计，台账，回访中表示满意的数，接受回访的数，回访满意率，受益群众满意度",
    ]
    texts += [
        *measures.TOLD.values(),
        measures.TOTAL_TOLD,
        "总成本",
        "绩效目标，资金用途，项目名称，全部的日期，以验收单或发放、交付记录为准，发放的时间",
    ]
    texts += [row["people"] for row in rows("default_people")] + [row["word"] for row in rows("activities")] + list(units())
    return "\n".join([*texts, *measure_vocabulary()])


@lru_cache(maxsize=1)
def examples() -> dict[str, str]:
    """The measures of the good rows, by id."""
    models = scorer().models
    assert models is not None
    return {one.id: f"{one.name}，{one.description}" for one in models.suggester().corpus.examples}


def of_the_trade(*texts: str) -> str:
    """The listed measures of the topics that a project's or a row's name shows."""
    topics = {topic for text in texts for topic in topics_in(text)}
    patterns = [pattern for (topic, _), each in topic_measures().items() if topic in topics for pattern in each]
    return "，".join(f"{p.name}，{p.description}，{people_of()[p.activity]}" for p in patterns)


def at_home(word: str, known: str) -> bool:
    """A word of the document or of the lists, or one that lies over the seam between the two (保障 + 线上)."""
    if word in known or word in measure_texts() or word.lstrip("十百千万亿") in units():
        return True
    return any(word[:cut] in known and word[cut:] in measure_texts() for cut in range(1, len(word)))


def told(one: Suggestion) -> str:
    return "，".join(text for row in one.rows for key, text in row.items() if text and key in ("name", "description", "value"))


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(THINGS),
    st.sampled_from(DEEDS),
    st.sampled_from(NAMES),
    st.sampled_from(VALUES),
    st.sampled_from(LEVELS),
    st.integers(2, 9999),
    st.booleans(),
)
def test_figures_and_nouns_come_from_the_document_or_the_lists(
    thing: str, deed: str, name: str, value: str, level2: str, count: int, described: bool
) -> None:
    written = {
        "name": name.format(thing),
        "value": value,
        "level2": level2,
        "project_name": f"{thing}{deed}",
        "objectives": [f"完成{thing}{deed}{count}项，9月底前完成"],
        "year": 2025,
    }
    if described:
        written |= {"description": "", "basis": ""}
    document = "\n".join(str(text) for text in written.values())
    figures = {*FIGURE.findall(document), "90", "100", "0"}
    fraction = {f"{float(each) * 100:g}" for each in FIGURE.findall(value)}
    for one in scorer().suggest(**written):
        said = told(one)
        assert set(FIGURE.findall(said)) <= figures | fraction
        known = document + examples().get(one.source or "", "") + of_the_trade(f"{thing}{deed}", name.format(thing))
        assert {word for word in content_words(said) if not at_home(word, known)} == set()
        assert len(one.blanks) <= 2
        assert one.why.endswith("。")
        assert all(not (row["name"] or "").endswith("满意度") or "100" not in (row["value"] or "") for row in one.rows)
        assert all(row["value"] is None or re.search(r"\d|＿", row["value"]) for row in one.rows)
