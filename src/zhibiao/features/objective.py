"""An objective: whether it is a placeholder or made of words that fit any project, and whether it states a figure."""

from __future__ import annotations

import re

from zhibiao.features.field import Field
from zhibiao.lexicon.general_words import empty_words, made_of

_PLACEHOLDER = re.compile(
    r"(?:(?:年度|总体|绩效|项目|长期|阶段性?)*目标(?:内容)?[\d一二三四五]*|[/\\\-—.、*×xX_…]+|无|暂无|略|同上|待定|待填写?|待补充|测试|请填写.*|填写.*内容|此处填写.*"
    r"|详见附件|见附件|详见附表|见附表|[\(（]?分级填报[\)）]?|.*(?:[xX×*]{2,}|[＿_]{2,}|[○〇]{2,}).*|不涉及|不适用|绩效目标内容)"
)
_LABEL = re.compile(r"^(?:(?:年度|绩效)?目标[\d一二三四五六七八九]{1,2}[:、.]|[\d一二三四五]{1,2}[、.:])")
_DAY = re.compile("[月日季]")
_HAN_FIGURE = re.compile("[一二两三四五六七八九十]+[百千万]")  # 一千二百名
_ANY_FIGURE = re.compile("[0-9一二两三四五六七八九十百千万亿半每逐按]")  # without any of these there is nothing to read
_DROPPED = re.compile(r"20\d\d年度?|(?:达到?|≥|为|>=|=)?(?:100|9\d|[89]0)%(?:以上)?|[^\w一-鿿]+")


def is_placeholder(objective: Field) -> bool:
    """Template text that nobody replaced."""
    return bool(_PLACEHOLDER.fullmatch(objective.text.strip(" 。；;，,、:：")))


def is_empty_talk(objective: Field) -> bool:
    """Nothing but words that fit any project, whatever their order."""
    text = _DROPPED.sub("", _LABEL.sub("", objective.text))
    return bool(text) and len(text) <= 200 and made_of(text, empty_words())


def states_figure(objective: Field) -> bool:
    """A quantity, a day, a month or a frequency; a year, a document's number or the number of a label is none."""
    text, label = objective.text, _LABEL.match(objective.text)
    if _ANY_FIGURE.search(text) is None:
        return False
    start = label.end() if label else 0
    if any(q.start >= start and text[max(0, q.start - 2) : q.start] not in ("内容", "目标") for q in objective.measures.quantities):
        return True
    if _HAN_FIGURE.search(text, start):
        return True
    moments = (moment for moment in objective.measures.moments if moment.start >= start)
    return any(moment.kind == "frequency" or _DAY.search(text, moment.start, moment.end) for moment in moments)
