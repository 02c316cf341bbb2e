"""The style and the script: allowed by the policy, and plain enough for the browsers of offices."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from importlib import resources

import pytest

from zhibiao.reports.html.page_parts import SCRIPTS, page_parts

BEFORE, AFTER = page_parts()
FILES = {path.name: path.read_text(encoding="utf-8") for path in (resources.files("zhibiao.reports.html") / "page").iterdir()}
SCRIPT_FILES = sorted(name for name in FILES if name.endswith(".js"))


def between(text: str, start: str, end: str) -> str:
    return text.split(start, 1)[1].split(end, 1)[0]


def test_the_policy_allows_this_style_and_this_script_and_nothing_else() -> None:
    style, script = between(BEFORE, "<style>", "</style>"), between(AFTER, "<script>", "</script>")
    digests = [b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    assert between(BEFORE, 'Content-Security-Policy" content="', '"').split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digests[0]}'",
        f"script-src 'sha256-{digests[1]}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_every_file_is_used_and_no_place_is_left_open() -> None:
    assert sorted(f"{name}.js" for name in SCRIPTS) == SCRIPT_FILES
    assert set(FILES) == {*SCRIPT_FILES, "page.html", "page.css"}
    assert "<!--" not in BEFORE + AFTER
    assert (BEFORE + AFTER).count("<script") == 1
    assert "<noscript>" in BEFORE


def test_nothing_is_fetched() -> None:
    addresses = re.findall(r"[a-z]+://[^\"' )]*|@import|url\(|\bsrc=|\bhref=", BEFORE + AFTER)
    assert addresses == ["http://www.w3.org/2000/svg"]  # a name, not an address


@pytest.mark.parametrize("name", SCRIPT_FILES)
def test_no_text_becomes_markup(name: str) -> None:
    assert re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|DOMParser", FILES[name]) == []


@pytest.mark.parametrize("name", SCRIPT_FILES)
def test_a_script_runs_in_browsers_of_2018(name: str) -> None:
    newer = r"\?\.[a-zA-Z\[(]|\?\?|\|\|=|&&=|\.(?:replaceAll|replaceChildren|flat|flatMap|at|matchAll|fromEntries|append|prepend)\("
    assert re.findall(newer, FILES[name]) == []


def test_the_style_is_known_to_browsers_of_2018() -> None:
    newer = r"(?<![-\w])gap:|:is\(|:where\(|:has\(|inset:|aspect-ratio|:focus-visible|min\(|max\(|clamp\("
    assert re.findall(newer, FILES["page.css"]) == []


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_stays_small(name: str) -> None:
    assert FILES[name].count("\n") <= 400
    assert [line for line in FILES[name].splitlines() if len(line) > 140 and "font:" not in line] == []
