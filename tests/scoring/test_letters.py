"""Grades from ceilings and probabilities: findings set the top, models lower only what they are sure of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhibiao.features.reading import DocumentReading, Row
from zhibiao.model.document import Document, Indicator, Table
from zhibiao.model.finding import Finding
from zhibiao.model.report import LETTERS
from zhibiao.scoring.letters import CONFIDENCE, letters_of

SURE = dict.fromkeys(LETTERS, (0.0, 0.0, 0.0, 1.0))


def row(
    level2: str = "数量指标",
    description: str | None = "年内参加培训的人数",
    columns: tuple[str, ...] = ("name", "description", "value"),
    project: str | None = "渔业技术培训",
) -> Row:
    indicator = Indicator(row=1, level2=level2, name="培训人数", description=description, value="≥60人")
    return (
        DocumentReading(Document(source="x", tables=(Table(columns=columns, project_name=project, indicators=(indicator,)),)))
        .tables[0]
        .rows[0]
    )


def found(code: str, field: str = "value") -> Finding:
    return Finding(code, "slug", "error", field, (0, 1), "…", "…", "…")  # type: ignore[arg-type]


def grades(*findings: Finding, likely: dict[str, tuple[float, ...]] | None = None, of: Row | None = None) -> str:
    letters = letters_of(of or row(), findings, {**SURE, **(likely or {})})
    return "".join(str(letters[letter].grade) for letter in LETTERS)


def test_nothing_found_and_models_sure() -> None:
    assert grades() == "33333"


def test_findings_set_the_top() -> None:
    assert grades(found("M206")) == "32333"
    assert grades(found("S101", "name")) == "03313"  # a slogan has R 1 even where its category is fine
    assert grades(found("S101", "description")) == "23333"
    assert grades(found("R401"), found("R402")) == "33303"


def test_no_target_leaves_nothing_to_achieve_and_no_time() -> None:
    assert grades(found("M201")) == "30031"
    assert grades(found("M201"), of=row("时效指标")) == "30033"  # T of a 时效 row is judged by its own words


def test_a_blank_description_costs_one_grade() -> None:
    assert grades(of=row(description=None)) == "23333"
    assert grades(of=row(description="培训人数")) == "23333"
    assert grades(of=row(description=None, columns=("name", "value"))) == "33333"


def test_models_lower_what_they_are_sure_of_only() -> None:
    for letter, sure in CONFIDENCE.items():
        place = LETTERS.index(letter)
        assert grades(likely={letter: (0.0, 0.0, sure + 0.01, 0.99 - sure)})[place] == "2"
        assert grades(likely={letter: (0.0, 0.0, sure - 0.01, 1.01 - sure)})[place] == "3"
        assert grades(likely={letter: (0.0, sure + 0.01, 0.0, 0.99 - sure)})[place] == "1"


def test_a_row_without_a_project_is_not_far_from_one() -> None:
    unsure = {"R": (0.3, 0.6, 0.05, 0.05)}
    assert grades(likely=unsure)[3] == "1"
    assert grades(likely=unsure, of=row(project=None))[3] == "2"
    assert grades(found("R402"), likely=unsure, of=row(project=None))[3] == "0"  # what a rule found still counts


def test_reasons_name_what_keeps_a_grade_down() -> None:
    letters = letters_of(row(), [found("M206")], {**SURE, "R": (0.0, 0.1, 0.7, 0.2)})
    assert letters["M"].reasons == ("M206",)
    assert letters["R"].reasons == ("相关性不到3级（模型判断，把握80%）",)
    assert letters["S"].reasons == ()


@given(st.lists(st.floats(0.01, 1), min_size=4, max_size=4), st.sampled_from(["M201", "M206", "M202", "S101", "R402"]))
def test_a_ceiling_is_never_passed_and_the_spread_adds_up(parts: list[float], code: str) -> None:
    likely = tuple(part / sum(parts) for part in parts)
    letters = letters_of(row(), [found(code)], dict.fromkeys(LETTERS, likely))
    free = letters_of(row(), [], dict.fromkeys(LETTERS, likely))
    for letter in LETTERS:
        assert letters[letter].grade <= free[letter].grade
        assert sum(letters[letter].spread) == pytest.approx(1)
        assert 0 <= letters[letter].probability <= 1 + 1e-9


def test_a_date_in_the_value_is_a_time_whatever_models_think() -> None:
    table = Table(columns=("name", "value"), indicators=(Indicator(row=1, level2="时效指标", name="道路完工", value="2025年12月1日"),))
    dated = DocumentReading(Document(source="x", tables=(table,))).tables[0].rows[0]
    unsure = {"T": (0.2, 0.3, 0.4, 0.1)}
    assert grades(likely=unsure, of=dated)[4] == "3"
    assert grades(found("T503"), likely=unsure, of=dated)[4] == "0"
    assert grades(likely=unsure)[4] == "2"
