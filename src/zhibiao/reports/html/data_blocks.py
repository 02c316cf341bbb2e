"""Data inside a page: JSON in script elements that a browser reads as text and never runs."""

from __future__ import annotations

import json
import re
from typing import Any

_OPENING = re.compile("[<\u2028\u2029]")  # </script> and <!-- end or change a script element; old scripts take the others for line ends
_LONE = re.compile("[\ud800-\udfff]")  # half a character, from file names that are no text: no encoding writes it


def data_block(kind: str, value: Any) -> str:
    """One element; whatever the text holds, it ends where it should. Characters keep their number: findings count them."""
    compact = json.dumps(lean(value), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    safe = _OPENING.sub(lambda match: f"\\u{ord(match[0]):04x}", _LONE.sub("\ufffd", compact))
    return f'<script type="application/json" data-block="{kind}">{safe}</script>\n'


def lean(value: Any) -> Any:
    """Without what is not there: most keys of most rows are empty."""
    if isinstance(value, dict):
        return {key: lean(item) for key, item in value.items() if item is not None and item != [] and item != {}}
    return [lean(item) for item in value] if isinstance(value, (list, tuple)) else value
