"""Money cells as numbers: 16.72, 1,200.00, 96万元, 资金总额：291.97."""

from __future__ import annotations

import re

from zhibiao.text.clean import squeeze

_NUMBER = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?")
_UNIT = re.compile(r"(万元|亿元|千元|元|萬元)")


def amount(text: str) -> float | None:
    """The one number of a money cell; None where it is blank or holds words with several numbers."""
    word = squeeze(text)
    found = _NUMBER.findall(word)
    if not found or len(word) > 40:
        return None
    if len(found) > 1 and not re.match(r"^[^\d]{0,12}" + re.escape(found[0]), word):
        return None
    return float(found[0].replace(",", ""))


def amount_unit(text: str) -> str | None:
    """The unit of a 单位：万元 remark or of a label such as 项目资金（万元）."""
    found = _UNIT.search("".join(text.split()))
    return found.group(1) if found else None
