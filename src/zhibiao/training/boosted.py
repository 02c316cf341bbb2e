"""Boosted trees fitted by scikit-learn and kept as plain arrays; the cuts that turn a score into probabilities of grades."""

from __future__ import annotations

from typing import Any

import numpy as np
from joblib import Parallel, delayed
from scipy.optimize import minimize
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from threadpoolctl import threadpool_limits

from zhibiao.learned.grams import Array
from zhibiao.learned.smart import ordered_logit
from zhibiao.learned.trees import Trees
from zhibiao.training.linear import SETTLED
from zhibiao.training.materials import apart

# fewer leaves on more trees (8, 150) agreed no better with the annotators
_TREE: dict[str, Any] = {"max_leaf_nodes": 12, "min_samples_leaf": 20, "l2_regularization": 1.0, "early_stopping": False}
_SHAPE: dict[str, Any] = {**_TREE, "max_iter": 120, "learning_rate": 0.06}
# What many weak hints tell: more trees, each split choosing among a fifth of the numbers
_FINE: dict[str, Any] = {**_TREE, "max_iter": 240, "learning_rate": 0.04, "max_features": 0.2}


def grow(numbers: Array, wanted: Array, seed: int) -> Trees:
    """Trees whose sum is near the wanted number."""
    return _grown(HistGradientBoostingRegressor(random_state=seed, **_SHAPE), numbers, wanted)


def grow_finely(numbers: Array, wanted: Array, seed: int) -> Trees:
    """The same for a number that many weak hints tell."""
    return _grown(HistGradientBoostingRegressor(random_state=seed, **_FINE), numbers, wanted)


def grow_odds(numbers: Array, wanted: Array, seed: int, weights: Array | None = None) -> Trees:
    """Trees whose sum is the log-odds of yes; where all rows have one answer, one leaf."""
    if len(np.unique(wanted)) < 2:
        leaf = (np.zeros(1, np.int32), np.zeros(1, np.int32), np.array([np.inf]), np.zeros(1, np.int32), np.zeros(1))
        return Trees(*leaf, depth=0, base=SETTLED if wanted[0] else -SETTLED)
    return _grown(HistGradientBoostingClassifier(random_state=seed, **_SHAPE), numbers, wanted, weights)


def unseen(grower: Any, numbers: Array, wanted: Array, fold: Array, seed: int) -> Array:
    """What trees say of rows that they have not seen; -1 in wanted: not fitted on."""
    parts = list(apart(fold))
    said = Parallel(n_jobs=-1)(delayed(_said)(grower, numbers, wanted, outside & (wanted >= 0), inside, seed) for outside, inside in parts)
    out = np.zeros(len(wanted))
    for (_, inside), each in zip(parts, said, strict=True):
        out[inside] = each
    return out


def _said(grower: Any, numbers: Array, wanted: Array, among: Array, inside: Array, seed: int) -> Array:
    return np.asarray(grower(numbers[among], wanted[among], seed).predict(numbers[inside]))


def cut(scores: Array, grades: Array) -> tuple[Array, float]:
    """Cuts for grades 1, 2, 3 and the slope of the ordered logit that makes the grades most likely."""

    def loss(parts: Array) -> float:
        first, *steps = parts[:3]
        cuts = first + np.concatenate(([0.0], np.cumsum(np.exp(steps))))
        likely = ordered_logit(scores, cuts, float(np.exp(parts[3])))[np.arange(len(scores)), grades]
        return float(-np.log(np.maximum(likely, 1e-9)).mean())

    found = minimize(loss, np.array([0.8, 0.0, 0.0, 1.2]), method="Nelder-Mead", options={"maxiter": 2000, "xatol": 1e-4, "fatol": 1e-6}).x
    cuts = found[0] + np.concatenate(([0.0], np.cumsum(np.exp(found[1:3]))))
    return np.round(cuts, 4), round(float(np.exp(found[3])), 4)


def _grown(model: Any, numbers: Array, wanted: Array, weights: Array | None = None) -> Trees:
    """On one thread: sums come in one order, and threads that wait for a busy core spin for minutes."""
    with threadpool_limits(limits=1, user_api="openmp"):
        return kept(model.fit(numbers, wanted, sample_weight=weights))


def kept(model: Any) -> Trees:
    """The nodes of scikit-learn's predictors, tree by tree from the root down, siblings side by side."""
    roots: list[int] = []
    feature: list[int] = []
    threshold: list[float] = []
    child: list[int] = []
    value: list[float] = []
    depth = 0
    for predictors in model._predictors:
        nodes = predictors[0].nodes
        depth = max(depth, int(nodes["depth"].max()))
        roots.append(len(child))
        order = [0]  # places in nodes, in the order in which they are laid down
        for place in order:  # grows while it is walked
            node = nodes[place]
            leaf = bool(node["is_leaf"])
            feature.append(0 if leaf else int(node["feature_idx"]))
            threshold.append(np.inf if leaf else float(node["num_threshold"]))
            child.append(len(child) if leaf else roots[-1] + len(order))
            value.append(float(node["value"]) if leaf else 0.0)
            if not leaf:
                order += [int(node["left"]), int(node["right"])]
    return Trees(
        roots=np.array(roots, np.int32),
        feature=np.array(feature, np.int32),
        threshold=np.array(threshold),
        child=np.array(child, np.int32),
        value=np.array(value),
        depth=depth,
        base=float(np.ravel(model._baseline_prediction)[0]),
    )
