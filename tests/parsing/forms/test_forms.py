"""Forms are known by their words, and their words mean something only there."""

from __future__ import annotations

from pathlib import Path

import pytest

import zhibiao.parsing.forms as forms
from zhibiao.lexicon.headers import HEADERS
from zhibiao.lexicon.labels import LABELS
from zhibiao.model.document import INDICATOR_FIELDS
from zhibiao.parsing.forms import GENERIC, all_forms, form_columns, form_labels, pick
from zhibiao.parsing.forms.form import Form, roles
from zhibiao.text.clean import squeeze


def test_every_file_is_a_form_of_its_name() -> None:
    files = {path.stem for path in Path(forms.__path__[0]).glob("*.py")} - {"__init__", "form"}
    assert {form.name for form in all_forms()} == files
    assert [form.name for form in all_forms()] == sorted(files)


@pytest.mark.parametrize("form", all_forms(), ids=lambda form: form.name)
def test_words_of_a_form_are_squeezed(form: Form) -> None:
    """Cells are compared squeezed: a word that is not could never be met."""
    assert form.signs
    assert form.place
    words = (*form.signs, *form.needs, *form.columns, *form.labels)
    assert [word for word in words if squeeze(word) != word] == []


@pytest.mark.parametrize("form", all_forms(), ids=lambda form: form.name)
def test_roles_of_a_form_are_known(form: Form) -> None:
    columns = {*INDICATOR_FIELDS, *HEADERS.values()}
    labels = {*LABELS.values(), "budget&purpose", "skip"}
    assert set(form.columns.values()) <= columns
    assert set(form.labels.values()) <= labels


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ({"预算规模及资金用途", "绩效指标描述", "指标值确定依据", "三级指标"}, "hebei"),
        ({"指标值及单位", "绩效标准", "三级指标"}, "hunan"),
        ({"主管部门及代码", "年度资金总额", "经济成本指标"}, "central_2021"),
        ({"中期目标", "中期资金总额", "年度目标"}, "central_2015"),
        ({"指标方向", "目标值", "计量单位", "分值"}, "inner_mongolia"),
        ({"计算符号", "前年指标值", "上年指标值"}, "hubei"),
        ({"指标方向性", "度量单位", "权重"}, "sichuan"),
        ({"指标属性", "指标内容", "度量单位"}, "yunnan"),
        ({"得分", "实际完成值", "全年执行数", "执行率"}, "self_evaluation"),
        ({"专项名称", "年度金额", "地方资金"}, "area_transfer"),
        ({"绩效指标性质", "绩效指标值", "绩效度量单位"}, "beijing"),
        ({"年度资金申请总额", "项目总目标", "计划开始日期"}, "shanghai"),
        ({"实施周期指标值", "年度指标值", "总体绩效目标"}, "guangdong"),
        ({"是否核心指标", "指标性质", "计量单位"}, "chongqing"),
        ({"指标解释", "计算公式", "指标编码"}, "library"),
    ],
)
def test_pick(words: set[str], name: str) -> None:
    assert pick(words).name == name


@pytest.mark.parametrize(
    "words",
    [
        set(),
        {"一级指标", "二级指标", "三级指标", "指标值"},
        {"实际完成值", "执行率"},  # without 得分 it is no self-evaluation
        {"地方资金", "专项名称"},  # without 年度金额 no area form
    ],
)
def test_a_plain_table_is_generic(words: set[str]) -> None:
    assert pick(words) is GENERIC


def test_signs_inside_a_longer_word_count_only_where_they_are_long() -> None:
    assert pick({"资金支出计划(%)及说明"}).name == "hebei"
    assert pick({"本年得分情况"}) is GENERIC  # 得分 is too short to be looked for inside


def test_words_that_forms_share_have_one_role() -> None:
    assert form_columns()["绩效标准"] == "standard"
    assert form_columns()["绩效指标性质"] == "sign"
    assert form_labels()["预算规模及资金用途"] == "budget&purpose"
    assert "疏浚河道" not in form_labels()


def test_roles_are_written_by_role() -> None:
    assert roles(("sign", "计算符号 运算符"), ("value", "目标值")) == {"计算符号": "sign", "运算符": "sign", "目标值": "value"}
