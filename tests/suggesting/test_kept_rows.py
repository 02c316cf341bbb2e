"""A row whose figure is sound keeps its object and its figure; what is offered first is its smallest mend. Expectations by hand."""

from __future__ import annotations

from typing import Any

import pytest

import zhibiao
from zhibiao.model.document import Document, Indicator, Table
from zhibiao.model.suggestion import Suggestion
from zhibiao.scorer import Scorer


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return zhibiao.load(suggest=True)


def first(scorer: Scorer, level2: str, name: str, description: str | None, value: str, **head: Any) -> Suggestion:
    told = {"description": description} if description is not None else {}
    return scorer.suggest(level2=f"{level2}指标", name=name, value=value, year=2026, **told, **head)[0]


COUNTS = [
    ("损害鉴定案数", None, "12案", "≥12案"),
    ("旁听庭审", None, "1次", "=1次"),
    ("修复档案", "页", "12000", "=12000页"),
    ("支付业务笔数", None, "≥80000", "≥80000笔"),
    ("巡线里程", None, "180", "≥180公里"),
    ("走航监测天数", None, "120", "≥120天"),
    ("进馆锻炼人次", None, "28万", "≥28万人次"),
    ("发放宣传材料", None, "≥800", "≥800份"),
]


@pytest.mark.parametrize(("name", "description", "value", "wanted"), COUNTS)
def test_a_count_keeps_its_figure(scorer: Scorer, name: str, description: str | None, value: str, wanted: str) -> None:
    found = first(scorer, "数量", name, description, value, project_name="县档案馆综合业务")
    assert (found.kind, found.rows[0]["value"], found.blanks) == ("mend", wanted, ())


PRICES = [
    ("午餐补助", "每人每天", "15", "=15元/人·天"),
    ("印刷费", "每册", "12", "≤12元/册"),
    ("翻译单价", "千字", "180", "≤180元/千字"),
    ("专线费", "每条每年", "1800", "≤1800元/条·年"),
    ("办公耗材费", "", "3", "≤3万元"),
    ("每人检查费用", "", "200人", "≤200元/人"),
    ("护工月工资", "", "2600", "=2600元/人·月"),
]


@pytest.mark.parametrize(("name", "description", "value", "wanted"), PRICES)
def test_a_price_says_of_what(scorer: Scorer, name: str, description: str, value: str, wanted: str) -> None:
    found = first(scorer, "成本", name, description, value, project_name="县志编纂出版", budget_total=30.0)
    assert (found.kind, found.rows[0]["value"]) == ("mend", wanted)


@pytest.mark.parametrize(
    ("name", "value", "new", "wanted"),
    [
        ("纳税人", "≥98", "纳税人满意度", "≥98%"),
        ("农户", "≥90", "农户满意度", "≥90%"),
        ("帮教对象对社工的评价", "≥92%", "帮教对象对社工的满意度", "≥92%"),
    ],
)
def test_people_under_satisfaction_are_asked_not_counted(scorer: Scorer, name: str, value: str, new: str, wanted: str) -> None:
    offered = scorer.suggest(level2="服务对象满意度指标", name=name, value=value, project_name="便民服务大厅运行")
    if name.endswith("评价"):
        assert offered == [] or (offered[0].rows[0]["name"], offered[0].rows[0]["value"]) == (new, wanted)
        return
    assert (offered[0].kind, offered[0].rows[0]["name"], offered[0].rows[0]["value"]) == ("mend", new, wanted)


@pytest.mark.parametrize(
    ("level2", "name", "value", "new", "wanted"),
    [
        ("质量", "成果是否通过省厅验收", "是", "成果省厅验收通过率", "=100%"),
        ("质量", "机械化清扫率提高", "78%", "机械化清扫率", "≥78%"),
        ("社会效益", "疫苗报废率下降", "≤0.3%", "疫苗报废率", "≤0.3%"),
        ("时效", "11月底前完工", "完成", "村道硬化完工时间", "2026年11月底前"),
        ("时效", "完工及时率", "100%", "村道硬化完工时间", "2026年＿月＿日前"),
        ("时效", "年度任务完成时间", "12月20日前", "村道硬化完成时间", "12月20日前"),
    ],
)
def test_a_name_is_put_right_with_few_words(scorer: Scorer, level2: str, name: str, value: str, new: str, wanted: str) -> None:
    found = first(scorer, level2, name, None, value, project_name="村道硬化工程", objectives=["硬化村道3公里"])
    assert (found.kind, found.rows[0]["name"], found.rows[0]["value"]) == ("mend", new, wanted)


@pytest.mark.parametrize("project", ["档案业务经费", "统计业务工作经费", "气象事业业务费"])
def test_daily_business_has_no_day_on_which_it_is_done(scorer: Scorer, project: str) -> None:
    for found in scorer.suggest(level2="时效指标", name="任务完成及时性", value="及时", project_name=project, year=2026):
        assert all("业务完成时间" not in (row["name"] or "") for row in found.rows)


