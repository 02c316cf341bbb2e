"""An encoder folder: known vectors, nothing heavy imported, wrong paths told."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from encoders import write_encoder

from zhibiao.learned.encoder import EncoderError, load_encoder

TEXTS = ["培训人数", "机井≥37眼", "培训🙂", "🙂🙂", ""]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_encoder(tmp_path / "encoder")


def test_a_text_is_the_mean_of_its_words_at_length_one(folder: Path) -> None:
    vectors = load_encoder(folder).encode(TEXTS)
    assert vectors.dtype == np.float32
    assert vectors.shape == (5, 2)
    assert vectors[0] == pytest.approx([1 / 5**0.5, 2 / 5**0.5], abs=1e-3)  # (1, 0) + (0, 2)
    assert vectors[1] == pytest.approx(np.array([3.5, 5.5]) / np.hypot(3.5, 5.5), abs=1e-3)  # 机井, ≥, a figure, 眼
    assert vectors[2] == pytest.approx([1, 0])


def test_texts_without_a_known_word_are_zeros(folder: Path) -> None:
    assert not load_encoder(folder).encode(TEXTS)[3:].any()


def test_no_text_gives_no_row(folder: Path) -> None:
    assert load_encoder(folder).encode([]).shape == (0, 2)


def test_figures_are_alike_in_any_writing(folder: Path) -> None:
    vectors = load_encoder(str(folder)).encode(["培训37人数", "培训１，２３４.５人数"])
    assert vectors[0] == pytest.approx(vectors[1])


def test_a_long_text_is_read_to_its_end(folder: Path) -> None:
    start, whole = load_encoder(folder).encode(["培训" * 5_000, "培训" * 5_000 + "人数" * 5_000])
    assert start == pytest.approx([1, 0])
    assert whole == pytest.approx([1 / 5**0.5, 2 / 5**0.5], abs=1e-3)


def test_the_order_and_number_of_texts_do_not_matter(folder: Path) -> None:
    encoder = load_encoder(folder)
    many = encoder.encode(["培训", "人数", "机井"] * 4_000)
    assert np.array_equal(many[:3], encoder.encode(["培训", "人数", "机井"]))
    assert np.array_equal(many[-3:], many[:3])


def test_a_folder_as_sentence_transformers_writes_it(folder: Path) -> None:
    from safetensors.numpy import load_file, save_file

    before = load_encoder(folder).encode(TEXTS)
    save_file({"embedding.weight": load_file(folder / "model.safetensors")["embeddings"]}, folder / "model.safetensors")
    assert np.array_equal(load_encoder(folder).encode(TEXTS), before)


def test_loading_needs_neither_torch_nor_a_client_of_the_hub(folder: Path) -> None:
    code = (
        "import sys; from zhibiao.learned.encoder import load_encoder; load_encoder(sys.argv[1]).encode(['培训']);"
        "sys.exit(bool({'torch', 'sentence_transformers', 'transformers', 'huggingface_hub'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code, str(folder)], check=False).returncode == 0


@pytest.mark.parametrize("wrong", ["./none", "models/none/here", Path("none")])
def test_a_missing_folder_is_told(wrong: str | Path) -> None:
    with pytest.raises(EncoderError, match="没有这个文件夹"):
        load_encoder(wrong)


@pytest.mark.parametrize("name", ["bge-small-zh", "BAAI/bge-small-zh"])
def test_another_model_needs_sentence_transformers(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(EncoderError, match=r"pip install torch"):
        load_encoder(name)


def test_a_folder_that_is_no_static_encoder_goes_to_sentence_transformers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(EncoderError, match="sentence-transformers"):
        load_encoder(tmp_path)


def test_damaged_weights_are_told(folder: Path) -> None:
    (folder / "model.safetensors").write_bytes(b"\x07\x00")
    with pytest.raises(EncoderError, match="损坏"):
        load_encoder(folder)


def test_a_damaged_tokenizer_is_told(folder: Path) -> None:
    (folder / "tokenizer.json").write_text("{", encoding="utf-8")
    with pytest.raises(EncoderError, match="损坏"):
        load_encoder(folder)


def test_model2vec_loads_the_folder_to_the_same_directions(folder: Path) -> None:
    from model2vec import StaticModel

    theirs = StaticModel.from_pretrained(folder).encode(TEXTS, normalize=True, use_multiprocessing=False)
    assert np.abs(theirs - load_encoder(folder).encode(TEXTS)).max() < 1e-3


def test_sentence_transformers_loads_the_folder_to_the_same_directions(folder: Path) -> None:
    library = pytest.importorskip("sentence_transformers")
    theirs = library.SentenceTransformer(str(folder), device="cpu").encode(TEXTS, show_progress_bar=False).astype(np.float32)
    theirs /= np.maximum(np.linalg.norm(theirs, axis=1, keepdims=True), 1e-9)
    assert np.abs(theirs - load_encoder(folder).encode(TEXTS)).max() < 1e-3


def test_the_shipped_encoder_knows_near_from_far() -> None:
    shipped = Path(__file__).parents[2] / "models" / "encoder"
    first, near, far = load_encoder(shipped).encode(["参训人员满意度", "学员对培训的满意程度", "新打机井眼数"])
    assert first @ near > first @ far + 0.3
