"""`zhibiao train`: every model from training_data/ and the shipped base of the encoder; the same files each time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from zhibiao.learned.encoder import load_encoder
from zhibiao.learned.files import seal
from zhibiao.learned.reader import read
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
from zhibiao.training.writing import made_of, write_category, write_smart

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
    made = made_of(data_hash(data_folder), seed)
    write_category(models / "category", category.model, made)
    write_smart(models / "smart", replace(smart.model, bound=bound), made)
    write_cards(models, len(these))
    for name in ("category", "smart"):
        seal(models / name)
    count = train_suggestions_alone(data_folder, models, seed)
    say(f"建议：完成，由训练行业的 {count} 组改写排序")
    return smart


def train_suggestions_alone(data_folder: Path, models: Path, seed: int = SEED) -> int:
    """The corpus and the reranker, with the other models as they are; how many rewritings were fitted."""
    data, splits = load(data_folder), load_splits(data_folder)
    count = train_suggestions(data, part(data, splits, "train"), models, made_of(data_hash(data_folder), seed), seed)
    write_suggestions_card(models / "suggestions", count)
    seal(models / "suggestions")
    return count


def data_hash(folder: Path) -> str:
    """One hash over everything that training reads."""
    joined = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".jsonl", ".json") and "probes" not in path.parts:
            joined.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return joined.hexdigest()
