"""Any value, name or sentence as typed quantities, moments, standards and references: a spaCy pipeline over our own tokens."""

from zhibiao.text.measures.pipeline import measure, stated

__all__ = ["measure", "stated"]
