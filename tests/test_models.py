"""The models that ship: whole, free of pickles, and good for what they are for. Figures are those of metrics.json; none is fitted here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import zhibiao
from zhibiao.errors import ModelError
from zhibiao.learned.files import ModelFolder, verify
from zhibiao.learned.judge import FOLDERS, load_judge
from zhibiao.scorer.models import shipped

MODELS = shipped().folder
SAMPLE = Path(__file__).resolve().parent.parent / "samples" / "公园绿地养护.html"


@pytest.fixture(scope="module")
def scorer() -> zhibiao.scorer.Scorer:  # type: ignore[name-defined]
    return zhibiao.load()


@pytest.mark.parametrize("name", [*FOLDERS, "encoder/base"])
def test_every_folder_is_whole(name: str) -> None:
    folder = MODELS / name
    verify(folder)
    assert (folder / "card.md").read_text(encoding="utf-8").startswith("# ")
    assert {path.suffix for path in folder.iterdir() if path.is_file()} <= {".json", ".npz", ".safetensors", ".md", ""}


def test_no_more_than_sixteen_megabytes_for_the_encoder() -> None:
    assert sum(path.stat().st_size for path in (MODELS / "encoder").iterdir() if path.is_file()) <= 16e6


@pytest.mark.parametrize("name", ["category", "smart"])
def test_models_say_what_they_were_made_of(name: str) -> None:
    config = ModelFolder(MODELS / name).config
    assert len(config["data"]) == 64
    assert {"zhibiao", "scikit-learn", "numpy", "python"} <= config["versions"].keys()


def test_metrics_hold_the_floor() -> None:
    """Floors a little under what was measured: a model that is clearly worse does not ship unseen."""
    category = json.loads((MODELS / "category" / "metrics.json").read_text(encoding="utf-8"))
    smart = json.loads((MODELS / "smart" / "metrics.json").read_text(encoding="utf-8"))
    encoder = json.loads((MODELS / "encoder" / "metrics.json").read_text(encoding="utf-8"))
    assert category["within_acceptable"] >= 0.93
    assert category["macro_recall"] >= 0.88
    assert min(smart["qwk"].values()) >= 0.75
    assert smart["grade_qwk"] >= 0.88
    assert encoder["neighbours"]["measure"] > 0.864  # m3e-small, benchmarks/encoder


def test_a_row_that_says_nothing_is_bad(scorer) -> None:
    row = scorer.score_indicator(
        name="保障机关工会正常运行", value="使机关工会正常运转", level1="产出指标", level2="质量指标", project_name="工会保障项目"
    )
    assert row.grade == "差"
    assert row.smart["S"] == 0
    assert row.smart["M"] == 0
    assert "M201" in {finding.code for finding in row.findings}


def test_a_sound_row_is_good(scorer) -> None:
    row = scorer.score_indicator(
        level1="产出指标",
        level2="数量指标",
        name="渔业技术培训人次",
        description="全年各期培训班的参训人次合计",
        value="≥320人次",
        basis="平安县渔业技术推广2026年度培训计划",
        project_name="渔业技术培训",
        purpose="开展渔业技术培训8期，培训320人次",
        year=2026,
    )
    assert row.grade in ("优", "良")
    assert row.category.best == "数量"
    assert row.needs_review is not None


def test_the_category_is_blind_to_what_is_written(scorer) -> None:
    seen = [
        scorer.score_indicator(name="设备验收合格率", value="=100%", level1="产出指标", level2=level2, project_name="设备购置").category
        for level2 in ("质量指标", "数量指标", "生态效益指标", None)
    ]
    assert {(one.best, one.probability, one.acceptable) for one in seen} == {(seen[0].best, seen[0].probability, seen[0].acceptable)}
    assert seen[0].best == "质量"


def test_a_row_is_judged_the_same_alone_and_in_a_crowd() -> None:
    judge = load_judge(MODELS)
    from zhibiao.training.data.readings import reading
    from zhibiao.training.data.records import load

    tables = [reading(table) for table in load(Path(__file__).resolve().parent.parent / "training_data").tables[:6]]
    crowd = judge.judge([row for table in tables for row in table.rows])
    alone = [one for table in tables for one in judge.judge(list(table.rows))]
    for one, other in zip(crowd, alone, strict=True):
        assert one.best == other.best
        assert one.numbers == pytest.approx(other.numbers, abs=1e-4)


def test_another_encoder_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    """Of another width: what was fitted on the shipped vectors is left aside, the rest judges on."""
    from zhibiao.training.encoder.saving import read, save

    vectors, tokenizer = read(MODELS / "encoder")
    save(tmp_path / "窄", vectors[:, :64], tokenizer)
    config = tmp_path / "zhibiao.toml"
    config.write_text('encoder = "窄"\n', encoding="utf-8")
    other = zhibiao.load(config)
    row = other.score_indicator(name="设备验收合格率", value="=100%", level2="质量指标", project_name="设备购置")
    assert row.category.best == "质量"
    assert other.score(zhibiao.read(SAMPLE)).engine.models[0].endswith("+窄")


def test_models_that_cannot_be_used_are_told_when_they_are_loaded(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="没有这个模型文件夹"):
        zhibiao.load(models=tmp_path)
