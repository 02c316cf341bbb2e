"""The corpus and the reranker of a folder, with the encoder that they were made with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from zhibiao.learned.files import ModelFolder
from zhibiao.model.encoder import Encoder
from zhibiao.suggesting.corpus import Corpus, load_corpus
from zhibiao.suggesting.expected import Expected
from zhibiao.suggesting.ranking import Reranker

FOLDER = "suggestions"


@dataclass(frozen=True, slots=True)
class Suggester:
    """What suggesting looks things up in."""

    corpus: Corpus
    reranker: Reranker
    encoder: Encoder
    expected: Expected


def load_suggester(models: Path, encoder: Encoder) -> Suggester:
    """From models/suggestions."""
    folder = ModelFolder(models / FOLDER)
    return Suggester(load_corpus(folder), Reranker(folder.config["weights"]), encoder, Expected(folder.json("expected.json")))
