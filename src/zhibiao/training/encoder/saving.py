"""The encoder as a folder that sentence-transformers and model2vec both load, to the same vectors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zhibiao.training.encoder.tokenizer import UNKNOWN_ROW

WEIGHTS = "embeddings"  # the name under which model2vec keeps them, which sentence-transformers knows too
# No module that normalises: in half precision sentence-transformers would divide an empty text by zero
_MODULES = [{"idx": 0, "name": "0", "path": ".", "type": "sentence_transformers.models.StaticEmbedding"}]
_READABLE = 0o644  # safetensors leaves a file that only its owner may read


def save(folder: Path, vectors: NDArray[Any], tokenizer: bytes) -> None:
    """Weights in half precision, tokenizer, and what either library asks for. An unknown word gets zeros: model2vec leaves it out."""
    from safetensors.numpy import save_file

    folder.mkdir(parents=True, exist_ok=True)
    weights = np.ascontiguousarray(vectors, dtype=np.float16)
    weights[UNKNOWN_ROW] = 0
    save_file({WEIGHTS: weights}, folder / "model.safetensors")
    (folder / "model.safetensors").chmod(_READABLE)
    (folder / "tokenizer.json").write_bytes(tokenizer)
    _write(folder / "modules.json", _MODULES)
    _write(folder / "config.json", {"model_type": "model2vec", "architectures": ["StaticModel"], "normalize": False, "max_length": None})
    _write(folder / "config_sentence_transformers.json", {"model_type": "SentenceTransformer", "similarity_fn_name": "cosine"})


def read(folder: Path) -> tuple[NDArray[np.float32], bytes]:
    """Vectors and tokenizer as they were saved. The tokenizer stays bytes: its numbers lose a digit on the way in and out."""
    from safetensors.numpy import load_file

    vectors = load_file(folder / "model.safetensors")[WEIGHTS]
    return np.asarray(vectors, dtype=np.float32), (folder / "tokenizer.json").read_bytes()


def _write(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
