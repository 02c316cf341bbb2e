"""`zhibiao evaluate`: what the models are worth on sectors that no fitting saw, beside plain baselines and the readers' own agreement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from zhibiao.learned.encoder import load_encoder
from zhibiao.learned.judge import Judge, load_judge
from zhibiao.lexicon.categories import CATEGORIES
from zhibiao.model.report import LETTERS
from zhibiao.rules.catalogue import catalogue
from zhibiao.scoring.ceilings import lowest
from zhibiao.scoring.points import GRADES, PASS, grade_of
from zhibiao.training.data.agreement import qwk, second_readings
from zhibiao.training.data.records import LabelledTable, load
from zhibiao.training.data.splits import load_splits, part
from zhibiao.training.evaluation import baselines, encoder_probes
from zhibiao.training.evaluation.judged import Judged, judged
from zhibiao.training.evaluation.measures import Found, calibration_error, class_recall
from zhibiao.training.evaluation.misplaced import on_purpose
from zhibiao.training.evaluation.suggestions import suggestion_figures, suggestion_lines
from zhibiao.training.materials import Sample, sample
from zhibiao.training.review import true_score

_ORDER = [name for _, name in reversed(GRADES)]
_ENOUGH = 20  # cases of a code below which precision and recall say little


@dataclass
class Evaluation:
    """Figures by model, as metrics.json keeps them, and the lines that are printed."""

    category: dict[str, Any] = field(default_factory=dict)
    smart: dict[str, Any] = field(default_factory=dict)
    encoder: dict[str, Any] = field(default_factory=dict)
    suggestions: dict[str, Any] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def say(self, *lines: str) -> None:
        """Print further lines."""
        self.lines += lines


def evaluate(data_folder: Path, models: Path) -> Evaluation:
    """On the test part of splits.json."""
    data, splits = load(data_folder), load_splits(data_folder)
    known, tested = part(data, splits, "train"), part(data, splits, "test")
    judge = load_judge(models)
    out = Evaluation()
    found = list(judged(tested, data, judge))
    rows = sum(len(each.rows) for each in found)
    sectors = sorted({table.sector for table in tested})
    out.say(f"测试：{len(sectors)} 个没有参加训练的行业（{'、'.join(sectors)}），{len(tested)} 张表，{rows} 行", "")
    _category(out, found, sample(known), sample(tested), models)
    _misplaced(out, sample(tested), judge)
    _smart(out, found, list(judged(tested, data, None)), second_readings(data_folder))
    _codes(out, found, second_readings(data_folder))
    _encoder(out, known, tested, models, data_folder)
    _for_reviewers(out, found)
    out.say("")
    out.suggestions = suggestion_figures(data, sectors, tested, models, judge)
    out.say(*suggestion_lines(out.suggestions))
    return out


def _category(out: Evaluation, found: Sequence[Judged], known: Sample, tested: Sample, models: Path) -> None:
    lines = [(labels.labels, line) for each in found for labels, line in each.rows if labels.labels is not None]
    hits = [line.category.best in labels.acceptable for labels, line in lines]
    out.category = {
        "rows": len(hits),
        "within_acceptable": _r(np.mean(hits)),
        "macro_recall": _r(class_recall([labels.category for labels, _ in lines], hits)),
        "calibration_error": _r(calibration_error([line.category.probability or 0.0 for _, line in lines], hits)),
        "recall": {
            name: _r(np.mean([hit for hit, (labels, _) in zip(hits, lines, strict=True) if labels.category == name])) for name in CATEGORIES
        },
    }
    plain = {
        "表上填写的": baselines.printed(tested.rows),
        "关键词规则": baselines.keywords(tested.rows),
        "TF-IDF + 逻辑回归": baselines.tfidf(known, tested.rows),
    }
    base = models / "encoder" / "base"
    if base.is_dir():  # not with models of one's own
        plain["词向量平均 + 逻辑回归"] = baselines.averaged(known, tested.rows, load_encoder(base))
    out.say("类别（不看填写的一、二级指标）        在可接受之内    宏平均召回")
    for name, answers in plain.items():
        right = [answer in labels.acceptable for answer, labels in zip(answers, tested.labels, strict=True)]
        wanted = [labels.category for labels in tested.labels]
        out.category.setdefault("baselines", {})[name] = _r(np.mean(right))
        out.say(f"  {_wide(name, 30)}{np.mean(right):10.3f}{class_recall(wanted, right):14.3f}")
    mine = out.category
    out.say(f"  {_wide('zhibiao', 30)}{mine['within_acceptable']:10.3f}{mine['macro_recall']:14.3f}    ECE {mine['calibration_error']:.3f}")
    out.say("  各类召回：" + " ".join(f"{name} {value:.2f}" for name, value in mine["recall"].items()), "")


def _misplaced(out: Evaluation, tested: Sample, judge: Judge) -> None:
    figures = on_purpose(tested, judge)
    out.category["R401_on_purpose"] = {key: _r(value) for key, value in figures.items()}
    out.say(
        "R401：同一行故意放对、放错",
        f"  放在错的类别下查出 {figures['recall']:.3f}；放在最合适的类别下误报 {figures['false_best']:.3f}，"
        f"放在任一可接受的类别下误报 {figures['false_accepted']:.3f}",
        "",
    )


def _smart(out: Evaluation, found: Sequence[Judged], plain: Sequence[Judged], second: Mapping[str, Any]) -> None:
    grades, scores = _grade_pairs(found), list(_scores(found))
    out.smart = {
        "qwk": {letter: _r(qwk(pairs)) for letter, pairs in grades.items()},
        "grade_qwk": _r(qwk([(_place(a), _place(b)) for a, b in scores])),
        "score_mae": _r(np.mean([abs(a - b) for a, b in scores]), 2),
        "rows": len(scores),
    }
    readers = _reader_pairs(found, second)
    capped: dict[str, list[tuple[int, int]]] = {letter: [] for letter in LETTERS}
    for each in plain:
        for row, line in each.rows:
            tops = lowest((finding.code, finding.field) for finding in line.findings)
            for letter in LETTERS:
                true = row.labels.grades[letter] if row.labels else None
                if true is not None:
                    capped[letter].append((true, tops.get(letter, 3)))
    out.say("SMART 等级（QWK）                   " + "".join(f"{letter:>8}" for letter in LETTERS))
    for name, pairs in (("只按规则封顶", capped), ("zhibiao", grades), ("两名标注者之间", readers)):
        out.say(f"  {_wide(name, 32)}" + "".join(f"{qwk(pairs[letter]):8.3f}" for letter in LETTERS))
    out.say(f"  总等级 QWK {out.smart['grade_qwk']:.3f}，得分平均绝对误差 {out.smart['score_mae']:.2f}（{len(scores)} 行）", "")


def _codes(out: Evaluation, found: Sequence[Judged], second: Mapping[str, Any]) -> None:
    counted = count_codes(found, second)
    rules = catalogue()
    out.smart["codes"] = {
        code: {"cases": each.cases, "precision": _r(each.precision), "recall": _r(each.recall)} for code, each in sorted(counted.items())
    }
    out.say("问题（准确：任一标注者给出即算对；召回：标注者都给出的）", "  代码    级别        例数    准确    召回")
    for severity in ("error", "warning", "info"):
        for code, each in sorted(counted.items()):
            if code in rules and rules[code].rule.severity == severity and each.cases + each.wrong:
                mark = "" if each.cases >= _ENOUGH else "  例数少"
                out.say(f"  {code}    {severity:8}{each.cases:8}{_shown(each.precision):>8}{_shown(each.recall):>8}{mark}")
    out.say("")


def count_codes(found: Sequence[Judged], second: Mapping[str, Any]) -> dict[str, Found]:
    """Codes of rows and tables against one reader, or two where two have read."""
    counted: dict[str, Found] = {}

    def tally(got: set[str], may: set[str], must: set[str]) -> None:
        for code in got | must:
            counted.setdefault(code, Found()).add(code in got, code in may, code in must)

    for each in found:
        marks = {mark.code for mark in each.table.marks}
        tally({finding.code for finding in each.report.findings}, marks, marks)
        for row, line in each.rows:
            first = set(row.labels.codes) if row.labels else set()
            other = set(second[row.id]["codes"]) if row.id in second else first
            tally({finding.code for finding in line.findings}, first | other, first & other)
    return counted


def _encoder(out: Evaluation, known: Sequence[LabelledTable], tested: Sequence[LabelledTable], models: Path, folder: Path) -> None:
    out.say("句子编码器                        检索 nDCG@10   改写与貌似 AUC   近邻类别")
    for name, path in (("起点（没有见过指标）", models / "encoder" / "base"), ("zhibiao", models / "encoder")):
        if not path.is_dir():
            continue
        encode = load_encoder(path).encode
        probes = {
            "retrieval": encoder_probes.retrieval(tested, encode),
            "look_alikes": encoder_probes.look_alikes(encoder_probes.load_pairs(folder), encode),
            "neighbours": encoder_probes.neighbours(known, tested, encode),
        }
        out.encoder = {key: {"measure": _r(each.measure), "items": each.items} for key, each in probes.items()}
        out.say(f"  {_wide(name, 30)}" + "".join(f"{each.measure:10.3f} ({each.items})" for each in probes.values()))
    out.say("  与 m3e-small 的比较：python benchmarks/encoder", "")


def _for_reviewers(out: Evaluation, found: Sequence[Judged]) -> None:
    rows = [
        (true_score(row.labels), line.score, bool(line.needs_review))
        for each in found
        for row, line in each.rows
        if row.labels is not None and line.score is not None
    ]
    pairs = [(true, score, doubt) for true, score, doubt in rows if true is not None]
    bad = [grade_of(true) == "差" for true, score, _ in pairs if grade_of(score) == "差"]
    good = [grade_of(true) == "优" for true, score, _ in pairs if grade_of(score) == "优"]
    sent = np.mean([doubt for *_, doubt in pairs])
    sure = [(true >= PASS) == (score >= PASS) for true, score, doubt in pairs if not doubt]
    whole = [(true >= PASS) == (score >= PASS) for true, score, _ in pairs]
    out.smart["review"] = {
        "precision_差": _r(np.mean(bad)),
        "precision_优": _r(np.mean(good)),
        "share": _r(sent),
        "agreement_of_rest": _r(np.mean(sure)),
        "agreement_of_all": _r(np.mean(whole)),
    }
    out.say(
        f"给审核人员：它判为“差”的 100 行里，标注者也判“差”的有 {100 * np.mean(bad):.0f} 行；判为“优”的 100 行里，标注者也判“优”的有 "
        f"{100 * np.mean(good):.0f} 行。它把 {100 * sent:.0f}% 的行标为需要人工复核，其余各行“过与不过”（80 分）与标注者一致的有 "
        f"{100 * np.mean(sure):.1f}%；不复核时全部各行一致的有 {100 * np.mean(whole):.1f}%。",
        "以上都是与本项目标注者的一致程度；标注者是语言模型，不是财政部门。",
    )


def _grade_pairs(found: Sequence[Judged]) -> dict[str, list[tuple[int, int]]]:
    out: dict[str, list[tuple[int, int]]] = {letter: [] for letter in LETTERS}
    for each in found:
        for row, line in each.rows:
            for letter in LETTERS:
                true = row.labels.grades[letter] if row.labels else None
                mine = (line.smart or {}).get(letter)
                if true is not None and mine is not None:
                    out[letter].append((true, mine))
    return out


def _reader_pairs(found: Sequence[Judged], second: Mapping[str, Any]) -> dict[str, list[tuple[int, int]]]:
    out: dict[str, list[tuple[int, int]]] = {letter: [] for letter in LETTERS}
    for each in found:
        for row, _ in each.rows:
            if row.id not in second or row.labels is None:
                continue
            other = second[row.id]
            first: Mapping[str, Any] = other.get("first") or row.labels.grades
            for letter in LETTERS:
                if first[letter] is not None and other[letter] is not None:
                    out[letter].append((int(first[letter]), int(other[letter])))
    return out


def _scores(found: Sequence[Judged]) -> Iterator[tuple[float, float]]:
    for each in found:
        for row, line in each.rows:
            true = true_score(row.labels) if row.labels is not None else None
            if true is not None and line.score is not None:
                yield true, line.score


def _place(score: float) -> int:
    return _ORDER.index(grade_of(score))


def _r(value: float | np.floating[Any] | None, digits: int = 4) -> float | None:
    return None if value is None else round(float(value), digits)


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _wide(text: str, width: int) -> str:
    """Padded as a terminal shows it: a Han character takes two places."""
    return text + " " * (width - sum(2 if ord(c) > 0x2E7F else 1 for c in text))
