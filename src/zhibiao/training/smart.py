"""Fits models/smart: what words suggest, then trees over named numbers for five letters and for faults that words do not settle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from zhibiao.learned.category import Placing
from zhibiao.learned.grams import Array
from zhibiao.learned.misplacement import ASKED, places
from zhibiao.learned.numbers import SAID
from zhibiao.learned.reader import dense, number_names, numbers
from zhibiao.learned.seen import Read
from zhibiao.learned.smart import Grader, SmartModel, ordered_logit
from zhibiao.learned.trees import Trees
from zhibiao.learned.wording import Facts, sigmoid
from zhibiao.model.report import LETTERS
from zhibiao.training.boosted import cut, grow, grow_finely, grow_odds, unseen
from zhibiao.training.category import common_facts
from zhibiao.training.estimators import grower_of
from zhibiao.training.linear import as_wording, ask, joined
from zhibiao.training.live import LiveSmart
from zhibiao.training.materials import Sample, grades, has
from zhibiao.training.misplacement import fit_misplaced

SUGGESTED = (  # codes that the wording is asked about; the answers are numbers among others
    *("S101", "S102", "S104", "S105", "S106", "S107", "S109", "M201", "M203", "M204", "A302", "A303", "A304", "A305"),
    *("R401", "R402", "R403", "R405", "R406", "R407"),
)
FAULTS = ("R401", "R402", "R403", "S101", "S102", "S105", "S106")  # codes that the trees decide
_COMMON = 40  # rows in which a fact must hold to stand among the numbers of trees


@dataclass(frozen=True, slots=True)
class Fitted:
    """The model, and what models that had not seen a training row said of it."""

    model: SmartModel
    grades: Mapping[str, Array]  # letter → probabilities
    likely: Mapping[str, Array]  # code → probability


def fit_smart(these: Sample, seen: Read, placing: Placing, fold: Array, seed: int, grader: Any = None) -> Fitted:
    """placing: what category models that had not seen a row said of it, as at work. grader: a regressor in place of ours."""
    facts = Facts(common_facts(seen.all))
    rows = facts.rows(seen.all)
    questions = _questions(these)
    weights, bias, odds = ask(joined(seen.grams, rows), list(questions.values()), fold)
    words = as_wording(tuple(questions), weights, bias, seen.grams.width)
    chosen = _chosen(facts, seen)
    asked_of = [tuple(questions).index(code) for code in ASKED]
    known = places(these.rows, placing, odds[:, asked_of])
    wrong_trees, wrong = fit_misplaced(these, known, fold, seed)
    matrix = numbers(seen, placing, odds.astype(np.float32), tuple(questions).index("R3"), wrong, dense(rows, chosen))
    graders, graded = {}, {}
    for letter in LETTERS:
        # R by 0.005 better on folds that the trees had not seen; S and T, which rules see too, by nothing, and worse on real tables
        grow_grades = grower_of(grader) if grader is not None else grow_finely if letter == "R" else grow
        wanted = grades(these, letter)
        if letter == "T":  # rules settle these by the calendar: 0 beside a date would teach trees that a date is half a fault
            wanted = np.where(has(these, "T501") | has(these, "T503"), -1, wanted)
        asked = wanted >= 0
        scores = unseen(grow_grades, matrix, wanted, fold, seed)
        cuts, slope = cut(scores[asked], wanted[asked])
        graders[letter] = Grader(grow_grades(matrix[asked], wanted[asked], seed), cuts, slope)
        graded[letter] = ordered_logit(scores, cuts, slope)
    faults, likely = {}, {}
    for code in FAULTS:
        wanted = has(these, code).astype(int)
        faults[code] = grow_odds(matrix, wanted, seed)
        likely[code] = sigmoid(unseen(grow_odds, matrix, wanted, fold, seed))
    kind = SmartModel if all(isinstance(each.trees, Trees) for each in graders.values()) else LiveSmart
    model = kind(facts, words, number_names(tuple(questions), facts, chosen), chosen, wrong_trees, graders, faults)
    return Fitted(model, graded, {**likely, "misplaced": sigmoid(wrong)})


def _questions(these: Sample) -> dict[str, Array]:
    """Name → wanted answers (-1: not asked)."""
    out = {code: has(these, code).astype(int) for code in SUGGESTED}
    for letter in LETTERS:
        given = grades(these, letter)
        for grade in (1, 2, 3):
            out[f"{letter}{grade}"] = np.where(given < 0, -1, given >= grade)
    return out


def _chosen(facts: Facts, seen: Read) -> Array:
    """Facts that hold often enough for a tree; numbers of their own columns are left out."""
    often = set(common_facts(seen.all, _COMMON)) - set(SAID)
    return np.array([place for place, name in enumerate(facts.names) if name in often], np.int64)
