"""A county water bureau's form that Word users made hard: text box title, nested tables, content controls, tracked changes."""

from __future__ import annotations

from pathlib import Path

from expected_parse import indicator, table, write_expected
from word_package import paragraph, run, save_word, tbl

UNIT = "湘泉县水利局"
PROJECT = "城区段河道清淤整治"
TITLE = "项目支出绩效目标表"
WHO = 'w:author="刘工" w:date="2025-01-08T10:12:00Z"'
GOALS = ("清淤河道12.6公里，新建护岸3.2公里，6月底前完工；", "提高城区段防洪能力，保护人口2.3万人。")


def inserted(text: str) -> str:
    return f'<w:ins w:id="901" {WHO}>{run(text)}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="902" {WHO}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def moved(text: str, way: str) -> str:
    """The two ends of a tracked move; what is moved away does not count, what arrives does."""
    marks = f'<w:move{way}RangeStart w:id="9{len(way)}3" {WHO} w:name="move1"/>', f'<w:move{way}RangeEnd w:id="9{len(way)}3"/>'
    return f'{marks[0]}<w:move{way} w:id="9{len(way)}4" {WHO}>{run(text)}</w:move{way}>{marks[1]}'


def split(*pieces: str) -> str:
    """One text in many runs, as Word leaves it after spelling checks and edits."""
    check = '<w:proofErr w:type="spellStart"/>', '<w:proofErr w:type="spellEnd"/>'
    return "".join(
        f'{check[i % 2]}<w:r w:rsidR="00A4{i:04d}"><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>{piece}</w:t></w:r>'
        for i, piece in enumerate(pieces)
    )


def symbol(code: str) -> str:
    """A sign taken from the Symbol font: F0B3 is ≥, F0A3 is ≤."""
    return f'<w:r><w:sym w:font="Symbol" w:char="{code}"/></w:r>'


def control(content: str, kind: str = "<w:text/>") -> str:
    return f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def cell(content: str, width: int, span: int = 1, merge: str = "") -> str:
    """A cell of paragraphs or tables given as XML, of runs given as XML, or of plain text."""
    props = f'<w:tcW w:w="{width}" w:type="dxa"/>' + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
    props += {"": "", "start": '<w:vMerge w:val="restart"/>', "on": "<w:vMerge/>"}[merge]
    if content.startswith(("<w:p>", "<w:tbl>", "<w:sdt><w:sdtPr><w:docPartObj>")):
        return f"<w:tc><w:tcPr>{props}</w:tcPr>{content}</w:tc>"
    inner = content if content.startswith("<w:") else run(content) if content else ""
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{paragraph(inner=inner)}</w:tc>"


