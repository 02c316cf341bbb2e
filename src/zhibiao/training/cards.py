"""card.md of the category and SMART models, from facts."""

from __future__ import annotations

from pathlib import Path

_DATA = """- 训练数据：training_data/ 的训练部分，{rows:,} 行（散列见 config.json）；验证、测试行业不参加训练。
- 标注者是同一个语言模型的不同次运行，按同一份口径独立判读，没有财政部门看过；与它们一致不等于与财政评审一致。
- 效果见 metrics.json（测试行业，`zhibiao evaluate` 打印同样的数）。
- 许可：权重随本项目，Apache-2.0。文件是 JSON 和 npz，不含 pickle，装入前核对 SHA256SUMS。
"""
_CATEGORY = """# 二级指标类别模型

给一行指标在九类二级指标上的概率，以及每一类“公道的评审能不能接受”的概率。由 `zhibiao train` 生成。

- 只看名称、描述、指标值和项目名称，不看填写的一级、二级指标。
- 输入：字的一至四元组（TF-IDF）和 features/facts.py 的事实（单位量纲、符号、日期、用词）。
- 模型：scikit-learn 的逻辑回归，权重存成半精度；概率用一个温度校准，温度由没有见过该行业的模型在训练行上定出。
- 不适用：没有任何文字的行；项目之外的背景（政策、地方惯例）它看不到。
{data}"""
_SMART = """# SMART 等级和问题模型

给每一行 S、M、A、R、T 各级的概率，以及几种单凭字面说不清的问题的概率。由 `zhibiao train` 生成。

- 先由逻辑回归看用词（字的元组和事实），再由提升树看有名字的数：用词的倾向、类别概率、与项目文字的重合、语义相似度、
  在表中的位置（config.json 的 numbers）。
- 每个字母一个有序模型：树的和经三个切点变成四个等级的概率；切点由没有见过该行业的模型定出。
- 规则查出的问题给等级封顶，模型只在有足够把握时再往下调（各字母不同），见 scoring/letters.py。
- `bound`：等级概率低于它就不算可能；由训练行上没有见过该行业的模型定出，二十行中有十九行的真等级在它之上（分割共形预测）。
{data}"""
_SUGGESTIONS = """# 修改建议的语料和排序

好的指标行（training_data/good 中 S、M 为 3、R 不低于 2、没有任何问题的行），每行带句向量；以及给候选写法排序的权重。
由 `zhibiao train` 生成。

- 语料：全部行业的好行都在内，供使用者检索。权重只用训练行业的改写和好行拟合；
  测量排序效果时，问的是测试行业的改写，候选中有全部行业的好行，与使用时相同。
- 排序：在训练行业的 {rows} 组改写上拟合的逻辑回归，比较标注者的改写与别的行；权重见 config.json，
  含义见 suggesting/ranking.py。
- 语料只用来找相近的测度、给建议注明出处；语料中别的项目的名词和数字不会写进建议。
- expected.json：测度清单（lexicon 的 measure_patterns.tsv、topic_measures.tsv）中的写法在同类项目中由模型评出的平均得分，
  按表式分列（d 有描述列，b 有依据列），只列几乎每次都通过的；
  通过九成以上的，给建议时不再逐条请模型评分，只由规则检查。
- 改写的执笔者是语言模型，没有财政部门看过。
- 效果见 metrics.json（`zhibiao evaluate` 打印同样的数）。
- 许可：随本项目，Apache-2.0；语料取自 training_data/，CC BY 4.0。文件是 JSON 和 npz，不含 pickle，装入前核对 SHA256SUMS。
"""


def write_suggestions_card(folder: Path, rows: int) -> None:
    """For models/suggestions."""
    (folder / "card.md").write_text(_SUGGESTIONS.format(rows=rows), encoding="utf-8", newline="\n")


def write_cards(models: Path, rows: int) -> None:
    """For both folders."""
    data = _DATA.format(rows=rows)
    for name, text in (("category", _CATEGORY), ("smart", _SMART)):
        (models / name / "card.md").write_text(text.format(data=data), encoding="utf-8", newline="\n")
