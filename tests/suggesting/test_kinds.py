"""What is suggested for a row, one case of each kind, with expectations written by hand."""

from __future__ import annotations

from typing import Any

import pytest

import zhibiao
from zhibiao.model.document import Document, Indicator, Table
from zhibiao.model.suggestion import Suggestion
from zhibiao.scorer import Scorer

COLUMNS = ("level1", "level2", "name", "description", "value", "basis")


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return zhibiao.load(suggest=True)


def first(scorer: Scorer, **row: Any) -> Suggestion:
    return scorer.suggest(**row)[0]


def test_mend_adds_the_sign_that_the_name_asks_for(scorer: Scorer) -> None:
    found = first(scorer, name="库房消毒次数", value="2次", level2="数量指标", project_name="档案库房管理", purpose="库房消毒、除湿")
    assert found.kind == "mend"
    assert found.rows[0]["value"] == "≥2次"
    assert found.blanks == ()


def test_mend_turns_a_price_round(scorer: Scorer) -> None:
    found = first(scorer, name="采集每小时成片费用", value="≥1800元/小时", level2="成本指标", project_name="口述史采集")
    assert (found.kind, found.rows[0]["value"]) == ("mend", "≤1800元/小时")


def test_mend_reads_a_share_written_as_a_fraction(scorer: Scorer) -> None:
    found = first(scorer, name="档案利用者满意度", value="0.9", level2="满意度指标", project_name="审计档案数字化加工")
    assert (found.kind, found.rows[0]["value"]) == ("mend", "≥90%")


def test_mend_takes_the_unit_from_the_objective(scorer: Scorer) -> None:
    found = first(
        scorer,
        name="每名船员补助",
        value="4000",
        level2="成本指标",
        project_name="伏季休渔渔民生活补助",
        objectives=["向符合条件的休渔船员1600人发放生活补助，每人4000元"],
    )
    assert (found.kind, found.rows[0]["value"]) == ("mend", "=4000元/人")


def test_mend_asks_for_the_date_that_only_the_author_knows(scorer: Scorer) -> None:
    found = first(scorer, name="按时完成体检", value="及时", level2="时效指标", project_name="职工体检", year=2025)
    assert found.kind == "mend"
    assert (found.rows[0]["name"], found.rows[0]["value"]) == ("体检完成时间", "2025年＿月＿日前")
    assert found.blanks == ("完成日期",)


def test_satisfaction_of_everybody_becomes_the_norm(scorer: Scorer) -> None:
    for value in ("100%", "≥100%", "=100%", "很满意"):
        for found in scorer.suggest(name="参训学员满意度", value=value, level2="满意度指标", project_name="统计员培训"):
            assert found.rows[0]["value"] == "≥90%"


def test_mend_writes_a_clumsy_unit_properly_and_keeps_a_large_number(scorer: Scorer) -> None:
    found = first(scorer, name="满意度", value="≥95百分比", level2="满意度指标", project_name="辅警工会经费")
    assert (found.kind, found.rows[0]["value"]) == ("mend", "≥95%")
    goal = ["整理口述实录45万字"]
    found = first(scorer, name="口述实录字数", value="45万", level2="数量指标", project_name="口述史采集", objectives=goal)
    assert found.rows[0]["value"] == "=45万字"


def test_move_puts_a_price_under_costs(scorer: Scorer) -> None:
    found = first(scorer, name="卷均扫描费", value="≤6.8元/卷", level1="产出指标", level2="数量指标", project_name="房产档案数字化加工")
    assert found.kind == "move"
    assert (found.rows[0]["level2"], found.rows[0]["name"], found.rows[0]["value"]) == ("成本指标", "卷均扫描费", "≤6.8元/卷")


def test_split_gives_each_measure_its_own_row(scorer: Scorer) -> None:
    found = first(scorer, name="工程验收合格率、设备完好率", value="100%", level2="质量指标", project_name="服务中心改造")
    assert found.kind == "split"
    assert [row["name"] for row in found.rows] == ["工程验收合格率", "设备完好率"]
    assert [row["value"] for row in found.rows] == ["=100%", "≥＿%"]


def test_replace_finds_measures_for_the_running_of_a_union(scorer: Scorer) -> None:
    found = scorer.suggest(
        name="保障机关工会正常运行", value="使机关工会正常运转", level2="质量指标", project_name="工会保障项目", budget_total=96.3
    )
    assert len(found) == 3
    assert {one.kind for one in found} == {"replace"}
    assert all("工会" in (one.rows[0]["name"] or "") for one in found)
    assert all(one.score is not None and one.score >= 80 and len(one.blanks) <= 2 and one.why and one.source for one in found)


