"""The narrative of a department's document: title, unit, overall goal, sub-goals, safeguards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zhibiao.lexicon.headings import MARK, OVERALL, PARTS, SAFEGUARDS, SUB_GOALS, TITLE_END, UNIT_LABEL
from zhibiao.model.document import SubGoal
from zhibiao.model.place import Place
from zhibiao.parsing.contents_line import CONTENTS_LINE
from zhibiao.parsing.drafts import TITLE
from zhibiao.parsing.year import year_in_title
from zhibiao.reading.blocks import Paragraph
from zhibiao.text.clean import blanks, join_lines, squeeze, unforced, width

_CONTENTS = re.compile(r"^目\s*录$")
_ITEM = re.compile(
    r"^\s*(?:[(（]\s*[一二三四五六七八九十]{1,3}\s*[)）]\s*[、.．]?|[一二三四五六七八九十]{1,3}\s*[、.．]|[(（]?\d{1,2}[)）]?\s*[、.．](?!\d)|[(（]\d{1,2}[)）]|[①-⑳]|第[一二三四五六七八九十]+[，、,])\s*"
)
_GOAL = re.compile(r"^(?:绩效|年度|年度绩效)?目标\s*[:：]\s*")
_INDICATORS = re.compile(r"^(?:绩效|年度绩效|主要绩效)?指标\s*[:：]\s*")
_CLOSED = re.compile(r"[。；;：:！!？?”）)]$")
_INNER = re.compile(r"[，。；：:,;]")
_INTRO = re.compile(r"(?:目标|措施|如下)\s*[:：]$")
LONGEST = 20_000  # characters of one paragraph: no real one comes near, and joining without end would take quadratic time
FLATTENED = ("txt", "md", "pdf")


@dataclass(frozen=True)
class Narrative:
    """What the running text states; None and empty where it has no such part."""

    title: str | None = None
    unit: str | None = None
    year: int | None = None
    overall_goal: str | None = None
    sub_goals: tuple[SubGoal, ...] = ()
    safeguards: tuple[str, ...] = ()


def read_narrative(paragraphs: Sequence[Paragraph], kind: str, top: Sequence[str] = ()) -> Narrative:
    """Parts found by their headings; the last heading of a kind counts, the first stands in the contents list.

    top: lines of a sheet or form above its table, where the unit may be named."""
    body = [p for p in paragraphs if not CONTENTS_LINE.search(p.text.rstrip())]
    wrapped = kind in FLATTENED
    parts = _parts(body)
    overall = _paragraphs(parts.get("overall", []), wrapped)
    title = _title(body, joined=kind != "html")
    return Narrative(
        title=title,
        unit=_unit([p.text for p in body[:40]] + list(top), title),
        year=year_in_title(title or ""),
        overall_goal="\n".join(p.text for p in overall) or None,
        sub_goals=_sub_goals(_paragraphs(parts.get("sub_goals", []), wrapped)),
        safeguards=_safeguards(_paragraphs(parts.get("safeguards", []), wrapped)),
    )


def _heading_kind(text: str) -> str | None:
    word = squeeze(text).strip("#*")
    if len(word) > 30:
        return None
    for kind, pattern in (("overall", OVERALL), ("sub_goals", SUB_GOALS), ("safeguards", SAFEGUARDS), ("end", PARTS)):
        if pattern.match(word):
            return kind
    return "end" if TITLE.search(text.strip()) and text.strip().endswith(("表", "表）")) else None


def _parts(body: Sequence[Paragraph]) -> dict[str, list[Paragraph]]:
    """The paragraphs under each heading."""
    parts: dict[str, list[Paragraph]] = {}
    current: str | None = None
    for paragraph in body:
        kind = _heading_kind(paragraph.text)
        if kind == "end":
            current = None
        elif kind is not None:
            current = kind
            if not parts.get(kind):
                parts[kind] = []
        elif current is not None:
            parts[current].append(paragraph)
    return parts


def _paragraphs(lines: Sequence[Paragraph], wrapped: bool) -> list[Paragraph]:
    """Where another tool broke the lines, a line that does not close a sentence goes on in the next."""
    out: list[Paragraph] = []
    full = max((width(line.text.strip()) for line in lines), default=0) - 4  # a line this wide was broken by the layout
    last = 0
    for line in lines:
        text = blanks(line.text).replace("\n", "" if wrapped else "\n")
        if not text:
            continue
        if wrapped and out and _goes_on(out[-1].text, text, last >= full):
            out[-1] = Paragraph(join_lines([out[-1].text, text]), out[-1].place, out[-1].level)
        else:
            out.append(Paragraph(text, line.place, line.level))
        last = width(text)
    if not wrapped:
        return out
    return [Paragraph(unforced(p.text), p.place, p.level) for p in out]


def _goes_on(before: str, text: str, full: bool) -> bool:
    """Whether a line is the rest of the one before: it opens nothing, and that one closed nothing or filled its line."""
    if len(before) > LONGEST:
        return False
    if _ITEM.match(text) or _GOAL.match(text) or _INDICATORS.match(text):
        return False
    if _ITEM.match(before) and not _INNER.search(before):
        return full  # a title of its own line
    if not _CLOSED.search(before):
        return True
    return full and before.endswith(("）", "”", ")", "，", "、"))


def _without_item(text: str) -> str:
    return _ITEM.sub("", text, count=1).strip()


def _sub_goals(lines: Sequence[Paragraph]) -> tuple[SubGoal, ...]:
    goals: list[dict[str, str | None]] = []
    places: list[Place] = []
    last = ""
    for line in lines:
        text = line.text.strip()
        bare = _without_item(text)
        for key, pattern in (("goal", _GOAL), ("indicators", _INDICATORS)):
            if goals and pattern.match(bare):
                goals[-1][key] = pattern.sub("", bare)
                last = key
                break
        else:
            if _ITEM.match(text) and not _INTRO.search(text):
                goals.append(_opened(bare))
                places.append(line.place)
                last = ""
            elif goals and last:
                goals[-1][last] = f"{goals[-1][last]}\n{text}"
    return tuple(SubGoal(g["title"], g["goal"], g["indicators"], place) for g, place in zip(goals, places, strict=True))


def _opened(text: str) -> dict[str, str | None]:
    """An item's first line: its title, or title and goal parted by a colon."""
    title, colon, rest = text.partition("：")
    if colon and rest.strip() and len(title) <= 40:
        return {"title": title.strip(), "goal": rest.strip(), "indicators": None}
    plain = text.strip("：: ")
    return {"title": plain[:-1] if plain.endswith("。") and len(plain) < 40 else plain, "goal": None, "indicators": None}


