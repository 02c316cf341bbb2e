"""Measures of good rows for a project's own things: what another project's nouns stand in is left behind, and so is every figure."""

from __future__ import annotations

import re

from zhibiao.features.field import Field
from zhibiao.features.reading import Row
from zhibiao.lexicon.measure_patterns import measure_vocabulary
from zhibiao.suggesting.corpus import Corpus, Example
from zhibiao.suggesting.describing import formula
from zhibiao.suggesting.draft import BLANK
from zhibiao.suggesting.measures import Measure, measured_by
from zhibiao.suggesting.subject import Subject
from zhibiao.suggesting.values import value_for
from zhibiao.text.normalise import normal_text
from zhibiao.text.segment import content_words, segment

_DIGIT = re.compile(r"[\d一二三四五六七八九十百千万两半]")
_SHORTEST = 3  # a tail of fewer characters (率, 数) says too little of what was measured
_LONGEST = 20


def borrowed(example: Example, row: Row, subject: Subject, corpus: Corpus) -> Measure | None:
    """The example's measure with the project's own object; None where its words cannot be told from another project's."""
    own = row.table.about + "\n" + row.name.text
    name = _name(example.name, own)
    if name is None or not _SHORTEST < len(name) <= _LONGEST or _DIGIT.search(name):
        return None
    kind = measured_by(name)
    if (
        kind in ("", "satisfaction", "level")
        or (kind == "duration" and example.category == "社会效益")
        or kind != measured_by(example.name)
    ):
        return None
    value = value_for(name, row, subject)
    if value is None:
        return None
    text = value.text
    if not value.origin and BLANK in text:
        text = _like(example.value, text)
    told = example.description if _clean(example.description, own, corpus.common) else formula(name, kind)
    why = value.origin or "目标值只有编制单位知道，请按计划或上年实际填写"
    return Measure(example.category, name, told, text, value.blanks if BLANK in text else (), why, f"borrowed:{example.id}")


def _name(name: str, own: str) -> str | None:
    """As it is where all of it is the project's own or a word of measures, and something of it is its own. With another object put in front
    of the rest it would seldom make sense."""
    words, known = segment(normal_text(name)), measure_vocabulary()
    if any(word not in known and (len(word) == 1 or word not in own) for word in words):
        return None
    return name if any(word in own and word not in known for word in words if len(word) > 1) else None


def _clean(description: str, own: str, common: frozenset[str]) -> bool:
    """No figure, and no content word that is another project's."""
    if _DIGIT.search(description):
        return False
    return all(word in common or word in own for word in content_words(normal_text(description)))


def _like(model: str, blank: str) -> str:
    """A blank with the sign and unit of the example, where it states a plain quantity."""
    field = Field("value", normal_text(model), True)
    quantities = field.measures.quantities
    if len(quantities) != 1 or quantities[0].sign not in ("≥", "≤", "=") or not quantities[0].unit:
        return blank
    first = quantities[0]
    return blank if first.upper is not None or first.per else f"{first.sign}{BLANK}{first.standard_unit.lstrip('万')}"
