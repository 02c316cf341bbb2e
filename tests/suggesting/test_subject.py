"""What a project is about, from its name."""

from __future__ import annotations

import pytest

from zhibiao.features.reading import DocumentReading
from zhibiao.model.document import Document, Indicator, Table
from zhibiao.suggesting.subject import plain_name, subject_of


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("沽财行〔2025〕21号下达2025年国家司法救助资金", "国家司法救助"),
        ("邯财社2018126号提前下达2019年中央财政困难群众救助补助", "困难群众救助补助"),
        ("残疾人康复类项目指标库", "残疾人康复"),
        ("域名注册续费", "域名注册续费"),
        ("产业布局优化调整", "产业布局优化调整"),
    ],
)
def test_a_plain_name_is_without_numbers_of_documents_and_tails(written: str, plain: str) -> None:
    assert plain_name(written) == plain


@pytest.mark.parametrize(
    ("project", "people"), [("书记员速录培训", "书记员"), ("少先队辅导员骨干培训", "少先队辅导员"), ("村级统计员业务培训", "村级统计员")]
)
def test_a_course_is_for_those_whom_its_name_gives(project: str, people: str) -> None:
    row = Indicator(1, "产出指标", "数量指标", "培训期数", None, "≥2期")
    table = Table(columns=("level1", "level2", "name", "value"), indicators=(row,), project_name=project, year=2026)
    assert subject_of(DocumentReading(Document("表", tables=(table,), year=2026)).tables[0]).people == people
