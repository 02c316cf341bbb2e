"""The ministry's review form of a table: points of eight items out of the letters of its rows and the findings on it.

An item's points × quality: the mean of its letters over the rows (of 3), or the share of rows free of its faults; less a part of the
points for each finding that no letter tells. The form and its points are the ministry's; which letter and finding speaks for which
item is ours, by the questions that the form asks (domain.md 2.2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from zhibiao.model.finding import Finding
from zhibiao.model.report import IndicatorReport
from zhibiao.model.review import Cause, Review, ReviewAspect, ReviewItem
from zhibiao.rules.catalogue import catalogue
from zhibiao.scoring.points import grade_of, weighted
from zhibiao.scoring.reasons import NAMES

_TOP = 3
_TAKEN = {"error": 0.2, "warning": 0.1, "info": 0.0}  # part of an item's points that a finding costs
_UNSEEN = "单位的组织、能力、内控和实施方案在表中看不出，不评分"
_NO_LETTER = "表中没有指标值一栏，看不出，不评分"
_MATCHED = "没有发现目标、支出计划与资金不相符的地方"
_NO_BUDGET = "表中没有预算金额，只按能看到的内容评"


@dataclass(frozen=True, slots=True)
class _Item:
    """letters: whose mean is its quality. faulty: codes that make a row count as faulty. costs: codes that take points each.
    told: codes whose weight the letters carry already."""

    aspect: str
    name: str
    points: float
    letters: str = ""
    faulty: tuple[str, ...] = ()
    costs: tuple[str, ...] = ()
    told: tuple[str, ...] = ()

    def hears(self, code: str) -> bool:
        """Whether a finding stands behind the item."""
        return code.startswith((*self.faulty, *self.costs, *self.told))


_ITEMS = (
    _Item("完整性", "规范完整性", 10, faulty=("F", "R401", "M202", "M205", "M206", "M207"), costs=("P602", "P603", "P608", "P611")),
    _Item("完整性", "明确清晰性", 10, letters="S", costs=("P605", "P606"), told=("S",)),
    _Item("相关性", "目标相关性", 15, letters="R", costs=("P607", "D"), told=("R402", "R403", "R405", "R407")),
    _Item("相关性", "指标科学性", 15, letters="M", costs=("R404",), told=("M201", "M203", "M204", "M208", "M209", "M210", "R406")),
    _Item("适当性", "绩效合理性", 15, letters="A", costs=("P609",), told=("A301", "A302", "A303", "A305", "A307")),
    _Item("适当性", "资金匹配性", 15, costs=("P601", "P604", "P610", "P612", "P613", "A308")),
    _Item("可行性", "实现可能性", 10, letters="AT", told=("A304", "A306", "T")),
    _Item("可行性", "条件充分性", 10),
)
_UNSEEN_ITEM = "条件充分性"
_MONEY = "资金匹配性"


def review_of(rows: Sequence[IndicatorReport], findings: Sequence[Finding], budget: float | None) -> Review | None:
    """The form of one table; None where no row is graded."""
    graded = [row for row in rows if row.smart is not None]
    return _form([_item(item, graded, findings, budget) for item in _ITEMS]) if graded else None


def review_of_document(forms: Sequence[tuple[Review, float | None]], findings: Sequence[Finding]) -> Review | None:
    """The tables' mean, by budget where all have one, less what the document as a whole costs; one table's form stays as it is."""
    if not forms:
        return None
    if len(forms) == 1 and not findings:
        return forms[0][0]
    items = []
    for place, item in enumerate(_ITEMS):
        held = [(form.items[place], budget) for form, budget in forms]
        own = _causes(item, (), findings)
        scored = [(one.score, budget) for one, budget in held if one.score is not None]
        mean = weighted(scored)
        if mean is None:
            items.append(held[0][0])
            continue
        score = round(max(0.0, mean - item.points * _costs(item, findings)), 1)
        reasons = (f"{len(scored)}张表的平均{_by_budget(scored)}", *_told(own)) if len(forms) > 1 else (*held[0][0].reasons, *_told(own))
        items.append(ReviewItem(item.name, item.points, score, grade_of(100 * score / item.points), reasons, own))
    return _form(items)


def _by_budget(scored: Sequence[tuple[float, float | None]]) -> str:
    return "（按预算加权）" if all(budget for _, budget in scored) else ""


def _item(item: _Item, rows: Sequence[IndicatorReport], findings: Sequence[Finding], budget: float | None) -> ReviewItem:
    causes = _causes(item, rows, findings)
    if item.name == _UNSEEN_ITEM:
        return ReviewItem(item.name, item.points, reasons=(_UNSEEN,))
    quality, reasons = _quality(item, rows)
    if quality is None:
        return ReviewItem(item.name, item.points, reasons=(_NO_LETTER,), causes=causes)
    if item.name == _MONEY:
        reasons = (*(() if causes else (_MATCHED,)), *(() if budget else (_NO_BUDGET,)))
    every = [*findings, *(finding for row in rows for finding in row.findings)]
    score = round(item.points * max(0.0, quality - _costs(item, every)), 1)
    return ReviewItem(item.name, item.points, score, grade_of(100 * score / item.points), (*reasons, *_told(causes)), causes)


def _quality(item: _Item, rows: Sequence[IndicatorReport]) -> tuple[float | None, tuple[str, ...]]:
    """From 0 to 1, and where it comes from; None where the form leaves nothing to judge it by."""
    if item.faulty:
        faulty = sum(any(finding.code.startswith(item.faulty) and finding.severity != "info" for finding in row.findings) for row in rows)
        return 1 - faulty / len(rows), ((f"{len(rows)}个指标中有{faulty}个填报不规范",) if faulty else ("各行填报规范",))
    if not item.letters:
        return 1.0, ()
    means: list[float] = []
    reasons: list[str] = []
    for letter in item.letters:
        grades = [grade for row in rows if (grade := (row.smart or {}).get(letter)) is not None]
        if not grades:
            return None, ()
        means.append(fmean(grades))
        reasons.append(f"{NAMES[letter]}平均{means[-1]:.1f}级（最高{_TOP}级）")
    return fmean(means) / _TOP, tuple(reasons)


def _costs(item: _Item, findings: Iterable[Finding]) -> float:
    """Findings of one code count once: ten duplicates are one fault of the table."""
    gravest: dict[str, float] = {}
    for finding in findings:
        if item.costs and finding.code.startswith(item.costs):
            gravest[finding.code] = max(_TAKEN[finding.severity], gravest.get(finding.code, 0.0))
    return sum(gravest.values())


def _causes(item: _Item, rows: Sequence[IndicatorReport], findings: Sequence[Finding]) -> tuple[Cause, ...]:
    held: dict[str, list[int]] = {finding.code: [] for finding in findings if item.hears(finding.code)}
    for row in rows:
        for finding in row.findings:
            if item.hears(finding.code) and row.row not in held.setdefault(finding.code, []):
                held[finding.code].append(row.row)
    return tuple(Cause(code, catalogue()[code].rule.title, tuple(held[code])) for code in sorted(held))


def _told(causes: Sequence[Cause]) -> tuple[str, ...]:
    return tuple(f"{cause.title}（{cause.code}{_where(cause.rows)}）" for cause in causes)


def _where(rows: Sequence[int]) -> str:
    return f"，第{'、'.join(map(str, rows))}行" if rows else ""


def _form(items: Sequence[ReviewItem]) -> Review:
    aspects = []
    for name in dict.fromkeys(item.aspect for item in _ITEMS):
        own = [item for item, kind in zip(items, _ITEMS, strict=True) if kind.aspect == name]
        scored = [item.score for item in own if item.score is not None]
        aspects.append(ReviewAspect(name, sum(item.points for item in own), round(sum(scored), 1) if scored else None, tuple(own)))
    seen = [(item.score, item.points) for item in items if item.score is not None]
    score, points = sum(score for score, _ in seen), sum(points for _, points in seen)
    percent = round(100 * score / points, 1)
    return Review(tuple(aspects), round(score, 1), points, percent, grade_of(percent))
