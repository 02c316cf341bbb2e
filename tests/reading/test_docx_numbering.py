"""Headings and the ordinals that Word writes itself."""

from __future__ import annotations

import pytest
from docx_builder import TRANSITIONAL, build, cells, grid, grids, p, read, shown, t, tbl, tc, tr

from zhibiao.reading.blocks import Paragraph
from zhibiao.reading.docx_numerals import numeral


def numbered(text: str, list_id: int = 1, level: int = 0) -> str:
    """A paragraph in a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def lvl(index: int, system: str, text: str, more: str = "", start: int = 1) -> str:
    """A list level."""
    return f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{system}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def abstract(*levels: str, number: int = 0, more: str = "") -> str:
    """A list definition."""
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(number: int = 1, of: int = 0, overrides: str = "") -> str:
    """A list of that definition."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


OUTLINE = abstract(
    lvl(0, "chineseCounting", "%1、"), lvl(1, "chineseCounting", "（%2）"), lvl(2, "decimal", "%3."), lvl(3, "decimal", "%3.%4")
)


def test_outline_of_a_submission() -> None:
    """一、（一）1. and 1.1, deeper levels beginning again under each higher one."""
    body = (
        "".join(numbered(text, level=level) for level, text in enumerate(["基本情况", "部门职责", "宣传", "细目"]))
        + numbered("细目", level=3)
        + numbered("机构", level=1)
        + numbered("宣传", level=2)
        + numbered("目标")
        + numbered("总体", level=1)
    )
    assert shown(body, numbering=OUTLINE + num()) == [
        "一、基本情况", "（一）部门职责", "1. 宣传", "1.1 细目", "1.2 细目", "（二）机构", "1. 宣传", "二、目标", "（一）总体",
    ]  # fmt: skip


def test_numbers_in_cells() -> None:
    """A column of automatic numbers is text, also without anything beside it; hidden and deleted cells do not count."""
    body = tbl(
        tr(tc(numbered("")), "甲"),
        tr(tc(numbered("")), "删", properties="<w:del/>"),
        tr(tc(numbered("")), tc("乙", '<w:vMerge w:val="restart"/>')),
        tr(tc(numbered("丙")), tc(numbered("藏"), "<w:vMerge/>")),
        tr(tc(numbered("丁") + numbered("戊")), ""),
    )
    table = grid_with(body, abstract(lvl(0, "decimal", "%1")) + num())
    assert [text for _, column, _, _, text in table if column == 0] == ["1", "2", "3 丙", "4 丁\n5 戊"]


def grid_with(body: str, numbering: str) -> list[tuple[int, int, int, int, str]]:
    """Cells of the only table."""
    (table,) = grids(body, numbering=numbering)
    return cells(table)


def test_gap_after_the_ordinal() -> None:
    """One blank for Word's tab; none after full-width marks, or where the list says nothing follows."""
    nothing = '<w:suff w:val="nothing"/>'
    definitions = "".join(
        abstract(level, number=number) + num(number + 1, number)
        for number, level in enumerate(
            [lvl(0, "decimal", "%1)"), lvl(0, "decimal", "%1)", nothing), lvl(0, "decimal", "第%1条"), lvl(0, "decimal", "%1．")]
        )
    )
    assert shown("".join(numbered("甲", number) for number in (1, 2, 3, 4)), numbering=definitions) == [
        "1) 甲",
        "1)甲",
        "第1条 甲",
        "1．甲",
    ]


def test_starts_and_restarts() -> None:
    """Lists of one definition go on counting together unless a new start is set; a start takes effect once."""
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = abstract(lvl(0, "decimal", "%1、", start=3)) + num(1) + num(2) + num(3, overrides=again)
    body = "".join(numbered("x", list_id) for list_id in (1, 1, 2, 3, 3, 1))
    assert shown(body, numbering=numbering) == ["3、x", "4、x", "5、x", "1、x", "2、x", "3、x"]


def test_skipped_level() -> None:
    """A level that was passed over counts as begun, as Word and LibreOffice show it."""
    numbering = abstract(lvl(0, "decimal", "%1、"), lvl(1, "decimal", "%1.%2、"), lvl(2, "decimal", "%1.%2.%3、")) + num()
    body = numbered("a", level=2) + numbered("b", level=1) + numbered("c") + numbered("d", level=2)
    assert shown(body, numbering=numbering) == ["1.1.1、a", "1.2、b", "2、c", "2.1.1、d"]


