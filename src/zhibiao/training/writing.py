"""models/category and models/smart as files: JSON and npz, the same bytes each time."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import sklearn

from zhibiao import __version__
from zhibiao.learned.category import CategoryModel
from zhibiao.learned.files import FORMAT, write_arrays, write_json
from zhibiao.learned.smart import SmartModel
from zhibiao.model.report import LETTERS


def write_category(folder: Path, model: CategoryModel, made: Mapping[str, Any]) -> None:
    """What learned.category.load_category reads."""
    folder.mkdir(parents=True, exist_ok=True)
    grams = {"grams.hashes": model.grams.hashes, "grams.idf": model.grams.idf}
    arrays = {**grams, **model.best.arrays("best"), **model.accepted.arrays("accepted")}
    write_arrays(folder / "weights.npz", {**arrays, "of_vectors": np.asarray(model.of_vectors, np.float16)})
    write_json(folder / "facts.json", list(model.facts.names))
    calibration = {"temperature": model.temperature, "slope": model.slope, "line": list(model.line)}
    write_json(folder / "config.json", {**made, **calibration})


def write_smart(folder: Path, model: SmartModel, made: Mapping[str, Any]) -> None:
    """What learned.smart.load_smart reads."""
    folder.mkdir(parents=True, exist_ok=True)
    write_arrays(folder / "weights.npz", {**model.words.arrays("words"), "chosen": model.chosen})
    grown = [model.misplaced.arrays("misplaced"), *(model.graders[letter].trees.arrays(letter) for letter in LETTERS)]
    grown += [trees.arrays(code) for code, trees in model.faults.items()]
    write_arrays(folder / "trees.npz", {key: array for each in grown for key, array in each.items()})
    write_json(folder / "facts.json", list(model.facts.names))
    write_json(
        folder / "config.json",
        {
            **made,
            "words": list(model.words.names),
            "numbers": list(model.names),
            "cuts": {letter: model.graders[letter].cuts.tolist() for letter in LETTERS},
            "slopes": {letter: model.graders[letter].slope for letter in LETTERS},
            "faults": list(model.faults),
            "bound": model.bound,
        },
    )


def made_of(data: str, seed: int) -> Mapping[str, Any]:
    """What made the model, so that it can be made again. data: a hash of what it was fitted on."""
    versions = {"zhibiao": __version__, "python": platform.python_version(), "scikit-learn": sklearn.__version__, "numpy": np.__version__}
    return {"format": FORMAT, "data": data, "seed": seed, "versions": versions}
