"""The notebooks' figures. Each has a title, named axes and a sentence below that says what it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from zhibiao.lexicon.categories import CATEGORIES
from zhibiao.model.report import LETTERS
from zhibiao.training.studies.errors import confusion, miscalibration, reliability
from zhibiao.training.studies.fonts import use_chinese

_BLUE, _RED, _GREY = "#2b6ca3", "#c0504d", "#9aa0a6"
_GRADES = ("#c0504d", "#e0a458", "#9fc3a5", "#3d8b57")  # 0 to 3, as a reviewer would colour them
_LETTER_NAMES = {"S": "明确性", "M": "可衡量性", "A": "可实现性", "R": "相关性", "T": "时限性"}
_LINE = 6.4  # characters of the sentence that an inch holds


def _drawn(title: str, across: str, up: str, width: float = 9.0, height: float = 4.2) -> tuple[Figure, Axes]:
    use_chinese()
    figure, axes = plt.subplots(figsize=(width, height), layout="constrained")
    axes.set_title(title)
    axes.set_xlabel(across)
    axes.set_ylabel(up)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return figure, axes


def _said(figure: Figure, sentence: str) -> Figure:
    """The sentence below; closed, so that a notebook shows it once."""
    width = int(figure.get_size_inches()[0] * _LINE)
    lines = [sentence[start : start + width] for start in range(0, len(sentence), width)]
    figure.supxlabel("\n".join(lines), fontsize=9, color="#444444", x=0.02, ha="left")
    plt.close(figure)
    return figure


def shares(values: Mapping[str, int], title: str, across: str, what: str) -> Figure:
    """Counts as bars, most first."""
    names = sorted(values, key=lambda name: -values[name])
    figure, axes = _drawn(title, across, "行数")
    axes.bar(names, [values[name] for name in names], color=_BLUE)
    axes.tick_params(axis="x", rotation=60 if len(names) > 12 else 0)
    most, least, total = names[0], names[-1], max(1, sum(values.values()))
    sentence = f"{what}共 {total} 行：最多的是{most}（{values[most] / total:.0%}），最少的是{least}（{values[least]} 行）。"
    return _said(figure, sentence)


def bars(names: Sequence[str], values: Sequence[float], title: str, across: str, up: str) -> Figure:
    """Any numbers side by side."""
    names, heights = list(names), [float(value) for value in values]
    figure, axes = _drawn(title, across, up)
    axes.bar(names, heights, color=_BLUE)
    axes.tick_params(axis="x", rotation=60 if max(map(len, names), default=0) * len(names) > 60 else 0)
    order = np.argsort(heights)
    low, high = int(order[0]), int(order[-1])
    return _said(figure, f"最高的是{names[high]}（{heights[high]:.2f}），最低的是{names[low]}（{heights[low]:.2f}）。")


def grade_shares(frame: Any) -> Figure:
    """The four grades of each letter; of labels_frame."""
    figure, axes = _drawn("五项标准各级所占的份额", "标准", "份额", height=4.6)
    names = [f"{letter} {_LETTER_NAMES[letter]}" for letter in LETTERS]
    bottom = np.zeros(len(LETTERS))
    for grade in range(4):
        share = np.array([(frame[letter] == grade).sum() / max(1, frame[letter].notna().sum()) for letter in LETTERS])
        axes.bar(names, share, bottom=bottom, color=_GRADES[grade], label=f"{grade} 级")
        bottom += share
    axes.legend(ncols=4, loc="upper center", bbox_to_anchor=(0.5, -0.12), frameon=False)
    full = {letter: (frame[letter] == 3).sum() / max(1, frame[letter].notna().sum()) for letter in LETTERS}
    low = min(full, key=lambda letter: full[letter])
    return _said(figure, f"绿色越多越好。3 级最少的是{_LETTER_NAMES[low]}，只占 {full[low]:.0%}：这一项最值得先看。")


def agreement_bars(kappa: Mapping[str, float], models: Mapping[str, float] | None = None) -> Figure:
    """QWK by letter: of two readers, and of the models with the labels where they are given."""
    figure, axes = _drawn("一致程度（QWK）", "标准", "QWK（1 为完全一致）")
    places = np.arange(len(LETTERS))
    width = 0.38 if models else 0.6
    axes.bar(places - (width / 2 if models else 0), [kappa[letter] for letter in LETTERS], width, color=_GREY, label="两遍标注之间")
    if models:
        axes.bar(places + width / 2, [models[letter] for letter in LETTERS], width, color=_BLUE, label="模型与标注之间")
    axes.set_xticks(places, [f"{letter} {_LETTER_NAMES[letter]}" for letter in LETTERS])
    axes.set_ylim(0, 1.02)
    axes.legend(loc="lower right")
    low = min(LETTERS, key=lambda letter: kappa[letter])
    told = f"两遍标注最不一致的是{_LETTER_NAMES[low]}（{kappa[low]:.2f}），模型不会比这更准。"
    if models:
        gap = max(LETTERS, key=lambda letter: kappa[letter] - models[letter])
        told += f"模型离它最远的是{_LETTER_NAMES[gap]}（{models[gap]:.2f} 对 {kappa[gap]:.2f}），改进的余地在这里。"
    return _said(figure, told)


def confusion_map(frame: Any) -> Figure:
    """Which categories are taken for which; of judged_frame."""
    table = confusion(frame)
    counts = table.to_numpy()
    figure, axes = _drawn("类别的混淆", "模型判断的类别", "标注的最佳类别", 8.4, 6.6)
    axes.imshow(counts / np.maximum(counts.sum(axis=1, keepdims=True), 1), cmap="Blues", vmin=0, vmax=1)
    axes.set_xticks(range(len(CATEGORIES)), CATEGORIES, rotation=45)
    axes.set_yticks(range(len(CATEGORIES)), CATEGORIES)
    for row, column in np.argwhere(counts > 0):
        dark = counts[row, column] > counts[row].sum() / 2
        axes.text(column, row, str(counts[row, column]), ha="center", va="center", fontsize=8, color="white" if dark else "black")
    wrong = counts.copy()
    np.fill_diagonal(wrong, 0)
    row, column = np.unravel_index(wrong.argmax(), wrong.shape)
    told = f"对角线上是与标注的最佳类别相同的，共 {np.trace(counts) / max(1, counts.sum()):.1%}。"
    told += f"最常见的不同：把{CATEGORIES[row]}判成{CATEGORIES[column]}（{wrong[row, column]} 行），其中有些也在可接受之列。"
    return _said(figure, told)


def reliability_diagram(frame: Any, about: Sequence[str] = ("category", *LETTERS)) -> Figure:
    """How often answers of each confidence are right."""
    figure, axes = _drawn("可靠性：多大把握，对了多少", "模型给出的把握", "其中对的份额", height=5.0)
    axes.plot([0, 1], [0, 1], color=_GREY, linestyle="--", label="正好相符")
    errors = {}
    for name in about:
        bins = reliability(frame, name)
        bins = bins[bins["rows"] >= 5]
        title = "类别" if name == "category" else f"{name} {_LETTER_NAMES[name]}"
        errors[title] = miscalibration(frame, name)
        axes.plot(bins["sure"], bins["right"], marker="o", markersize=4, label=f"{title}（ECE {errors[title]:.3f}）")
    axes.set_xlim(0.2, 1.01)
    axes.legend(loc="lower right", fontsize=8)
    worst = max(errors, key=lambda name: errors[name])
    return _said(
        figure, f"线在虚线之下是过于自信，之上是过于谨慎（少于 5 行的不画）。把握与实际相差最大的是{worst}，平均相差 {errors[worst]:.3f}。"
    )


def code_bars(frame: Any, least: int = 5) -> Figure:
    """Precision and recall of each code with so many cases; of code_frame."""
    kept = frame[(frame["cases"] >= least) & frame["recall"].notna()].sort_values("recall")
    figure, axes = _drawn(f"各种问题的查准和查全（{least} 例以上）", "份额", "问题代码（例数）", 8.4, max(3.0, 0.27 * len(kept) + 1.6))
    places = np.arange(len(kept))
    axes.barh(places + 0.2, kept["precision"].fillna(0).astype(float), 0.38, color=_BLUE, label="查准：查出的有多少是对的")
    axes.barh(places - 0.2, kept["recall"].astype(float), 0.38, color=_GREY, label="查全：该查的查出了多少")
    axes.set_yticks(places, [f"{code}（{int(cases)}）" for code, cases in kept["cases"].items()], fontsize=8)
    axes.legend(loc="lower left", fontsize=8)
    if kept.empty:
        return _said(figure, f"没有一种问题有 {least} 例以上，数据太少，看不出查准和查全。")
    low = kept.index[0]
    told = f"自下而上，查得越来越全。漏得最多的是 {low}，查出了 {kept.loc[low, 'recall']:.0%}；例数少的，一两例就差很多。"
    return _said(figure, told)


def learning(frame: Any) -> Figure:
    """Of learning_curve."""
    figure, axes = _drawn("学习曲线：标注越多，好了多少", "训练的行数", "类别可接受的份额；QWK")
    names = {"category": "类别", **{letter: f"{letter} {_LETTER_NAMES[letter]}（QWK）" for letter in LETTERS}}
    for column in frame.columns.intersection(list(names)):
        axes.plot(frame["rows"], frame[column], marker="o", label=names[column])
    axes.legend(loc="lower right")
    first, last = frame["category"].iloc[0], frame["category"].iloc[-1]
    before = frame["category"].iloc[-2] if len(frame) > 1 else last
    told = f"快速模型（只看词语和事实）在没有见过的行业上：类别由 {first:.3f} 到 {last:.3f}，最后一次增加行业带来 {last - before:+.3f}。"
    told += "曲线还在上升，就值得再标；已经走平，再标同样的行没有用。"
    return _said(figure, told)


def sector_bars(frame: Any) -> Figure:
    """Of leave_one_sector_out."""
    figure, axes = _drawn(
        "留一行业：没有见过这个行业时，类别对了多少", "类别可接受的份额", "行业（行数）", 8.4, max(3.0, 0.24 * len(frame) + 1.6)
    )
    axes.barh([f"{name}（{rows}）" for name, rows in zip(frame["sector"], frame["rows"], strict=True)], frame["category"], color=_BLUE)
    mean = float((frame["category"] * frame["rows"]).sum() / frame["rows"].sum())
    axes.axvline(mean, color=_RED, linestyle="--")
    axes.tick_params(axis="y", labelsize=8)
    axes.set_xlim(max(0.0, float(frame["category"].min()) - 0.1), 1.0)
    low = frame.iloc[0]
    return _said(
        figure, f"红线是平均（{mean:.3f}）。最难的行业是{low['sector']}（{low['category']:.3f}）：要补标注，先补它和与它相近的行业。"
    )


def won_and_lost(counts: Mapping[str, tuple[int, int]], title: str) -> Figure:
    """What changed for better and for worse. counts: question → (better, worse)."""
    figure, axes = _drawn(title, "行数（左：变差；右：变好）", "问的是什么")
    names = list(counts)[::-1]
    axes.barh(names, [counts[name][0] for name in names], color=_BLUE)
    axes.barh(names, [-counts[name][1] for name in names], color=_RED)
    axes.axvline(0, color="black", linewidth=0.8)
    better, worse = (sum(each[side] for each in counts.values()) for side in (0, 1))
    return _said(figure, f"重新训练以后，变好的判断 {better} 个，变差的 {worse} 个。两边差不多，就只是换了一批错，不算进步。")


def moved_bars(frame: Any, name: str, letter: str) -> Figure:
    """Of errors.moved."""
    figure, axes = _drawn(
        f"“{name}”的{_LETTER_NAMES[letter]}：哪些数推高、压低了它", "对得分的影响（等级）", "模型看的数（这里的值；通常的值）", 9.0, 4.4
    )
    rows = frame.iloc[::-1]
    names = [f"{n}（{here:.2f}；{usual:.2f}）" for n, here, usual in zip(rows["number"], rows["here"], rows["typical"], strict=True)]
    axes.barh(names, rows["effect"], color=[_BLUE if value > 0 else _RED for value in rows["effect"]])
    axes.axvline(0, color="black", linewidth=0.8)
    if frame.empty:
        return _said(figure, "把任何一个数换成通常的值，得分都不变。")
    top = frame.iloc[0]
    way = "推高" if top["effect"] > 0 else "压低"
    return _said(
        figure, f"把一个数换成通常的值，其余不动，看得分变多少。影响最大的是 {top['number']}，{way}了 {abs(top['effect']):.2f} 级。"
    )


def few_shot_lines(frame: Any, title: str) -> Figure:
    """Of provinces.few_shot_curve: each column against the rows labelled, mean over the draws."""
    figure, axes = _drawn(title, "标注的行数", "类别可接受的份额；QWK")
    names = {"category": "类别"}
    means = frame.drop(columns=["draw"]).groupby("rows").mean()
    for column in means.columns:
        axes.plot(means.index, means[column], marker="o", label=names.get(column, column))
    axes.legend(fontsize=8, ncols=3)
    gain = (means.iloc[-1] - means.iloc[0]).astype(float)
    best, worst = gain.idxmax(), gain.idxmin()
    told = f"0 行是没有调整的模型。标到 {int(means.index[-1])} 行，得益最多的是{names.get(best, best)}（{gain[best]:+.3f}），"
    told += f"最少的是{names.get(worst, worst)}（{gain[worst]:+.3f}）。"
    told += "几次抽样的平均，0.01 以内的起伏不算数。"
    return _said(figure, told)
