"""Whether a name states an effect, a feeling or a wish rather than something that can be counted."""

from __future__ import annotations

import re
from functools import lru_cache

from zhibiao.lexicon.effects import effects

_ADVERBS = (
    r"(?:是否|能否|有效|进一步|不断|持续|切实|明显|显著|大力|积极|充分"
    r"|全面|逐步|稳步|更好地?|有力|努力|着力|及时|长期|对|地|得到|能够|可|更加|大幅|较大幅度)*"
)
_TAIL = (
    r"(?:得到|有所|进一步|持续|不断|明显|显著|有效|稳步|逐步)*(?:提[升高]|改善|增强|增进|加强|优化|促进|改进|缓解|改变|发挥|保障|好转|提振|维护|稳定|巩固|影响|感知|扩大|健全|完善)?"
    r"(?:情况|程度|状况|效果|成效|作用|比率|比例|率|度|性|水平|幅度|与否|与?成效|是否(?:提[升高]|改善|增强|有效|明显|得到\w+))?$"
)
_VERB = re.compile(f"^{_ADVERBS}(?:{effects('verb')})")
_NOUN = re.compile(f"(?:{effects('noun')}){_TAIL}")
# verbs that also open plain deliveries (保障低保对象人数, 服务企业家数): an effect only with an effect's noun behind
_LOOSE = re.compile(
    f"^{_ADVERBS}(?:保障|确保|保证|服务|提供|落实|实现|稳定|为|使|让|加强|严格执行|完善|规范|健全|强化|推进|化解|满足|防范|引导|扩大|带动|杜绝|坚持|持续|取得|形成|构建)"
)
_FIXED = re.compile(
    r"[负分承]担比例|有效率|防治效果|防效|健康素养|科学素[质养]|覆盖|完成|准确|精准|正确|及时|按[时期]|合格|达标|到位|发放|知晓|知悉|验收|参[保与加训]|入[学园库户]|满意|认可|好评|普及|就业率|成活|完好|完整|规范[率性]|合规|相符|通过|使用率|利用率|"
    r"占比|占[^,。]{0,12}(?:比|率)|比重|执行率|办结|处[理置]率|整改|响应|开工|竣工|签[约订]|公[开示]|抽[检查]|巡[查检]|检[测查修]|监测|真实|在线率|开机率|故障|发生率|增长率|下降率|降低率|节约率|压减|化率|"
    r"在岗|出勤|取得|[人户次场件台套个家所]数|面积|金额|收入|数量|设备|系统|台站|网络|平台|机房|设施"
)
_FACT = re.compile(r"是否(?:存在|发生|出现|产生|造成|违|超|建|通过|完成|按)")
# 河道水质明显改善, 学生营养改善: a wish whatever its noun
_TURNED_BETTER = re.compile(
    r"[一-鿿]{2}(?:得到|有所|明显|显著|持续|不断|有效|进一步|稳步|较大)*(?:改善|提升|提高|增强|好转|优化|增进)(?:提高率|提升率|率)?$"
)
_BETTER_ENDS = ("改善", "提升", "提高", "增强", "好转", "优化", "增进", "率")  # the pattern itself tries every place of the text
_MADE_BETTER = re.compile(
    r"率|设备|设施|系统|道路|校舍|房屋|小区|厕所|管网|电梯|危房|老旧|站点|平台|工程|场所|校园|立面|路灯|线路|单产|产量|亩产|收入|产值|价格|次数|人数|时长|车速|流速|寿命|浓度|密度|面积|比重|占比"
)
_FEELING = re.compile(r"感受|关怀|荣誉感|获得感|幸福感|安全感|归属感|自豪感|认同感")


_CLAUSES = re.compile(r"[,，;；。]")
_MEASURED_END = re.compile(r"(?:率|数|量|额|比例|比重|占比|人次|面积|长度|里程|时间|时限|次|度)$")


def is_sentence(core: str) -> bool:
    """Two clauses and no measure at the end (逐户核对,按月上报): a share of it has no denominator."""
    clauses = [clause for clause in _CLAUSES.split(core) if len(clause) > 3]
    if len(clauses) < 2:
        clauses = core.split("、")
        wishes = [clause for clause in clauses if len(clause) > 3 and (_VERB.match(clause) or _LOOSE.match(clause))]
        return len(wishes) > 1 and wishes[-1] is clauses[-1] and not _MEASURED_END.search(core)
    return not _MEASURED_END.search(core)


@lru_cache(maxsize=1 << 13)
def is_effect(core: str) -> bool:
    """On the core of a name. A rate whose numerator can be counted is none, even where its words sound so (就业水平提升人数)."""
    if _FACT.search(core):
        return False
    if core.endswith(_BETTER_ENDS) and _TURNED_BETTER.search(core) and not _MADE_BETTER.search(core[:-1]):
        return True
    if _FEELING.search(core):
        return not core.endswith(("比例", "占比"))
    if _FIXED.search(core):
        return False
    if _NOUN.search(core):
        return True
    return bool(_VERB.match(core)) and not _LOOSE.match(core) and not core.endswith(("率", "比例", "数", "额", "量"))
