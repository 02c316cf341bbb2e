"""Does the reranker put what an annotator wrote before good rows of other projects? nDCG@5 on test sectors, beside plain ways to search."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from zhibiao.learned.grams import Array
from zhibiao.model.encoder import Encoder
from zhibiao.suggesting.corpus import Corpus
from zhibiao.suggesting.ranking import Offer, Reranker, Wanted, numbers
from zhibiao.text.segment import content_words
from zhibiao.training.suggestions import Rewritten, offer_of

_DEPTH = 5
_PART = 20  # rows whose numbers are held at a time


def ndcg_by_way(these: Sequence[Rewritten], corpus: Corpus, encoder: Encoder, reranker: Reranker) -> dict[str, float]:
    """Way of searching → mean nDCG@5. Everything is searched: all good rows, and what was written for any test row."""
    offers = [offer_of(example) for example in corpus.examples]
    right: list[range] = []
    for one in these:
        right.append(range(len(offers), len(offers) + len(one.offers)))
        offers += one.offers
    asked, said = [_query(one.wanted) for one in these], [_document(offer) for offer in offers]
    ways = {
        "句向量检索": _by_vectors(asked, said, encoder),
        "TF-IDF": _by_tfidf(asked, said),
        "BM25": _by_bm25(asked, said),
        "重排": _by_reranker(these, offers, encoder, reranker),
    }
    return {way: round(float(np.mean([ndcg(scores[row], right[row]) for row in range(len(these))])), 4) for way, scores in ways.items()}


def ndcg(scores: Array, right: range) -> float:
    """Gain 1 for each right one among the first five, discounted by 1 / log2(place + 1); 1 where they come first."""
    first = np.argsort(-scores, kind="stable")[:_DEPTH]
    gain = sum(1 / np.log2(place + 2) for place, offer in enumerate(first) if offer in right)
    best = sum(1 / np.log2(place + 2) for place in range(min(_DEPTH, len(right))))
    return float(gain / best)


def _query(wanted: Wanted) -> str:
    return f"{wanted.name} {wanted.description} {wanted.value} {wanted.project} {' '.join(wanted.objectives)}"


def _document(offer: Offer) -> str:
    return f"{offer.name} {offer.description} {offer.value}"


def _by_vectors(asked: Sequence[str], said: Sequence[str], encoder: Encoder) -> Array:
    return np.asarray(np.asarray(encoder.encode(asked)) @ np.asarray(encoder.encode(said)).T)


def _by_tfidf(asked: Sequence[str], said: Sequence[str]) -> Array:
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True)
    documents = vectors.fit_transform(said)
    return np.asarray((vectors.transform(asked) @ documents.T).todense())


def _by_bm25(asked: Sequence[str], said: Sequence[str], k: float = 1.5, b: float = 0.75) -> Array:
    """Σ idf × tf (k + 1) / (tf + k (1 - b + b length / mean length)), idf = ln(1 + (N - n + 0.5) / (n + 0.5)); words by our segmenter."""
    from sklearn.feature_extraction.text import CountVectorizer

    counts = CountVectorizer(analyzer=content_words)
    tf = counts.fit_transform(said).tocsr().astype(np.float64)
    length = np.asarray(tf.sum(axis=1)).ravel()
    held = np.asarray((tf > 0).sum(axis=0)).ravel()
    idf = np.log(1 + (tf.shape[0] - held + 0.5) / (held + 0.5))
    rows = np.repeat(np.arange(tf.shape[0]), np.diff(tf.indptr))
    tf.data = tf.data * (k + 1) / (tf.data + k * (1 - b + b * length[rows] / length.mean())) * idf[tf.indices]
    return np.asarray(((counts.transform(asked) > 0).astype(np.float64) @ tf.T).todense())


def _by_reranker(these: Sequence[Rewritten], offers: Sequence[Offer], encoder: Encoder, reranker: Reranker) -> Array:
    parts = []
    for start in range(0, len(these), _PART):
        part = [one.wanted for one in these[start : start + _PART]]
        pairs = [(row, offer) for row in range(len(part)) for offer in range(len(offers))]
        parts.append(reranker.scores(numbers(part, offers, pairs, encoder)).reshape(len(part), len(offers)))
    return np.concatenate(parts)