def test_monthly_pay_has_a_day_of_each_month(scorer: Scorer) -> None:
    goal = ["为85名孤寡老人按月发放供养补助"]
    found = first(scorer, "时效", "补助发放及时", None, "及时", project_name="孤寡老人供养补助", objectives=goal)
    assert (found.rows[0]["value"], found.blanks) == ("每月＿日前", ("每月的日期",))


def _table(*rows: tuple[str, str, str, str], **head: Any) -> Document:
    indicators = tuple(Indicator(number, *row[:3], None, row[3]) for number, row in enumerate(rows, 1))
    table = Table(columns=("level1", "level2", "name", "value"), indicators=indicators, year=2026, **head)
    return Document("表", tables=(table,), year=2026)


def offered(scorer: Scorer, document: Document, number: int) -> tuple[Suggestion, ...]:
    return scorer.score_document(document).tables[0].indicators[number - 1].suggestions or ()


def test_figures_in_two_steps_are_not_cut_to_one(scorer: Scorer) -> None:
    for found in scorer.suggest(level2="成本指标", name="资助标准", value="5000元、2000元", project_name="圆梦助学"):
        assert all(row["value"] != "=5000元" for row in found.rows)


def test_graded_options_become_the_best_of_them(scorer: Scorer) -> None:
    found = first(scorer, "质量", "救助覆盖率", None, "优100%良90%中85%差85%", project_name="困难群众救助")
    assert (found.kind, found.rows[0]["value"]) == ("mend", "=100%")


def test_two_parts_of_a_row_are_no_duplicates_of_each_other(scorer: Scorer) -> None:
    found = first(scorer, "数量", "展品维修件数和新增展品件数", None, "≥10件", project_name="科普大篷车运行维护")
    assert found.kind == "split"
    assert [row["name"] for row in found.rows] == ["展品维修件数", "新增展品件数"]


def test_the_reason_holds_what_a_short_report_does_not_show(scorer: Scorer) -> None:
    found = first(scorer, "满意度", "果农满意度", "", "≥95%", basis="", project_name="冷库建设")
    assert "依据栏写“问卷调查”" in found.why


def test_a_slogan_beside_a_sound_benefit_may_go(scorer: Scorer) -> None:
    document = _table(
        ("产出指标", "数量指标", "扫描房产档案页数", "≥20万页"),
        ("产出指标", "质量指标", "扫描图像抽检合格率", "≥98%"),
        ("效益指标", "社会效益指标", "数字档案查阅利用人次", "≥3000人次"),
        ("效益指标", "可持续影响指标", "建立长效机制", "长期坚持"),
        project_name="房产档案数字化加工",
        objectives=("扫描房产档案20万页，供群众查阅利用",),
    )
    found = offered(scorer, document, 4)
    assert found[-1].kind == "remove"
    assert "数字档案查阅利用人次" in found[-1].why
    assert [one.kind for one in found].count("remove") == 1


def test_a_slogan_that_is_the_only_benefit_stays(scorer: Scorer) -> None:
    document = _table(
        ("产出指标", "数量指标", "慰问困难职工人数", "≥60人"),
        ("效益指标", "社会效益指标", "促进社会和谐", "和谐"),
        project_name="困难职工慰问",
    )
    assert all(one.kind != "remove" for one in offered(scorer, document, 2))


def test_the_budget_is_a_cost_that_can_be_kept(scorer: Scorer) -> None:
    offers = scorer.suggest(level2="成本指标", name="严格控制支出", value="不超预算", project_name="困难职工慰问", budget_total=1234.567)
    assert "≤1234.567万元" in [one.rows[0]["value"] for one in offers if one.rows]


def test_a_count_among_the_costs_to_nature_moves_to_the_counts(scorer: Scorer) -> None:
    document = _table(
        ("成本指标", "生态环境成本指标", "大叶藻移植面积", "≥120亩"),
        ("产出指标", "质量指标", "大叶藻成活率", "≥80%"),
        project_name="海洋牧场示范区建设",
        objectives=("移植大叶藻120亩",),
    )
    found = offered(scorer, document, 1)
    assert (found[0].kind, found[0].rows[0]["level2"], found[0].rows[0]["value"]) == ("move", "数量指标", "≥120亩")


def test_accidents_among_the_costs_to_society_stay(scorer: Scorer) -> None:
    document = _table(
        ("成本指标", "社会成本指标", "除治作业伤人事故", "0起"),
        ("产出指标", "数量指标", "伐除疫木株数", "≥900株"),
        project_name="疫木除治服务",
    )
    found = offered(scorer, document, 1)
    assert (found[0].kind, found[0].rows[0]["value"]) == ("mend", "=0起")
