"""Can a classifier tell sets of rows apart, and does what it learns in some sectors hold in others? TF-IDF and logistic regression."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from zhibiao.training.data.records import DataSet, LabelledRow
from zhibiao.training.data.variety import masked, said

_FOLDS = 5
_SEED = 20261120


@dataclass(frozen=True, slots=True)
class Separation:
    """AUC of telling two sets apart (0.5: they cannot be told), and the character runs that give each away."""

    auc: float
    first: tuple[str, ...]
    second: tuple[str, ...]


def _pipeline() -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    vectors = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), min_df=2, sublinear_tf=True, lowercase=False)
    return make_pipeline(vectors, LogisticRegression(C=1.0, max_iter=2000, class_weight="balanced"))


def apart(first: Sequence[str], second: Sequence[str], groups: Sequence[str] | None = None, hide_nouns: bool = True) -> Separation:
    """Cross-validated by group (a project's rows stay together)."""
    import numpy as np
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import StratifiedGroupKFold

    texts = [masked(text) if hide_nouns else text for text in (*first, *second)]
    truth = np.array([0] * len(first) + [1] * len(second))
    parts = StratifiedGroupKFold(_FOLDS, shuffle=True, random_state=_SEED)
    score = np.zeros(len(texts))
    for train, test in parts.split(texts, truth, groups or [str(i) for i in range(len(texts))]):
        model = _pipeline().fit([texts[i] for i in train], truth[train])
        score[test] = model.predict_proba([texts[i] for i in test])[:, 1]
    whole = _pipeline().fit(texts, truth)
    order = np.argsort(whole[-1].coef_[0])
    words = whole[0].get_feature_names_out()
    return Separation(float(roc_auc_score(truth, score)), tuple(words[i] for i in order[:15]), tuple(words[i] for i in order[::-1][:15]))


def sector_gap(data: DataSet) -> tuple[float, float]:
    """Share of categories predicted within the acceptable set: trained and tested within the same sectors, and on sectors left out."""
    from sklearn.model_selection import GroupKFold

    rows = [(row, table) for table in data.tables for row in table.used]
    out: list[float] = []
    for key in ("project", "sector"):
        groups = [table.id if key == "project" else table.sector for _, table in rows]
        hits = 0
        for train, test in GroupKFold(_FOLDS).split(rows, groups=groups):
            model = _pipeline().fit([said(rows[i][0]) for i in train], [_category(rows[i][0]) for i in train])
            guessed = model.predict([said(rows[i][0]) for i in test])
            hits += sum(g in (labels.acceptable if (labels := rows[i][0].labels) else ()) for g, i in zip(guessed, test, strict=True))
        out.append(hits / len(rows))
    return out[0], out[1]


def _category(row: LabelledRow) -> str:
    return row.labels.category if row.labels else ""
