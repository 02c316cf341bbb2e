"""Cards of both encoder folders, from facts, and the licence of what the base was made of."""

from __future__ import annotations

from pathlib import Path

from zhibiao.training.encoder.pairs import Lessons
from zhibiao.training.encoder.starting import DIMENSIONS

_BASE = """# 句子编码器的起点

由 `zhibiao pretrain` 生成，`zhibiao train` 从这里开始训练 `models/encoder`。

- 词和字：{words:,} 个，每个 {dimensions} 个半精度数，共 {size:.1f} MB。
- 加载：`sentence-transformers`（`StaticEmbedding`）或 `model2vec`。
- 切分：`tokenizers` 的 Unigram，词频取自 jieba 和本项目的词典，数字一律作 0。
- 起始向量：中文维基百科的 word2vec（PyPI 软件包 synonyms 3.10.0 发布，MIT 许可），加上字的平均、字形的随机方向和词频权重。
- 训练：法律法规 {articles:,} 条，组成 {pairs:,} 对（相邻的条、标题与条文、一条的前后两半）。法律法规不受著作权法保护（著作权法第五条）。
- 随机种子：{seed}。
- 许可：见 LICENSE.md。

一个句子的向量是各词向量的平均，不看词序；比较时用余弦。不认识的字是零向量。
"""
_CARD = """# 句子编码器

由 `zhibiao train` 从 `models/encoder/base` 和 `training_data/` 的训练部分生成。用于近似：名称与指标值、名称与解释、行与行、表与表。

- 词和字：{words:,} 个，每个 {dimensions} 个半精度数，共 {size:.1f} MB。
- 加载：`sentence-transformers`（`StaticEmbedding`）或 `model2vec`，向量方向一致。
- 训练：解释与名称 {described:,} 对，名称与改好后的名称 {bettered:,} 对，各带一个只是看着像的名称；有类别的行 {claims:,} 行。
- 验证、测试两部分不参加训练。
- 随机种子：{seed}。
- 许可：权重随本项目；起点的许可见 base/LICENSE.md。

一个句子的向量是各词向量的平均，比较时用余弦：不看词序，也不分数字大小。只差一个词而意思相反的两句也会很近；不认识的字是零向量。
"""
_LICENSE = """# 许可

`model.safetensors` 由以下两种材料训练而来：

1. 中文维基百科的 word2vec 词向量，取自 PyPI 软件包 synonyms 3.10.0，MIT 许可（全文如下）。
2. 中华人民共和国的法律、法规、规章。依照《中华人民共和国著作权法》第五条，不受著作权法保护。

训练所得的权重和其余文件随本项目，Apache-2.0。

## synonyms 3.10.0

The MIT License (MIT)

Copyright (c) the authors of synonyms (https://pypi.org/project/synonyms/3.10.0/)

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def write_base_card(folder: Path, *, words: int, articles: int, pairs: int, seed: int) -> None:
    """card.md and LICENSE.md of the base."""
    text = _BASE.format(words=words, dimensions=DIMENSIONS, size=_megabytes(folder), articles=articles, pairs=pairs, seed=seed)
    (folder / "card.md").write_text(text, encoding="utf-8")
    (folder / "LICENSE.md").write_text(_LICENSE, encoding="utf-8")


def write_card(folder: Path, learned: Lessons, *, words: int, seed: int) -> None:
    """card.md of the encoder."""
    counts = {"described": len(learned.described), "bettered": len(learned.bettered), "claims": len(learned.claims)}
    text = _CARD.format(words=words, dimensions=DIMENSIONS, size=_megabytes(folder), seed=seed, **counts)
    (folder / "card.md").write_text(text, encoding="utf-8")


def _megabytes(folder: Path) -> float:
    return sum((folder / name).stat().st_size for name in ("model.safetensors", "tokenizer.json")) / 1e6
