"""What a form prints, a template leaves behind or an office program breaks: cells that their author never filled in."""

from __future__ import annotations

import re
from functools import lru_cache

from zhibiao.lexicon.units import units
from zhibiao.text.measures.dates import serial_date

_UNIT_BEHIND = "年月日号人次名个场家户项件期份套台辆所处座万元%％‰亩吨县市区镇乡村街"
_PRODUCT = "(?<=[)）数量差率积值米亩吨度])×[年市场区项处][一-鿿]{2}"  # 进出水浓度差×年处理水量
# signs that stand for what the author was to write, and the template's own words
_TEMPLATE = re.compile(
    rf"(?<![A-Za-z0-9])[Xx×]{{2,}}(?![A-Za-z0-9])|(?<![A-Za-z0-9×])(?!{_PRODUCT})[Xx×](?=[{_UNIT_BEHIND}](?![数量价费均次]))|\*{{2,}}|^[≥≤<>=]*\*[%人个次]*$|[＿_]{{2,}}|(?<![一二三四五六七八九\d])[○〇]{{2,}}(?![一二三四五六七八九\d])"
    r"|□{2,}|某某|^[?？]+$|(?:此处|在此|请)(?:填写|填报|输入|填入|注明|选择)|待(?:填写?|定|补充|完善|明确)(?=$|[)）,，。;；])|未填写|(?:填写|填报)(?:说明|示例|要求)"
)
_SIGNS = re.compile(r"[Xx×*＿_○〇□某?？填待请]")  # without one of these _TEMPLATE can find nothing
_TEMPLATE_WHOLE = re.compile(
    r"(?:(?:绩效)?(?:目标|指标)(?:内容|名称|值|说明|描述|解释)|[一二三]级指标|绩效指标|绩效目标)[\dA-Za-z一二三四五六七八九十]{0,2}$"
    r"|(?:绩效)?(?:指标|目标)[\d一二三四五六七八九十]{1,2}[:：.、]?$|(?:如|例如|例|示例|参考)[:：]|(?:…+|\.{2,}|。{2,})$"
)
FIGURES = frozenset("≥≤<>=0123456789")  # what opens a value that is neither a list of options nor a unit alone
_WHOLE_STARTS = "绩目指一二三如例示参….。"  # what _TEMPLATE_WHOLE can begin with
_MARKDOWN = re.compile(r"\*\*[^*]+\*\*")  # bold text that lost its formatting
_OPTION = (
    "优秀?|良好?|中等?|低|高|差|好|一般|较[好差高低]|大|小|合格|不合格|基本合格|是|否|达标|基本达标|不达标|未达标|明显|较明显|不明显|显著|不显著|"
    "满意|基本满意|较满意|不满意|有|无|完成|未完成|提升|不提升|健全|较健全|不健全|达成|基本达成|部分达成|未达成"
)
_OPTIONS = re.compile(
    rf"(?:{_OPTION})(?:[、,，/\\|;；或\s-]+(?:{_OPTION}))+$|(?:优[秀良]?良好?中等?[低及差]?差?|好中差|高中低|大中小|优良差|优中差|好坏|高低|优良可差)$"
)
_DASHES = re.compile(r"[-—–/\\]+$|[~·、.]$")
_VOID = re.compile(
    r"(?:本|该|此)?(?:项目|单位|指标|部门)?(?:中|暂时?|尚)?(?:不涉及|未涉及|不适用|不存在|不产生|不体现|不考核|不填|免填|无|没有|暂无|无需|无需填写|不需要|N/?A|n/?a|NA|none|None|null|NULL|nan|NaN)"
    r"(?:此项|该项|此类|该类|本项|相关|明显|直接|此|该|本)*(?:经济|社会|生态|环境|可持续|成本|满意度|数量|质量|时效)*(?:效益|影响|指标|内容|事项|情况|项|类|方面)*$"
)
_BROKEN = re.compile(
    r"#{2,}|#(?:REF|N/A|VALUE|DIV/0|NAME|NUM|NULL|SPILL|GETTING_DATA)[!?]?|(?<![A-Za-z\d])\d(?:\.\d+)?[Ee][+-]?\d{1,3}(?!\d)|\ufffd|锟斤拷|烫烫烫|屯屯屯"
    r"|[âÃï][\x80-\xbf€¢¥¤‰™œ]|鈮[\u4e00-\u9fff]|[?？]{3,}"
    r"|&(?:nbsp|lt|gt|amp|le|ge|quot|#\d+);|_x000[0-9A-F]_|^1900[-/年]\d{1,2}[-/月]\d{1,2}|\d\.\d{11,}|\[object Object\]"
    r"|\{\{|\$\{|<[a-z/][^>]*>"
)
_SERIAL = re.compile(r"([≥≤<>=]*)(4\d,?\d{3})(?:\.0+)?(日|天|年|月|时间|日期|前|之?前完成|前完成)?$")


def is_plain(text: str) -> bool:
    """Whether nothing in the text could be a template's word or sign: the cheap question, asked first."""
    return text[:1] not in _WHOLE_STARTS and _SIGNS.search(text) is None


@lru_cache(maxsize=1 << 12)
def template(text: str) -> tuple[int, int] | None:
    """Where a text still holds the template's words or signs."""
    if not text:
        return None
    found = (text[0] in _WHOLE_STARTS and _TEMPLATE_WHOLE.match(text)) or (_SIGNS.search(text) and _TEMPLATE.search(text))
    if not found or (found.group().startswith("**") and _MARKDOWN.search(text)):
        return None
    return found.span()


@lru_cache(maxsize=1 << 12)
def is_option_list(text: str) -> bool:
    """优良中低差, 是/否: the form's choices, of which one was to be kept."""
    return text[:1] not in FIGURES and bool(_OPTIONS.match(text.removeprefix("定性").lstrip(":、,").rstrip("%")))


@lru_cache(maxsize=1 << 12)
def is_unit_alone(text: str) -> bool:
    """A value that holds only a sign or only a unit."""
    rest = text.lstrip("≥≤<>=≈±")
    if not rest:
        return bool(text)
    if rest[0] in FIGURES:
        return False
    return len(rest) <= 8 and all(part in units() or part.lstrip("万亿千百十") in units() for part in rest.split("/"))


@lru_cache(maxsize=1 << 12)
def is_void(text: str) -> bool:
    """不涉及, 不适用, 无, a dash: the row says that it does not apply."""
    return bool(_VOID.match(text) or _DASHES.match(text))


@lru_cache(maxsize=1 << 12)
def broken(text: str) -> tuple[int, int] | None:
    """Where an office program or a wrong encoding broke a text."""
    found = _BROKEN.search(text)
    return found.span() if found else None


def serial_day(text: str) -> str | None:
    """The day behind a bare serial number, as a date is written: 45,991 → 2025年11月30日; None where the text is none."""
    found = _SERIAL.match(text)
    day = serial_date(int(found[2].replace(",", ""))) if found else None
    return f"{day.year}年{day.month}月{day.day}日" if day else None
