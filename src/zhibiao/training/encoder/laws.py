"""Laws and regulations as sentences, and which two of them belong together."""

from __future__ import annotations

import lzma
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

Wordings = tuple[str, str]
_TITLE = "# "
_NUMBER = re.compile(r"^第[一二三四五六七八九十百千零]+[条章节款]\s*")
_PAUSE = re.compile(r"[，。；：]")
_SHORTEST = 12  # characters; shorter lines are headings, dates and signatures
_PART = 6  # characters on either side of a cut
_REACH = 120  # characters kept of a sentence: as long as a long description
_NEIGHBOUR, _HEADED = 0.35, 0.55  # of a hundred pairs 35 are neighbours, 20 title and article, the rest halves of one article


class LawsError(ValueError):
    """Laws that cannot be read."""


@dataclass(frozen=True, slots=True)
class Article:
    """One line of a law."""

    title: str
    text: str


def read_laws(path: Path) -> Iterator[Article]:
    """The lines of a file compressed with xz; a line with `# ` names the law that follows."""
    title = ""
    try:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.startswith(_TITLE):
                    title = line.removeprefix(_TITLE).strip()
                elif text := _NUMBER.sub("", line.strip()):
                    yield Article(title, text)
    except (lzma.LZMAError, EOFError, UnicodeDecodeError) as error:
        raise LawsError(f"{path}：不是 xz 压缩的 UTF-8 文本（{error}）；请检查文件") from error


def law_pairs(articles: Iterable[Article], seed: int) -> list[Wordings]:
    """Neighbouring articles, title and article, two halves of an article; shuffled, the same for the same seed."""
    dice = random.Random(seed)  # noqa: S311 - a draw that must repeat, no secret
    pairs = list(_pairs(articles, dice))
    dice.shuffle(pairs)
    return pairs


def _pairs(articles: Iterable[Article], dice: random.Random) -> Iterator[Wordings]:
    before: Article | None = None
    for article in articles:
        if len(article.text) < _SHORTEST or article.text == article.title:
            continue
        drawn = dice.random()
        if drawn < _NEIGHBOUR and before and before.title == article.title:
            yield before.text[:_REACH], article.text[:_REACH]
        elif drawn < _HEADED:
            yield article.title, article.text[:_REACH]
        else:
            yield from _halves(article.text, dice)
        before = article


def _halves(text: str, dice: random.Random) -> Iterator[Wordings]:
    cuts = [pause.end() for pause in _PAUSE.finditer(text) if _PART <= pause.end() <= len(text) - _PART]
    if cuts:
        cut = dice.choice(cuts)
        yield text[max(0, cut - _REACH) : cut], text[cut : cut + _REACH]
