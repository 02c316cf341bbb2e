"""The section of `zhibiao evaluate` on suggestions: the bars, and the reranker beside plain ways to search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from zhibiao.learned.judge import Judge
from zhibiao.suggesting.suggester import load_suggester
from zhibiao.text.clean import width
from zhibiao.training.data.records import DataSet, LabelledTable
from zhibiao.training.evaluation.ranked import ndcg_by_way
from zhibiao.training.evaluation.suggested import measured
from zhibiao.training.suggestions import rewritten, weak_rows

_COLUMN = 30


def suggestion_figures(
    data: DataSet, sectors: Sequence[str], tables: Sequence[LabelledTable], models: Path, judge: Judge
) -> dict[str, Any]:
    """As metrics.json keeps them."""
    suggester = load_suggester(models, judge.encoder)
    pairs = [pair for pair in data.pairs if pair["sector"] in sectors]
    these = rewritten(pairs, [judgement.best for judgement in judge.judge(weak_rows(pairs))])
    ways = ndcg_by_way(these, suggester.corpus, suggester.encoder, suggester.reranker)
    bars = {name: round(value, 4) for name, value in measured(tables, models).items()}
    return {"examples": len(suggester.corpus.examples), "rewritten": len(these), "ndcg_at_5": ways, **bars}


def suggestion_lines(figures: Mapping[str, Any]) -> list[str]:
    """As they are printed."""
    ways = [f"  {way}{' ' * (_COLUMN - width(way))}{value:.3f}" for way, value in figures["ndcg_at_5"].items()]
    return [
        f"建议：语料 {figures['examples']} 行。在测试行业 {figures['rewritten']} 组改写上找标注者的写法，nDCG@5（候选：全部好行和改写）",
        *ways,
        f"测试行业 {figures['rows']} 行差行（有错误或警告，或者等级为中、差）：",
        f"  有建议 {figures['with_suggestion']:.1%}，有三条的 {figures['with_three']:.1%}，第一条平均要填 {figures['blanks']:.2f} 处",
        f"  第一条写进整张表：不带来 R401、R404 的 {figures['no_clash']:.1%}，填好后由同一套模型和规则评为良以上 {figures['lifted']:.1%}",
        f"  类别放对 {figures['right_category']:.1%}；遮去名词后最常用的一种写法占 {figures['most_used_text']:.1%}",
    ]
