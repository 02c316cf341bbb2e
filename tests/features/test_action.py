"""Names that state an action or a wish, and names that measure; typed by hand."""

from __future__ import annotations

import pytest

from zhibiao.features.action import ends_in_measure, is_action

ACTIONS = """
及时更新会员登记
按标准发放助学资金
提供暖心服务
完成清淤情况
提升牧民生活水平
有效缓解灾区群众困难
掀起全民健身热潮
使全社会关心支持消防工作
充分发挥名师引领作用
群众感受到党和政府的关怀
及时向上级申报项目经费
保障受助学生符合资助条件
及时将流动人口登记在册
对留守儿童关爱工作保持持续性
每年对教师进行健康检查
按时间节点拨付工程款
提高基层组织的社会影响力
节约采购费用
保障供水设备正常运行
改善农村人居环境
促进就业
开展普法宣传
完成老旧小区改造
慰问困难群众
购置办公设备
采购消防车辆
维修校舍
培训农民
落实惠民政策
保障农民工工资按时发放
补贴资金及时足额发放
困难职工得到有效帮扶
群众生活条件明显改善
工程按期完工
增加农民收入
建立长效管护机制
健全管理制度
完善基础设施
提高群众安全感
召开全体会议
查处交通违法行为
安装水标尺
改善办学条件
丰富群众文化生活
加大宣传力度
组织志愿服务活动
开展健康体检
维护妇女儿童合法权益
减少环境污染
带动就业
加强队伍建设
发放困难补助
建设高标准农田
治理水土流失
增强防灾减灾意识
缓解乡镇工会工作经费
保障残疾人基本生活
营造良好法治氛围
传承红色文化
为读者和参观游览人员提供服务
宣传政策让符合条件的困难职工登记在册
提高课堂教学质量
保障困难职工帮扶工作有序进行
""".strip().splitlines()

MEASURES = """
开展活动次数
培训人数
发放及时率
提升率
保障机制
补助对象认定准确率
建设规模
完成率
培训合格率
增加就业人数
救助标准
改造面积
建成时间
宣传覆盖率
提高满意率
保障水平
是否建成
提升程度
维修质量
完成质量
开展情况
满意度
项目实施进度
人均慰问标准
困难职工人数
服务能力
提升幅度
改善情况
培训效果
保障性住房建设套数
保障房分配率
资金支付金额
森林面积
服务对象满意度
设备购置数量
课程数量
监测点位
补助对象
培训人员
使用年限
运行维护费用
管理费用
救助资金
补助资金
宣传经费
减少碳排放量
发病率
社会影响力
生态环境
水质达标
事故发生
建设标准
应急演练
完工时间
提升牧民生活水平情况
救助人次
受助职工生活提升状况
实际体检人员占区职工比率
培训期数
资金支出的相关性
市级劳模登记情况
劳模选拔的社会透明度
节约率
减排量
使用率
供水保证率
供应量
支持率
项目管理
投诉处理
稳定性
发展水平
宣传效果
""".strip().splitlines()


@pytest.mark.parametrize("core", ACTIONS)
def test_actions_and_wishes(core: str) -> None:
    assert is_action(core)


@pytest.mark.parametrize("core", MEASURES)
def test_names_that_measure(core: str) -> None:
    assert not is_action(core)


def test_what_ends_in_a_measure() -> None:
    assert ends_in_measure("接受普法宣传的群众占辖区群众的比例")
    assert not ends_in_measure("提升牧民生活水平")
    assert not ends_in_measure("按标准发放助学资金")
