"""Whether more or less is better, as the name says."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from zhibiao.lexicon.directions import direction_endings, directions

Direction = Literal["less", "more", ""]
_NEGATED = re.compile(
    r"(?:不|未|非|无|零)(?:合格|达标|完成|及时|准时|准确|满意|规范|完整|覆盖|到位|发放|通过|处理|整改|落实|公开|参保)[率度]$"
)
_BAD_OBJECT = re.compile(
    r"病害|虫害|疫|缺陷|事故|故障|投诉|违[法规纪章约]|犯罪|污染|差错|失误|灾|隐患|异常|错误|阳性|农药|化肥|塑料|燃煤|一次性|辍学|流失|失业|返贫"
)
_TURNED = re.compile(
    r"(?:下降|降低|减少|缩短|压减|消除|控制|改善|提高|提升|整改|处置|处理|办结|化解|解决|查处|侦破|破案|结案|回复|答复|反馈)(?:率|幅度|比例|数|数量|量|程度|次数)?$"
)

# work on what is bad: the more of it is done, the better
_HANDLED = re.compile(
    r"办理|审理|审结|审判|执结|执行|受理|调解|仲裁|破获|侦破|侦办|查办|查处|处置|处理|处罚|化解|扑救|扑灭|打击|起诉|公诉|批捕|接待|答复|调查|研判|立案|督办|排查|整治|整改|演练|培训|宣传|"
    r"追缴|追回|追偿|追赃|挽回|收缴|清收|救治|收治|接诊|检查|监测|检测|防治|防控|治疗|救助|援助|代理|应对|避免|减少|降低|压降|消除|预防|防范|化验|鉴定|赔付|理赔|走访|回访|报告"
)


@lru_cache(maxsize=1 << 13)
def direction_of(name: str) -> Direction:
    """By the ending of the name's core; "" where it could be either way."""
    if _NEGATED.search(name):
        return "less"
    ending = direction_endings().of(name)
    if not ending:
        return ""
    before = name[: -len(ending)]
    if directions()[ending] == "less":
        handled = _HANDLED.search(name) and not name.endswith(("率", "时间", "时长", "时限"))
        return "" if handled or _TURNED.search(before) else "less"
    return "" if _BAD_OBJECT.search(before) and not _TURNED.search(name[:-1]) else "more"
