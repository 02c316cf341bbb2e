"""The head of a form in layout text: labels put together from their wrapped parts, values given to the nearest label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from zhibiao.lexicon.labels import LABELS
from zhibiao.parsing.drafts import TITLE
from zhibiao.parsing.flattened.laid_out import Piece, pieces_of
from zhibiao.parsing.forms import form_labels
from zhibiao.parsing.head import label_role
from zhibiao.text.clean import squeeze, width

_WORD = re.compile(r"\S+")
_GLUED = re.compile(r"^([0-9A-Za-z.,%]{2,})([一-鿿].*)$|^([一-鿿：:]{3,12}?)(\d[0-9A-Za-z.,%]*)$")
_ASIDE = re.compile(r"^[（(].*[）)]$|^单位[:：]|^\d{3,9}\s*[一-鿿]")  # (2025年度), 单位：万元, code and name of the body
_NUMBER = re.compile(r"^[\d.,%]+$")
GOALS = ("objectives", "actual", "period_objectives")  # 预期目标 | 实际完成情况 stand over their texts
LEFT_GOALS = ("objectives", "objectives~", "period_objectives", "purpose", "extra")
LONG = 30  # columns of a text that is no amount
UNDER = 10  # lines of such a text
PAGE_NUMBER = re.compile(r"^[-—–－]{1,2}\s*\d{1,4}\s*[-—–－]{1,2}$|^第\s*\d+\s*页")
NO_VALUE = ("spending_plan", "budget", "period", "amount_column", "note")
REACH = 3  # lines over which a label may be wrapped
FAR = 30  # columns beyond which one is as far as another: a value in the middle of a wide cell
_ITEMS = tuple(f"（{mark}）" for mark in "一二三四五六七八九十")
_STARTS = frozenset(word[:k] for word in (*LABELS, *form_labels()) for k in range(2, len(word)))


@dataclass
class Label:
    """A label and where it stands."""

    role: str
    text: str
    line: float
    start: int
    stop: int
    values: list[Piece] = field(default_factory=list)


def read_head(lines: Sequence[str], start: int, stop: int) -> tuple[list[list[str]], list[str]]:
    """(label and value rows, lines before the first label)."""
    words = [p for k in range(start, stop) for p in _words(lines[k], k)]
    labels, used = _labels(words)
    if not labels:
        return [], [lines[k].strip() for k in range(start, stop) if lines[k].strip()]
    first = min(label.line for label in labels)
    top = min(
        (
            w.line
            for w in words
            if w not in used
            and abs(w.line - first) <= 1
            and w.start > 4
            and not _ASIDE.match(w.text)
            and not _ASIDE.match(lines[w.line].strip())
            and not TITLE.search(lines[w.line].strip())
        ),
        default=int(first),
    )
    loose = [lines[k].strip() for k in range(start, min(int(first), top)) if lines[k].strip() and not any(w.line == k for w in used)]
    rest = [p for k in range(min(int(first), top), stop) for p in _rest(lines[k], k, used)]
    loose = _whole_titles(loose)
    plan = _plan(labels, rest)
    for piece in rest:
        label = None if PAGE_NUMBER.match(piece.text) else _owner(piece, labels)
        if label is not None:
            label.values.append(piece)
    _in_order(labels)
    for label in labels:
        if label.role.startswith("budget_") and label.values:  # of several money columns the first, on the label's own line
            label.values = [min(label.values, key=lambda p: (abs(p.line - label.line), p.start))]
    rows = [[label.text, "\n".join(p.text for p in label.values)] for label in labels if label.role not in NO_VALUE]
    groups = [[label.text] for label in labels if label.role == "budget"]  # 项目资金（万元） names the money unit
    return groups + rows + plan, loose


def _whole_titles(lines: Sequence[str]) -> list[str]:
    """A title whose last word fell on the next line is one line."""
    out: list[str] = []
    for line in lines:
        if out and len(line) < 12 and line.endswith("表") and not TITLE.search(line) and TITLE.search(out[-1] + line):
            out[-1] += line
        else:
            out.append(line)
    return out


def _words(line: str, number: int) -> list[Piece]:
    """The words of a line; a label that the layout pushed against a code or number is parted from it."""
    out: list[Piece] = []
    for piece in pieces_of(line, number, _WORD):
        glued = _GLUED.match(piece.text)
        left, right = [g for g in glued.groups() if g is not None] if glued else ("", "")
        if (label_role(left, {}) or label_role(right, {})) and not label_role(piece.text, {}):
            middle = piece.start + len(left)
            out += [Piece(left, number, piece.start, middle), Piece(right, number, middle, piece.stop)]
        else:
            out.append(piece)
    return out


def _rest(line: str, number: int, used: set[Piece]) -> list[Piece]:
    """What stands on a line beside its labels, single blanks kept."""
    words = _words(line, number)
    out: list[Piece] = []
    for word in words:
        if word in used:
            continue
        if out and out[-1].stop + 1 == word.start:
            out[-1] = Piece(f"{out[-1].text} {word.text}", number, out[-1].start, word.stop)
        else:
            out.append(word)
    return out


def _labels(words: Sequence[Piece]) -> tuple[list[Label], set[Piece]]:
    labels: list[Label] = []
    used: set[Piece] = set()
    for word in words:
        if word in used:
            continue
        parts = _parts(word, words, used)
        if parts is None:
            continue
        text = "".join(p.text for p in parts)
        role = label_role(text, {}) or ""
        middle = sum(p.line for p in parts) / len(parts)
        labels.append(Label(role, text, middle, min(p.start for p in parts), max(p.stop for p in parts)))
        used.update(parts)
    return labels, used


def _parts(word: Piece, words: Sequence[Piece], used: set[Piece]) -> list[Piece] | None:
    """The word itself where it is a label; else with parts below it (wrapped) or right behind it (6 月底)."""
    near = [w for w in words if w not in used and w is not word]
    wrapped = _wrapped(word, near)
    if wrapped is not None:
        return wrapped
    if _is_label(word.text):
        return [
            word,
            *(
                w
                for w in near
                if 0 < w.line - word.line <= 2 and w.text[0] in "（(" and abs(w.start - word.start) < 4 and _is_label(word.text + w.text)
            ),
        ][:2]
    for other in near:
        behind = other.line == word.line and other.start == word.stop + 1
        if behind and label_role(word.text + other.text, {}) == "period":
            return [word, other]
    return None


def _wrapped(word: Piece, near: Sequence[Piece]) -> list[Piece] | None:
    """The word with the parts below it that make a known label."""
    if squeeze(word.text).strip(":") not in _STARTS:
        return None
    below = [w for w in near if 0 < w.line - word.line <= REACH and w.start < word.stop + 1 and w.stop > word.start - 1]
    for one in below:
        if _is_label(word.text + one.text):
            return [word, one]
        for two in below:
            if two.line > one.line and _is_label(word.text + one.text + two.text):
                return [word, one, two]
    return None


def _is_label(text: str) -> bool:
    role = label_role(text, {})
    return role is not None and (len(squeeze(text)) >= 3 or role == "period") and role not in ("year", "note")


def _plan(labels: list[Label], rest: list[Piece]) -> list[list[str]]:
    """The spending plan: numbers under the months, each to the nearest one."""
    periods = [label for label in labels if label.role == "period"]
    if len(periods) < 2:
        return []
    line = periods[0].line
    found: list[tuple[int, str]] = []
    for piece in [p for p in rest if line < p.line <= line + REACH]:
        if not all(_NUMBER.match(word) for word in piece.text.split()):
            break
        rest.remove(piece)
        found += [(piece.start + 7 * k, word) for k, word in enumerate(piece.text.split())]
    chosen = min(  # in order, each as near to its month as it can be
        combinations(range(len(periods)), min(len(found), len(periods))),
        key=lambda taken: sum(abs(periods[i].start - start) for i, (start, _) in zip(taken, found, strict=False)),
    )
    values = [""] * len(periods)
    for i, (_, word) in zip(chosen, found, strict=False):
        values[i] = word
    return [["资金支出计划", *(label.text for label in periods)], ["", *values]]


def _paired(label: Label, labels: Sequence[Label]) -> bool:
    """Another kind of goal stands on the same line."""
    return any(other.line == label.line and other.role != label.role and other.role in GOALS for other in labels)


def _in_order(labels: Sequence[Label]) -> None:
    """Items 1, 2, 3 of one goal stay together: a first item that fell to the label above goes to the one that has the second."""
    for above, below in pairwise(sorted((x for x in labels if x.role in LEFT_GOALS), key=lambda x: x.line)):
        second = bool(below.values) and below.values[0].text[:1] == "2"
        first = next((k for k, piece in enumerate(above.values) if k and re.match(r"^1\s*[.．、]", piece.text)), None)
        if second and first is not None:
            below.values = above.values[first:] + below.values
            above.values = above.values[:first]
        while above.values and below.values and _next_item(above.values[-1].text, below.values[0].text):
            above.values.append(below.values.pop(0))


def _next_item(text: str, after: str) -> bool:
    """（四）… after （三）…: an item that fell to the label below."""
    numbers = [next((k for k, mark in enumerate(_ITEMS) if line.startswith(mark)), None) for line in (text, after)]
    return numbers[0] is not None and numbers[1] == numbers[0] + 1


def _nearer(piece: Piece, over: Label, labels: Sequence[Label]) -> bool:
    """Another row's label stands between."""
    return any(over.line + 1 < label.line <= piece.line and label.start < piece.start and label.role not in GOALS for label in labels)


def _owner(piece: Piece, labels: Sequence[Label]) -> Label | None:
    """The label to the left that stands nearest; lines weigh more than columns."""
    over = [label for label in labels if label.role in GOALS and 0 < piece.line - label.line <= UNDER and _paired(label, labels)]
    if over and not _nearer(piece, over[0], labels):
        return min(over, key=lambda label: abs((label.start + label.stop) - (piece.start + piece.stop)))
    left = [label for label in labels if label.start < piece.start and label.role not in NO_VALUE]
    if not left:
        return None
    long = width(piece.text) > LONG or re.match(r"[(（]?\d[)）.．、]", piece.text)
    brief = ("budget_", "project_c") if long else ()  # an item or a sentence is no amount and no code

    def away(label: Label) -> float:
        return abs(label.line - piece.line) + 0.05 * min(FAR, max(0, piece.start - label.stop)) + 1.5 * label.role.startswith(brief)

    return min(left, key=away)
