"""Whether the number of a value is buried in prose."""

from __future__ import annotations

import re

from zhibiao.features.reading import Row
from zhibiao.features.target import target_of

_LONG, _SHORT = 7, 4  # characters of prose that the name does not have: enough alone, enough with a word of instruction
_INSTRUCTS = re.compile(
    r"严格|按照?(?!时|期|月|年|季)|根据|依据|积极|确保|保障|通过|进一步|开展|落实|用于|规定|要求|文件|予以|给予|进行|加强|方式|组织|范围|措施|有效|切实|及时足额"
)


def buried(row: Row) -> bool:
    """Prose stands beside the quantity, beyond what the name says and a number naturally carries."""
    target = target_of(row.value.text)
    if target.quantity is None or len(target.rest) < _SHORT:
        return False
    known = row.name.characters
    if target.quantity.dimension == "time":
        return len(target.rest) > 2 * _LONG and bool(_INSTRUCTS.search(target.rest))  # a term counts from an event that has to be named
    own = sum(1 for character in target.rest if character not in known)
    return own >= _LONG or (own >= _SHORT and len(target.rest) > _LONG and bool(_INSTRUCTS.search(target.rest)))
