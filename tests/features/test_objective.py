"""Objectives: placeholders, sentences that fit any project, figures."""

from __future__ import annotations

import pytest

from zhibiao.features.field import Field
from zhibiao.features.objective import is_empty_talk, is_placeholder, states_figure


def objective(text: str) -> Field:
    return Field("objectives", text, True)


@pytest.mark.parametrize("text", ["目标内容1", "年度目标", "无", "/", "详见附件", "请填写年度绩效目标", "完成XX场宣传", "（分级填报）"])
def test_placeholders(text: str) -> None:
    assert is_placeholder(objective(text))


@pytest.mark.parametrize("text", ["目标1：培训干部200人", "无障碍设施改造", "略阳县道路养护"])
def test_no_placeholders(text: str) -> None:
    assert not is_placeholder(objective(text))


@pytest.mark.parametrize(
    "text",
    [
        "完成年度工作目标任务",
        "做好本年度各项工作",
        "保障局机关正常办公",
        "确保财政资金及时足额拨付到位",
        "围绕中心、服务大局，扎实推进各项工作。",
        "2025年，认真履行职责，各项任务完成率达到100%",
    ],
)
def test_sentences_that_fit_any_project(text: str) -> None:
    assert is_empty_talk(objective(text))


@pytest.mark.parametrize(
    "text", ["保障养老院正常运转", "开展普法宣传", "提高农民收入", "改善群众就医环境", "落实惠民政策", "保障审判执行工作顺利开展"]
)
def test_sentences_with_a_subject(text: str) -> None:
    assert not is_empty_talk(objective(text))


@pytest.mark.parametrize("text", ["培训200人", "为一千二百名学生发放补助", "每季度走访", "10月底前完工", "达标率90%以上"])
def test_figures(text: str) -> None:
    assert states_figure(objective(text))


@pytest.mark.parametrize("text", ["目标内容1", "2025年完成普查", "落实“十四五”规划", "按冀财行〔2024〕97号执行", "提高群众满意度"])
def test_numbers_that_are_no_figures(text: str) -> None:
    assert not states_figure(objective(text))
