"""Joined names, whose a project is, what any office has: what a project is about. Expectations by hand."""

from __future__ import annotations

import pytest

from zhibiao.features.reading import DocumentReading, TableReading
from zhibiao.lexicon.project_topics import topics_in
from zhibiao.model.document import Document, Indicator, Table
from zhibiao.suggesting.subject import Subject, row_topics, subject_of


def subject(project: str) -> Subject:
    return subject_of(reading(project, "完成数量", "若干"))


def reading(project: str, name: str, value: str) -> TableReading:
    row = Indicator(1, "产出指标", "数量指标", name, None, value)
    table = Table(columns=("level1", "level2", "name", "value"), indicators=(row,), project_name=project, year=2026)
    return DocumentReading(Document("表", tables=(table,), year=2026)).tables[0]


def test_what_any_office_has_comes_last() -> None:
    assert topics_in("市公安局警务辅助人员被装购置及设备购置")[-1] == "设备购置"
    assert topics_in("工信局无线电监测经费")[0] == "无线电管理"


@pytest.mark.parametrize(
    ("project", "topics"),
    [
        ("公租房租赁补贴及直管公房维修", {"保障性住房保障", "保障房和公房维修"}),
        ("殡葬改革惠民补贴及公益性公墓建设", {"殡葬服务", "公墓建设和散埋整治"}),
        ("市行政中心物业服务（含会务、绿化、秩序维护）采购", {"办公楼物业"}),
    ],
)
def test_each_half_of_a_joined_name_shows_its_own(project: str, topics: set[str]) -> None:
    assert topics <= set(subject(project).topics)


def test_the_rows_own_words_choose_among_the_halves() -> None:
    table = reading("公租房租赁补贴及直管公房维修", "直管公房维修套数", "300")
    assert row_topics(table.rows[0], subject_of(table))[0] == "保障房和公房维修"


def test_whose_it_is_says_little_of_what_is_done() -> None:
    assert "精神卫生" not in subject("市精神卫生中心住院医师规范化培训学员生活补助").topics


def test_a_course_is_no_project_of_those_who_hold_it() -> None:
    topics = subject("全市内部审计人员业务能力提升培训班").topics
    assert topics
    assert not [topic for topic in topics if "审计" in topic]


def test_a_study_of_insurance_pays_no_premiums() -> None:
    assert "保费补贴" not in subject("设施草莓低温灾害指标及保险气象指数研究").topics


@pytest.mark.parametrize(
    ("project", "activity"),
    [
        ("住房公积金核心业务系统适配改造（数据库及中间件替换）", "信息化"),
        ("排水管网改造工程", "建设"),
    ],
)
def test_a_program_is_not_built_of_stone(project: str, activity: str) -> None:
    assert subject(project).activity == activity


def test_building_in_words_only_builds_nothing() -> None:
    assert subject("窗口作风建设专项").activity != "建设"


@pytest.mark.parametrize(
    ("project", "thing"),
    [
        ("住房公积金核心业务系统适配改造（数据库及中间件替换）", "住房公积金核心业务系统"),
        ("违规用海疑点核查及海域海岛动态监视无人机巡查取证", "疑点"),
        ("县中医院CT球管更换", "CT球管"),
    ],
)
def test_a_thing_is_named_whole(project: str, thing: str) -> None:
    assert thing in subject(project).thing


def test_a_name_that_is_cut_is_known_to_be() -> None:
    assert subject("村道硬化").whole
    assert not subject("市级地震预警信息发布终端运行维护及备品备件更换").whole
