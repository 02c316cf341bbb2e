"""A few dozen labelled rows of a new province: the shipped models bent towards them, not fitted anew.

Category: weights W + Xᵀα, α minimising Σ cross-entropy + λ/2 · tr(αᵀXXᵀα), so that only words and facts of these rows move.
Letters: the three cuts moved by δ, minimising Σ cross-entropy + λ/2 · |δ|². λ is chosen by tables left out; nothing moves where that does
not pay."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from zhibiao.learned.category import CategoryModel
from zhibiao.learned.files import seal
from zhibiao.learned.grams import Array
from zhibiao.learned.judge import Judge, load_judge
from zhibiao.learned.reader import read
from zhibiao.learned.seen import Read
from zhibiao.learned.smart import Grader, ordered_logit
from zhibiao.learned.wording import softmax
from zhibiao.model.report import LETTERS
from zhibiao.training.cards import write_cards
from zhibiao.training.category import shares
from zhibiao.training.data.records import LabelledTable
from zhibiao.training.encoder.choosing import put_into
from zhibiao.training.linear import joined
from zhibiao.training.materials import Sample, grades, sample
from zhibiao.training.named import named_numbers
from zhibiao.training.writing import made_of, write_category, write_smart

_STRENGTHS = (0.1, 0.3, 1.0, 3.0, 10.0)
_PAYS = 2.0  # log-likelihood that moving has to gain on tables left out; less is chance
_OFTEN = 0.8  # of the parts in which moving has to gain
_PARTS = 5  # in which tables are left out
_TINY = 1e-9
_LEAST = 5
Fit = Callable[[Array, float], Array]  # rows fitted on, strength → what moves
Loss = Callable[[Array, Array, Array], Array]  # rows asked, rows fitted on, what moves → cross-entropy, wrong answers
_FEW = "只有 {count} 行标注；至少要 {least} 行、2 张表，才能看出改得对不对"


@dataclass(frozen=True, slots=True)
class Bent:
    """judge: ready for use; category, letters: how strongly each was held to what it was (None: left as it was)."""

    judge: Judge
    category: float | None
    letters: dict[str, float | None]


def bend(judge: Judge, tables: Sequence[LabelledTable]) -> Bent:
    """A judge bent towards the labels of these tables."""
    these = sample(tables)
    tables_of = [table.id for table in these.tables]
    if len(these) < _LEAST or len(set(tables_of)) < 2:
        raise ValueError(_FEW.format(count=len(these), least=_LEAST))
    order = {ident: number for number, ident in enumerate(dict.fromkeys(tables_of))}
    part = np.array([order[ident] % _PARTS for ident in tables_of])
    category, strength = _bent_category(judge.category, read(these.rows, judge.category.grams, judge.encoder), these, part)
    bent = Judge(category, judge.smart, judge.encoder, f"{judge.name}+{len(these)}")
    numbers = named_numbers(bent, these.rows)
    graders, letters = {}, {}
    for letter in LETTERS:
        graders[letter], letters[letter] = _bent_grader(judge.smart.graders[letter], numbers, grades(these, letter), part)
    smart = replace(judge.smart, graders=graders)
    return Bent(Judge(category, smart, judge.encoder, bent.name), strength, letters)


def save_bent(bent: Bent, start: Path, out: Path, rows: int) -> Path:
    """As a folder that zhibiao.load takes. start: the models that were bent."""
    put_into(start / "encoder", out / "encoder")
    made = made_of(f"few-shot {bent.judge.name}", 0)
    write_category(out / "category", bent.judge.category, made)
    write_smart(out / "smart", bent.judge.smart, made)
    write_cards(out, rows)
    for name in ("category", "smart"):
        seal(out / name)
    load_judge(out)  # what is wrong with it is told now
    return out


def _bent_category(model: CategoryModel, seen: Read, these: Sample, part: Array) -> tuple[CategoryModel, float | None]:
    facts = model.facts.rows(seen.blind)
    matrix = joined(seen.grams, facts)
    scores = model.best.log_odds(seen.grams, facts)
    if model.of_vectors is not None:
        scores = scores + seen.vectors @ model.of_vectors
    shared, kernel = shares(these), (matrix @ matrix.T).toarray()

    def fit(among: Array, strength: float) -> Array:
        return _alpha(kernel[np.ix_(among, among)], scores[among], shared[among], model.temperature, strength)

    def loss(inside: Array, among: Array, alpha: Array) -> Array:
        likely = softmax((scores[inside] + kernel[np.ix_(inside, among)] @ alpha) / model.temperature)
        wrong = shared[inside][np.arange(len(inside)), likely.argmax(axis=1)] == 0
        return np.array([-(shared[inside] * np.log(likely + _TINY)).sum(), wrong.sum()])

    strength = _chosen(part, fit, loss, np.zeros((len(these), shared.shape[1])))
    if strength is None:
        return model, None
    moved = np.asarray(matrix.T @ fit(np.arange(len(these)), strength), np.float32)
    width = seen.grams.width
    best = replace(model.best, of_grams=model.best.of_grams + moved[:width], of_facts=model.best.of_facts + moved[width:])
    return replace(model, best=best), strength


def _alpha(kernel: Array, scores: Array, shared: Array, temperature: float, strength: float) -> Array:
    def loss(flat: Array) -> tuple[float, Array]:
        alpha = flat.reshape(shared.shape)
        reached = kernel @ alpha
        likely = softmax((scores + reached) / temperature)
        value = -(shared * np.log(likely + _TINY)).sum() + strength / 2 * (alpha * reached).sum()
        return float(value), (kernel @ ((likely - shared) / temperature + strength * alpha)).ravel()

    return np.asarray(minimize(loss, np.zeros(shared.size), jac=True, method="L-BFGS-B").x.reshape(shared.shape))


def _bent_grader(grader: Grader, numbers: Array, wanted: Array, part: Array) -> tuple[Grader, float | None]:
    asked = wanted >= 0
    if not asked.any():
        return grader, None
    scores, true, part = grader.trees.predict(numbers)[asked], wanted[asked], part[asked]

    def spread(rows: Array, moved: Array) -> Array:
        return ordered_logit(scores[rows], np.maximum.accumulate(grader.cuts + moved), grader.slope)

    def likely(rows: Array, moved: Array) -> Array:
        return spread(rows, moved)[np.arange(len(rows)), true[rows]]

    def fit(among: Array, strength: float) -> Array:
        def loss(moved: Array) -> float:
            return float(-np.log(likely(among, moved) + _TINY).sum() + strength / 2 * len(among) * (moved**2).sum())

        return np.asarray(minimize(loss, np.zeros(3), method="Nelder-Mead", options={"xatol": 1e-3, "fatol": 1e-4}).x)

    def lost(inside: Array, _: Array, moved: Array) -> Array:
        wrong = np.abs(spread(inside, moved).argmax(axis=1) - true[inside])
        return np.array([-np.log(likely(inside, moved) + _TINY).sum(), (wrong**2).sum()])

    strength = _chosen(part, fit, lost, np.zeros(3))
    if strength is None:
        return grader, None
    cuts = np.maximum.accumulate(grader.cuts + fit(np.arange(len(true)), strength))
    return Grader(grader.trees, np.round(cuts, 4), grader.slope), strength


def _chosen(part: Array, fit: Fit, loss: Loss, nothing: Array) -> float | None:
    """The strength with the least loss on tables left out; None where moving does not pay."""
    gains: dict[float, list[Array]] = {strength: [] for strength in _STRENGTHS}
    for number in sorted(set(part.tolist())):
        inside, among = np.flatnonzero(part == number), np.flatnonzero(part != number)
        before = loss(inside, among, nothing[among] if nothing.ndim > 1 else nothing)
        for strength in _STRENGTHS:
            gains[strength].append(before - loss(inside, among, fit(among, strength)))
    best = max(_STRENGTHS, key=lambda strength: float(np.sum(gains[strength], axis=0)[0]))
    gain = np.stack(gains[best])
    pays = gain[:, 0].sum() > _PAYS and gain[:, 1].sum() > 0 and (gain[:, 0] > 0).mean() >= _OFTEN
    return best if pays else None


def drawn(tables: Sequence[LabelledTable], rows: int, seed: int) -> list[LabelledTable]:
    """Whole tables, drawn at random, until there are so many rows."""
    out: list[LabelledTable] = []
    count = 0
    for place in np.random.default_rng(seed).permutation(len(tables)):
        if count >= rows:
            break
        out.append(tables[place])
        count += len(tables[place].used)
    return out
