"""Documents and rows judged: what a report holds, and what the settings change. The rules have their own cases."""

from __future__ import annotations

import pickle
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import zhibiao
from document_comparison import FILES
from zhibiao.config.baseline import Baseline, Exemption
from zhibiao.config.file import Config, Override
from zhibiao.config.settings import Settings
from zhibiao.errors import ConfigError
from zhibiao.features.reading import DocumentReading
from zhibiao.model.document import Document, Indicator, Table
from zhibiao.model.report import DocumentReport
from zhibiao.scorer import Report, Scorer

HEADCOUNT = Indicator(row=1, level1="产出指标", level2="数量指标", name="技能培训人数", value="200人", id="甲-1")
PASSES = Indicator(row=2, level1="产出指标", level2="质量指标", name="培训考核合格率", value="≥95%")
BLANK = Indicator(row=3, level1="效益指标", level2="生态效益指标", unused=True)
COLUMNS = ("level1", "level2", "name", "value")
TABLE = Table(
    columns=COLUMNS, project_name="职业技能提升行动", indicators=(HEADCOUNT, PASSES, BLANK), where=replace(Table().where, table=2)
)
DOCUMENT = Document(source="人社/培训.docx", kind="docx", unit="人社局", year=2025, tables=(TABLE,), doubts=("一处",))


def codes(report: DocumentReport) -> list[list[str]]:
    return [[finding.code for finding in line.findings] for table in report.tables for line in table.indicators]


def test_a_report_has_every_line_of_the_document() -> None:
    report = Scorer().score(DOCUMENT)
    assert isinstance(report, Report)
    assert report.engine.version == zhibiao.__version__
    assert report.engine.models is None
    assert report.engine.rules > 0
    (document,) = report.documents
    assert (document.source, document.unit, document.year, document.doubts) == ("人社/培训.docx", "人社局", 2025, ("一处",))
    (table,) = document.tables
    assert (table.table, table.project_name, table.where.table) == (1, "职业技能提升行动", 2)
    assert [(line.row, line.id, line.unused, line.category.written) for line in table.indicators] == [
        (1, "甲-1", False, "数量"),
        (2, None, False, "质量"),
        (3, None, True, None),
    ]
    assert [line.name for line in report.indicators] == ["技能培训人数", "培训考核合格率"]
    assert "M206" in codes(document)[0]
    assert codes(document)[2] == []


def test_what_needs_models_is_left_open() -> None:
    (document,) = Scorer().score(DOCUMENT).documents
    line = document.tables[0].indicators[0]
    assert (document.score, document.grade, document.review) == (None, None, None)
    assert (document.tables[0].conclusion, document.tables[0].suggestions) == (None, None)
    assert (line.smart, line.probability, line.score, line.grade, line.needs_review, line.suggestions) == (None,) * 6
    assert (line.category.best, line.category.probability, line.category.acceptable) == (None, None, None)


def test_spans_point_into_the_field_as_reported() -> None:
    line = Scorer().score_indicator(name="技能培训人数", value=" ２００ 人 ", level2="数量指标")
    (finding,) = [one for one in line.findings if one.code == "M206"]
    assert line.value is not None
    assert line.value[slice(*finding.span)] == finding.evidence == "２００ 人"


# ---- settings ------------------------------------------------------------------------------------------------------------------------


def judged(settings: Settings, document: Document = DOCUMENT) -> DocumentReport:
    return Scorer(Config(settings)).score_document(document)


def test_rules_are_chosen_and_passed_over() -> None:
    assert "M206" in codes(judged(Settings(select=("M2",))))[0]
    assert codes(judged(Settings(select=("F",)))) == [[], [], []]
    assert "M206" not in codes(judged(Settings(ignore=("M206",))))[0]


def test_severity_is_changed() -> None:
    found = [one for one in judged(Settings(severity={"M206": "error"})).all_findings() if one.code == "M206"]
    assert [one.severity for one in found] == ["error"]


def test_an_allowed_phrase_is_no_fault() -> None:
    assert "M206" not in codes(judged(Settings(allowed=frozenset({"200人"}))))[0]


def test_a_local_name_of_a_category_is_understood() -> None:
    local = replace(TABLE, indicators=(replace(HEADCOUNT, level2="三、民生实事类指标（件）"), PASSES))
    document = replace(DOCUMENT, tables=(local,))
    written = [line.category.written for line in judged(Settings(categories={"民生实事": "数量"}), document).tables[0].indicators]
    assert written == ["数量", "质量"]
    assert judged(Settings(), document).tables[0].indicators[0].category.written is None


def test_the_budget_year_of_the_settings_stands_in_for_one_that_is_not_stated() -> None:
    assert judged(Settings(year=2026)).year == 2025
    assert judged(Settings(year=2026), replace(DOCUMENT, year=None)).year == 2026


def test_settings_differ_by_path() -> None:
    scorer = Scorer(Config(overrides=(Override("旧/*", {"ignore": ("M",)}),)))
    assert "M206" in codes(scorer.score_document(DOCUMENT))[0]
    assert "M206" not in codes(scorer.score_document(replace(DOCUMENT, source="旧/培训.docx")))[0]