def text_box(lines: tuple[str, ...]) -> str:
    """A drawing with a text box and, as Word writes it, the same text once more for old readers."""
    content = f"<w:txbxContent>{''.join(paragraph(line, align='center', bold=True) for line in lines)}</w:txbxContent>"
    shape = (
        '<w:drawing><wp:inline><wp:extent cx="4000000" cy="620000"/><wp:docPr id="1" name="文本框 1"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="4000000" cy="620000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"</wps:spPr><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    old = f'<w:pict><v:shape style="width:315pt;height:49pt"><v:textbox>{content}</v:textbox></v:shape></w:pict>'
    choice = f'<mc:Choice Requires="wps">{shape}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return paragraph(align="center", inner=f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>")


WIDTHS = [700, 1200, 1800, 2000, 1900, 1200]


def line(level1: str, level2: str, name: str, value: str, remark: str, mark: str = "") -> str:
    """One row of the indicator table; a level that begins with ^ goes on from the row above; mark is ins or del for the whole row."""
    props = f'<w:trPr><w:{mark} w:id="910" {WHO}/></w:trPr>' if mark else ""
    cells = cell("", WIDTHS[0], merge="on")
    for text, width in ((level1, WIDTHS[1]), (level2, WIDTHS[2])):
        cells += cell("" if text == "^" else text, width, merge="on" if text == "^" else "start")
    ready = value if value.startswith("<w:sdt><w:sdtPr><w:id") else cell(value, WIDTHS[4])
    return f"<w:tr>{props}{cells}{cell(name, WIDTHS[3])}{ready}{cell(remark, WIDTHS[5])}</w:tr>"


def indicator_table() -> str:
    header = "".join(cell(t, w) for t, w in zip(("一级指标", "二级指标", "三级指标", "指标值", "备注"), WIDTHS[1:], strict=True))
    date = (
        '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="chsdate">'
        + split("2025", "年6月", "30", "日")
        + "</w:smartTag>"
    )
    note = '<w:commentRangeStart w:id="1"/>' + symbol("F0B3") + deleted("90") + inserted("95") + run("%") + '<w:commentRangeEnd w:id="1"/>'
    note += '<w:r><w:commentReference w:id="1"/></w:r>'
    people = control(cell(split("≥2", ".3", "万人"), WIDTHS[4]), '<w:id w:val="77"/>')
    sign = control(run("≥"), '<w:dropDownList><w:listItem w:value="≥"/><w:listItem w:value="≤"/></w:dropDownList>')
    side = cell("绩\v效\v指\v标", WIDTHS[0], merge="start")
    return tbl(
        f"<w:tr>{side}{header}</w:tr>"
        + line("产出\v指标", "数量指标", "河道清淤长度", split("≥", "12", ".", "6", "公", "里"), "")
        + line("^", "^", "新建护岸长度", "≥3.2公里", "调整新增", mark="ins")
        + line("^", "^", deleted("新建亲水步道"), deleted("≥5公里"), "", mark="del")
        + line("^", "质量指标", split("单元工程", "验收", "合格率"), note, "")
        + line("^", "时效指标", "完工\v时间", date + run("前"), deleted("汛期前") + inserted("主汛期前"))
        + control(line("^", "成本指标", "清淤综合单价", symbol("F0A3") + run("38\v元/立方米"), "含运输"), '<w:id w:val="78"/>')
        + line("效益\v指标", "社会效益指标", "保护人口", people, "")
        + line("^", "生态效益指标", "水质达到Ⅲ类天数比例", sign + run("85%"), moved("问卷调查", "From"))
        + line("满意度\v指标", "服务对象满意度指标", deleted("居民") + inserted("沿线居民满意度"), "≥９０％", moved("问卷调查", "To")),
        WIDTHS,
    )


def head_table() -> str:
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=SUM(BELOW) \\# "0.00"</w:instrText></w:r>'
    field += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + split("486", ".50") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    listed = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>{}</w:p>'
    goals = listed.format(run(GOALS[0])) + listed.format(run(GOALS[1]))
    widths = [1900, 2600, 1700, 2600]
    total = cell("项目资金（万元）", widths[0], merge="start"), cell("", widths[0], merge="on")
    rows = (
        cell("项目名称", widths[0]) + cell(control(split("城区段", "河道清淤", "整治")), sum(widths[1:]), 3),
        cell("主管部门", widths[0]) + cell(UNIT, widths[1]) + cell("实施单位", widths[2]) + cell("湘泉县河道管理站", widths[3]),
        total[0] + cell("年度资金总额", widths[1]) + cell(field, sum(widths[2:]), 2),
        total[1] + cell("其中：财政拨款", widths[1]) + cell(deleted("400.00") + inserted("450.00"), sum(widths[2:]), 2),
        total[1] + cell("其他资金", widths[1]) + cell("36.50", sum(widths[2:]), 2),
        cell("年度总体目标", widths[0]) + cell(goals, sum(widths[1:]), 3),
    )
    return tbl("".join(f"<w:tr>{row}</w:tr>" for row in rows), widths)


def build(folder: Path) -> None:
    nested = "".join(f"<w:tr>{cell(inner + '<w:p/>', 9000)}</w:tr>" for inner in (head_table(), indicator_table()))
    comment = f'<w:comment w:id="1" {WHO} w:initials="刘">{paragraph("建议提高到98%")}</w:comment>'
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    save_word(
        folder / "a16_tricky_word.docx",
        text_box((TITLE, "（2025年度）")),
        control(paragraph(f"填报单位（盖章）：{UNIT}")),
        tbl(nested, [9000], borders="nil"),
        paragraph("填表人：田野        联系电话：0743-8220156"),
        further={"comments": comment, "numbering": numbering},
    )
    product, benefit = "产出指标", "效益指标"
    rows = [
        indicator(product, "数量指标", "河道清淤长度", "≥12.6公里"),
        indicator(product, "数量指标", "新建护岸长度", "≥3.2公里", extra={"备注": "调整新增"}),
        indicator(product, "质量指标", "单元工程验收合格率", "≥95%"),
        indicator(product, "时效指标", "完工时间", "2025年6月30日前", extra={"备注": "主汛期前"}),
        indicator(product, "成本指标", "清淤综合单价", "≤38元/立方米", extra={"备注": "含运输"}),
        indicator(benefit, "社会效益指标", "保护人口", "≥2.3万人"),
        indicator(benefit, "生态效益指标", "水质达到Ⅲ类天数比例", "≥85%"),
        indicator("满意度指标", "服务对象满意度指标", "沿线居民满意度", "≥９０％", extra={"备注": "问卷调查"}),
    ]
    amounts = {"budget_total": 486.5, "budget_fiscal": 450.0, "budget_other": 36.5}
    facts = {"project_name": PROJECT, "department": UNIT, "amount_unit": "万元", "objectives": list(GOALS), **amounts}
    write_expected(folder, "a16_tricky_word.docx", [table(TITLE, rows, **facts)], title=TITLE, unit=UNIT, year=2025)


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent / "files")
