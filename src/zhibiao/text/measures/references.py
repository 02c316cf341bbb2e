"""Documents that a text names, without reading its quantities and dates: what a basis is mostly asked for."""

from __future__ import annotations

import re

from zhibiao.model.quantity import Reference
from zhibiao.text.measures.anchors import REFERENCES
from zhibiao.text.measures.building import reference

_ANY = re.compile("|".join(REFERENCES))


def references(text: str) -> tuple[Reference, ...]:
    """In order of place; the same as measure(text).references."""
    if "《" not in text and "号" not in text:
        return ()
    return tuple(reference(text, (found.start(), found.end(), "REF")) for found in _ANY.finditer(text))
