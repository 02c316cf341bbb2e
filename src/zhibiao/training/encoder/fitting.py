"""Training with the trainer of sentence-transformers: on laws, then on tables."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zhibiao.training.encoder.laws import Wordings
from zhibiao.training.encoder.pairs import Lessons, Triple

THREADS = 2  # sums in another order give other last digits, so the number is fixed
_OFFLINE = {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false", "HF_HUB_DISABLE_TELEMETRY": "1"}
_WARM = 0.1  # of the steps, in which the rate rises


@dataclass(frozen=True, slots=True)
class Course:
    """How long and how fast to learn, and how much each lesson counts."""

    rate: float
    epochs: int
    batch: int
    scale: float  # of the nearness, before the softmax: the higher, the more the nearest wrong one counts
    bettered: float = 0.0
    category: float = 0.0
    category_scale: float = 10.0


LAWS = Course(rate=0.001, epochs=1, batch=1024, scale=20.0)
TABLES = Course(rate=0.01, epochs=3, batch=256, scale=12.0, bettered=1.0, category=3.0, category_scale=5.0)


def fit_laws(
    vectors: NDArray[np.float32], tokenizer: bytes, pairs: Sequence[Wordings], seed: int, course: Course = LAWS
) -> NDArray[np.float32]:
    """The vectors after the laws."""
    model = _model(vectors, tokenizer, seed)
    columns = {"first": [first for first, _ in pairs], "second": [second for _, second in pairs]}
    return _fitted(model, {"laws": columns}, {"laws": _ranking(model, course)}, course, seed)


def fit_tables(vectors: NDArray[np.float32], tokenizer: bytes, lessons: Lessons, seed: int, course: Course = TABLES) -> NDArray[np.float32]:
    """The vectors after the tables."""
    from zhibiao.training.encoder.losses import SameCategory, Weighted

    model = _model(vectors, tokenizer, seed)
    categories = sorted({claim.category for claim in lessons.claims})
    columns: dict[str, Mapping[str, Sequence[Any]]] = {
        "described": _columns(lessons.described),
        "bettered": _columns(lessons.bettered),
        "category": {
            "text": [claim.text for claim in lessons.claims],
            "label": [categories.index(claim.category) for claim in lessons.claims],
        },
    }
    losses = {
        "described": _ranking(model, course),
        "bettered": Weighted(_ranking(model, course), course.bettered),
        "category": Weighted(SameCategory(model, course.category_scale), course.category),
    }
    return _fitted(model, columns, losses, course, seed)


def _columns(triples: Sequence[Triple]) -> dict[str, list[str]]:
    return {
        "wording": [triple.wording for triple in triples],
        "name": [triple.name for triple in triples],
        "unlike": [triple.unlike for triple in triples],
    }


def _model(vectors: NDArray[np.float32], tokenizer: bytes, seed: int) -> Any:
    os.environ.update(_OFFLINE)
    import datasets
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer

    datasets.disable_progress_bars()
    torch.set_num_threads(THREADS)
    torch.manual_seed(seed)
    return SentenceTransformer(
        modules=[StaticEmbedding(Tokenizer.from_str(tokenizer.decode()), embedding_weights=vectors.copy())], device="cpu"
    )


def _ranking(model: Any, course: Course) -> Any:
    from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss

    return MultipleNegativesRankingLoss(
        model, scale=course.scale, directions=("query_to_doc", "doc_to_query"), partition_mode="per_direction"
    )


def _fitted(
    model: Any, columns: Mapping[str, Mapping[str, Sequence[Any]]], losses: Mapping[str, Any], course: Course, seed: int
) -> NDArray[np.float32]:
    from datasets import Dataset
    from sentence_transformers import SentenceTransformerTrainer, SentenceTransformerTrainingArguments
    from transformers import PrinterCallback

    with tempfile.TemporaryDirectory() as folder:
        arguments = SentenceTransformerTrainingArguments(
            output_dir=os.fspath(Path(folder)),
            num_train_epochs=course.epochs,
            per_device_train_batch_size=course.batch,
            learning_rate=course.rate,
            warmup_steps=_WARM,
            weight_decay=0.0,
            max_grad_norm=0.0,
            seed=seed,
            use_cpu=True,
            save_strategy="no",
            logging_strategy="no",
            report_to=[],
            disable_tqdm=True,
        )
        lessons = {name: Dataset.from_dict(dict(lesson)) for name, lesson in columns.items() if all(lesson.values())}
        wanted = {name: losses[name] for name in lessons}
        trainer = SentenceTransformerTrainer(model=model, args=arguments, train_dataset=lessons, loss=wanted)
        trainer.remove_callback(PrinterCallback)
        trainer.train()
    return np.asarray(model[0].embedding.weight.detach().numpy(), dtype=np.float32)
