"""The ministry's form: points by hand."""

from __future__ import annotations

from zhibiao.model.finding import Finding
from zhibiao.model.report import IndicatorReport
from zhibiao.model.review import Review, ReviewItem
from zhibiao.scoring.review import review_of, review_of_document


def finding(code: str, severity: str = "error") -> Finding:
    return Finding(code, code, severity, "name", (0, 1), "字", "说明。", "依据")  # type: ignore[arg-type]


def row(number: int, grades: str, *findings: Finding) -> IndicatorReport:
    smart = {letter: None if grade == "-" else int(grade) for letter, grade in zip("SMART", grades, strict=True)}
    return IndicatorReport(number, smart=smart, findings=findings)


def item(form: Review | None, name: str) -> ReviewItem:
    assert form is not None
    return next(one for one in form.items if one.name == name)


def test_points_follow_the_letters_and_what_cannot_be_seen_is_not_scored() -> None:
    form = review_of([row(1, "33333"), row(2, "30032")], [], 50.0)
    assert form is not None
    assert [(one.name, one.points, one.score) for one in form.items] == [
        ("规范完整性", 10, 10.0),
        ("明确清晰性", 10, 10.0),
        ("目标相关性", 15, 15.0),
        ("指标科学性", 15, 7.5),  # M: (3 + 0) / 2 of 3
        ("绩效合理性", 15, 7.5),
        ("资金匹配性", 15, 15.0),
        ("实现可能性", 10, 6.7),  # A 1.5 and T 2.5: (1.5 + 2.5) / 2 of 3
        ("条件充分性", 10, None),
    ]
    assert (form.score, form.points, form.percent, form.grade) == (71.7, 90, 79.7, "中")
    assert [(aspect.name, aspect.points, aspect.score) for aspect in form.aspects] == [
        ("完整性", 20, 20.0),
        ("相关性", 30, 22.5),
        ("适当性", 30, 22.5),
        ("可行性", 20, 6.7),
    ]
    assert item(form, "条件充分性").reasons == ("单位的组织、能力、内控和实施方案在表中看不出，不评分",)
    assert item(form, "指标科学性").reasons == ("可衡量性平均1.5级（最高3级）",)


def test_findings_cost_points_once_a_code_and_are_named_with_their_rows() -> None:
    rows = [row(1, "33333", finding("R401")), row(2, "33333", finding("R404", "warning")), row(3, "33333", finding("R404", "warning"))]
    form = review_of(rows, [finding("P610"), finding("P613", "info")], 50.0)
    assert item(form, "规范完整性").score == 6.7  # one row of three is misplaced
    assert item(form, "指标科学性").score == 13.5  # one tenth for duplicates
    money = item(form, "资金匹配性")
    assert (money.score, money.grade) == (12.0, "良")  # a fifth for an error, nothing for a remark
    assert [(cause.code, cause.rows) for cause in money.causes] == [("P610", ()), ("P613", ())]
    assert item(form, "指标科学性").reasons[-1].endswith("（R404，第2、3行）")


def test_an_item_never_falls_below_nothing() -> None:
    form = review_of(
        [row(1, "30333")], [finding(code) for code in ("P601", "P604", "P610", "P612")] + [finding("A308"), finding("P609")], 1.0
    )
    assert item(form, "资金匹配性").score == 0.0
    assert item(form, "指标科学性").score == 0.0


def test_a_library_without_values_is_scored_as_far_as_it_goes() -> None:
    form = review_of([row(1, "3--3-")], [], None)
    assert form is not None
    assert [one.score for one in form.items] == [10.0, 10.0, 15.0, None, None, 15.0, None, None]
    assert (form.score, form.points, form.percent) == (50.0, 50, 100.0)
    assert item(form, "资金匹配性").reasons[-1] == "表中没有预算金额，只按能看到的内容评"


def test_without_grades_there_is_no_form() -> None:
    assert review_of([], [], 1.0) is None
    assert review_of([IndicatorReport(1)], [], 1.0) is None
    assert review_of_document([], []) is None


def test_a_document_is_the_mean_of_its_tables_by_budget() -> None:
    good, bad = review_of([row(1, "33333")], [], 30.0), review_of([row(1, "00000")], [], 10.0)
    assert good is not None
    assert bad is not None
    by_budget = review_of_document([(good, 30.0), (bad, 10.0)], [])
    assert item(by_budget, "明确清晰性").score == 7.5
    assert item(by_budget, "明确清晰性").reasons == ("2张表的平均（按预算加权）",)
    plain = review_of_document([(good, 30.0), (bad, None)], [finding("D701", "warning")])
    assert item(plain, "目标相关性").score == 6.0  # half of 15, less a tenth
    assert review_of_document([(good, 1.0)], []) is good
