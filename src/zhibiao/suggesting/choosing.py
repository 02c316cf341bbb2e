"""Drafts judged and picked: those with an error or a warning are dropped, up to three stay, different in kind or in what they measure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from zhibiao.features.reading import Row
from zhibiao.model.report import IndicatorReport
from zhibiao.model.suggestion import Suggestion
from zhibiao.suggesting.draft import Draft, filled

PASS = 80.0
_CONTRADICTED = frozenset({"A305", "A303"})
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_COMPLETED = re.compile("(?:完成|完工|竣工|结束)时间$")
_DONE = re.compile("(?:发放|支付|拨付|兑付)?(?:完成|结束)?(?=(?:时间|日期)$)")
_SAME = 5  # characters: 验收合格率, 使用年限 with what is used
_KEPT, _BETTER = 65.0, 5.0  # a row that keeps its measure is worth offering though the rest of it is no better than it was
_SEEN_FROM_AFAR = frozenset({"R403", "R404", "R405", "A303"})  # found of a row that is tried alone, not where it stood among the others


@dataclass(frozen=True, slots=True)
class Trial:
    """A row and what would stand in its place, blanks filled. by_models: else by rules alone, for what models say is known."""

    row: Row
    fields: tuple[Mapping[str, str | None], ...]
    by_models: bool = True


Judged = Callable[[Sequence[Trial]], Sequence[Sequence[IndicatorReport]]]


@dataclass(slots=True)
class Case:
    """A weak row, its drafts in order, and what was accepted so far."""

    row: Row
    before: IndicatorReport
    drafts: list[Draft]
    taken: list[Suggestion]
    seconds: list[tuple[float, Suggestion]]
    spare: list[Suggestion] = field(default_factory=list)  # sound, but the models would put them elsewhere
    at: int = 0
    last: Draft | None = field(init=False)  # offered after all others, however many stand: taking the row out

    def __post_init__(self) -> None:
        self.last = next((draft for draft in reversed(self.drafts) if not draft.rows and not draft.fixed), None)

    def next(self, reserved: set[str]) -> Draft | None:
        """The next draft that adds something; reserved: names that other rows of the table were given."""
        while self.at < len(self.drafts):
            draft = self.drafts[self.at]
            self.at += 1
            if (not draft.rows and not draft.fixed) or any(_alike(draft, one) for one in self.taken):
                continue
            if draft.kind in ("replace", "move") and any(row.get("name") in reserved for row in draft.rows):
                continue
            return draft
        return None


def _alike(draft: Draft, one: Suggestion) -> bool:
    if not draft.rows or not one.rows:
        return draft.kind == one.kind
    left, right = draft.rows[0].get("name") or "", one.rows[0].get("name") or ""
    if left.endswith(("完工时间", "完成时间")):  # 设施改造完成时间, 设施完工时间: one day
        early, late = sorted((_COMPLETED.sub("", left), _COMPLETED.sub("", right)), key=len)
        if _COMPLETED.search(right) and late.startswith(early):
            return True
    return _tail(left) == _tail(right)


def _tail(name: str | None) -> str:
    """What two names that measure the same end in: …设计使用年限; 采购时间 and 采购完成时间 are one day."""
    return _DONE.sub("", name or "")[-_SAME:]


def choose(cases: Sequence[Case], judged: Judged, count: int, rounds: int = 8) -> None:
    """Fills `taken` of each case; every round judges one draft of each row that still wants one."""
    reserved: dict[int, set[str]] = {}
    for _ in range(rounds):
        asked: list[tuple[Case, Draft]] = []
        for case in cases:
            most = max(count - (case.last is not None), 1)
            if len(case.taken) >= most:
                continue
            names = reserved.setdefault(id(case.row.table), set())
            draft = case.next(names)
            while draft is not None and not draft.rows:
                case.taken.append(made(draft, None))
                draft = case.next(names) if len(case.taken) < most else None
            if draft is not None:
                asked.append((case, draft))
                names.update(row["name"] or "" for row in draft.rows)
        if not asked:
            return
        trials = [_trial(case, draft) for case, draft in asked]
        for (case, draft), reports in zip(asked, judged(trials), strict=True):
            _weigh(case, draft, reports)


def _trial(case: Case, draft: Draft) -> Trial:
    rows = tuple(filled(row, case.row.table.year, case.row.indicator.row + part) for part, row in enumerate(draft.rows))
    return Trial(case.row, rows, draft.expected is None)


def _weigh(case: Case, draft: Draft, reports: Sequence[IndicatorReport]) -> None:
    found = {finding.code for report in reports for finding in report.findings if finding.severity != "info"}
    from_afar = found & _SEEN_FROM_AFAR if _keeps_name(case, draft) else frozenset()
    if found - from_afar:
        return
    scores = [report.score for report in reports if report.score is not None]
    score = draft.expected if draft.expected is not None else round(sum(scores) / len(scores), 1) if scores else None
    placed = draft.kind == "mend" or all(in_place(report) for report in reports)  # the row stood there without R401
    least = max(_KEPT, (case.before.score or 0.0) + _BETTER) if draft.fixed and draft.kind in ("mend", "move", "split") else PASS
    if from_afar:
        least = 0.0  # what lowers it is what was not found of it where it stood
    elif _put_right(case, draft):
        least = _KEPT
    worse = score is not None and case.before.score is not None and score < case.before.score
    if worse and not from_afar:
        least = PASS
    if draft.kind == "replace" and (worse or not placed):
        if not worse and (not scores or min(scores) >= PASS):
            case.spare.append(made(draft, score))
        return  # no better than what stands there, or the models would put it elsewhere
    if not placed or (scores and min(scores) < least):
        case.seconds.append((score or 0.0, made(draft, score)))
        return
    case.taken.append(made(draft, score))


def _keeps_name(case: Case, draft: Draft) -> bool:
    """The same name in the same place, where nothing of the kind was found of it."""
    told = {finding.code for finding in case.before.findings}
    same = [row.get("name") for row in draft.rows] == [case.row.name.original]
    return draft.kind == "mend" and same and not told & _SEEN_FROM_AFAR


def _put_right(case: Case, draft: Draft) -> bool:
    """The author's own figure, and nothing is found of it any more: no other measure is nearer to what was meant."""
    if not any(finding.severity != "info" for finding in case.before.findings) or draft.kind not in ("mend", "move") or not draft.fixed:
        return False
    told = {finding.code for finding in case.before.findings}
    if told & _CONTRADICTED and not draft.blanks:
        return True  # what the table says elsewhere
    given, written = (set(_FIGURE.findall(text or "")) for text in (draft.rows[0].get("value"), case.row.value.text))
    return bool(given) and given <= written


def in_place(report: IndicatorReport) -> bool:
    """Whether the models accept the category where the row would stand; costs to society and nature they hardly know."""
    written, fine = report.category.written, report.category.acceptable
    return written is None or fine is None or written in fine or "环境" in (report.level2 or "") or "社会成本" in (report.level2 or "")


def made(draft: Draft, score: float | None) -> Suggestion:
    """The draft with its score."""
    return Suggestion(draft.kind, draft.rows, draft.blanks, draft.source, score, draft.why, draft.text)
