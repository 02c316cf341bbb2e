"""A suggestion in one cell of a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zhibiao.model.suggestion import Suggestion

KINDS = {"mend": "改", "replace": "换成", "move": "移到", "split": "拆成", "add": "增加", "objective": "目标改为", "remove": "删去"}


def best_in_words(suggestions: Sequence[Suggestion] | None) -> str | None:
    """The first one; None where there is none."""
    return in_words(suggestions[0]) if suggestions else None


def in_words(suggestion: Suggestion) -> str:
    """Kind, rows and reason, as a person would write them in the margin."""
    rows = [_row(row) for row in suggestion.rows]
    what = "；".join([*rows, *([suggestion.text] if suggestion.text else [])])
    blanks = f"（＿ 请填：{'、'.join(suggestion.blanks)}）" if suggestion.blanks else ""
    head = KINDS[suggestion.kind]
    return f"{head}{'：' if what else ''}{what}{blanks}" + (f"。理由：{suggestion.why}" if suggestion.why else "")


def _row(fields: Mapping[str, str | None]) -> str:
    head = " / ".join(part for part in (fields.get("level2"), fields.get("name")) if part)
    return f"{head} → {fields['value']}" if fields.get("value") else head
