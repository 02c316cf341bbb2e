"""`zhibiao train`: every model from training_data/ and the shipped base of the encoder; the same files each time."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import sklearn

from zhibiao import __version__
from zhibiao.learned.encoder import load_encoder
from zhibiao.learned.files import FORMAT, seal, write_arrays, write_json
from zhibiao.learned.reader import read
from zhibiao.model.report import LETTERS
from zhibiao.training import category as categories
from zhibiao.training import smart as smarts
from zhibiao.training.cards import write_cards, write_suggestions_card
from zhibiao.training.data.records import load
from zhibiao.training.data.splits import load_splits, part
from zhibiao.training.encoder.training import train_encoder
from zhibiao.training.materials import folds, sample
from zhibiao.training.meaning import unseen_meaning
from zhibiao.training.review import plausible_bound
from zhibiao.training.suggestions import train_suggestions

SEED = 7
Say = Callable[[str], None]


def train(data_folder: Path, models: Path, seed: int = SEED, say: Say = print) -> smarts.Fitted:
    """Only tables of the training sectors are fitted. Gives what models that had not seen a training row said of it."""
    data, splits = load(data_folder), load_splits(data_folder)
    these = sample(part(data, splits, "train"))
    fold = folds(these, seed)
    say(f"训练数据：{len(these)} 行，{len({table.sector for table in these.tables})} 个行业")
    encoder = models / "encoder"
    train_encoder(encoder / "base", data_folder, encoder, seed)
    seal(encoder)
    say("句子编码器：完成")
    unseen = unseen_meaning(these, data, encoder / "base", fold, categories.shares(these), seed)
    say("训练行的语义（由没有见过它们的编码器给出）：完成")
    grams = categories.vocabulary(these)
    seen = replace(read(these.rows, grams, load_encoder(encoder)), like=unseen.like)
    category = categories.fit_category(these, seen, grams, unseen.scores, fold)
    say("类别模型：完成")
    smart = smarts.fit_smart(these, seen, category.unseen, fold, seed)
    say("SMART 模型：完成")
    bound = plausible_bound(these, smart, category.unseen)
    _write_category(models / "category", category, data_folder, seed)
    _write_smart(models / "smart", smart, bound, data_folder, seed)
    write_cards(models, len(these))
    for name in ("category", "smart"):
        seal(models / name)
    count = train_suggestions_alone(data_folder, models, seed)
    say(f"建议：完成，由训练行业的 {count} 组改写排序")
    return smart


def train_suggestions_alone(data_folder: Path, models: Path, seed: int = SEED) -> int:
    """The corpus and the reranker, with the other models as they are; how many rewritings were fitted."""
    data, splits = load(data_folder), load_splits(data_folder)
    count = train_suggestions(data, part(data, splits, "train"), models, _facts(data_folder, seed), seed)
    write_suggestions_card(models / "suggestions", count)
    seal(models / "suggestions")
    return count


def _write_category(folder: Path, fitted: categories.Fitted, data_folder: Path, seed: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    model = fitted.model
    grams = {"grams.hashes": model.grams.hashes, "grams.idf": model.grams.idf}
    arrays = {**grams, **model.best.arrays("best"), **model.accepted.arrays("accepted")}
    write_arrays(folder / "weights.npz", {**arrays, "of_vectors": np.asarray(model.of_vectors, np.float16)})
    write_json(folder / "facts.json", list(model.facts.names))
    calibration = {"temperature": model.temperature, "slope": model.slope, "line": list(model.line)}
    write_json(folder / "config.json", {**_facts(data_folder, seed), **calibration})


def _write_smart(folder: Path, fitted: smarts.Fitted, bound: float, data_folder: Path, seed: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    model = fitted.model
    write_arrays(folder / "weights.npz", {**model.words.arrays("words"), "chosen": model.chosen})
    grown = [model.misplaced.arrays("misplaced"), *(model.graders[letter].trees.arrays(letter) for letter in LETTERS)]
    grown += [trees.arrays(code) for code, trees in model.faults.items()]
    write_arrays(folder / "trees.npz", {key: array for each in grown for key, array in each.items()})
    write_json(folder / "facts.json", list(model.facts.names))
    write_json(
        folder / "config.json",
        {
            **_facts(data_folder, seed),
            "words": list(model.words.names),
            "numbers": list(model.names),
            "cuts": {letter: model.graders[letter].cuts.tolist() for letter in LETTERS},
            "slopes": {letter: model.graders[letter].slope for letter in LETTERS},
            "faults": list(model.faults),
            "bound": bound,
        },
    )


def _facts(data_folder: Path, seed: int) -> Mapping[str, Any]:
    """What made the model, so that it can be made again."""
    versions = {"zhibiao": __version__, "python": platform.python_version(), "scikit-learn": sklearn.__version__, "numpy": np.__version__}
    return {"format": FORMAT, "data": data_hash(data_folder), "seed": seed, "versions": versions}


def data_hash(folder: Path) -> str:
    """One hash over everything that training reads."""
    joined = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".jsonl", ".json") and "probes" not in path.parts:
            joined.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return joined.hexdigest()