def test_level_that_does_not_restart() -> None:
    """w:lvlRestart 0 counts through the whole document."""
    numbering = abstract(lvl(0, "decimal", "%1、"), lvl(1, "decimal", "指标%2：", '<w:lvlRestart w:val="0"/>')) + num()
    body = numbered("a") + numbered("b", level=1) + numbered("c") + numbered("d", level=1)
    assert shown(body, numbering=numbering) == ["1、a", "指标1：b", "2、c", "指标2：d"]


def test_overridden_level_and_legal_numbers() -> None:
    """A list may define a level anew; w:isLgl writes all numbers in digits."""
    own = f'<w:lvlOverride w:ilvl="0">{lvl(0, "upperRoman", "%1.")}</w:lvlOverride>'
    numbering = OUTLINE + abstract(lvl(0, "chineseCounting", "第%1章"), lvl(1, "decimal", "%1.%2", "<w:isLgl/>"), number=1)
    numbering += num(1, 0, own) + num(2, 1)
    assert shown(numbered("a") + numbered("b", 2) + numbered("c", 2, 1), numbering=numbering) == ["I. a", "第一章 b", "1.1 c"]


def test_bullets_and_unknown_lists() -> None:
    """A bullet is no text; a list that is not defined gives none; list 0 means no list; a level out of range neither."""
    numbering = abstract(lvl(0, "bullet", "\uf06c")) + num() + num(2, 77)
    body = numbered("a") + numbered("b", 2) + numbered("c", 9) + numbered("d", 0) + numbered("e", 1, 42) + numbered("")
    assert shown(body, numbering=numbering) == ["a", "b", "c", "d", "e"]
    assert shown(numbered("a")) == ["a"]


def test_number_format_newer_than_2007() -> None:
    """Word wraps custom formats in alternatives; the fallback is shown."""
    choice = '<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice>'
    fallback = '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback>'
    system = f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>"
    wrapped = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{system}<w:lvlText w:val="%1、"/></w:lvl>'
    assert shown(numbered("a"), numbering=abstract(wrapped) + num()) == ["01、a"]


def test_deleted_paragraphs_do_not_count() -> None:
    """A paragraph that vanished with its mark leaves no gap in the count; a hidden one neither."""
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    gone = p(f"<w:del>{t('删')}</w:del>", listed + "<w:rPr><w:del/></w:rPr>")
    hidden = p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>", listed + "<w:rPr><w:vanish/></w:rPr>")
    body = numbered("a") + gone + hidden + numbered("b")
    assert shown(body, numbering=OUTLINE + num()) == ["一、a", "二、b"]


def test_joined_paragraph_carries_the_next_ordinal() -> None:
    """Of two paragraphs joined by a deleted mark, the surviving mark's list counts, before the whole line."""
    body = p("甲", '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>') + numbered("乙") + numbered("丙")
    assert shown(body, numbering=OUTLINE + num()) == ["一、甲乙", "二、丙"]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="我的标题"/><w:basedOn w:val="2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="out"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="TOC Heading"/><w:basedOn w:val="1"/>'
    '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="pool"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="pool"><w:basedOn w:val="loop"/></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ("", None),
        ('<w:pStyle w:val="1"/>', 1),
        ('<w:pStyle w:val="2"/>', 2),
        ('<w:pStyle w:val="own"/>', 2),
        ('<w:pStyle w:val="out"/>', 3),
        ('<w:pStyle w:val="toc"/>', None),
        ('<w:pStyle w:val="loop"/>', None),
        ('<w:pStyle w:val="Heading4"/>', 4),  # not defined: only its id is left
        ('<w:pStyle w:val="nothing"/>', None),
        ('<w:outlineLvl w:val="1"/>', 2),
        ('<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>', None),
        ('<w:pStyle w:val="1"/><w:outlineLvl w:val="4"/>', 5),
        ('<w:outlineLvl w:val="x"/>', None),
    ],
)
def test_heading_level(properties: str, level: int | None) -> None:
    """From the paragraph itself, its style, or the styles that is based on."""
    (block,) = read(build(p("甲", properties), STYLES)).blocks
    assert isinstance(block, Paragraph)
    assert block.level == level


