"""Whether one text says again what another has said: by the stretches of characters they share, whatever their order."""

from __future__ import annotations

import re
from functools import lru_cache

_SAME = {
    "提升": "提高",
    "增强": "提高",
    "运转": "运行",
    "运作": "运行",
    "按照": "按",
    "费用": "成本",
    "比率": "比例",
    "总额": "金额",
    "数额": "金额",
    "人员数": "人数",
}
_SAMES = re.compile("|".join(_SAME))
# what may be added to a text without adding to its meaning
_MARKS = re.compile(r"[^\w一-鿿]+")
_LITTLE = re.compile(
    r"达到的水平|进行|对于|关于|情况|程度|状况|做到|达到|确保|保证|实现|能够|予以|是否|[的了且]|使(?!用|命|馆)|将(?!来|军)|把(?!手|关)|要(?![求素点])|并(?![网轨发购])|和(?![谐平解睦])|及(?![时格])|与(?!会)|以(?![上下内])|对(?![象口外接策])|为(?![民人])|地(?=[提推开保促改完发服])|^(?:反映|考核|评价|衡量|体现|统计|考察|是指|指)"
)
# words by which a description may differ from its name and still add nothing
_PADDING = re.compile(
    r"保障|接待|采购|逐步|不断|得到|有所|保持|助力|全[省市县区]|力度|支出|本?年度|当年|全年|各项|工作|项目|相关|有关|到位|完成|总体|整体|具体|本单位|实施|开展|总(?=[人量数额面里户投金经成支])|参加|接受"
)
_LITTLE_MORE = 10  # characters that little words and padding can add at most
_SHARE_TAIL = re.compile(r"(?<=[一-鿿]{2})(?:率|性|度|比例)$")
_COUNT_TAIL = re.compile(r"(?<=[一-鿿])(?:总数量?|个数|数量|总量|数|量)$")


@lru_cache(maxsize=1 << 13)
def essence(text: str) -> str:
    """The text without little words, with words of one meaning made one."""
    return _LITTLE.sub("", _SAMES.sub(lambda found: _SAME[found.group()], text if text.isalnum() else _MARKS.sub("", text)))


def repeated(text: str, source: str) -> int:
    """How many characters of `text` stand in `source`, in stretches of at least two."""
    count = at = 0
    for start in [start for start in range(len(text) - 1) if text[start : start + 2] in source]:
        if start >= at:
            at = start + 2
            while at < len(text) and text[start : at + 1] in source:
                at += 1
            count += at - start
    return count


@lru_cache(maxsize=1 << 13)
def _gist(text: str) -> tuple[str, str]:
    """The essence without padding, and what kind of measure ends it: 满意度, 满意情况 and 满意程度 are one."""
    full = essence(text)
    short = _PADDING.sub("", full)
    core = short if len(short) > 1 else full
    if _SHARE_TAIL.search(core):
        return _SHARE_TAIL.sub("", core), "share"
    if _COUNT_TAIL.search(core):
        return _COUNT_TAIL.sub("", core), "count"
    return core, ""


def adds_nothing(text: str, name: str) -> bool:
    """Whether a description has no character that the name lacks; a rate of what the name counts is another measure."""
    if sum(character not in name for character in text) > _LITTLE_MORE:
        return False
    said, kind = _gist(text)
    known, measure = _gist(name)
    if not said or (kind and measure and kind != measure):
        return False
    if said == known:
        return True
    if len(said) > len(known) or (kind and not measure):
        return False
    return all(said.count(character) <= known.count(character) for character in said)


# 提高 beside 提高健康意识: the wish of the name again; with a degree (明显提高) it is an empty answer, which M201 tells
_WISH = re.compile(
    r"(?P<degree>(?:得到|有所|有效|进一步|不断|逐步|持续|明显|显著|大幅|有力|稳步|切实|充分|深入|全面|逐年|极大|较大|更加|基本)*)"
    r"(?P<verb>提[高升]|增[强进加]|加强|强化|优化|改善|促进|推[动进]|保障|保证|确保|防止|预防|避免|遏制|稳定|维护|维持|完善|健全|带动|拉动|缓解|支持|助力|发挥|巩固|规范|美化"
    r"|净化|保护|满足|改进|推广|普及|宣传|服务|引导|引领|发展|可持续发展|提振|激发|调动|弘扬|传承|保持|丰富|活跃|繁荣|壮大|扩大|拓宽|提供|营造|打造|树立|构建|形成|夯实|畅通"
    r"|减少|减轻|降低|消除|化解|解决|方便|填补|延长|缩短|培养|培育)"
)


@lru_cache(maxsize=1 << 12)
def wished_again(text: str) -> tuple[str, bool]:
    """What a value that is a wish alone says, and whether it names a degree; ("", False) where it is something else."""
    found = _WISH.fullmatch(text)
    return (text, bool(found["degree"])) if found else ("", False)


def all_said(value: str, source: str) -> bool:
    """Every character in its order: 控制在预算内 in 控制在预算成本内."""
    rest = iter(source)
    return all(character in rest for character in value)
