"""Topics by project names, and what the list of their measures may hold."""

from __future__ import annotations

import re

import pytest

from zhibiao.lexicon.categories import CATEGORIES
from zhibiao.lexicon.project_topics import people_of, topic_measures, topics_in
from zhibiao.lexicon.tables import rows

ALLOWED = re.compile(r"(?:=100%|=0[一-鿿]|.*＿.*)")


@pytest.mark.parametrize(
    ("name", "topic"),
    [
        ("县志馆2026年年鉴编纂经费", "年鉴编纂"),
        ("森林防火物资和巡护", "森林防火"),
        ("馆藏档案数字化加工", "档案数字化"),
        ("县总工会困难职工帮扶", "困难职工帮扶"),
    ],
)
def test_a_name_shows_its_topic(name: str, topic: str) -> None:
    assert topics_in(name)[0] == topic


def test_a_name_that_says_nothing_has_no_topic() -> None:
    assert topics_in("专项经费") == ()
    assert topics_in("") == ()


def test_words_that_must_not_stand_there() -> None:
    assert "年鉴编纂" not in topics_in("年鉴购置")


def test_every_topic_has_measures_of_outputs_and_benefits() -> None:
    for topic in people_of():
        held = {category for (each, category) in topic_measures() if each == topic}
        assert {"数量", "质量", "时效", "成本"} <= held, topic
        assert held & {"社会效益", "经济效益", "生态效益", "可持续影响"}, topic
        assert held <= set(CATEGORIES), topic


def test_no_figure_stands_in_a_listed_measure_but_what_could_not_be_less() -> None:
    for row in rows("topic_measures"):
        assert not re.search(r"\d", row["name"] + row["description"]), row
        assert ALLOWED.fullmatch(row["value"].replace("{年}", "")), row
        assert "满意度" not in row["name"] or row["category"] != "满意度", row


def test_blanks_are_named_one_by_one() -> None:
    for row in rows("topic_measures"):
        value = re.sub("＿月＿日|＿月底|＿月", "＿", row["value"]) + row["description"]
        named = [] if row["blanks"] == "-" else row["blanks"].split("、")
        assert len(named) == value.count("＿") <= 2, row


def test_a_topic_is_listed_once_and_a_measure_once_in_its_topic() -> None:
    topics = [row["topic"] for row in rows("project_topics")]
    assert len(topics) == len(set(topics))
    measures = [(row["topic"], row["name"]) for row in rows("topic_measures")]
    assert len(measures) == len(set(measures))
    assert {topic for topic, _ in measures} == set(topics)
