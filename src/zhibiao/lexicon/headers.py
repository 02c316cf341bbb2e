"""Words that stand over the columns of indicator tables, common to many forms. A form's own words stand in its file under parsing/forms.

Sources: domain.md section 4 (provincial forms, 一体化 data model) and the keys of contract.md. Words are squeezed (NFKC, no blanks)."""

from __future__ import annotations

from collections.abc import Mapping

# role -> header words. Roles of indicator fields are the fields' names; sign and unit are joined into the value;
# list.* columns belong to the project of the row; skip: no text worth keeping (serial numbers).
_WORDS: dict[str, str] = {
    "level1": "一级指标 一级指标名称 一级绩效指标 指标一级 一级目录 一级 一级指標 绩效指标一级 绩效一级指标 1级指标 level1",
    "level2": "二级指标 二级指标名称 二级绩效指标 指标二级 二级目录 二级 二级指標 绩效指标二级 绩效二级指标 2级指标 指标类别 指标类型 level2",
    "name": "三级指标 三级指标名称 三级绩效指标 绩效三级指标 指标三级 三级 三级指標 指标名称 绩效指标名称 绩效指标三级 四级指标 具体指标 个性指标 3级指标 name",
    "name?": "指标内容 绩效指标 指标 考核指标 绩效指标内容 评价指标",  # the name only where no better column exists, else description
    "description": "指标描述 指标说明 指标解释 三级指标解释 三级指标说明 指标释义 指标含义 绩效指标说明 指标内涵 指标定义 绩效指标解释 指标解释说明 指标名称解释 description",
    "value": "指标值 年度指标值 目标值 全年指标值 预期指标值 年度目标值 绩效目标值 指标目标值 预期目标值 预期值 指標值 本年指标值 本年度指标值 当年指标值 "
    "年初目标值 年初指标值 年初设定目标值 年初设定指标值 年初绩效目标 指标数值 计划指标值 计划值 计划目标值 预算指标值 年度绩效指标值 当年目标值 本年目标值 年度预期指标值 "
    "三级指标值 指标值设定 目标指标值 年度预期值 调整后指标值 全年目标值 考核目标值 value",
    "value~": "实施期指标值 中期指标值 长期指标值 总体指标值 项目期指标值 规划期指标值 实施期目标值 中长期指标值 总体目标值",  # value only where no annual column exists
    "basis": "指标值设定依据 确定依据 指标依据 设定依据 依据 目标值确定依据 指标设定依据 目标值依据 目标值设定依据 设置依据 指标值依据 指标值来源 指标确定依据 目标值设置依据 指标值设置依据 basis",
    "standard": "standard",
    "sign": "指标性质 指标符号 符号 运算符号 指标值符号 比较符号 关系符号 逻辑符号 运算符 指标运算符号 性质",
    "unit": "计量单位 度量单位 单位 指标单位 指标值单位 数值单位 指标计量单位",
    "skip": "序号 编号 行号 行次 no no. 序",
    "id": "id",
    "list.project_name": "项目名称 单位名称项目名称 单位、项目名称 单位(项目)名称 单位项目名称 项目支出名称 政策(项目)名称 项目(政策)名称 专项名称 专项资金名称 预算项目名称 二级项目名称 "
    "资金名称 项目 政策和项目名称 单位和项目名称 project_name",
    "list.project_code": "项目编码 项目代码 项目编号 project_code",
    "list.department": "单位名称 预算单位 主管部门 部门名称 预算部门 项目单位 实施单位 填报单位 申报单位 预算单位名称 主管部门名称 项目主管部门 单位编码及名称 department",
    "list.budget_total": "预算金额 预算数 项目金额 资金总额 年度预算 项目预算 预算 金额 年度资金总额 预算总额 项目资金 项目总额 年度预算数 预算数(万元) 本年预算 当年预算 当年预算数 项目预算金额 安排金额 本次下达 budget_total",
    "list.budget_fiscal": "财政拨款 财政资金 其中:财政拨款 其中:财政资金 一般公共预算 budget_fiscal",
    "list.budget_other": "其他资金 budget_other",
    "list.objectives": "年度目标 年度绩效目标 绩效目标 年度总体目标 项目绩效目标 本年度绩效目标 年度总体绩效目标 项目年度目标 项目目标 绩效目标内容 年度绩效总目标 绩效总目标 项目年度总体目标 objectives",
    "list.objectives~": "总体目标 总体绩效目标 项目总体目标 项目总目标 目标",  # the year's objectives where no annual column exists
    "list.period_objectives": "中长期目标 中期目标 实施期目标 实施期绩效目标 长期目标 中长期绩效目标 项目中长期目标 长期绩效目标",
    "list.purpose": "资金用途 项目用途 用途 purpose",
    "list.year": "年度 预算年度 年份 year",
}
HEADERS: Mapping[str, str] = {word: role for role, words in _WORDS.items() for word in words.split()}

# further printed columns that are known but have no field of their own: they go to `extra` under their header
KNOWN_EXTRA = frozenset(
    "分值 权重 分值权重 指标权重 分值(权重) 权重(%) 指标权重(%) 备注 指标方向 指标方向性 指标属性 上年指标值 前年指标值 上年 前年 历史值 参考值 实际完成值 全年实际值 完成值 实际完成情况 得分 自评得分 "
    "偏差原因 偏差原因分析及改进措施 偏差原因分析 未完成原因分析 计算方式 计算公式 绩效指标来源 指标来源 指标值说明 扣分标准 评分标准 评(扣)分标准 评扣分标准 评价标准 是否核心指标 核心指标 是否适用 数据来源 取值方式 "
    "完成值取值方式 完成值数据来源 赋分规则 佐证资料 佐证资料要求 审核意见 适用范围 行业 行业分类 领域 指标编码 公式或说明 完成率 上年完成值 上年实际值 前年实际值 近两年指标值 指标方向(正向/反向)".split()
)
