"""What is asked of a sentence encoder: texts in, one vector for each out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol


class Encoder(Protocol):
    """Any model of meaning; handed in from above, so that nothing below knows which one it is."""

    def encode(self, texts: Sequence[str]) -> Any:
        """A float32 array with a row of length 1 per text; zeros for a text without a known word."""
