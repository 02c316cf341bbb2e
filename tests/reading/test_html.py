"""Web pages: what of them is text, what is only the site, and how lines, lists and encodings are read."""

from __future__ import annotations

import pytest
from page_reader import paragraphs, read

from zhibiao.errors import ReadError
from zhibiao.model.place import Place
from zhibiao.reading.blocks import Cell, Grid, Lines, Paragraph

PAGE = """<!DOCTYPE html><html><head><title>关于公开2025年项目绩效目标的公告_某市财政局</title><style>p{color:red}</style></head>
<body><header><h2>某市人民政府</h2><a href="/">登录</a></header>
<nav><ul><li><a href="/">首页</a></li></ul></nav>
<div class="menu"><ul><li><a href="/a">政务公开</a></li><li><a href="/b">办事服务</a></li><li><a href="/c">互动交流</a></li></ul></div>
<div class="pos">您现在的位置：<a href="/">首页</a> &gt; <a href="/gk">信息公开</a> &gt; 正文</div>
<script>var x = "<p>不是文字</p>";</script>
<div class="article-content">
<h1>项目绩效目标</h1>
<p>　　为做好2025年预算绩效管理工作，
   现将项目绩效目标公开如下。</p>
<table><tr><th>三级指标</th><th>指标值</th></tr><tr><td>培训人数</td><td>≥200人</td></tr></table>
<ul><li><a href="1.docx">附件1：绩效目标表</a></li><li><a href="2.docx">附件2：说明</a></li><li><a href="3.docx">附件3：名单</a></li></ul>
</div>
<div>友情链接：<a href="x">中国政府网</a> | <a href="y">财政部</a> | <a href="z">某省人民政府</a></div>
<footer><p>版权所有</p></footer></body></html>"""


def test_page_of_a_government_site() -> None:
    blocks = read(PAGE)
    assert blocks.kind == "html"
    assert blocks.title == "关于公开2025年项目绩效目标的公告"
    table = Grid((Cell("三级指标", 0, 0), Cell("指标值", 0, 1), Cell("培训人数", 1, 0), Cell("≥200人", 1, 1)), 2, 2, Place(table=1))
    assert blocks.blocks == (
        Paragraph("项目绩效目标", Place(line=1), 1),
        Paragraph("为做好2025年预算绩效管理工作，现将项目绩效目标公开如下。", Place(line=2)),
        table,
        Paragraph("附件1：绩效目标表", Place(line=3)),
        Paragraph("附件2：说明", Place(line=4)),
        Paragraph("附件3：名单", Place(line=5)),
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("某市财政局_2025年绩效目标表", "2025年绩效目标表"),
        ("2024-2025年度绩效目标表-某市人民政府门户网站", "2024-2025年度绩效目标表"),
        ("2025年部门预算_某市财政局", None),
        ("", None),
    ],
)
def test_title_only_where_it_names_performance(title: str, expected: str | None) -> None:
    assert read(f"<html><head><title>{title}</title></head><body><p>文</p></body></html>").title == expected


@pytest.mark.parametrize(
    "surrounding",
    [
        "<div style='display: none'>隐藏</div>",
        "<p hidden>隐藏</p>",
        "<noscript>请打开脚本</noscript><template><p>样板</p></template>",
        "<div role='navigation'><p>栏目</p></div>",
        "<div aria-hidden='true'><a href=1>菜单</a></div>",
        "<div title='header'><p>页眉</p></div>",
        "<select><option>请选择</option><option>市级</option></select>",
        "<form><input type=text value='请输入关键字'><button>搜索</button></form>",
        "<!-- 注释 --><!--[if gte mso 9]><xml><w:View>Print</w:View></xml><![endif]-->",
        "<xml><w:WordDocument>x</w:WordDocument></xml>",
        "<p>当前位置： <a href=1>首页</a> » 财政</p>",
        "<div style='mso-element:comment-list'><p>批注</p></div>",
    ],
)
def test_what_is_not_text(surrounding: str) -> None:
    assert paragraphs(f"<html><body>{surrounding}<p>正文</p>{surrounding}</body></html>") == ["正文"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<header><table><tr><th>指标</th><th>值</th></tr></table></header>", 1),
        ("<div><ul><li><a href=1>甲</a><li><a href=1>乙</a><li><a href=1>丙</a></ul><table border=1><tr><td>a<td>b</table></div>", 1),
        ("<article><header><p>发布单位</p></header><ul><li><a>甲</a><li><a>乙</a><li><a>丙</a></ul></article>", 4),
        ("<div><a href=1>首页链接</a><a href=1>栏目链接</a><a href=1>其他链接</a><h2>总体目标</h2></div>", 2),
        (
            (
                "<div><a href=1>很长很长的栏目链接一</a><a href=1>很长很长的栏目链接二</a><a href=1>丙</a>"
                "<p>本项目目标是培训乡村医生二百人次。</p></div>"
            ),
            2,
        ),
        ("<p>位置：某区某街道</p>", 1),
        ("<select><option>省级<option selected>市级</select>", 1),
    ],
)
def test_what_stays_text(page: str, expected: int) -> None:
    assert len(read(f"<html><body>{page}</body></html>").blocks) == expected


