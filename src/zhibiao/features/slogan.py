"""Where a row holds a slogan: what the text alone says (features/filler.py), held against the rest of the row and the project's name.
A text that would fit any project is none where the row makes it concrete: by people counted, or by an object of this project."""

from __future__ import annotations

import re

from zhibiao.features.action import ends_in_measure
from zhibiao.features.field import Field
from zhibiao.features.filler import is_bare, is_general, is_saying, is_slogan
from zhibiao.features.process import process_words
from zhibiao.features.reading import Row
from zhibiao.features.repeating import adds_nothing
from zhibiao.features.sector import shares_words

_PERSONS = frozenset(("people", "household", "body"))
# 营造尊重创新的氛围, 打造公平诚信的环境: whatever stands between, an atmosphere belongs to no project
_ATMOSPHERE = re.compile(r"(?:积极|努力|大力|着力)?(?:营造|打造|创造|形成)(?P<of>[一-鿿、]{0,12})(?P<what>氛围|风气|风尚|环境|生态|局面)$")
_SERVES = re.compile(r"(?:全年|年内|本?年度|累计)?服务")
# 节能环保, 绿色低碳: adjectives in a row, with no number behind them
_ADJECTIVES = re.compile(r"(?:节能|环保|低碳|绿色|减排|节约|降耗|高效|和谐|文明|生态|健康|美丽|宜居|优美|整洁|有序|稳定|繁荣|平安){2,4}")
_FEW = (4, 6, 8)
_ENDS = frozenset(("氛围", "风气", "风尚", "环境", "生态", "局面"))
_STANDARD = re.compile(
    r"(?:达到|符合|满足)(?:相关|有关|规定|质量|使用|设计)*(?:要求|标准|规定|需要|需求)$"
)  # how a quality is told, if weakly
_WORK = re.compile(r"[一-鿿]{2,4}工作")
# 保障环卫工作正常运转: work that is only to go on is the unit's whole field, not an object of this project
_KEEPS_GOING = re.compile(r"(?:保障|确保|保证|维持|维护|促进|推动|推进|支持|支撑)")


def slogan(row: Row) -> Field | None:
    """The name where it is a slogan; else the description, where the name is sound and the description is no comment on it."""
    name, description = row.name, row.description
    if _fits_any(name, row):
        return name
    if description.core and _says_nothing(description.core) and not _speaks_of(row):
        return None if process_words(row) else description  # 经费支出合规 → 专款专用: the name is at fault (R405)
    return None


def _says_nothing(core: str) -> bool:
    return is_slogan(core) or is_saying(core)


def _fits_any(name: Field, row: Row) -> bool:
    core = name.core
    if _says_nothing(core):
        return not (_counts_people(row) or _own_work(core, row))
    if len(core) in _FEW and _ADJECTIVES.fullmatch(core):
        return not row.value.measures.quantities
    found = _ATMOSPHERE.match(core) if core[-2:] in _ENDS else None
    return found is not None and not _own(found["of"], row)


def _counts_people(row: Row) -> bool:
    """服务群众 → ≥3万人次: the value says what is counted."""
    return _SERVES.match(row.name.core) is not None and any(q.dimension in _PERSONS for q in row.value.measures.quantities)


def _own_work(core: str, row: Row) -> bool:
    """创新券工作持续开展 in a project of 创新券."""
    work = None if _KEEPS_GOING.match(core) else _WORK.match(core)
    return work is not None and not is_general(work[0]) and _own(work[0][:-2], row)


def _own(text: str, row: Row) -> bool:
    return row.table.context and shares_words(text, row.table.project_name.text)


def _speaks_of(row: Row) -> bool:
    """按计划及时完成工作 beside 工作完成及时率; 营造拥军浓厚氛围 beside 拥军氛围; 不断增进, which ends the sentence of the name."""
    name, description = row.name, row.description
    if adds_nothing(description.bare, name.bare) or (is_bare(name.core) and ends_in_measure(name.core)):
        return True
    if description.bare == row.value.bare or _STANDARD.match(description.core):
        return True
    return not is_general(description.core) and shares_words(name.core, description.core)
