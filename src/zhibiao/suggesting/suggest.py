"""Suggestions for the weak rows of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from zhibiao.features.filler import is_slogan
from zhibiao.features.reading import Row
from zhibiao.model.report import IndicatorReport
from zhibiao.model.suggestion import COUNT, Suggestion
from zhibiao.suggesting.beside import beside
from zhibiao.suggesting.borrowing import borrowed
from zhibiao.suggesting.choosing import Case, Judged, choose, made
from zhibiao.suggesting.corpus import Example
from zhibiao.suggesting.draft import Draft
from zhibiao.suggesting.drafting import as_draft, drafts_for, place_of, special_cost, unneeded, vague
from zhibiao.suggesting.measures import measured_by
from zhibiao.suggesting.ranking import Offer, numbers, told_in, wanted_of
from zhibiao.suggesting.subject import NOBODY, Subject, subject_of
from zhibiao.suggesting.suggester import Suggester
from zhibiao.suggesting.timing import is_case_by_case

_OWN = 4.0  # see _trust
_NEAR = 3.0
_TOTAL = 3 * _OWN  # behind what the trade measures, before what any project could
_HELD = re.compile("^[≥≤=](?!100%|0)[0-9]")  # a figure of the document is worth more than a blank
_ENDS = (6, 4, 3, 2)  # characters
_EXAMPLES, _BORROWED = 24, 3  # good rows looked at for each weak row, and how many of them may lend their measure


@dataclass(slots=True)
class _Weak:
    """A weak row on its way to suggestions."""

    row: Row
    report: IndicatorReport
    subject: Subject
    drafts: list[Draft]
    place: str | None = None
    near: tuple[Example, ...] = ()


def is_weak(report: IndicatorReport) -> bool:
    """中 or 差, or something that must or should be changed."""
    return not report.unused and (report.grade in ("中", "差") or any(finding.severity != "info" for finding in report.findings))


def suggest_rows(
    rows: Sequence[Row], reports: Sequence[IndicatorReport], judged: Judged, suggester: Suggester | None, count: int = COUNT
) -> list[tuple[Suggestion, ...]]:
    """For each row its suggestions, best first; none for a row that is not weak."""
    subjects: dict[int, Subject] = {}
    weak: dict[int, _Weak] = {}
    sound: dict[int, list[Row]] = {}
    for row, report in zip(rows, reports, strict=True):
        if not is_weak(report) and not report.unused:
            sound.setdefault(id(row.table), []).append(row)
    for number, (row, report) in enumerate(zip(rows, reports, strict=True)):
        if is_weak(report):
            key = id(row.table)
            if key not in subjects:
                subjects[key] = subject_of(row.table)
            drafts = drafts_for(row, report, subjects[key], sound.get(key, ()))
            weak[number] = _Weak(row, report, subjects[key], drafts, place_of(row, report, subjects[key]))
    if suggester is not None and weak:
        _look_up(list(weak.values()), suggester)
        _rank(list(weak.values()), suggester)
    cases = {number: Case(one.row, one.report, one.drafts, [], []) for number, one in weak.items()}
    choose(list(cases.values()), judged, count)
    return [_given(weak.get(number), cases.get(number), count) for number in range(len(rows))]


def _look_up(weak: Sequence[_Weak], suggester: Suggester) -> None:
    """Good rows of the category that are near in meaning; the nearest lend their measures."""
    texts = [f"{one.row.name.text} {one.row.description.text} {one.row.table.project_name.text}" for one in weak]
    vectors = np.asarray(suggester.encoder.encode(texts), np.float32)
    categories = [one.place or one.report.category.best or one.row.category or "数量" for one in weak]
    found = suggester.corpus.nearest(vectors, categories, [one.subject.activity for one in weak], _EXAMPLES)
    for one, places in zip(weak, found, strict=True):
        one.near = tuple(suggester.corpus.examples[place] for place in places)
        if one.place is None or one.place == "满意度" or (one.place == "成本" and special_cost(one.row) != "成本"):
            continue
        lent = (
            borrowed(example, one.row, one.subject, suggester.corpus) for example in one.near if example.activity == one.subject.activity
        )
        others = beside(one.row)
        measures = [measure for measure in lent if measure is not None and not others.holds(measure.name)]
        moved = one.place != one.row.category
        one.drafts += [as_draft(measure, one.row, moved, vague(one.report)) for measure in measures[:_BORROWED]]


def _rank(weak: Sequence[_Weak], suggester: Suggester) -> None:
    """Drafts whose place is open come in the order of the reranker; each is given the good row that it is like."""
    wanted = [wanted_of(one.row, one.report.category.best or one.row.category or "") for one in weak]
    offers: list[Offer] = []
    pairs: list[tuple[int, int]] = []
    for number, one in enumerate(weak):
        for draft in one.drafts:
            if _open(draft):
                fields = draft.rows[0]
                pairs.append((number, len(offers)))
                category = one.place or one.report.category.best or ""
                offers.append(Offer(fields["name"] or "", fields["description"] or "", fields["value"] or "", category))
    scores = iter(suggester.reranker.scores(numbers(wanted, offers, pairs, suggester.encoder)).tolist())
    for one in weak:
        fixed = [draft for draft in one.drafts if draft.fixed]
        scored = [(next(scores), _known(draft, one.row, suggester)) for draft in one.drafts if _open(draft)]
        ranked = [draft for _, draft in sorted(scored, key=lambda pair: -pair[0] - _trusted(pair[1], one.row))]
        last = [draft for draft in one.drafts if not draft.fixed and not draft.rows]
        one.drafts = [*fixed, *ranked, *last]


def _trusted(draft: Draft, row: Row) -> float:
    return _trust(draft, row) + _timely(draft, row) + _spoken_of(draft, row)


def _spoken_of(draft: Draft, row: Row) -> float:
    """Of what the trade measures first that which the table speaks of: of 外事, the translations, where nobody travels."""
    if not draft.pattern.startswith("topic/"):
        return 0.0
    name = draft.rows[0]["name"] or ""
    return _NEAR * (told_in(name, f"{row.name.text} {row.description.text}") + told_in(name, row.table.about))


def _trust(draft: Draft, row: Row) -> float:
    """In the reranker's points: what the document states and what the trade measures is trusted most, then the measures of a kind of work,
    more where the models have seen that they stand; least a good row's words in another place."""
    source, *parts = draft.pattern.split("/")
    if source == "total":
        return _TOTAL if is_slogan(row.name.core) or "总" in row.name.core else _OWN
    if source == "topic" or source.startswith("stated"):
        return (4.5 if _HELD.search(draft.rows[0]["value"] or "") else 3.5) * _OWN
    if source in ("satisfaction", "satisfaction-of"):  # the plain one reads best, but where it names nobody
        unnamed = (draft.rows[0]["name"] or "").startswith(f"{NOBODY}{'对' if source == 'satisfaction-of' else '满'}")
        return 3 * _OWN if unnamed == (source == "satisfaction-of") else 2 * _OWN
    return 0.0 if source.startswith("borrowed") else _OWN if draft.expected is None and parts else 2 * _OWN


