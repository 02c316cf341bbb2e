"""Effects and wishes told from what can be counted."""

from __future__ import annotations

import pytest

from zhibiao.features.effect import is_effect

EFFECTS = (
    "提高社会影响力 提升职工生活水平率 社会影响力 提供优质服务 资金使用效率 队伍稳定性 "
    "困难职工生活水平提升情况 严格控制支出 农村人居环境改善 荣誉感是否提升"
)
COUNTED = (
    "政策知晓率 培训人数 工程验收 台站正常运行 资料完整率 任务完成 带动就业人数 农产品抽检合格率 "
    "是否建成 是否存在质量问题 数据有效率 森林覆盖率 保障低保对象"
)


@pytest.mark.parametrize("name", EFFECTS.split())
def test_effects(name: str) -> None:
    assert is_effect(name)


@pytest.mark.parametrize("name", COUNTED.split())
def test_what_can_be_counted(name: str) -> None:
    assert not is_effect(name)
