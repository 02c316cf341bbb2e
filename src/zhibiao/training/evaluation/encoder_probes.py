"""Three questions to a sentence encoder, on sectors that no fitting saw: does a description find its name, are paraphrases nearer than
look-alikes, do neighbours share a category."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from zhibiao.training.data.records import LabelledRow, LabelledTable

Vectors: TypeAlias = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]
DEPTH = 10  # places of the ranking that count, and neighbours that vote
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of a probe: the measure and how many items it stands on."""

    measure: float
    items: int


def unit(vectors: Vectors) -> Vectors:
    """Each row at length 1; a row of zeros stays."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, _TINY), dtype=np.float32)


def retrieval(tables: Sequence[LabelledTable], encode: Encode) -> Asked:
    """nDCG@10 of a description finding the name beside it among all names: 1 / log2(1 + rank), 0 beyond the tenth; ties count against it.

    Descriptions that hold the name give it away and are left out."""
    rows = [row for table in tables for row in table.used]
    names = list(dict.fromkeys(name for row in rows if (name := row.texts.get("name", ""))))
    place = {name: number for number, name in enumerate(names)}
    asked = [(_description(row), place[name]) for row in rows if (name := row.texts.get("name", "")) and name not in _description(row)]
    asked = [(text, number) for text, number in asked if text]
    likeness = unit(encode([text for text, _ in asked])) @ unit(encode(names)).T
    targets = np.array([number for _, number in asked])
    own = likeness[np.arange(len(asked)), targets]
    ranks = (likeness >= own[:, None]).sum(axis=1)
    gains = np.where(ranks <= DEPTH, 1 / np.log2(1 + ranks), 0.0)
    return Asked(float(gains.mean()), len(asked))


def _description(row: LabelledRow) -> str:
    return row.texts.get("description", "")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two wordings: of the same measure, or of two that only look alike."""

    first: str
    second: str
    same: bool


def load_pairs(folder: Path) -> tuple[Pair, ...]:
    """training_data/probes/look_alikes.jsonl."""
    lines = (folder / "probes" / "look_alikes.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(Pair(entry["first"], entry["second"], entry["same"]) for entry in map(json.loads, lines))


def look_alikes(pairs: Sequence[Pair], encode: Encode) -> Asked:
    """AUC: how often a paraphrase lies nearer than a look-alike; equal nearness counts half."""
    first, second = unit(encode([pair.first for pair in pairs])), unit(encode([pair.second for pair in pairs]))
    nearness = (first * second).sum(axis=1)
    same = np.array([pair.same for pair in pairs])
    margin = nearness[same][:, None] - nearness[~same][None, :]
    return Asked(float(((margin > 0) + 0.5 * (margin == 0)).mean()), len(pairs))


def neighbours(known: Sequence[LabelledTable], tables: Sequence[LabelledTable], encode: Encode) -> Asked:
    """How often the commonest category of the ten nearest rows of known tables is acceptable; of equals the nearest row's is taken."""
    seen = [(_claim(row), row.labels.category) for table in known for row in table.used if row.labels]
    asked = [(_claim(row), row.labels.acceptable) for table in tables for row in table.used if row.labels]
    likeness = unit(encode([text for text, _ in asked])) @ unit(encode([text for text, _ in seen])).T
    nearest = np.argsort(-likeness, axis=1, kind="stable")[:, :DEPTH]
    right = 0
    for places, (_, acceptable) in zip(nearest, asked, strict=True):
        votes = [seen[place][1] for place in places]
        right += max(votes, key=votes.count) in acceptable
    return Asked(right / len(asked), len(asked))


def _claim(row: LabelledRow) -> str:
    return f"{row.texts.get('name', '')} {row.texts.get('value', '')}".strip()