def test_headings_by_tag_and_by_word_outline() -> None:
    page = "<h2>一、总体目标</h2><p style='mso-outline-level:3'>（一）分项</p><p>文</p>"
    assert [(block.text, block.level) for block in read(page).blocks if isinstance(block, Paragraph)] == [
        ("一、总体目标", 2),
        ("（一）分项", 3),
        ("文", None),
    ]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"]),
        ("<ol start=3><li>甲<li value=7>乙<li>丙</ol>", ["3. 甲", "7. 乙", "8. 丙"]),
        ("<ol type=a><li>甲<ol type=I><li>乙</ol><li>丙</ol>", ["a. 甲", "I. 乙", "b. 丙"]),
        ("<ol reversed><li>甲<li>乙</ol>", ["2. 甲", "1. 乙"]),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲</ol>", ["一、甲"]),
        ("<ol style='list-style: none'><li>甲</ol>", ["甲"]),
        ("<ul><li>甲<li>乙</ul>", ["甲", "乙"]),
        ("<ol><li><span>1.</span>甲<li>二、乙<li>3.5%以上</ol>", ["1.甲", "二、乙", "3. 3.5%以上"]),
        ("<ol><li><p>甲</p><p>续</p><li><li>丙</ol>", ["1. 甲", "续", "3. 丙"]),
    ],
)
def test_list_ordinals(page: str, expected: list[str]) -> None:
    assert paragraphs(page) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>第一行<br>第二行</p>", ["第一行", "第二行"]),
        ("甲<div>乙</div>丙", ["甲", "乙", "丙"]),
        ("<p>产出\n  指标</p>", ["产出指标"]),
        ("<p>产 出 指 标</p>", ["产 出 指 标"]),
        ("<p>rate of\n  return</p>", ["rate of return"]),
        ("<p>完成\n95%</p>", ["完成 95%"]),
        ("<p>&nbsp;财政&nbsp;拨款　合计&nbsp;</p>", ["财政\xa0拨款　合计"]),
        ("<p>满\u200b意\ufeff度</p>", ["满意度"]),
        ("<p>10m<sup>2</sup>，CO<sub>2</sub></p>", ["10m2，CO2"]),
        ("<p>新增<ins>200</ins><del>100</del><s>9</s><strike>8</strike>人</p>", ["新增200人"]),
        ("<p>公<o:p></o:p>开<o:p>&nbsp;</o:p></p>", ["公开"]),
        ("<p>公<span style='display:none'>x</span>开</p>", ["公开"]),
        ("<p><ruby>绩<rt>jì</rt></ruby>效</p>", ["绩效"]),
        ("<p>a &lt; b &amp; c</p>", ["a < b & c"]),
        ("<![if !supportLists]><p>一、目标</p><![endif]>", ["一、目标"]),
    ],
)
def test_lines_and_blanks(page: str, expected: list[str]) -> None:
    assert paragraphs(page) == expected


def test_preformatted_text_keeps_its_lines() -> None:
    blocks = read("<p>前</p><pre>\n 一级指标  指标值\n 产出 <b>5</b>\n\n</pre><p>后</p>").blocks
    assert blocks == (
        Paragraph("前", Place(line=1)),
        Lines((" 一级指标  指标值", " 产出 5"), Place(line=2)),
        Paragraph("后", Place(line=4)),
    )


TEXT = "<html><head>{}<title>x</title></head><body><p>完成绩效目标申报，满意度达到九成</p></body></html>"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "gb18030"),
        ("", "utf-16"),
        ("", "utf-16-le"),
        ("", "utf-16-be"),
        ("<meta charset=gb2312>", "gb18030"),
        ("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=GBK'>", "gb18030"),
        ("<meta charset='big5'>", "big5"),
        ("<meta charset=gb2312>", "utf-8"),  # what the page says is wrong
        ("<meta charset=utf-8>", "gb18030"),
        ("<meta charset=iso-8859-1>", "gb18030"),
        ("<meta charset=no-such-thing>", "utf-8"),
    ],
)
def test_encodings(declared: str, encoding: str) -> None:
    page = TEXT.format(declared)
    if encoding == "big5":
        page = page.replace("完成绩效目标申报，满意度达到九成", "完成績效目標申報，滿意度達到九成")
        assert paragraphs(page.encode(encoding)) == ["完成績效目標申報，滿意度達到九成"]
    else:
        assert paragraphs(page.encode(encoding)) == ["完成绩效目标申报，满意度达到九成"]


def test_a_broken_character_does_not_change_the_encoding() -> None:
    page = TEXT.format("<meta charset=gb2312>").encode("gb18030") * 20 + b"\xff<p>x</p>"
    assert "完成绩效目标申报，满意度达到九成" in paragraphs(page)


@pytest.mark.parametrize("page", ["", "<!-- nothing -->", "<html></html>", "<table></table>", "<table><tr></tr></table>"])
def test_pages_without_content(page: str) -> None:
    assert read(page).blocks == ()


def test_frames_are_named() -> None:
    with pytest.raises(ReadError) as caught:
        read("<html><frameset rows='*'><frame src='a.files/sheet001.htm'></frameset></html>")
    assert caught.value.code == "frames"


@pytest.mark.parametrize("tag", ["div", "span", "font", "b"])
def test_deep_nesting_that_is_still_read(tag: str) -> None:
    assert paragraphs(f"<{tag}>" * 1500 + "深处" + f"</{tag}>" * 1500 + "<p>后</p>") == ["深处", "后"]


def test_nesting_that_libxml2_would_cut_is_an_error() -> None:
    with pytest.raises(ReadError) as caught:
        read("<div>" * 5000 + "深处" + "</div>" * 5000 + "<p>后</p>")
    assert caught.value.code == "too-deep"
