"""Slogans that fit any project, and measures without an object; typed by hand."""

from __future__ import annotations

import pytest

from zhibiao.features.filler import is_bare, is_empty_text, is_saying, is_slogan

SLOGANS = """
保障机关工会正常运行
工会工作正常运作
严格控制支出
提高工作水平
促进社会和谐发展
工作正常开展
各项工作顺利开展
保障单位正常运转
保障学校正常运转
保障文化馆日常运行
持续发展保障工会运行
使机关工会正常运转
按规定使用经费
按照规定使用经费
资金专款专用
长期坚持
可持续发展
提高资金使用效益
提升服务水平
提高服务质量和水平
推动经济社会高质量发展
促进经济社会发展
完成工作任务
完成上级交办任务
按时完成工作任务
保障各项工作有序推进
为经济社会发展做贡献
维护社会和谐稳定
厉行节约
节约成本
控制成本
降低行政成本
提高工作效率
确保各项工作顺利完成
保障机关日常办公
充分发挥职能作用
保障部门正常履职
教育教学工作正常开展
促进社会稳定
提高管理水平
保障工作有序开展
提高社会影响力
做好各项工作
持续推进工作开展
保障派出所正常运转
维持机构正常运转
为全县经济发展提供保障
""".strip().splitlines()

NO_SLOGANS = """
满意度
提升教师教学水平
保障供水设备正常运行
设备正常运行率
提供优质服务
社会稳定
群众满意度
工作完成率
服务水平
管理水平
成本控制率
成本控制率
保障困难职工生活
按标准发放帮扶资金
使用率
保障机制
发展规模
增加就业机会
提高粮食产量
森林覆盖率
保障污水处理厂正常运行
预算执行率
促进就业
保障留守儿童关爱工作有序进行
开展活动
工会活动
系统正常运行率
改善农村人居环境
保障老年人权益
按时完成率
项目完成时间
资金使用
运行成本
社会效益
发展资金
服务质量
""".strip().splitlines()

BARE = """
满意度
准确率
完成时间
各项工作完成率
社会影响力
成本控制率
完成率
及时率
合格率
达标率
工作完成率
工作完成时间
工作任务完成率
任务完成及时率
完成及时率
按时完成率
质量合格率
质量达标率
成本控制率
总成本
数量
次数
人数
服务质量
服务水平
社会效益
可持续影响
及时性
工作质量
完成进度
工作完成情况
社会影响
影响力
知晓率
覆盖率
利用率
完成数量
综合满意度
提升率
增长率
经济效益
工作效率
年度工作完成率
目标完成率
质量
成本
准确性
完整性和准确性
工作完成质量
计划完成率
按期完成率
满意度情况
工作及时率
""".strip().splitlines()

NOT_BARE = """
服务对象满意度
群众满意度
桥梁验收合格率
发放准确率
资金到位率
项目完成率
预算执行率
培训人数
受益人数
活动次数
保障人数
资料完整、准确率
项目完成时间
工程质量合格率
提高工作水平
公众满意度
环境质量
参训率
政策知晓率
就业率
成活率
社会公众满意度
社会稳定率
补助标准
人均成本
绿化水平
体检完成率
救助标准
项目成本
项目实施进度
工期
提升服务水平
资金支付及时率
社会满意度
服务人数
使用年限
持续影响年限
服务满意度
可持续影响年限
公众知晓率
""".strip().splitlines()


@pytest.mark.parametrize("core", SLOGANS)
def test_a_slogan_has_nothing_of_its_project(core: str) -> None:
    assert is_slogan(core)


@pytest.mark.parametrize("core", NO_SLOGANS)
def test_one_concrete_word_and_it_is_no_slogan(core: str) -> None:
    assert not is_slogan(core)


@pytest.mark.parametrize("core", BARE)
def test_a_bare_measure_has_no_object(core: str) -> None:
    assert is_bare(core)


@pytest.mark.parametrize("core", NOT_BARE)
def test_a_measure_with_its_object_is_not_bare(core: str) -> None:
    assert not is_bare(core)


def test_empty_text_says_nothing_about_the_object() -> None:
    assert is_empty_text("完成年度工作任务情况")
    assert not is_empty_text("参训教师对课程的满意程度")


SAYINGS = """
老有所依
便民利企
保质保量
厉行节约、反对浪费
惠民生、暖民心
实现病有所医
当好参谋助手
会议按计划举行
项目按要求推进
维护社会面持续稳定
拉动内需
""".strip().splitlines()


@pytest.mark.parametrize("core", SAYINGS)
def test_sayings_are_whole_in_themselves(core: str) -> None:
    assert is_saying(core)


@pytest.mark.parametrize("core", ["老有所养签约户数", "厉行节约检查次数", "数据多跑路平台接口数", "项目按要求", "", "内需"])
def test_a_saying_within_a_name_leaves_the_name_its_object(core: str) -> None:
    assert not is_saying(core)
