"""Where a target comes from: whether a basis names a source, says nothing of one, or tells of the work (lexicon/basis_sources.tsv)."""

from __future__ import annotations

import re
from functools import lru_cache

from zhibiao.lexicon.patterns import any_of, listed

_SOURCES = "|".join(map(re.escape, listed("basis_sources", role="source")))
# A source word that is the head of its phrase: at the end, before a mark, or before what one does with a source.
_TAIL = (
    r"(?:$|[\d,，、;；。.:：()\[\]《》/+\s]|要求|规定|精神|内容|标准|数据|情况|结果|文件|材料|中|等|及|和|与|或|的|内|书|表|单|稿|版|为准|为依据|为据|批复|批准|"
    r"确定|核定|核实|制定|设定|测算|下达|执行|安排|统计|得出|计算|显示|推算|编制|预计|估算|约定|明确|记载|反映|提供|设置|填报|汇总|实施|开展|落实|部署|印发|发布|形成|指标|任务|目标|人数|数量|平均|水平|完成|实际)"
)
# A budget, or figures of a year: 2024年完成情况
_FIGURES = re.compile(
    r"上年|上一年|去年|往年|历年|前年|近[三两几]?年|(?:年度?|部门|单位|项目)预算|20\d\d年?度?[^,，。]{0,8}(?:实际|完成|执行|情况|水平|结果|平均|人数|数)"
)
_HEADED = re.compile(rf"(?:{_SOURCES}){_TAIL}")
_NO_SOURCE = re.compile(
    r"(?:规定|计划|约定|合同|要求)的?(?:时间|时限|期限|时段|日期|范围)?内|是否|标准化|规范化|规范有序|制度化|正规"
    r"|按规定(?:时间)?(?!.{0,2}(?:执行|文件))"
)
_LEAD = r"(?:按照?|根据|依据|依照|结合|依|以|由|参照|据)?"
_OWN = r"(?:本|该|我|单位|部门|项目|年度?|局|地|县|市|区|各|具体|当年|地区|村|镇|乡|学校|医院|的)*"
_DO = r"(?:来|而|进行)?(?:确定|测算|填报|制定|设定|核定|安排|执行|得出|开展|为准|填写)?"
_VAGUE = re.compile(rf"{_LEAD}{_OWN}(?:{'|'.join(map(re.escape, listed('basis_sources', role='vague')))})(?:情况|需要|需求)?{_DO}")
_WORK = any_of("basis_sources", role="work")
_DOCUMENT = r"(?:文件|政策|规定|要求|标准|制度|办法|计划)"
_LED = re.compile(rf"^(?:依据|根据|按照?|依照|遵照|参照)(?:[^,，。;；]{{0,6}}?){_DOCUMENT}+(?:{_DOCUMENT}|界定|精神|内容)*(?P<rest>.*)$")
_PAPER = re.compile("文件|政策|制度|办法")
_FRAME = re.compile(r"^(?:依据|根据|按照?|依照|参照|以)|(?:来)?(?:确定|为准|测算|核定|填报|计算)$")
_USED = re.compile(
    r"^(?:来|而|进行|予以|加以)?"
    r"(?:确定|核定|制定|设定|测算|执行|安排|下达|计算|得出|统计|填报|落实|实施|编制|设置|开展|为准|办理|$)"
)


@lru_cache(maxsize=1 << 12)
def names_source(text: str) -> bool:
    """A generic source is one too; a phrase that only leads over to how the work is done is none."""
    plain = _NO_SOURCE.sub("#", text)
    led = _LED.match(plain)
    if led and _PAPER.search(plain[: led.start("rest")]):
        return True  # 依据文件规定……: a document is meant, if not named
    if led and len(led["rest"]) >= 8 and not _USED.match(led["rest"]):
        return not _WORK.match(led["rest"]) and bool(_HEADED.search(led["rest"]))
    return bool(_HEADED.search(plain) or _FIGURES.search(plain))


def remainder(text: str) -> str:
    """Without the words that lead in from a document (根据文件要求) and those that frame a source (按照…确定)."""
    led = _LED.match(text)
    return _FRAME.sub("", led["rest"] if led and led["rest"] else text)


@lru_cache(maxsize=1 << 12)
def vague(bare: str) -> bool:
    """A phrase that fits any row."""
    return bool(_VAGUE.fullmatch(bare))


@lru_cache(maxsize=1 << 12)
def work(text: str) -> bool:
    """A sentence about the work."""
    return bool(_WORK.search(text))
