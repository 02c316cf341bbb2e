"""Whether one name holds two measures (培训次数和人数), or two wishes (增加就业机会,提高农民收入), and where they are joined.
Several objects of one measure (音响、灯光、道具质量) are one."""

from __future__ import annotations

import re
from functools import lru_cache

from zhibiao.lexicon.alternatives import alternatives
from zhibiao.lexicon.words import by_role

# 和谐, 及时, 普及, 参与 hold no conjunction
_JOIN = (
    r"(?:[、,，;；/]|(?<![总共饱缓柔温调融中亲])和(?![谐平睦解美气])|以及|(?<![普涉惠触波顾企论危殃])及(?![时格第早])"
    r"|(?<![参赠给授])与(?![会否])|并|且|(?<=[率数度])兼)"
)
_JOINT = re.compile("[、,，;；/和及与并且兼]")  # without one of these nothing is joined
_HEADS = (
    r"(?:率|(?:完成|办理|开工|竣工|响应|处置|使用|持续|开放|服务|工作)时间|时长|天数|比例|人次|场次|金额|面积|长度|里程|满意度"
    r"|总?数量|[人次户件个台套册份场期篇家处座亩项辆株条例]数|(?<![指系多少参倍])数|单价|总价"
    r"|[及准完规合安有时稳先公真][时确整范规全效定进正实]性|(?<!水)(?<!空气)质量|水平|能力|效率|意识|素质|知名度|美誉度|安全感|获得感|幸福感)"
)
_TWO = re.compile(
    rf"(?P<first>(?:^|.*?[一-鿿A-Za-z])(?P<head>{_HEADS})){_JOIN}(?P<second>[一-鿿A-Za-z0-9]{{0,14}}?(?P<tail>{_HEADS}|率|性|度|量|额|数|成本|进度|规模|感))$"
)
# what the second part measures of the first: 用水量、用电量下降率 is one measure
_OVER_ALL = re.compile(
    r"(?:下降|降低|减少|增长|增加|提高|提升|上升|变化|改善|比|波动|差异|均衡|平均|(?:达标|控制|公开|完成|达到)(?=情况|程度))(?:率|比例|情况|幅度|程度|水平|度)$|(?:一致|吻合|符合|相符|匹配|重合|对应)(?:率|度|情况)$|总(?:数|量|人数|面积|额|次数)$|合计$|之和$"
)
_OVER_COUNTS = re.compile(r"(?<=.)(?:达标|控制|公开|准确|完成|达到|合格)率$")  # 数量、面积准确率; but 及时率和准确率 are two
_STEMS = "|".join(by_role("bare_measures", "joined"))
_TWO_STEMS = re.compile(rf"(?P<first>.*(?:{_STEMS})){_JOIN}(?P<second>(?:{_STEMS})(?:率|性|度|程度|情况|比例))$")
_SPLIT = re.compile(r"[,，;；。]|、|并(?!发|网|轨|购)|(?<=[一-鿿]{3})(?:以及|和|及|与)(?![时格谐平会])")
_MANNER = re.compile("(?:可持续|协调|健康|稳定|全面|绿色|高质量|均衡|有序|良性)+发展$")  # how something grows, no second wish
_LEVELS = ("水平", "能力", "质量", "效率", "意识", "素质")


def _any(*roles: str) -> str:
    words = {word for role in roles for word in by_role("actions", role) if len(word) > 1}
    return alternatives(words)


_WISHED = re.compile(f"{_any('manner')}*(?:{_any('wish')}|{_any('act')})地?[一-鿿]{{2,}}")
_DONE_TO = re.compile(f"{_any('noun-act')}[一-鿿]{{2,}}")
_COMMA = re.compile(r"[,，;；]")
_STRONG = re.compile(r"[,，;；、]")
_CHANGED = re.compile(f"[一-鿿]{{2,}}{_any('change')}$")
_ENDS_IN_RATE = re.compile(r"(?:率|[人次户件个]数|数量|满意度|比例|面积|金额|情况|时间|质量合格)$")


@lru_cache(maxsize=1 << 13)
def two_measures(core: str) -> tuple[str, str] | None:
    """The two parts; None where there is one measure."""
    if len(core) < 5 or not _JOINT.search(core):
        return None
    stems = _TWO_STEMS.match(core)
    if stems:
        return stems["first"], stems["second"]
    found = _TWO.match(core)
    if found is None or _OVER_ALL.search(core) or (found["head"] != "率" and _OVER_COUNTS.search(found["second"])):
        return None
    if found["head"] in _LEVELS and (found["second"] in _LEVELS or not found["tail"].endswith((*_LEVELS, "率", "感"))):
        return None
    return found["first"], found["second"]


@lru_cache(maxsize=1 << 13)
def two_wishes(core: str) -> tuple[str, str] | None:
    """Parts that each say what is to be done or to change; a measure at the end makes them one name."""
    if len(core) < 8 or _ENDS_IN_RATE.search(core):
        return None
    parts = [part for part in _SPLIT.split(core) if part and not _MANNER.match(part)]
    if len(parts) < 2:
        return None
    wished = [part for part in parts if _WISHED.match(part) or (_COMMA.search(core) and _DONE_TO.match(part))]
    changed = [part for part in parts if _CHANGED.match(part)]
    held = wished if len(wished) > 1 else changed
    if len(held) < 2 and wished[:1] == parts[:1] and _STRONG.search(core):  # 促进农业增效、农民增收: one verb for both
        held = [*wished, *changed]
    return (held[0], held[1]) if len(held) > 1 and held[0] == parts[0] else None
