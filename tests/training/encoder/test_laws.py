"""Laws as sentences and pairs."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from zhibiao.training.encoder.laws import Article, LawsError, law_pairs, read_laws

LINES = """# 甲市河道条例
为了加强河道管理，保障防洪安全，制定本条例。
第二条 本市行政区域内河道的整治、利用和保护，适用本条例。

# 乙市档案条例
第一章
档案主管部门负责档案工作的监督和指导；有关部门各负其责。
"""


@pytest.fixture
def laws(tmp_path: Path) -> Path:
    path = tmp_path / "laws.txt.xz"
    path.write_bytes(lzma.compress(LINES.encode()))
    return path


def test_lines_know_their_law_and_lose_their_number(laws: Path) -> None:
    assert list(read_laws(laws)) == [
        Article("甲市河道条例", "为了加强河道管理，保障防洪安全，制定本条例。"),
        Article("甲市河道条例", "本市行政区域内河道的整治、利用和保护，适用本条例。"),
        Article("乙市档案条例", "档案主管部门负责档案工作的监督和指导；有关部门各负其责。"),
    ]


def test_what_is_not_xz_is_told(tmp_path: Path) -> None:
    path = tmp_path / "laws.txt"
    path.write_text(LINES, encoding="utf-8")
    with pytest.raises(LawsError, match="不是 xz 压缩"):
        list(read_laws(path))


def test_a_pair_is_neighbours_or_title_and_article_or_two_halves(laws: Path) -> None:
    articles = list(read_laws(laws))
    allowed = {(first.text, second.text) for first in articles for second in articles if first.title == second.title}
    allowed |= {(article.title, article.text) for article in articles}
    allowed |= {(a.text[:cut], a.text[cut:]) for a in articles for cut in range(6, len(a.text) - 5) if a.text[cut - 1] in "，。；："}
    seen = {pair for seed in range(60) for pair in law_pairs(articles, seed)}
    assert seen <= allowed
    assert (articles[0].text, articles[1].text) in seen
    assert (articles[2].title, articles[2].text) in seen
    assert (articles[1].text, articles[2].text) not in seen  # of two laws


def test_the_same_seed_gives_the_same_pairs(laws: Path) -> None:
    articles = list(read_laws(laws)) * 20
    assert law_pairs(articles, 1) == law_pairs(articles, 1)
    assert law_pairs(articles, 1) != law_pairs(articles, 2)


def test_headings_and_signatures_teach_nothing() -> None:
    assert law_pairs([Article("甲市河道条例", "总则"), Article("甲市河道条例", "甲市河道条例")], 1) == []