def test_replace_takes_the_figure_of_the_objective(scorer: Scorer) -> None:
    found = scorer.suggest(
        name="采访工作开展",
        value="计划分批上门采访",
        level2="数量指标",
        project_name="老工业区口述史采集",
        objectives=["采访亲历者60人，制作专题片3部"],
    )
    assert "=3部" in [one.rows[0]["value"] for one in found]
    assert "≥60人" in [one.rows[0]["value"] for one in found]


def _table(*rows: tuple[str, str, str], **head: Any) -> Document:
    indicators = tuple(Indicator(number, "产出指标", level2, name, None, value) for number, (level2, name, value) in enumerate(rows, 1))
    return Document(
        "表", tables=(Table(columns=("level1", "level2", "name", "value"), indicators=indicators, year=2025, **head),), year=2025
    )


def test_remove_where_the_form_was_filled_for_its_own_sake(scorer: Scorer) -> None:
    document = _table(
        ("数量指标", "慰问困难职工人数", "≥60人"),
        ("质量指标", "慰问金发放准确率", "=100%"),
        ("生态效益指标", "营造绿色和谐办公环境", "和谐"),
        project_name="困难职工慰问",
        objectives=("慰问困难职工60人",),
    )
    line = scorer.score(document).documents[0].tables[0].indicators[2]
    assert "R402" in [finding.code for finding in line.findings]
    assert line.suggestions is not None
    assert (line.suggestions[0].kind, line.suggestions[0].rows) == ("remove", ())


def test_add_gives_the_category_that_is_missing(scorer: Scorer) -> None:
    document = _table(
        ("数量指标", "便携式工作站台数", "=12台"),
        ("社会效益指标", "取证设备使用率", "≥90%"),
        project_name="审计现场取证设备采购",
        objectives=("购置便携式工作站12台",),
    )
    table = scorer.score(document).documents[0].tables[0]
    added = [one for one in table.suggestions or () if one.kind == "add"]
    assert {one.rows[0]["level2"] for one in added} == {"质量指标", "成本指标"}


def test_objective_says_what_the_rows_promise(scorer: Scorer) -> None:
    document = _table(
        ("数量指标", "慰问困难职工人数", "≥60人"),
        ("质量指标", "慰问金发放准确率", "=100%"),
        project_name="困难职工慰问",
        objectives=("目标内容1",),
    )
    table = scorer.score(document).documents[0].tables[0]
    told = next(one for one in table.suggestions or () if one.kind == "objective")
    assert told.text == "2025年，困难职工慰问实现：慰问困难职工人数不少于60人，慰问金发放准确率为100%。"


def test_a_good_row_is_left_alone(scorer: Scorer) -> None:
    assert (
        scorer.suggest(
            name="扫描图像抽检合格率",
            value="≥98%",
            level2="质量指标",
            project_name="档案数字化加工",
            objectives=["扫描档案图像20万页，抽检合格率不低于98%"],
        )
        == []
    )


def test_reports_hold_suggestions_only_when_asked(scorer: Scorer) -> None:
    document = _table(("质量指标", "各项工作质量", "高质量完成"), project_name="档案业务")
    assert scorer.score(document).documents[0].tables[0].indicators[0].suggestions
    plain = scorer.score(document, suggest=False).documents[0].tables[0]
    assert plain.suggestions is None
    assert plain.indicators[0].suggestions is None


@pytest.mark.parametrize(
    ("row", "name", "value"),
    [
        ({"name": "有无截留挪用", "value": "无", "level2": "质量指标", "project_name": "征地补偿款发放"}, "截留挪用次数", "=0次"),
        ({"name": "单项课题经费", "value": "25000", "level2": "成本指标", "budget_total": 30.0}, "单项课题经费", "≤25000元"),
        ({"name": "穿救生衣出海的比例", "value": "100%", "level2": "社会效益指标"}, "穿救生衣出海的比例", "=100%"),
        ({"name": "故障处置及时性", "value": "及时", "level2": "时效指标", "project_name": "供水管网抢修"}, "故障处置用时", "≤＿小时"),
        ({"name": "发放宣传手册", "value": "若干", "level2": "数量指标", "project_name": "防溺水宣传"}, "发放宣传手册册数", "≥＿册"),
        ({"name": "群众满意", "value": "90%", "level2": "满意度指标", "project_name": "公厕改造"}, "群众满意度", "≥90%"),
    ],
)
def test_mend_keeps_what_the_author_measured(scorer: Scorer, row: dict[str, Any], name: str, value: str) -> None:
    found = first(scorer, **row)
    assert (found.kind, found.rows[0]["name"], found.rows[0]["value"]) == ("mend", name, value)


