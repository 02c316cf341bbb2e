"""Which words the encoder knows."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from labelled import row, table, written

from zhibiao.text.segment import terms
from zhibiao.training.data.records import load
from zhibiao.training.encoder.tokenizer import clean
from zhibiao.training.encoder.vocabulary import choose, count, table_texts

LAWS = Counter({"河道": 9, "罕见": 2, "条例": 5, "，": 99, "2025": 50})
TABLES = Counter({"渠道": 1, "pqi": 1, "a": 3, "㎡": 2})


def test_tables_laws_their_characters_then_words_that_jieba_knows() -> None:
    words = choose(LAWS, TABLES, ["天文", "杜撰"], {"天文": 7}).words
    assert {"河道", "条例", "渠道", "pqi", "河", "渠", "天文", "≥", "0"} <= set(words)
    assert not {"罕见", "杜撰", "2025", "㎡"} & set(words)
    assert len(set(words)) == len(words)


def test_our_terms_are_all_there() -> None:
    words = set(choose(LAWS, TABLES, [], {}).words)
    assert {clean(term) for term in terms() if term.isalpha() and not term.isascii() and all("一" <= c <= "鿿" for c in term)} <= words


def test_it_is_no_larger_than_asked() -> None:
    assert len(choose(LAWS, TABLES, [], {}, size=50).words) == 50


def test_shares_add_up_and_follow_the_counts() -> None:
    vocabulary = choose(LAWS, TABLES, [], {})
    shares = dict(zip(vocabulary.words, vocabulary.shares, strict=True))
    assert sum(shares.values()) == pytest.approx(1)
    assert shares["河道"] > shares["渠道"] > shares["河"]  # 10, 6 and 1 of the same total


def test_words_are_counted_after_cleaning() -> None:
    assert count(["机井８６眼", "机井12眼"]) == Counter({"机井": 2, "0": 2, "眼": 2})


def test_every_text_of_a_table_is_read(tmp_path: Path) -> None:
    data = load(written(tmp_path, table(row(name="机井眼数", basis="任务书"), purpose="打井")))
    texts = list(table_texts(data.tables))
    assert {"南灌区渠道防渗工程", "打井", "完成渠道防渗3.2公里", "机井眼数", "任务书", "≥3.2公里"} <= set(texts)
    assert "产出指标" not in texts