def _safeguards(lines: Sequence[Paragraph]) -> tuple[str, ...]:
    """Numbered items, their further paragraphs with them; text without numbers is an item a paragraph."""
    items: list[str] = []
    numbered = any(_ITEM.match(line.text) for line in lines)
    for line in lines:
        text = line.text.strip()
        if _ITEM.match(text):
            items.append(_without_item(text))
        elif not numbered:
            items.append(text)
        elif items:
            items[-1] += text if len(items[-1]) <= 30 and _CLOSED.search(items[-1]) else "\n" + text
    return tuple(items)


def _title(body: Sequence[Paragraph], joined: bool) -> str | None:
    """The document's own title: the lines at its beginning up to one that ends as titles of such documents do.

    joined: earlier lines belong to it (a cover); on a web page they are its navigation."""
    lines: list[str] = []
    for paragraph in body[:8]:
        text = blanks(paragraph.text).replace("\n", "").strip("*# ")
        if MARK.match(text):
            continue
        if _CONTENTS.match(text) or _heading_kind(text) or len(text) > 60 or text.endswith("。"):
            return None
        lines.append(text)
        if TITLE_END.search(squeeze(text)):
            return unforced(join_lines(lines if joined else lines[-1:]))
        if len(lines) > 4:
            return None
    return None


def _unit(lines: Sequence[str], title: str | None) -> str | None:
    for line in lines:
        found = UNIT_LABEL.search(line)
        if found:
            return next(g for g in found.groups() if g).strip()
    if title:
        found = re.match(r"^(?!关于)(.{3,40}?)(?:部门|单位)?(?:关于)?(?:20\d\d\s*年|(?:部门|单位)?预算绩效)", title)
        if found:
            return found.group(1)
    return None
