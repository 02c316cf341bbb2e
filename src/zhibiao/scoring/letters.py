"""A row's five grades: what findings and the rubric allow at most, and what the models think of the rest. Every grade keeps its reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from zhibiao.features.clock import says_when
from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.model.report import LETTERS
from zhibiao.scoring.ceilings import ceilings
from zhibiao.scoring.reasons import by_model

TOP = 3
_WITH_DATE = (0.0, 0.01, 0.04, 0.95)  # T where name or value says when and no rule objects: so often annotators give 3 (training part)
# How sure models must be to lower a grade that no finding lowers. Chosen where grades agree best with the annotators on folds that the
# models had not seen, on the sectors kept for choosing and on the gold. R's is an even chance: on those folds 0.4 to 0.5 agreed alike,
# 0.65 by 0.018 less (QWK). Where rules see most (M, T) models must be surer than where meaning decides (S).
CONFIDENCE = {"S": 0.4, "M": 0.8, "A": 0.7, "R": 0.5, "T": 0.75}


class Letter(NamedTuple):
    """One grade, how sure it is, the whole distribution after the ceiling, and why it is no higher."""

    grade: int
    probability: float
    spread: tuple[float, ...]
    reasons: tuple[str, ...]


def letters_of(row: Row, findings: Sequence[Finding], grades: Mapping[str, Sequence[float]], told: bool = True) -> dict[str, Letter]:
    """grades: letter → the models' probabilities of the grades 0 to 3. told: with reasons; frames show none."""
    caps = _caps(row, findings)
    out: dict[str, Letter] = {}
    for letter in "SMRAT":  # A and T look at M
        if letter in "AT" and out["M"].grade == 0:
            _beside_no_target(row, letter, caps)
        likely = _WITH_DATE if letter == "T" and _dated(row) else grades[letter]
        if letter == "R" and not row.table.about and not row.name.blank:
            likely = (0.0, 0.0, sum(likely[:TOP]), likely[TOP])  # no project to be far from; findings may still lower it
        out[letter] = _letter(row, letter, likely, caps.get(letter, ()), told)
    return {letter: out[letter] for letter in LETTERS}


def _dated(row: Row) -> bool:
    """A time in the name or the value is explicit; one in a description may only explain."""
    return says_when(row.name) or says_when(row.value)


def _caps(row: Row, findings: Sequence[Finding]) -> dict[str, list[tuple[int, str]]]:
    """Letter → (highest grade, reason)."""
    caps: dict[str, list[tuple[int, str]]] = {}
    for finding in findings:
        for letter, top in ceilings(finding.code, finding.field).items():
            caps.setdefault(letter, []).append((top, finding.code))
        if finding.code == "S101" and finding.field == "name":
            caps.setdefault("R", []).append((1, "S101"))  # a slogan under an acceptable category has R 1
    description = row.description
    if description.present and (description.blank or row.described_in_name):
        caps.setdefault("S", []).append((2, "指标描述空白，或者没有比名称多说什么"))
    return caps


def _beside_no_target(row: Row, letter: str, caps: dict[str, list[tuple[int, str]]]) -> None:
    if letter == "A":
        caps.setdefault("A", []).append((0, "没有可以判断的目标值（可衡量性为0）"))
    elif row.category != "时效":
        caps.setdefault("T", []).append((1, "没有目标值，也就没有完成时限"))


def _letter(row: Row, letter: str, likely: Sequence[float], caps: Sequence[tuple[int, str]], told: bool) -> Letter:
    top = min([cap for cap, _ in caps]) if caps else TOP
    spread = tuple(likely) if top == TOP else (*likely[:top], sum(likely[top:])) + (0.0,) * (TOP - top)
    grade, below, confidence = top, 1.0 - spread[top], CONFIDENCE[letter]
    while grade > 0 and below > confidence:
        grade -= 1
        below -= spread[grade]
    reasons = _reasons(row, letter, grade, spread, caps, top) if told and (caps or grade < top) else ()
    return Letter(grade, spread[grade], spread, reasons)


def _reasons(row: Row, letter: str, grade: int, spread: Sequence[float], caps: Sequence[tuple[int, str]], top: int) -> tuple[str, ...]:
    """What keeps the grade down: the models, else the findings and the rubric."""
    if grade < top:
        return (by_model(row, letter, grade, 1.0 - sum(spread[grade + 1 :])),)
    return tuple(dict.fromkeys([reason for cap, reason in caps if cap <= grade]))
