"""What plain methods make of the same questions, so that a figure says something."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from zhibiao.features.belonging import belonging
from zhibiao.features.reading import Row
from zhibiao.model.encoder import Encoder
from zhibiao.training.materials import Sample


def printed(rows: Sequence[Row]) -> list[str]:
    """The category under which the author wrote the row."""
    return [row.category or "" for row in rows]


def keywords(rows: Sequence[Row]) -> list[str]:
    """By the last word of the name and the unit of the value; 质量, the commonest of those left, where they say nothing."""
    found = [belonging(row) for row in rows]
    return [own.best if own and own.best else "质量" for own in found]


def tfidf(known: Sample, rows: Sequence[Row]) -> list[str]:
    """Character 1- to 3-grams of name and value, logistic regression: what a first notebook would try."""
    vectors = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True)
    model = LogisticRegression(C=10, max_iter=500).fit(vectors.fit_transform(map(_text, known.rows)), _wanted(known))
    return [str(name) for name in model.predict(vectors.transform(map(_text, rows)))]


def averaged(known: Sample, rows: Sequence[Row], encoder: Encoder) -> list[str]:
    """Mean word vectors of an encoder that has seen no table, logistic regression."""
    model = LogisticRegression(C=100, max_iter=2000).fit(np.asarray(encoder.encode([_text(row) for row in known.rows])), _wanted(known))
    return [str(name) for name in model.predict(np.asarray(encoder.encode([_text(row) for row in rows])))]


def _text(row: Row) -> str:
    return f"{row.name.text} {row.value.text}"


def _wanted(known: Sample) -> list[str]:
    return [labels.category for labels in known.labels]
