"""Any scikit-learn estimator in place of ours: how it is fitted and asked, and whether our files can hold it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from scipy.sparse import eye, issparse
from sklearn.base import clone
from sklearn.utils.validation import has_fit_parameter
from threadpoolctl import threadpool_limits

from zhibiao.learned.grams import Array
from zhibiao.learned.trees import LEAVES, Trees
from zhibiao.training.boosted import kept
from zhibiao.training.linear import Fitter

Grower = Callable[..., Any]
_PROBED = 5
_LEAST = 1e-4  # no probability counts as less
_SPARSE = (
    "{name} 不能读稀疏矩阵（{cause}）；请先降维，如 make_pipeline(TruncatedSVD(128), {name}())，"
    "TruncatedSVD 在 sklearn.decomposition，make_pipeline 在 sklearn.pipeline"
)


def fitter_of(classifier: Any) -> Fitter:
    """Fits a copy of it. One that takes no weights sees each row once, under the answer that most speaks for."""

    def fit(matrix: Any, wanted: Array, weights: Array | None = None) -> Any:
        model = clone(classifier)
        try:
            with threadpool_limits(limits=1):
                if weights is None:
                    return model.fit(matrix, wanted)
                if has_fit_parameter(model, "sample_weight"):
                    return model.fit(matrix, wanted, sample_weight=weights)
                most = weights >= weights.max() / 2
                return model.fit(matrix[most], wanted[most])
        except TypeError as error:
            raise TypeError(_SPARSE.format(name=type(classifier).__name__, cause=error)) from error

    return fit


def is_linear(model: Any, width: int) -> bool:
    """One weight for each column and answer, and a bias: what our files hold."""
    weights, bias, answers = (getattr(model, name, None) for name in ("coef_", "intercept_", "classes_"))
    if weights is None or bias is None or answers is None or not hasattr(model, "decision_function"):
        return False
    rows = 1 if len(answers) == 2 else len(answers)
    if np.shape(weights) != (rows, width) or np.size(bias) != rows or issparse(weights):
        return False
    probe = eye(min(width, _PROBED), width, format="csr")  # SVC has weights for pairs of answers, which can be as many
    said = np.asarray(model.decision_function(probe)).reshape(probe.shape[0], rows)
    return bool(np.allclose(said, probe @ np.asarray(weights).T + bias, atol=1e-6))


def spoken(model: Any, matrix: Any) -> Array:
    """A score for each answer: the decision function, else the logarithm of the probability."""
    if hasattr(model, "decision_function"):
        scores = np.asarray(model.decision_function(matrix))
        if scores.ndim == 1:
            scores = np.stack((-scores, scores), axis=1)
        if scores.shape[1] == len(model.classes_):
            return scores
    if not hasattr(model, "predict_proba"):
        raise TypeError(f"{type(model).__name__} 既没有 decision_function 也没有 predict_proba，给不出各类的可能；请换一个分类器")
    return np.asarray(np.log(np.maximum(model.predict_proba(matrix), _LEAST)))


def grower_of(regressor: Any) -> Grower:
    """Fits a copy of it to a number; Trees where our files can hold it, else the model itself."""

    def grow(numbers: Array, wanted: Array, seed: int) -> Any:
        model = clone(regressor)
        if "random_state" in model.get_params():
            model.set_params(random_state=seed)
        with threadpool_limits(limits=1):
            model.fit(numbers, wanted)
        return as_trees(model) or model

    return grow


def as_trees(model: Any) -> Trees | None:
    """Trees of scikit-learn with at most sixteen leaves each, as plain arrays; None for anything else."""
    if hasattr(model, "_predictors"):
        trees = kept(model)
        return trees if _small(trees) else None
    if hasattr(model, "tree_"):
        return _laid([model.tree_], [1.0], 0.0)
    members = getattr(model, "estimators_", None)
    if members is None or not all(hasattr(each, "tree_") for each in np.ravel(members)):
        return None
    grown = [each.tree_ for each in np.ravel(members)]
    if hasattr(model, "learning_rate"):  # boosting: a sum of steps from a constant
        constant = getattr(model.init_, "constant_", None)
        return None if constant is None else _laid(grown, [model.learning_rate] * len(grown), float(np.ravel(constant)[0]))
    return _laid(grown, [1 / len(grown)] * len(grown), 0.0)


def _small(trees: Trees) -> bool:
    ends = np.append(trees.roots[1:], len(trees.child))
    leaf = np.concatenate(([0], np.cumsum(trees.child == np.arange(len(trees.child)))))
    return bool((leaf[ends] - leaf[trees.roots] <= LEAVES).all())


def _laid(grown: list[Any], scales: list[float], base: float) -> Trees | None:
    """Tree by tree from the root down, siblings side by side."""
    roots: list[int] = []
    child: list[int] = []
    feature, threshold, value = [], [], []
    for tree, scale in zip(grown, scales, strict=True):
        if tree.n_leaves > LEAVES or tree.value.shape[1:] != (1, 1):
            return None
        roots.append(len(child))
        order = [0]
        for node in order:  # grows while it is walked
            left, right = int(tree.children_left[node]), int(tree.children_right[node])
            leaf = left < 0
            feature.append(0 if leaf else int(tree.feature[node]))
            threshold.append(np.inf if leaf else float(tree.threshold[node]))
            child.append(len(child) if leaf else roots[-1] + len(order))
            value.append(float(tree.value[node, 0, 0]) * scale if leaf else 0.0)
            order += [] if leaf else [left, right]
    depth = max(int(tree.max_depth) for tree in grown)
    arrays = (np.array(roots, np.int32), np.array(feature, np.int32), np.array(threshold), np.array(child, np.int32), np.array(value))
    return Trees(*arrays, depth=depth, base=base)
