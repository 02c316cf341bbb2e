"""Descriptions that add nothing to their names, and texts that repeat others; typed by hand."""

from __future__ import annotations

import pytest

from zhibiao.features.repeating import adds_nothing, essence, repeated

SAME = """
培训人数|培训的人数
培训人数|培训人员数量
受益群众满意度|受益群众满意度达到的水平
工程验收合格率|工程验收合格情况
资金拨付及时率|资金及时拨付情况
资金拨付及时率|资金拨付是否及时
项目完成时间|项目完成时间
服务对象满意度|服务对象的满意程度
服务对象满意度|服务对象对项目的满意程度
补助标准|补助的标准
带动就业人数|带动就业的人数
提高居民生活水平|居民生活水平提高情况
提高居民生活水平|提升居民生活水平
购置设备数量|设备购置数量
购置设备数量|购置设备的数量
设备完好率|反映设备完好率
设备完好率|考核设备完好情况
环境改善情况|环境改善程度
森林防火宣传次数|开展森林防火宣传次数
举办培训班期数|举办培训班的期数
单位成本|单位成本情况
群众满意度|群众满意
办案质量|保证办案质量
经费支出合规性|经费支出合规
""".strip().splitlines()

MORE = """
培训人数|培训次数
培训人数|培训率
培训人数|参加县级以上培训的教师人数
覆盖率|家庭医生签约服务覆盖率
满意度|职工满意度
设备完好率|完好设备台数占设备总台数的比例
完成时间|2025年12月底前完成
项目完成及时率|按期完成的项目数占比
补助标准|每人每月补助金额
带动就业|带动脱贫人口就业
改造面积|老旧小区改造建筑面积
救助标准|城市低保救助标准
群众满意度|问卷调查中群众的满意度
资金到位率|实际到位资金/预算资金
受助学生数|建档立卡受助学生数
演出场次|送戏下乡演出场次
全年接诊人次|门急诊接诊人次
发放时间|发放及时率
""".strip().splitlines()


@pytest.mark.parametrize("pair", SAME)
def test_little_words_add_nothing(pair: str) -> None:
    name, _, description = pair.partition("|")
    assert adds_nothing(description, name)


@pytest.mark.parametrize("pair", MORE)
def test_a_scope_a_formula_or_an_object_adds_something(pair: str) -> None:
    name, _, description = pair.partition("|")
    assert not adds_nothing(description, name)


def test_stretches_are_counted_whatever_their_order() -> None:
    assert repeated("使机关正常运行", "保障机关正常运行") == 6
    assert repeated("体检时间", "按时完成体检") == 2
    assert repeated("好", "好") == 0


def test_words_that_contain_a_little_word_stay_whole() -> None:
    assert essence("及时") == "及时"
    assert essence("和谐的社会") == "和谐社会"
