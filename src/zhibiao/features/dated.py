"""References of a narrative that are out of date for a budget year: past years as the present, past congresses, plans and campaigns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zhibiao.features.field import Field
from zhibiao.lexicon.programmes import programme_words, programmes

_SENTENCE = re.compile(r"[^。！？!?;；\n]+")
_TITLE = re.compile(r"《[^》]*》|[〔\[【(（](?:19|20)\d\d[〕\]】)）]")
_ANNUAL_TITLE = re.compile(r"《[^》]*?(20\d\d)年?[^》\d]{0,12}(?:预算|绩效文本|绩效目标|工作要点|工作计划|重点工作)[^》]*》")
_YEAR = re.compile(r"(20\d\d)年")
_PAST = re.compile(
    r"了|已|曾|以来|期间|同期|同比|相比|较|比|截[至止]|上年|去年|累计|自20|从20|始于|起|印发|出台|下发|成立|建成于|通过的|结转|决算|遗留|尾款|完成率?为|实际"
)
_PAST_PLAN = re.compile(r"^[”’\"]?(?:期间|时期|以来|末|收官后|建成|遗留|结转|尾款|易地|项目尾款|已|项目债)")
_ORDINAL = re.compile("[第二三四五六七八九十]$")  # 二十四五 is a number
_PRESENT = re.compile(
    r"^(?:年?度?(?:底|末|年底|年末)?(?:前|之前)|[底末][,，:]|年?度?[,，:]|年?度?(?:总体|绩效|工作|预算|部门预算|支出预算|收支预算|重点|主要|全年|计划|拟|将|要|力争|全[面力]|我[局县市区镇乡院校委办]?(?:将|要)|继续|以))"
)
_TASK = re.compile(r"(?:^|[,，])(?:到|至|确保)$|(?:做好|编制|制定|落实|完成|实施|抓好|开展|推进|安排)[^,，]{0,4}$")


@dataclass(frozen=True, slots=True)
class Dated:
    """The words, and why they are out of date."""

    span: tuple[int, int]
    reason: str


def dated(field: Field, year: int) -> Iterator[Dated]:
    """In order of place."""
    text = field.text
    for found in _ANNUAL_TITLE.finditer(text):
        if int(found[1]) < year - 1:
            yield Dated(found.span(), f"是{found[1]}年的年度文件")
    for sentence in _SENTENCE.finditer(text):
        yield from _programmes(text, sentence.start(), sentence.end(), year)
        yield from _years(text, sentence.start(), sentence.end(), year)


def _programmes(text: str, start: int, end: int, year: int) -> Iterator[Dated]:
    titles = [found.span() for found in _TITLE.finditer(text, start, end)]
    for found in programme_words().finditer(text, start, end):
        programme = programmes()[found.group()]
        if programme.last >= year or any(first <= found.start() < last for first, last in titles):
            continue
        if _PAST_PLAN.search(text[found.end() : end]) or _ORDINAL.search(text, start, found.start()):
            continue
        if programme.successor and programme.successor in text[start:end]:
            continue  # 党的十九大、二十大精神: the new one stands beside it
        yield Dated(found.span(), "在这个预算年度已经过时")


def _years(text: str, start: int, end: int, year: int) -> Iterator[Dated]:
    """A past year that opens a sentence as its present, or by whose end something is to be done."""
    sentence = text[start:end]
    bare = _TITLE.sub(lambda found: "、" * len(found.group()), sentence)
    years = {int(found[1]) for found in _YEAR.finditer(bare)}
    if not years or max(years) >= year or _PAST.search(bare):
        return
    current = f"{year}年" in text  # the text looks back before it turns to this year
    for found in _YEAR.finditer(bare):
        opens = not bare[: found.start()].strip(" 、1234567890.（()）一二三四五六七八九十“")
        if ((opens and not current) or _TASK.search(bare[: found.start()])) and _PRESENT.match(bare[found.end() :]):
            yield Dated((start + found.start(), start + found.end()), f"早于预算年度{year}年")
            return
