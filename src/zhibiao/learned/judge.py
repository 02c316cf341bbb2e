"""All models together: rows in, for each row its categories, its grades' probabilities, and the numbers that rules ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from zhibiao.features.reading import Row
from zhibiao.learned.category import CategoryModel, acceptable, load_category, without_lasting
from zhibiao.learned.encoder import load_encoder
from zhibiao.learned.files import ModelFolder, fingerprint, verify
from zhibiao.learned.misplacement import ASKED, misplaced, places
from zhibiao.learned.reader import dense, numbers, read
from zhibiao.learned.smart import SmartModel, load_smart
from zhibiao.learned.twins import twins
from zhibiao.learned.wording import sigmoid
from zhibiao.lexicon.categories import CATEGORIES
from zhibiao.model.encoder import Encoder

FOLDERS = ("encoder", "category", "smart")
_WITHOUT_LASTING = frozenset({"central_2021"})  # forms that print no 可持续影响 (财预〔2021〕101号)
_ACCEPTED = 0.5  # more likely than not


class Judgement(NamedTuple):
    """What models make of one row. grades: letter → probability of each grade 0 to 3. numbers: what rules are handed, by name."""

    best: str
    probability: float
    acceptable: tuple[str, ...]
    grades: Mapping[str, tuple[float, ...]]
    numbers: Mapping[str, float]
    bound: float  # below this probability a grade of the row is not plausible
    covered: tuple[float, ...]  # how near each objective of the row's table comes to an indicator


class Judge:
    """The loaded models. It keeps nothing of what it saw: threads may share it, processes load their own."""

    def __init__(self, category: CategoryModel, smart: SmartModel, encoder: Encoder, name: str) -> None:
        self.category, self.smart, self.encoder, self.name = category, smart, encoder, name
        self._relevance = smart.words.names.index("R3")
        self._asked = [smart.words.names.index(code) for code in ASKED]

    def judge(self, rows: Sequence[Row]) -> list[Judgement]:
        """Rows of one table stand together."""
        if not rows:
            return []
        seen = read(rows, self.category.grams, self.encoder)
        placing = self.category.place(seen)
        unprinted = [number for number, row in enumerate(rows) if row.table.table.form in _WITHOUT_LASTING]
        if unprinted:
            placing = without_lasting(placing, unprinted)
        facts = self.smart.facts.rows(seen.all)
        words = self.smart.words.log_odds(seen.grams, facts)
        wrong = misplaced(rows, places(rows, placing, words[:, self._asked]), self.smart.misplaced)
        matrix = numbers(seen, placing, words, self._relevance, wrong, dense(facts, self.smart.chosen))
        grades, likely = self.smart.judge(matrix)
        handed = {f"fault.{code}": each for code, each in likely.items()}
        handed["category.misplaced"] = sigmoid(wrong)
        handed["category.best"] = placing.best.argmax(axis=1)
        same = twins(rows, seen.vectors[:, : seen.vectors.shape[1] // 3])
        handed |= {"twin.figure": same.figure, "twin.satisfaction": same.satisfaction, "twin.row": same.row}
        numbered = np.stack(list(handed.values()), axis=1).tolist()
        graded = np.stack(list(grades.values()), axis=1).tolist()
        best, fine = placing.best.argmax(axis=1).tolist(), acceptable(placing, _ACCEPTED)
        sure = self.category.confidence(placing).tolist()
        return [
            Judgement(
                CATEGORIES[best[row]],
                sure[row],
                fine[row],
                dict(zip(grades, map(tuple, graded[row]), strict=True)),
                dict(zip(handed, numbered[row], strict=True)),
                self.smart.bound,
                seen.covered[row],
            )
            for row in range(len(rows))
        ]


def judge_name(folder: Path) -> str:
    """What load_judge calls its models, with their files checked and none of them loaded; ModelError as there."""
    paths = [folder / name for name in FOLDERS]
    for path in paths[1:]:
        ModelFolder(path)
    verify(paths[0])
    return fingerprint(paths)


def load_judge(folder: Path, encoder: str | Path | None = None) -> Judge:
    """From a folder of models; encoder: another one in place of models/encoder, whose vectors the category model was not fitted on."""
    paths = [folder / name for name in FOLDERS]
    category, smart = load_category(ModelFolder(paths[1])), load_smart(ModelFolder(paths[2]))
    if encoder is not None:
        return Judge(replace(category, of_vectors=None), smart, load_encoder(encoder), f"{fingerprint(paths[1:])}+{Path(encoder).name}")
    verify(paths[0])
    return Judge(category, smart, load_encoder(paths[0]), fingerprint(paths))
