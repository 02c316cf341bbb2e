"""How much of a row the project's own words already hold: its name's characters in pairs, its figures and dates."""

from __future__ import annotations

import re
from operator import add

from zhibiao.features.reading import Row
from zhibiao.lexicon.general_words import general_words

_HAN = re.compile("[一-鿿]*")
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_DATE = re.compile(r"\d{1,2}月(?:\d{1,2}日)?")


def said_by_project(row: Row) -> dict[str, float]:
    """Shares from 0 to 1; nothing where the project is not known."""
    table = row.table
    about = table.about
    if not table.context or not about:
        return {}
    goal, head = table.goal, table.head
    name = row.name.core
    pairs = _pairs(name)
    general = general_words()
    telling = [pair for pair in pairs if pair not in general]
    out = {
        "said.name": _held(pairs, about),
        "said.telling": _held(telling, about),
        "said.goal": _held(telling, goal),
        "said.head": _held(telling, head),
        "said.longest": min(longest_stretch(name, about), 8) / 8,
    }
    out["said.description"] = _held(_pairs(row.description.core[:40]), about)
    figures = [figure for figure in _FIGURE.findall(row.value.text) if figure not in ("0", "1", "100")]
    if figures:
        out["said.figure"] = float(any(_stands(figure, about) for figure in figures))
        out["said.goal_figure"] = float(any(_stands(figure, goal) for figure in figures))
    dates = _DATE.findall(row.value.text) if "月" in row.value.text else ()
    if dates:
        out["said.goal_date"] = float(any(_stands(date, goal) for date in dates))
    quantity = row.target.quantity
    if quantity is not None and quantity.unit:
        out["said.goal_amount"] = float(any(_stands(f"{figure}{quantity.unit}", goal) for figure in _FIGURE.findall(row.value.text)))
    return out


def _pairs(text: str) -> list[str]:
    """Neighbouring Han characters."""
    if _HAN.fullmatch(text):  # most names: nothing has to be asked of each character
        return list(map(add, text, text[1:]))
    return [text[i : i + 2] for i in range(len(text) - 1) if "一" <= text[i] <= "鿿" and "一" <= text[i + 1] <= "鿿"]


def _held(pairs: list[str], text: str) -> float:
    return len([pair for pair in pairs if pair in text]) / len(pairs) if pairs else 0.0


def _stands(figure: str, text: str) -> bool:
    """As a number of its own: 12 does not stand in 112 nor in 1.12."""
    at = text.find(figure)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + len(figure) : at + len(figure) + 1]
        if not (before.isdecimal() or before == "." or after.isdecimal() or after == "."):
            return True
        at = text.find(figure, at + 1)
    return False


def longest_stretch(name: str, text: str) -> int:
    """Length of the longest stretch of the name that the text holds."""
    best = 0
    for start in range(len(name)):
        while start + best < len(name) and name[start : start + best + 1] in text:
            best += 1
    return best