def test_mend_takes_the_unit_of_an_area_from_the_table(scorer: Scorer) -> None:
    found = first(scorer, name="绿化面积", value="30", level2="数量指标", project_name="城区绿化提升", objectives=["新增绿地45亩"])
    assert (found.kind, found.rows[0]["value"]) == ("mend", "≥30亩")


def test_mend_follows_the_objective_where_the_row_says_another_figure(scorer: Scorer) -> None:
    goal = ["新购冲锋舟4艘、编织袋5万条"]
    found = first(scorer, name="新购冲锋舟", value="6艘", level2="数量指标", project_name="防汛物资购置", objectives=goal)
    assert (found.kind, found.rows[0]["value"]) == ("mend", "=4艘")
    assert "与本表的目标或预算不符" in found.why


def test_mend_takes_the_term_from_the_objective(scorer: Scorer) -> None:
    goal = ["发现险情2小时内通报沿岸村居"]
    row = {"name": "险情通报及时率", "value": "100%", "description": "", "level2": "时效指标", "project_name": "海堤巡查"}
    found = first(scorer, objectives=goal, **row)
    assert found.rows[0]["description"] == "在2小时内完成的件数÷应完成件数"
    assert found.blanks == ()


def test_a_slogan_gives_way_to_what_the_trade_measures(scorer: Scorer) -> None:
    found = first(scorer, name="各项工作质量", value="高质量", level2="质量指标", project_name="县志馆年鉴编纂")
    assert (found.kind, found.rows[0]["name"]) == ("replace", "年鉴编校差错率")


def test_the_table_of_a_whole_unit_is_given_no_building_site(scorer: Scorer) -> None:
    row = Indicator(row=1, level1="效益指标", level2="社会效益指标", name="提高工会组织的社会影响力", value="100%")
    goals = ("完成职工之家改造工程，服务基层职工",)
    document = Document("部门", tables=(Table(objectives=goals, indicators=(row,), columns=COLUMNS, year=2025),), year=2025)
    found = scorer.score_document(document).tables[0].indicators[0].suggestions or ()
    assert found
    assert all("施工" not in (one.rows[0]["name"] or "") for one in found if one.rows)


def test_a_day_of_another_year_is_no_day_of_the_budget_year(scorer: Scorer) -> None:
    goal = ["次年3月底前完成档案数字化扫描"]
    row = {"name": "档案数字化完成及时性", "value": "及时", "level2": "时效指标", "project_name": "档案数字化", "year": 2025}
    for found in scorer.suggest(objectives=goal, **row):
        assert all("3月" not in (each["value"] or "") for each in found.rows)


def test_no_figure_of_the_row_is_put_on_another_measure(scorer: Scorer) -> None:
    row = {"name": "聘请教师人数", "value": "≥20人", "level2": "数量指标", "project_name": "技能培训", "description": "聘请教师人数"}
    for found in scorer.suggest(**row):
        assert found.kind != "replace" or all("20" not in (each["value"] or "") for each in found.rows)


def test_a_term_in_han_numerals_leaves_no_gap(scorer: Scorer) -> None:
    row = {"name": "救助申请办结及时率", "value": "100%", "description": "", "level2": "时效指标", "project_name": "临时救助"}
    for found in scorer.suggest(objectives=["三日内办结救助申请"], **row):
        assert all(not (each["description"] or "").startswith("在内") for each in found.rows)


def test_no_blank_is_named_that_the_row_does_not_have(scorer: Scorer) -> None:
    row = Indicator(row=1, level1="产出指标", level2="质量指标", name="各项工作质量")
    columns = ("level1", "level2", "name")
    document = Document(
        "没有指标值一列", tables=(Table(project_name="技能培训", indicators=(row,), columns=columns, year=2025),), year=2025
    )
    for found in scorer.score_document(document).tables[0].indicators[0].suggestions or ():
        assert found.blanks == () or any("＿" in (text or "") for each in found.rows for text in each.values())
        assert "只有编制单位知道" not in found.why
