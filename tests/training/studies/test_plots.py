"""Every figure has a title, named axes and a sentence that says what it shows, in signs that the font has."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import matplotlib as mpl
import pandas as pd
import pytest

mpl.use("Agg")
from zhibiao.training.studies import fonts, plots

LETTERS = "SMART"
JUDGED = pd.DataFrame(
    {
        "true_category": ["数量", "数量", "质量"] * 4,
        "category": ["数量", "质量", "质量"] * 4,
        "acceptable": [("数量",), ("数量",), ("质量",)] * 4,
        "p_category": [0.9, 0.8, 0.7] * 4,
        **{letter: [3, 2, 1] * 4 for letter in LETTERS},
        **{f"true_{letter}": [3, 3, 1] * 4 for letter in LETTERS},
        **{f"p_{letter}": [0.9, 0.6, 0.95] * 4 for letter in LETTERS},
    }
)
CODES = pd.DataFrame({"cases": [30, 12, 2], "precision": [0.9, None, 1.0], "recall": [0.8, 0.5, 1.0]}, index=["M201", "S101", "R403"])
CURVE = pd.DataFrame({"sectors": [2, 4], "rows": [100, 200], "category": [0.8, 0.9], "S": [0.5, 0.6]})
SECTORS = pd.DataFrame({"sector": ["水利", "教育"], "rows": [40, 60], "category": [0.7, 0.9]})
MOVED = pd.DataFrame({"number": ["words.S3", "said.goal"], "here": [-1.0, 0.2], "typical": [2.0, 0.5], "effect": [-0.8, 0.1]})
SHOTS = pd.DataFrame({"rows": [0, 50, 0, 50], "draw": [0, 0, 1, 1], "category": [0.9, 0.92, 0.9, 0.9], "M": [0.8, 0.9, 0.8, 0.9]})
KAPPA = dict(zip(LETTERS, (0.95, 0.99, 0.97, 0.9, 0.96), strict=True))

FIGURES: dict[str, tuple[Callable[[], Any], str]] = {
    "shares": (
        lambda: plots.shares({"数量": 30, "质量": 10}, "各类的行数", "类别", "标注"),
        "标注共 40 行：最多的是数量（75%），最少的是质量（10 行）。",
    ),
    "bars": (lambda: plots.bars(["甲", "乙"], [0.5, 0.25], "标题", "做法", "份额"), "最高的是甲（0.50），最低的是乙（0.25）。"),
    "grades": (lambda: plots.grade_shares(JUDGED), "3 级最少的是明确性，只占 33%"),
    "agreement": (lambda: plots.agreement_bars(KAPPA), "两遍标注最不一致的是相关性（0.90）"),
    "beside": (lambda: plots.agreement_bars(KAPPA, {**KAPPA, "S": 0.5}), "模型离它最远的是明确性（0.50 对 0.95）"),
    "confusion": (lambda: plots.confusion_map(JUDGED), "把数量判成质量（4 行）"),
    "reliability": (lambda: plots.reliability_diagram(pd.concat([JUDGED] * 2)), "把握与实际相差最大的是"),
    "codes": (lambda: plots.code_bars(CODES), "漏得最多的是 S101，查出了 50%"),
    "no codes": (lambda: plots.code_bars(CODES, least=99), "没有一种问题有 99 例以上"),
    "learning": (lambda: plots.learning(CURVE), "类别由 0.800 到 0.900，最后一次增加行业带来 +0.100"),
    "sectors": (lambda: plots.sector_bars(SECTORS), "红线是平均（0.820）。最难的行业是水利（0.700）"),
    "won": (lambda: plots.won_and_lost({"类别": (3, 1), "S": (2, 4)}, "变化"), "变好的判断 5 个，变差的 5 个"),
    "moved": (lambda: plots.moved_bars(MOVED, "培训效果", "S"), "影响最大的是 words.S3，压低了 0.80 级"),
    "few shots": (lambda: plots.few_shot_lines(SHOTS, "新的省"), "得益最多的是M（+0.100），最少的是类别（+0.010）"),
}


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.filterwarnings("ignore:没有找到带中文的字体", "ignore:Glyph")
def test_a_figure_says_what_it_shows(name: str) -> None:
    draw, sentence = FIGURES[name]
    figure = draw()
    axes = figure.axes[0]
    assert all((axes.get_title(), axes.get_xlabel(), axes.get_ylabel()))
    assert sentence in figure.get_supxlabel().replace("\n", "")
    figure.canvas.draw()  # a sign that the font lacks is a warning, and a warning is an error


def test_a_font_with_chinese_is_found_or_the_hint_says_how(monkeypatch: pytest.MonkeyPatch) -> None:
    if fonts.chinese_font() is not None:
        assert mpl.rcParams["font.sans-serif"][0] == fonts.use_chinese()
    monkeypatch.setattr(fonts, "chinese_font", lambda: None)
    with pytest.warns(UserWarning, match="sudo apt install fonts-noto-cjk"):
        assert fonts.use_chinese() is None


def test_the_known_fonts_come_first() -> None:
    assert fonts._rank("Noto Sans CJK SC") < fonts._rank("SimHei") < fonts._rank("DejaVu Sans")
    assert re.search("[一-鿿]", fonts._NEEDED) is not None
