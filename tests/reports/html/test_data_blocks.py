"""Data inside a page: whatever stands in it, it is read back as it was and ends where it should."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_samples import HOSTILE

from zhibiao.reports.html.data_blocks import data_block, lean


class Blocks(HTMLParser):
    """The texts of the script elements, and everything outside them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.inside = False
        self.texts: list[str] = []
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert (tag, dict(attrs)["type"]) == ("script", "application/json")
        self.inside = True
        self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = tag != "script"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts[-1] += data
        else:
            self.outside.append(data)


def read_back(block: str) -> object:
    parser = Blocks()
    parser.feed(block)
    parser.close()
    assert parser.outside == ["\n"]
    (text,) = parser.texts
    return json.loads(text)


def kept(text: str) -> str:
    return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back(text: str) -> None:
    block = data_block("document", {"name": text})
    assert read_back(block) == {"name": kept(text)}
    assert block.count("<") == 2
    assert block.encode("utf-8")
    assert not {"\0", "\u2028", "\u2029"} & set(block)


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=40))
def test_any_text_comes_back_with_as_many_characters(text: str) -> None:
    back = read_back(data_block("x", [text]))
    assert back == [kept(text)]
    assert len(kept(text)) == len(text)


def test_a_block_is_compact() -> None:
    assert (
        data_block("copies", [{"a": 1, "b": "甲"}]) == '<script type="application/json" data-block="copies">[{"a":1,"b":"甲"}]</script>\n'
    )


def test_what_is_not_there_is_left_out_and_what_is_nothing_stays() -> None:
    assert lean({"a": None, "b": [], "c": {}, "d": 0, "e": False, "f": "", "g": [None, {"h": None}]}) == {
        "d": 0,
        "e": False,
        "f": "",
        "g": [None, {}],
    }
