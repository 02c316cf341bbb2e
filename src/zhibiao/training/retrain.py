"""Retraining with parts of one's own: another classifier, grader or encoder; the result is a folder, or lives in memory."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from zhibiao.learned.category import CategoryModel
from zhibiao.learned.encoder import load_encoder
from zhibiao.learned.files import ModelFolder, seal
from zhibiao.learned.grams import Array
from zhibiao.learned.judge import Judge, load_judge
from zhibiao.learned.likeness import likeness
from zhibiao.learned.reader import read
from zhibiao.learned.smart import SmartModel, load_smart
from zhibiao.scorer.models import InMemory, Models
from zhibiao.training import category as categories
from zhibiao.training import smart as smarts
from zhibiao.training.cards import write_cards
from zhibiao.training.data.records import DataSet, LabelledTable
from zhibiao.training.encoder.choosing import as_encoder, put_into
from zhibiao.training.linear import fit_shares, plain
from zhibiao.training.live import is_live
from zhibiao.training.materials import FOLDS, Sample, apart, folds, sample
from zhibiao.training.meaning import unseen_meaning
from zhibiao.training.review import plausible_bound
from zhibiao.training.train import SEED
from zhibiao.training.writing import made_of, write_category, write_smart

_FEW = "只有 {count} 个行业的表；至少要 {least} 个行业，才能让模型在没有见过的行业上定出各个界限"


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is fitted how; None: as the shipped models are.

    classifier: any classifier of scikit-learn, for the best category (fitted on sparse n-grams and facts).
    grader: any regressor of scikit-learn, for the five letters (fitted on the named numbers).
    encoder: a folder, a name, a SentenceTransformer, or any object with `encode`; it is used as it is.
    grades: False keeps the SMART model of the models that one starts from, which saves most of the time.
    refit: the encoder is trained too, from start/encoder/base, as `zhibiao train` does; it takes torch."""

    classifier: Any = None
    grader: Any = None
    encoder: Any = None
    grades: bool = True
    refit: bool = False
    seed: int = SEED


@dataclass(frozen=True, slots=True)
class Retrained:
    """judge: ready for use. models: what zhibiao.load(models=...) takes. folder: None where only memory holds them."""

    judge: Judge
    models: Models | InMemory
    folder: Path | None


def retrain(
    tables: Sequence[LabelledTable],
    start: Path,
    out: Path,
    recipe: Recipe | None = None,
    pairs: Sequence[Mapping[str, Any]] = (),
    say: Callable[[str], None] = print,
) -> Retrained:
    """start: models whose encoder is used where the recipe names none. out: the folder that is written. pairs: rewritings, of which an
    encoder that is refitted learns too.

    The shipped encoder has seen its training tables, so its vectors would look better than they are: how much they count is settled by its
    base, which has seen none (0.949 of the categories of the test sectors, 0.940 without; 0.951 where the encoder is refitted)."""
    recipe = recipe or Recipe()
    these = sample(tables)
    sectors = len({table.sector for table in tables})
    if sectors < FOLDS:
        raise ValueError(_FEW.format(count=sectors, least=FOLDS))
    fold = folds(these, recipe.seed)
    grams = categories.vocabulary(these)
    given = recipe.encoder if recipe.encoder is not None else start / "encoder"
    if recipe.refit:
        given = _refitted(tables, pairs, start / "encoder" / "base", out / "encoder", recipe.seed)
        say("句子编码器：完成")
    encoder = as_encoder(given)
    seen = read(these.rows, grams, encoder)
    shares = categories.shares(these)
    if recipe.refit:
        unseen = unseen_meaning(these, DataSet((), (), tuple(pairs)), start / "encoder" / "base", fold, shares, recipe.seed)
        seen, by_vectors = replace(seen, like=unseen.like), unseen.scores
    else:
        base = start / "encoder" / "base"
        strange = likeness(these.rows, load_encoder(base))[1] if recipe.encoder is None and base.is_dir() else seen.vectors
        by_vectors = _by_vectors(strange, shares, fold)
    category = categories.fit_category(these, seen, grams, by_vectors, fold, recipe.classifier)
    say(f"类别模型：完成（{len(these)} 行，{sectors} 个行业）")
    if recipe.grades:
        smart = smarts.fit_smart(these, seen, category.unseen, fold, recipe.seed, recipe.grader)
        model = replace(smart.model, bound=plausible_bound(these, smart, category.unseen))
        say("SMART 模型：完成")
    else:
        model = load_smart(ModelFolder(start / "smart"))
    data = _hash(these)
    held = not is_live(category.model, model) and (recipe.refit or put_into(given, out / "encoder"))
    if held:
        return _written(category.model, model, out, data, recipe.seed, len(these))
    say("有一部分不能写成不含 pickle 的文件：模型留在内存中，用 zhibiao.load(models=结果.models)")
    name = f"live-{hashlib.sha256(f'{data} {recipe!r}'.encode()).hexdigest()[:12]}"
    judge = Judge(category.model, model, encoder, name)
    return Retrained(judge, InMemory(judge), None)


def _written(category: CategoryModel, smart: SmartModel, out: Path, data: str, seed: int, rows: int) -> Retrained:
    made = made_of(data, seed)
    write_category(out / "category", category, made)
    write_smart(out / "smart", smart, made)
    write_cards(out, rows)
    for name in ("category", "smart"):
        seal(out / name)
    return Retrained(load_judge(out), Models(out.resolve()), out)


def _refitted(tables: Sequence[LabelledTable], pairs: Sequence[Mapping[str, Any]], base: Path, out: Path, seed: int) -> Path:
    """The base of the shipped encoder, trained on these tables."""
    from zhibiao.training.encoder.cards import write_card
    from zhibiao.training.encoder.fitting import fit_tables
    from zhibiao.training.encoder.pairs import lessons
    from zhibiao.training.encoder.saving import read as read_vectors
    from zhibiao.training.encoder.saving import save

    learned = lessons(tables, pairs)
    vectors, tokenizer = read_vectors(base)
    save(out, fit_tables(vectors, tokenizer, learned, seed), tokenizer)
    write_card(out, learned, words=len(vectors) - 1, seed=seed)
    seal(out)
    return out


def _by_vectors(vectors: Array, shares: Array, fold: Array) -> Array:
    """Scores of the nine by regressions that had not seen the row."""
    out = np.zeros(shares.shape)
    for outside, inside in apart(fold):
        model = fit_shares(vectors, shares, np.flatnonzero(outside), plain)
        out[np.ix_(inside, model.classes_)] = model.decision_function(vectors[inside])
    return out


def _hash(these: Sample) -> str:
    """Of what was fitted on."""
    told = [
        (row.name.text, row.value.text, dict(labels.grades), labels.category) for row, labels in zip(these.rows, these.labels, strict=True)
    ]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()
