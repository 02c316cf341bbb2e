"""How good a quick model gets with more data, and on a sector that it has not seen: words and facts, one regression."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from zhibiao.features.facts import facts_of, placed_facts
from zhibiao.features.purpose import said_by_project
from zhibiao.learned.grams import Array
from zhibiao.learned.wording import Facts, texts_of
from zhibiao.lexicon.categories import CATEGORIES
from zhibiao.training.category import common_facts, shares, vocabulary
from zhibiao.training.data.agreement import qwk
from zhibiao.training.linear import fit_shares, joined, logistic
from zhibiao.training.materials import Sample, grades


@dataclass(frozen=True, slots=True)
class Words:
    """Rows as the quick models see them, read once: known and asked rows one below the other."""

    known: Sample
    asked: Sample
    matrix: Any
    shares: Array

    @property
    def places(self) -> Array:
        """Of the asked rows in the matrix."""
        return np.arange(len(self.known), len(self.known) + len(self.asked))


def words_of(known: Sample, asked: Sample) -> Words:
    """The vocabulary is that of the known rows."""
    rows = (*known.rows, *asked.rows)
    told = [{**facts_of(row), **placed_facts(row), **said_by_project(row)} for row in rows]
    facts = Facts(common_facts(told[: len(known)]))
    return Words(known, asked, joined(vocabulary(known).rows(texts_of(rows)), facts.rows(told)), shares(known))


def right_categories(words: Words, of: Array, asked: Array | None = None) -> float:
    """Share of asked rows whose best category is acceptable. of: which known rows are fitted on; asked: known rows asked instead."""
    model = fit_shares(words.matrix, words.shares, of, logistic)
    places = words.places if asked is None else asked
    labels = words.asked.labels if asked is None else [words.known.labels[place] for place in asked]
    answers = [CATEGORIES[answer] for answer in model.predict(words.matrix[places])]
    return float(np.mean([answer in each.acceptable for answer, each in zip(answers, labels, strict=True)]))


def letter_agreement(words: Words, of: Array, letter: str) -> float:
    """QWK of the asked rows: the grade is how many of the questions “at least 1, 2, 3?” are answered with yes."""
    wanted, true = grades(words.known, letter), grades(words.asked, letter)
    guess = np.zeros(len(true), int)
    for grade in (1, 2, 3):
        answers = (wanted[of] >= grade)[wanted[of] >= 0]
        rows = of[wanted[of] >= 0]
        if len(set(answers.tolist())) == 1:
            guess += bool(answers[0])
        else:
            guess += logistic(words.matrix[rows], answers).predict(words.matrix[words.places])
    return qwk([(int(a), int(b)) for a, b in zip(true, guess, strict=True) if a >= 0])


def learning_curve(words: Words, counts: Sequence[int], letters: str = "SR", seed: int = 7) -> Any:
    """A frame: rows fitted on, sectors they come from, category right, QWK of letters. Whole sectors are added, as data comes in."""
    import pandas as pd

    sectors = np.array([table.sector for table in words.known.tables])
    names = sorted(set(sectors.tolist()))
    order = [names[place] for place in np.random.default_rng(seed).permutation(len(names))]
    out = []
    for count in counts:
        of = np.flatnonzero(np.isin(sectors, order[:count]))
        line = {"sectors": count, "rows": len(of), "category": right_categories(words, of)}
        out.append({**line, **{letter: letter_agreement(words, of, letter) for letter in letters}})
    return pd.DataFrame(out)


def leave_one_sector_out(words: Words, sectors: Sequence[str] | None = None) -> Any:
    """A frame: for each sector of the known rows, the share of right categories by a model that saw all others."""
    import pandas as pd

    of_row = np.array([table.sector for table in words.known.tables])
    out = []
    for sector in sectors or sorted(set(of_row.tolist())):
        asked = np.flatnonzero(of_row == sector)
        out.append({"sector": sector, "rows": len(asked), "category": right_categories(words, np.flatnonzero(of_row != sector), asked)})
    return pd.DataFrame(out).sort_values("category", ignore_index=True)
