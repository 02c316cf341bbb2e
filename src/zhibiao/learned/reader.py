"""What models read of rows, made once for all of them: n-grams, facts and vectors; and the matrix of named numbers that graders take."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from zhibiao.features.facts import facts_of, placed_facts
from zhibiao.features.purpose import said_by_project
from zhibiao.features.reading import Row
from zhibiao.learned.category import Placing
from zhibiao.learned.grams import Array, Grams, Rows
from zhibiao.learned.likeness import NAMES, likeness
from zhibiao.learned.numbers import PLACED, SAID, SEATED, compared_columns, placed, said, seated
from zhibiao.learned.seen import Read
from zhibiao.learned.wording import Facts, texts_of
from zhibiao.model.encoder import Encoder


def read(rows: Sequence[Row], grams: Grams, encoder: Encoder) -> Read:
    """All rows of one document; rows of one table stand together."""
    blind = [facts_of(row) for row in rows]
    whole = [{**one, **placed_facts(row), **said_by_project(row)} for one, row in zip(blind, rows, strict=True)]
    return Read(rows, grams.rows(texts_of(rows)), blind, whole, *likeness(rows, encoder))


def dense(facts: Rows, chosen: Array) -> Array:
    """The chosen facts as columns."""
    out = np.zeros((len(facts.indptr) - 1, len(chosen)), np.float32)
    column = np.full(facts.width, -1)
    column[chosen] = np.arange(len(chosen))
    at = column[facts.indices]
    kept = at >= 0
    out[np.repeat(np.arange(len(out)), np.diff(facts.indptr))[kept], at[kept]] = facts.data[kept]
    return out


def numbers(seen: Read, placing: Placing, words: Array, relevance: int, misplaced: Array, facts: Array) -> Array:
    """All named numbers. words: what the wording suggests, relevance: which of its columns says that the row measures the project."""
    spoken = said(seen.all)
    named = np.concatenate((spoken, seen.like), axis=1)
    compared = named[:, compared_columns((*SAID, *NAMES))]
    return np.concatenate(
        (
            words,
            placed(seen.rows, placing),
            misplaced[:, None],
            spoken,
            seen.like,
            seated(seen.rows, words[:, relevance], compared),
            facts,
        ),
        axis=1,
    )


def number_names(words: Sequence[str], facts: Facts, chosen: Array) -> tuple[str, ...]:
    """The columns of `numbers` in their order."""
    return (*(f"words.{name}" for name in words), *PLACED, "place.wrong", *SAID, *NAMES, *SEATED, *(facts.names[place] for place in chosen))
