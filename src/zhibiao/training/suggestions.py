"""models/suggestions: good rows as a corpus, and a reranker fitted on the rewritten rows of the training sectors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from zhibiao.features.reading import DocumentReading, Row
from zhibiao.learned.files import write_arrays, write_json
from zhibiao.learned.grams import Array
from zhibiao.learned.judge import load_judge
from zhibiao.lexicon.categories import category_of
from zhibiao.model.document import INDICATOR_FIELDS, Document, Indicator, Table
from zhibiao.model.encoder import Encoder
from zhibiao.suggesting.corpus import Corpus, Example, as_rows
from zhibiao.suggesting.ranking import NAMES, Offer, Wanted, numbers, wanted_of
from zhibiao.suggesting.subject import subject_of
from zhibiao.text.segment import content_words
from zhibiao.training.data.readings import reading
from zhibiao.training.data.records import DataSet, LabelledTable
from zhibiao.training.expected import expected_scores
from zhibiao.training.linear import logistic

_FULL = {"S": 3, "M": 3, "R": 2}  # what a row must reach to be an example
_SECTORS = 6  # a word that good rows of so many sectors use is no project's own
_FARTHER, _NEAR = 30, 20  # rows of the corpus held against each rewriting: at random, and those nearest in meaning


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A weak row of the pairs, and what an annotator wrote instead."""

    id: str
    sector: str
    wanted: Wanted
    offers: tuple[Offer, ...]


def corpus_of(data: DataSet, encoder: Encoder) -> Corpus:
    """The good rows of all sectors."""
    tables = [table for table in data.tables if table.source == "good"]
    examples = tuple(example for table in tables for example in _examples(table))
    spread: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        for word in content_words(f"{example.name} {example.description}"):
            spread[word].add(example.sector)
    common = frozenset(word for word, sectors in spread.items() if len(sectors) >= _SECTORS)
    return Corpus(examples, np.asarray(encoder.encode([example.text for example in examples]), np.float32), common)


def _examples(table: LabelledTable) -> list[Example]:
    read = reading(table)
    activity = subject_of(read).activity
    out = []
    for row, labelled in zip(read.rows, table.used, strict=True):
        labels = labelled.labels
        if labels is None or labels.codes or any((labels.grades[letter] or 0) < least for letter, least in _FULL.items()):
            continue
        texts = (table.project_name, row.name.text, row.description.text, row.value.text)
        out.append(Example(labelled.id, table.sector, table.kind, activity, labels.category, *texts))
    return out


def rewritten(pairs: Sequence[Mapping[str, Any]], best: Sequence[str]) -> list[Rewritten]:
    """best: the category that each weak row belongs to."""
    out = []
    for pair, row, category in zip(pairs, weak_rows(pairs), best, strict=True):
        if not pair["better"]:
            continue
        offers = tuple(
            Offer(one["name"], one.get("description") or "", one["value"], category_of(one.get("level2")) or category)
            for one in pair["better"]
        )
        out.append(Rewritten(pair["id"], pair["sector"], wanted_of(row, category), offers))
    return out


def weak_rows(pairs: Sequence[Mapping[str, Any]]) -> list[Row]:
    """The weak rows of the pairs, each in a table of its own."""
    return [DocumentReading(Document(source=pair["id"], tables=(_table(pair),), year=pair["year"])).tables[0].rows[0] for pair in pairs]


def _table(pair: Mapping[str, Any]) -> Table:
    cells: dict[str, Any] = {key: pair["row"].get(key) or None for key in INDICATOR_FIELDS}
    return Table(
        columns=tuple(key for key in INDICATOR_FIELDS if key in pair["row"]),
        project_name=pair["project_name"],
        purpose=pair.get("purpose"),
        objectives=tuple(pair["objectives"]),
        budget_total=pair["budget_total"],
        amount_unit="万元",
        year=pair["year"],
        indicators=(Indicator(row=1, **cells),),
    )


