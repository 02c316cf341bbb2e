"""How much of a row the project's own words already hold: its name's characters in pairs, its figures and dates."""

from __future__ import annotations

import re

from zhibiao.features.reading import Row
from zhibiao.lexicon.general_words import general_words

_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_HAN2 = re.compile("[一-鿿]{2}")


def said_by_project(row: Row) -> dict[str, float]:
    """Shares from 0 to 1; nothing where the project is not known."""
    table = row.table
    about = table.about
    if not table.context or not about:
        return {}
    goal, head = table.goal, f"{table.project_name.text}\n{table.purpose.text}"
    name = row.name.core
    pairs = [name[i : i + 2] for i in range(len(name) - 1) if _HAN2.match(name, i)]
    telling = [pair for pair in pairs if pair not in general_words()]
    out = {
        "said.name": _held(pairs, about),
        "said.telling": _held(telling, about),
        "said.goal": _held(telling, goal),
        "said.head": _held(telling, head),
        "said.longest": min(longest_stretch(name, about), 8) / 8,
    }
    described = row.description.core[:40]
    out["said.description"] = _held([described[i : i + 2] for i in range(len(described) - 1) if _HAN2.match(described, i)], about)
    figures = [figure for figure in _FIGURE.findall(row.value.text) if figure not in ("0", "1", "100")]
    if figures:
        out["said.figure"] = max(float(re.search(rf"(?<![\d.]){re.escape(figure)}(?![\d.])", about) is not None) for figure in figures)
        out["said.goal_figure"] = max(float(re.search(rf"(?<![\d.]){re.escape(figure)}(?![\d.])", goal) is not None) for figure in figures)
    return out


def _held(pairs: list[str], text: str) -> float:
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0


def longest_stretch(name: str, text: str) -> int:
    """Length of the longest stretch of the name that the text holds."""
    best = 0
    for start in range(len(name)):
        while start + best < len(name) and name[start : start + best + 1] in text:
            best += 1
    return best