def test_an_exception_takes_away_one_finding_and_is_remembered() -> None:
    entry = Exemption(4, 1, "技能培训人数", "M206", "上级下发", date(2099, 1, 1))
    report = Scorer(baseline=Baseline(Path("例外.toml"), (entry,))).score_document(DOCUMENT)
    assert "M206" not in codes(report)[0]
    assert report.exempted == (4,)


def test_settings_are_loaded_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "zhibiao.toml").write_text("ignore = ['M206']\nbaseline = '例外.toml'\n", encoding="utf-8")
    entry = '[[exceptions]]\nname = "甲"\ncode = "M206"\nreason = "乙"\nexpires = 2099-01-01\n'
    (tmp_path / "例外.toml").write_text(entry, encoding="utf-8")
    scorer = zhibiao.load(tmp_path / "zhibiao.toml")
    assert "M206" not in codes(scorer.score_document(DOCUMENT))[0]
    assert scorer.baseline is not None
    assert len(scorer.baseline.entries) == 1
    with pytest.raises(ConfigError, match=r"没有\.toml"):
        zhibiao.load(tmp_path / "没有.toml")


# ---- rows that stand alone -----------------------------------------------------------------------------------------------------------


def test_rows_without_a_project_are_strangers() -> None:
    twice = (HEADCOUNT, replace(HEADCOUNT, row=2))
    for kind, form in (("jsonl", "rows"), ("csv", "generic"), ("xlsx", "generic")):
        rows = tuple(replace(one, cells=dict.fromkeys(COLUMNS)) for one in twice)  # type: ignore[arg-type]
        alone = Document(source="x", kind=kind, tables=(Table(form=form, columns=COLUMNS, indicators=rows),))
        report = judged(Settings(), alone)
        assert report.tables[0].findings == ()
        assert not any("R404" in found for found in codes(report))
        assert all("M206" in found for found in codes(report))


def test_a_row_lacks_the_columns_that_its_object_lacks() -> None:
    scorer = Scorer(Config(Settings(select=("A304",))))
    row: dict[str, Any] = {"name": "技能培训人数", "value": "≥200人", "level2": "数量指标"}
    assert scorer.score_indicator(**row).findings == ()
    assert scorer.score_indicator(**row, basis=None).findings == ()
    assert [one.code for one in scorer.score_indicator(**row, basis="").findings] == ["A304"]


def test_a_row_needs_a_name_or_a_value() -> None:
    with pytest.raises(ValueError, match="既没有指标名称 name，也没有指标值 value"):
        Scorer().score_indicator(level2="数量指标")


def test_further_keys_of_a_row_come_back() -> None:
    line = Scorer().score_indicator(name="满意度", id=7, 指标方向="正向")
    assert line.id == 7


# ---- several documents ---------------------------------------------------------------------------------------------------------------

SOME = ("a01_hebei.docx", "a06_sichuan.xlsx", "a13_bare_table.docx", "a15_rows_jsonl.jsonl", "a20_department_budget.docx", "b20_rows.csv")


def test_documents_are_judged_together_as_alone() -> None:
    documents = [zhibiao.read(FILES / name) for name in SOME] + [Document(source="空"), DOCUMENT]
    scorer = zhibiao.load()
    assert scorer.score_documents(documents) == [scorer.score_document(document) for document in documents]


def test_no_number_of_a_row_depends_on_how_many_are_judged_at_once() -> None:
    tables = [table for name in SOME for table in zhibiao.read(FILES / name).tables]
    rows = [list(reading.rows) for table in tables for reading in DocumentReading(Document(source="", tables=(table,))).tables]
    judge = zhibiao.load().models.judge()  # type: ignore[union-attr]
    assert judge.judge([row for each in rows for row in each]) == [one for each in rows for one in judge.judge(each)]


# ---- a scorer travels ----------------------------------------------------------------------------------------------------------------


def test_a_scorer_can_be_pickled() -> None:
    scorer = Scorer(Config(Settings(ignore=("M206",))))
    again = pickle.loads(pickle.dumps(scorer))  # noqa: S301 - our own
    assert again.score_document(DOCUMENT) == scorer.score_document(DOCUMENT)


def test_threads_share_a_scorer() -> None:
    scorer = Scorer()
    values = [f"{number}{unit}" for number in range(1, 40) for unit in ("人", "%", "公里", "万元")]
    alone = [scorer.score_indicator(name="数量", value=value).findings for value in values]
    found: list[list[Any]] = [[] for _ in range(4)]

    def work(mine: list[Any]) -> None:
        mine.extend(scorer.score_indicator(name="数量", value=value).findings for value in values)

    threads = [threading.Thread(target=work, args=(mine,)) for mine in found]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [alone] * 4


def test_a_misspelt_key_is_told() -> None:
    with pytest.raises(TypeError, match="不认识参数 valu"):
        zhibiao.load().score_indicator(name="训练时长", valu="≥4小时")
