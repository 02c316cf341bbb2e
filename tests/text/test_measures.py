"""What values, names and sentences state: tables typed by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from zhibiao.model.quantity import Moment, Quantity
from zhibiao.text.measures import measure
from zhibiao.text.normalise import normalise


def plain(number: Decimal) -> str:
    """Without an exponent and zeros at the end: 100, 0.5, 0.667."""
    return f"{round(number, 3).normalize():f}"


def told(quantity: Quantity) -> str:
    """Sign, number, unit and what it is per, in one line."""
    upper = f"~{plain(quantity.upper)}" if quantity.upper is not None else ""
    per = f"/{quantity.per}" if quantity.per else ""
    return f"{quantity.sign or ''}{plain(quantity.number)}{upper}{quantity.unit}{per}"


def when(moment: Moment) -> str:
    """Kind, year, month, day."""
    return " ".join([moment.kind, *(str(part) for part in (moment.year, moment.month, moment.day) if part is not None)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("≥1200人", ["≥1200人"]),
        ("1,200人", ["1200人"]),
        ("１２００人", ["1200人"]),
        ("一千二百人", ["1200人"]),
        ("十二万人", ["120000人"]),
        ("1.2万人", ["1.2万人"]),
        ("1200余人", ["≈1200人"]),
        ("1.2万余户", ["≈1.2万户"]),
        ("三百多场次", ["≈300场次"]),
        ("近两万人", ["≈20000人"]),
        ("两三次", []),  # about two or three
        ("≥95%", ["≥95%"]),
        ("95‰", ["95‰"]),
        ("百分之九十五", ["95%"]),
        ("不低于百分之九十五点五", ["≥95.5%"]),
        ("千分之三以内", ["≤3‰"]),
        ("百分百", ["100%"]),
        ("百分之百", ["100%"]),
        ("九成以上", ["≥9成"]),
        ("三分之二以上", ["≥0.667分之"]),
        ("1/3", ["0.333分之"]),
        ("≥95百分比", ["≥95百分比"]),
        ("≥95(%)", ["≥95%"]),
        ("200(人)", ["200人"]),
        ("≥85 ％", ["≥85%"]),
        ("＞＝85%", ["≥85%"]),
        ("大于等于3.5万元", ["≥3.5万元"]),
        ("不超过3次", ["≤3次"]),
        ("彩超1台", ["1台"]),
        ("超1万人", [">1万人"]),
        ("控制在5万元以内", ["≤5万元"]),
        ("5个工作日内", ["≤5个工作日"]),
        ("3年(含)以上", ["≥3年"]),
        ("70%以上", ["≥70%"]),
        ("达到70%以上", ["≥70%"]),
        ("≤70%以上", ["≥70%"]),  # the last bound said
        ("预计达到≥95%", ["≥95%"]),
        ("力争完成12项", ["≈12项"]),
        ("累计500人次", ["=500人次"]),
        ("≈30吨", ["≈30吨"]),
        ("20吨左右", ["≈20吨"]),
        ("±0.5℃", ["±0.5°C"]),
        ("80%-100%", ["80~100%"]),
        ("80～100%", ["80~100%"]),
        ("5次或6次", ["5~6次"]),
        ("3至5天", ["3~5天"]),
        ("≥3次且≤5次", ["≥3次", "≤5次"]),
        ("1500元/人/月", ["1500元/人/月"]),
        ("≤260元/平方米", ["≤260元/平方米"]),
        ("12元/人·天", ["12元/人·天"]),
        ("≤3.2起/万人", ["≤3.2起/万人"]),
        ("≤5件/10万人", ["≤5件/10万人"]),
        ("1:1.5", ["1:1.5"]),
        ("≥1:5", ["≥1:5"]),
        ("-2%", ["-2%"]),
        ("负2%", ["-2%"]),
        ("3个百分点", ["3个百分点"]),
        ("0起", ["0起"]),
        ("=0", ["=0"]),
        ("500", ["500"]),
        ("3.84", ["3.84"]),
        ("≥2万头份", ["≥2万头份"]),
        ("≥10万剂次", ["≥10万剂次"]),
        ("3000人份", ["3000人份"]),
        ("≥1200个学位", ["≥1200个学位"]),
        ("8万车公里", ["8万车公里"]),
        ("≥3.6万亩次", ["≥3.6万亩次"]),
        ("120千瓦时", ["120千瓦时"]),
        ("≤35μg/m³", ["≤35μg/m3"]),
        ("≥100MB", ["≥100MB"]),
        ("5MPa", ["5MPa"]),
        ("一次", ["1次"]),
        ("每人一份", ["1份"]),
        ("三个项目", ["3个项目"]),
        ("建成2座泵站、5公里管网", ["2座", "5公里"]),
        ("完成200人次以上", ["≥200人次"]),
        ("100%覆盖", ["100%"]),
        ("为一千二百名优抚对象发放补助", ["1200名"]),
        ("为148名老人提供服务", ["148名"]),  # 为 is no sign here
        ("单价为148元", ["=148元"]),
        ("95%≥", ["≥95%"]),
        ("95%(含95%)以上", ["≥95%"]),
        ("不超过预算100万元", ["≤100万元"]),
        ("半年", ["0.5年"]),
        ("半天内", ["≤0.5天"]),
        ("上半年", []),
        ("7×24小时", []),
    ],
)
def test_quantities(text: str, expected: list[str]) -> None:
    assert [told(q) for q in measure(normalise(text).text).quantities] == expected


@pytest.mark.parametrize(
    "text",
    [
        *(
            "三支一扶人员",
            "一村一品示范村",
            "八项规定精神",
            "三公经费",
            "第三方评估",
            "第二批项目",
            "一体化平台",
            "一次性补助标准",
            "千家万户",
        ),
        *("四好农村路", "双随机、一公开检查", "五险一金", "一带一路", "三重一大", "十四五规划", "四个意识", "一二三产业融合", "最后一公里"),
        *("12345热线", "119指挥中心", "110接处警", "12333咨询服务", "5G基站", "3D打印设备", "4K超高清", "4A景区", "PM2.5浓度", "COD排放"),
        *(
            "二级甲等医院",
            "国家三星级饭店",
            "二等奖",
            "三级医院",
            "GB/T19001",
            "V2.0版本",
            "Q345钢材",
            "指标1:",
            "一、总体目标",
            "(三)保障措施",
        ),
        *("1.开展培训", "2、举办讲座", "(1)巡查", "两癌筛查", "两会", "万里行", "百日攻坚", "零容忍", "零就业家庭"),
    ],
)
def test_names_that_hold_digits_and_count_nothing(text: str) -> None:
    assert measure(normalise(text).text).quantities == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年12月31日前", ["deadline 2025 12 31"]),
        ("2025-12-31", ["deadline 2025 12 31"]),
        ("2025/12/31前", ["deadline 2025 12 31"]),
        ("2025.12.31", ["deadline 2025 12 31"]),
        ("20251231", ["deadline 2025 12 31"]),
        ("2025年12月31前", ["deadline 2025 12 31"]),
        ("2025.12", ["date 2025 12"]),
        ("2025年12月", ["date 2025 12"]),
        ("２０２５年１２月底前", ["deadline 2025 12"]),
        ("25年底前", ["deadline 2025"]),
        ("二〇二五年十月", ["date 2025 10"]),
        ("二零二五年十一月十五日前", ["deadline 2025 11 15"]),
        ("12月底前", ["deadline 12"]),
        ("12.31前", ["deadline 12 31"]),
        ("十二月底", ["deadline 12"]),
        ("≤2025年11月", ["deadline 2025 11"]),
        ("不晚于12月20日", ["deadline 12 20"]),
        ("≤超1月", ["date 1"]),
        ("第三季度末", ["deadline 9"]),
        ("四季度", ["date 12"]),
        ("2025年上半年", ["date 2025 6"]),
        ("年底前", ["deadline"]),
        ("当年度", ["date"]),
        ("全年", ["period 12"]),
        ("常年", ["period"]),
        ("春节期间", ["period"]),
        ("汛期前", ["deadline"]),
        ("3-5月", ["period 5"]),
        ("2025年6—8月", ["period 2025 8"]),
        ("6月至9月", ["period 9"]),
        ("10月1-7日", ["period 10 7"]),
        ("10月1日—10月31日", ["period 10 31"]),
        ("2024年—2025年", ["period 2025"]),
        ("2025-2027年", ["period 2027"]),
        ("近三年平均", ["period"]),
        ("当日办结", ["period"]),
        ("每年", ["frequency"]),
        ("每周2次", ["frequency"]),
        ("每两年1次", ["frequency"]),
        ("每半年一次", ["frequency"]),
        ("一年两次", ["frequency"]),
        ("一季度一次", ["frequency"]),
        ("每月10日前", ["frequency"]),
        ("次月15日前", ["frequency"]),
        ("每季度末月20日前", ["frequency"]),
        ("按月发放", ["frequency"]),
        ("逐月上报", ["frequency"]),
        ("≥2次/年", ["frequency"]),
        ("600元/人·月", ["frequency"]),
        ("7×24小时", ["frequency"]),
        ("7*24小时值守", ["frequency"]),
        ("当月发放", ["period"]),
        ("按月及时足额发放", ["frequency"]),
        ("每季度第一个月15日前", ["frequency"]),
        ("300元/月/人", ["frequency"]),
        ("5立方米/小时", []),
        ("逐年提升", []),  # a wish
        ("12个月", []),
        ("200元/天", []),  # a price
        ("2025年中央财政资金", ["date 2025"]),
        ("2025年内蒙古自治区", ["date 2025"]),
        ("2025年度内部审计", ["date 2025"]),
        ("青少年中心", []),
        ("全年级", []),
        ("期末考试", []),
        ("12月底数据", ["deadline 12"]),
        ("2025年前期工作", ["date 2025"]),
    ],
)
def test_moments(text: str, expected: list[str]) -> None:
    assert [when(m) for m in measure(normalise(text).text).moments] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("冀财行〔2024〕97号", [("冀财行〔2024〕97号", "number", 2024)]),
        ("冀财行（2024）97号", [("冀财行(2024)97号", "number", 2024)]),
        ("冀财行[2024]97号", [("冀财行[2024]97号", "number", 2024)]),
        ("冀财行【2024】97号", [("冀财行【2024】97号", "number", 2024)]),
        ("冀财行〔2024年〕97号", [("冀财行〔2024年〕97号", "number", 2024)]),
        ("冀财行〔2024〕第97号", [("冀财行〔2024〕第97号", "number", 2024)]),
        ("冀财行2024年第97号", [("冀财行2024年第97号", "number", 2024)]),
        ("根据冀财行〔2024〕97 号文件执行", [("冀财行〔2024〕97号", "number", 2024)]),
        ("《2025年政府工作报告》", [("《2025年政府工作报告》", "title", 2025)]),
        ("依据《中华人民共和国预算法》", [("《中华人民共和国预算法》", "title", None)]),
        (
            "《关于提高补助标准的通知》（民发〔2023〕5号）",
            [("《关于提高补助标准的通知》", "title", None), ("民发〔2023〕5号", "number", 2023)],
        ),
        ("12号楼", []),
        ("2024年工作总结", []),
    ],
)
def test_references(text: str, expected: list[tuple[str, str, int | None]]) -> None:
    clean = normalise(text).text
    assert [(clean[r.start : r.end], r.kind, r.year) for r in measure(clean).references] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("是", [("是", "yes-no")]),
        ("是否有效提高:是", [("有效", "state"), ("提高", "state"), ("是", "yes-no")]),
        ("是否建成", [("建成", "yes-no")]),
        ("合格", [("合格", "weak")]),
        ("控制在预算内", [("控制在预算内", "weak")]),
        ("达到二级标准", [("达到二级标准", "level")]),
        ("地表水Ⅲ类", [("III类", "level")]),
        ("3A级景区", [("3A级", "level")]),
        ("3A", [("3A", "level")]),
        ("AAAA", [("AAAA", "level")]),
        ("pH6-9", [("pH6-9", "level")]),
        ("优（90分以上）、良（80-89分）、差（60分以下）", [("优(90分以上)、良(80-89分)、差(60分以下)", "grades")]),
        ("明显提升", [("明显", "state"), ("提升", "state")]),
        ("效果好", [("好", "state")]),
        ("高标准农田", []),
        ("优抚对象", []),
        ("≥95%", []),
    ],
)
def test_standards(text: str, expected: list[tuple[str, str]]) -> None:
    clean = normalise(text).text
    found = [(clean[s.start : s.end], s.kind) for s in measure(clean).standards]
    assert [pair for pair in expected if pair not in found] == []
    assert expected or found == []


def test_parts_of_a_quantity() -> None:
    text = "不低于1.2万人次/年"
    (quantity,) = measure(text).quantities
    assert text[slice(*quantity.sign_span or ())] == "不低于"
    assert text[slice(*quantity.unit_span or ())] == "万人次"
    assert (quantity.start, quantity.end) == (0, len(text))
    assert (quantity.base, quantity.dimension, quantity.per, quantity.symbol) == (12000, "people", "年", False)


def test_a_symbol_is_told_from_a_word() -> None:
    assert measure("≥5次").quantities[0].symbol
    assert not measure("不少于5次").quantities[0].symbol


@pytest.mark.parametrize(("text", "standard"), [("95百分比", "%"), ("30人数", "人"), ("5平方", "平方米"), ("12公斤", "公斤")])
def test_clumsy_units_know_better_ones(text: str, standard: str) -> None:
    (quantity,) = measure(text).quantities
    assert quantity.standard_unit == standard
    assert quantity.clumsy == (text[2:] != standard)