def test_list_from_the_style() -> None:
    """A style may bring the list; its level is the one tied to the style; list 0 in the paragraph takes it away."""
    numbering = abstract(lvl(0, "decimal", "%1、"), lvl(1, "chineseCounting", "（%2）", '<w:pStyle w:val="2"/>')) + num()
    styled = '<w:pStyle w:val="2"/>'
    body = p("a", styled) + p("b", '<w:pStyle w:val="own"/>') + p("c", styled + '<w:numPr><w:numId w:val="0"/></w:numPr>') + p("d", styled)
    assert shown(body, STYLES, numbering) == ["（一）a", "（二）b", "c", "（三）d"]


def test_list_style_link() -> None:
    """A definition may only point to a list style that holds the real one."""
    styles = '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    numbering = abstract(more='<w:numStyleLink w:val="L"/>') + abstract(lvl(0, "decimal", "%1、"), number=5) + num(1, 0) + num(2, 5)
    assert shown(numbered("a"), styles, numbering) == ["1、a"]


@pytest.mark.parametrize(
    ("system", "expected"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("decimalFullWidth", {12: "１２"}),
        ("none", {1: ""}),
        ("chineseCounting", {0: "零", 1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九"}),
        (
            "chineseCountingThousand",
            {
                10: "十",
                15: "十五",
                100: "一百",
                105: "一百零五",
                110: "一百一十",
                1001: "一千零一",
                10_010: "一万零一十",
                100_000: "十万",
                -1: "-1",
            },
        ),
        ("japaneseCounting", {3: "三", 21: "二十一"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 25: "贰拾伍"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥"}),
        ("ideographDigital", {2: "二", 10: "一〇"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedCircleChinese", {3: "③"}),
        ("decimalEnclosedParen", {3: "⑶"}),
        ("decimalEnclosedFullstop", {3: "⒊"}),
        ("ideographEnclosedCircle", {2: "㊁"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 53: "aaa", 10**9: "1000000000"}),
        ("upperLetter", {2: "B", 28: "BB"}),
        ("lowerRoman", {4: "iv", 1994: "mcmxciv", 10**9: "1000000000"}),
        ("upperRoman", {9: "IX", 0: "0"}),
        ("numberInDash", {3: "- 3 -"}),
        ("somethingNew", {3: "3"}),
    ],
)
def test_numeral(system: str, expected: dict[int, str]) -> None:
    """Hand-written values for each number system."""
    assert {value: numeral(value, system) for value in expected} == expected


def styles_part(styles: str, prefix: str, encoding: str = "UTF-8") -> bytes:
    """A styles part with that prefix in that encoding; {0} stands for the prefix."""
    space = f'xmlns{":" if prefix else ""}{prefix[:-1]}="{TRANSITIONAL}" xmlns:q="{TRANSITIONAL}"'
    text = f'<?xml version="1.0" encoding="{encoding}"?><{prefix}styles {space}>{styles.replace("{0}", prefix)}</{prefix}styles>'
    return text.encode(encoding)


@pytest.mark.parametrize("prefix", ["w:", "x:", ""])
@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "GB18030"])
def test_styles_cut_out_or_parsed_whole(prefix: str, encoding: str) -> None:
    """A style is found whatever the prefix, the encoding, its quotes or a neighbour without content."""
    styles = (
        '<{0}style q:styleId="empty"/><{0}style q:styleId="1"><{0}name q:val="标题 1"/></{0}style>'
        "<{0}style q:styleId='2'><{0}name q:val='标题 2'/></{0}style><{0}style q:styleId='a&amp;b'><{0}basedOn q:val='2'/></{0}style>"
    )
    data = build(
        "".join(p("甲", f'<w:pStyle w:val="{name}"/>') for name in ("empty", "1", "2", "a&amp;b", "none", "heading 3")),
        more={"word/styles.xml": styles_part(styles, prefix, encoding)},
    )
    assert [getattr(block, "level", 0) for block in read(data).blocks] == [None, 1, 2, 2, None, 3]


def test_many_styles() -> None:
    """After some styles the part is parsed whole, with the same answers."""
    names = [f"s{number}" for number in range(100)]
    styles = "".join(
        f'<w:style w:styleId="{name}"><w:name w:val="heading {number % 9 + 1}"/></w:style>' for number, name in enumerate(names)
    )
    data = build("".join(p("甲", f'<w:pStyle w:val="{name}"/>') for name in names), styles)
    assert [getattr(block, "level", 0) for block in read(data).blocks] == [number % 9 + 1 for number in range(100)]


def test_heading_in_a_table_is_text() -> None:
    """Styles inside cells change nothing but hidden text and numbers."""
    assert grid(tbl(tr(tc(p("甲", '<w:pStyle w:val="1"/>'))))).cells[0].text == "甲"