def fit_reranker(these: Sequence[Rewritten], corpus: Corpus, encoder: Encoder, seed: int) -> dict[str, float]:
    """Weights by which the annotators' rewriting comes before rows of the corpus: a logistic regression on differences of numbers."""
    order = np.random.default_rng(seed)
    offers = [offer_of(example) for example in corpus.examples]
    first = len(offers)
    offers += [offer for one in these for offer in one.offers]
    near = (
        np.asarray(encoder.encode([f"{one.wanted.name} {one.wanted.description}".strip() for one in these]), np.float32) @ corpus.vectors.T
    )
    mine = _places(these, first)
    pairs: list[tuple[int, int]] = []
    groups: list[tuple[int, int, int]] = []  # first pair, how many are the annotators', how many in all
    for number, one in enumerate(these):
        others = {*np.argsort(-near[number])[:_NEAR].tolist(), *order.choice(first, _FARTHER, replace=False).tolist()}
        # what was written for other rows of the sector is the hardest to tell apart: some are of the same project
        others |= {
            place for other, places in zip(these, mine, strict=True) if other is not one and other.sector == one.sector for place in places
        }
        groups.append((len(pairs), len(mine[number]), len(mine[number]) + len(others)))
        pairs += [(number, each) for each in (*mine[number], *sorted(others))]
    found = numbers([one.wanted for one in these], offers, pairs, encoder)
    differences = np.concatenate([_differences(found[start : start + count], right) for start, right, count in groups])
    signs = np.where(np.arange(len(differences)) % 2 == 0, 1.0, -1.0)  # both classes, so that the regression needs no bias
    model = logistic(differences * signs[:, None], (signs > 0).astype(int))
    return {name: round(float(weight), 4) for name, weight in zip(NAMES, model.coef_[0], strict=True)}


def _places(these: Sequence[Rewritten], first: int) -> list[range]:
    """Where the offers of each stand behind those of the corpus."""
    out = []
    for one in these:
        out.append(range(first, first + len(one.offers)))
        first += len(one.offers)
    return out


def _differences(found: Array, right: int) -> Array:
    return (found[:right, None, :] - found[None, right:, :]).reshape(-1, found.shape[1])


def offer_of(example: Example) -> Offer:
    """An example as it would be offered as it stands."""
    return Offer(example.name, example.description, example.value, example.category)


def write_suggestions(
    folder: Path,
    corpus: Corpus,
    weights: Mapping[str, float],
    expected: Mapping[str, Mapping[str, float]],
    facts: Mapping[str, Any],
) -> None:
    """All files but the card, the metrics and the sums."""
    folder.mkdir(parents=True, exist_ok=True)
    write_json(folder / "examples.json", as_rows(corpus.examples))
    write_json(folder / "common_words.json", sorted(corpus.common))
    write_arrays(folder / "vectors.npz", {"examples": corpus.vectors.astype(np.float16)})
    write_json(folder / "expected.json", expected)
    write_json(folder / "config.json", {**facts, "weights": dict(weights)})


def train_suggestions(data: DataSet, known: Sequence[LabelledTable], models: Path, facts: Mapping[str, Any], seed: int) -> int:
    """known: the tables that may be fitted. The number of rewritings that were fitted."""
    judge = load_judge(models)
    best = [judgement.best for judgement in judge.judge(weak_rows(data.pairs))]
    corpus = corpus_of(data, judge.encoder)
    sectors = {table.sector for table in known}
    these = [one for one in rewritten(data.pairs, best) if one.sector in sectors]
    weights = fit_reranker(these, Corpus(*_only(corpus, sectors), corpus.common), judge.encoder, seed)
    expected = expected_scores([table for table in known if table.source == "weak"], judge)
    write_suggestions(models / "suggestions", corpus, weights, expected, facts)
    return len(these)


def _only(corpus: Corpus, sectors: AbstractSet[str]) -> tuple[tuple[Example, ...], Array]:
    kept = [number for number, example in enumerate(corpus.examples) if example.sector in sectors]
    return tuple(corpus.examples[number] for number in kept), corpus.vectors[kept]
