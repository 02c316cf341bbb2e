"""The documents that findings may cite, by name and title; where the original was not at hand, the finding says so."""

LAW = "《中华人民共和国预算法》"
LAW_RULES = "《中华人民共和国预算法实施条例》"
OPINION_34 = "中发〔2018〕34号《中共中央 国务院关于全面实施预算绩效管理的意见》"
EVALUATION_10 = "财预〔2020〕10号《项目支出绩效评价管理办法》"
FRAMEWORK_53 = "财预〔2013〕53号《预算绩效评价共性指标体系框架》"
GOALS_88 = "财预〔2015〕88号《中央部门预算绩效目标管理办法》"
MONITORING_136 = "财预〔2019〕136号《中央部门预算绩效运行监控管理暂行办法》"
INDICATORS_101 = "财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》"
DATA_12 = "财办〔2023〕12号《预算管理一体化规范（2.0版）》"
PRACTICE = "通行审核做法（未核对原文）"
ALL = (LAW, LAW_RULES, OPINION_34, EVALUATION_10, FRAMEWORK_53, GOALS_88, MONITORING_136, INDICATORS_101, DATA_12, PRACTICE)