def _timely(draft: Draft, row: Row) -> float:
    """Work that is done once has a date, work that comes case after case a time for each."""
    if row.category != "时效":
        return 0.0
    return _OWN if (measured_by(draft.rows[0]["name"] or "") == "moment") != is_case_by_case(row.name.core) else 0.0


def _known(draft: Draft, row: Row, suggester: Suggester) -> Draft:
    """With its score, where a listed measure stands in a form and a category of its own."""
    if draft.kind == "move" or not row.value.present:
        return draft
    return replace(draft, expected=suggester.expected.score(draft.pattern, row.description.present, row.basis.present))


def _open(draft: Draft) -> bool:
    return bool(draft.rows) and not draft.fixed


def _sourced(suggestion: Suggestion, near: Sequence[Example]) -> Suggestion:
    """With the nearest good row that ends in the same words, the longer the better."""
    if not suggestion.rows or not near or suggestion.source:
        return suggestion
    name = suggestion.rows[0]["name"] or ""
    alike = (example for tail in [name[-size:] for size in _ENDS] for example in near if example.name.endswith(tail))
    return replace(suggestion, source=next(alike, near[0]).id)


def _given(one: _Weak | None, case: Case | None, count: int) -> tuple[Suggestion, ...]:
    if one is None or case is None:
        return ()
    last = case.last if not any(suggestion.kind == "remove" for suggestion in case.taken) else None
    most = count - (last is not None and count > 1)
    taken = list(case.taken[:most])
    for _, suggestion in sorted(case.seconds, key=lambda pair: -pair[0]):
        if len(taken) < most:
            taken.append(suggestion)
    if last is not None and len(taken) < count:
        taken.append(made(last, None))
    if not taken and (draft := unneeded(one.row, one.report)) is not None:
        taken.append(made(draft, None))
    if not any(suggestion.rows for suggestion in taken) and not (taken and one.row.category in ("经济效益", "生态效益")):
        taken = [*case.spare[:1], *taken][:count]
    return tuple(_sourced(suggestion, one.near) for suggestion in taken[:count])
