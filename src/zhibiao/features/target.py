"""What kind of target a value states, which quantity bears it, and what is left over as prose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from zhibiao.lexicon.units import units
from zhibiao.model.quantity import Measures, Moment, Quantity
from zhibiao.text.measures import measure

Kind = Literal[
    "blank",
    "void",
    "placeholder",
    "quantity",
    "moment",
    "frequency",
    "ratio",
    "grades",
    "choice",
    "yes-no",
    "fact",
    "level",
    "weak",
    "compared",
    "done",
    "unit",
    "claim",
]
_VOID = re.compile(r"(?:本项目|此项|该项)?(?:无|不涉及|不适用|不存在|暂无|没有|无此项)?(?:此?指标|内容)?[-—/\\、.。…~]*$")
# hours of the day, and service round the clock
_SOME = frozenset({"一批", "若干", "一些", "部分", "多次", "数次", "多场", "多批", "大量", "适量", "一定数量"})
_QUALITATIVE = len("定性")
_HOURS = re.compile(
    r"(?:每[天日]|[上下]午)?\d{1,2}:[0-5]\d[以之]?前$"
    r"|(?:每[天日]|[上下]午)?\d{1,2}:[0-5]\d[-~—至到]+(?:[上下]午|次日)?\d{1,2}:[0-5]\d$"
    r"|(?:全天|每[天日]|提供|实行)*(?:7[×xX*]24(?:小时)?|24小时(?:值|在|服务|监|开|运|不间断|待|保|轮))[一-鿿]{0,8}$"
)
_PLACEHOLDER = re.compile(r"[*xX×＊○_…?？#]{2,}|待(?:填写?|定|补充|完善)|(?:目标|指标)(?:内容|值)\d*$|请?(?:在此)?填写|示例")
# the form's list of options printed as the value, with or without marks between
_CHOICE = re.compile(
    r"(?:(?:优秀?|良好?|中等?|低|高|差|好|一般|较[好差高低]|大|小|合格|不合格|是|否|基本合格|基本达标|达标|不达标)[、,/或|;]*){2,}$"
)
_YES_NO = re.compile(r"(?:是|否|有|无|能|可|可以|不是|没有|会|不会|通过|不通过|达到|未达到|已达到|已?实现|未?发生|不发生|零发生|不产生)$")
_DONE = re.compile(
    r"=?(?:已|已经|全部|均|正常|顺利|一次性)?(?:完成|建成|竣工|完工|(?<!基本)建立|投入使用|交付使用|交付|上线(?:运行)?|开通|通车|通水|验收(?:通过)?|通过(?:验收)?|办结|启用|挂牌|成立|出台|印发|发布)$"
)
_FACT = re.compile(
    r"(?:无(?!障碍|纸|害|人机|菌|烟|公害|接触|线|人机|偿|缝)|零|0|未(?!成年|来)|不(?=发生|出现|产生|存在|再|得)|没有|杜绝|避免)(?:再|得|新增|重大|较大|一般|特大|任何|责任|一起)*(?:安全|生产|质量|食品|群体性|责任|人员|网络|信息|舆情|环境)*(?:发生|出现|产生|存在|造成|引发|有)*"
    r"[^,。;、]{0,10}(?:事故|事件|投诉|差错|失误|伤亡|死亡|污染|案件|案例|现象|违[规纪法]|拖欠|延误|泄[漏密露]|上访|信访|舆情|纠纷|故障|瑕疵|缺陷|隐患|火灾|疫情|中断|返贫|"
    r"遗漏|漏报|错报|漏登|积压|滞留|挪用|截留|挤占|超支|超标|损失|流失|欠薪|异议|死角|盲区|断档|脱销|反弹|新增|通报|负面|发生|破坏|违约|空白|复发|逾期)|清零|日产日清|日清日结|日清月结"
    r"|^(?:无(?!障碍|纸|害|人机|菌|烟|公害|接触|线|人机|偿|缝|私|限|比|愧)|零|未(?:发生|出现|产生)|不(?:发生|出现|泄|漏|超|缺|误|脱|停|断[水电气供])|没有)[^,。;]{1,8}$"
    r"|通过[^,。;]{0,10}(?:评审|验收|审查|检查|考核|认证|鉴定|审核|审计|测评|复核|论证)$"
)
_LEVEL = re.compile(
    r"(?:[一二三四五六七八九甲乙丙特A-EⅠ-Ⅴ1-5]|I{1,3}V?|A{2,5})(?:级|类|等|星|档|标)(?![^,。;]{0,2}(?:部门|政府|单位|党委|领导|文件|财政|响应?机制|管理))"
    r"|GB|[A-Z]{2,4}/T|\d[A-Z]级?|ISO"
)
_RATIO = re.compile(r"(?:[≥≤<>=]|不[高低大小多少超][于过]?)*\d+(?:\.\d+)?(?::|比|/)\d+(?:\.\d+)?[十百千万]*(?:人口?)?$")
# 优:…;良:…: grades whose conditions are words
_GRADES = re.compile(
    r"(?:优秀?|良好?|合格|达标|好)[:(].{1,300}[^一-鿿](?:良好?|中等?|一般|差|较差|不合格|不达标|合格)[:(]|(?:优秀?|好):.{1,300}(?:良好?|中|一般|差):"
)
_WEAK = re.compile(
    r"(?:符合|达到|满足|高于|优于|不低于|执行|低于|不超过|不高于)[^,。;、]{0,14}(?:标准|规范|规程|限值|预算|批复|概算|合同|市场价|控制价)"
    r"|应[一-鿿]尽[一-鿿]|(?:预算|概算|批复|合同|计划)(?:额度|金额|范围|总额|数额?|指标|价款?)?(?:之|以)?内|不(?:得)?(?:超|突破|高于|大于|超过|超出)[^,。;、]{0,4}(?:预算|概算|批复|计划)"
    r"|^(?:覆盖|惠及|涵盖|实现|确保|对)?(?:所有|全体|全部|全市|全县|全区|全镇|全乡|全省|全州|全校|全员)[^,。;、]{0,10}(?:人员|对象|群众|职工|居民|学生|农户|村|社区|学校|单位|企业|范围|覆盖)|全(?:时段|天候|过程|流程|链条|区域|方位)(?:覆盖|保障|服务|监管|监控|驻守)?$|覆盖(?:所有|全|全部|整个|率?达到)"
    r"|[国行地企]标$|(?:合同|中标|评审|市场|批复|控制)(?:价格?|金额|额|数|限价)$|按照?[^,。;、]{0,10}标准(?:执行|发放|补[助贴]|落实|建设|配备|兑现|支付)?$|(?:合同|协议)(?:中)?(?:约定|规定|要求|执行|条款)"
)
BRACKETS = re.compile(r"[(〔\[【][^()〔〕\[\]【】]*[)〕\]】]?")
# words that only lead to a number or close it: no prose of their own
_LEADS = re.compile(
    r"每(?:人|名|位|户|亩|家|次|场|个|台|套|村|校|生|辆|座|处|期|天|年|月|周|季度?|平方米|公里|吨|件)|人均|户均|亩均|年均|平均|合计|共计|总计|总|共|约|达到?|完成率?|实现|覆盖率?|全部|全年|年度|"
    r"不(?:得)?(?:低|高|少|多|大|小|超)[于过]?|控制在?|以[上下内]|之内|左右|其中|至少|最[低高多少]|及以上|及以下|含|为|在|标准|补助|补贴|发放|目标值?|比例|得分|满意度?|合格率?|提高|提升|增长|增加|下降|降低|减少|较?上年|同比"
)
# a comparison that two auditors would settle in the same way although it has no figure
_COMPARED = re.compile(
    r"(?:低于|高于|优于|好于|少于|多于|达到|超过|大于|小于|与|同|比)[^,。;、]{0,8}(?:上年|去年|往年|同期|平均(?:水平|值)?|持平)|^(?:基本)?持平$|较(?:上[一]?年度?|去年|往年|同期|(?:19|20)\d\d年)"
)
_TERM = re.compile(
    r"^整年|当[日天月季周](?!气)|次[日月]|隔[日天]|实时|即时|^按(?:年|季度?|月|旬|周|日)$|十[二三四五六七]五(?:时期|期间|末|规划期)"
)
_UNIT_WORDS = re.compile(r"(?:每(?:人|户|亩|名|位|次|天|日|月|年|年度|季度|学期|个|家|场|生)){2,}$")
_HAN = re.compile(r"[一-鿿]")
_DIGIT = re.compile(r"\d")
_VAGUE_PERIOD = re.compile(r"常年|逐年|逐月|逐季|逐日|长年|全天候?|全天|全年度?$")
_RISE = re.compile(
    r"提[高升]|改善|增[强长加]|优化|促进|下降|降低|减少|加强|巩固|保持|稳定|完善|规范|持续|不断|有效|明显|显著|良好|保障|维护|推[动进]|正常"
)
_FINISH = re.compile(
    r"完成|竣工|完工|建成|到位|支付|发放|拨付|使用|验收|交付|投入|开展|结束|开工|实施|兑[付现]|办结|上线|执行|运行|前|底|年内|止"
)


@dataclass(frozen=True, slots=True)
class Target:
    """quantity bears the target; quantities are all outside brackets; rest is the prose left over."""

    kind: Kind
    quantity: Quantity | None = None
    quantities: tuple[Quantity, ...] = ()
    rest: str = ""


@lru_cache(maxsize=1 << 13)
def target_of(text: str) -> Target:
    """The target that a normalised value states."""
    if not text:
        return Target("blank")
    if text.startswith("定性") and len(text) > _QUALITATIVE:
        return target_of(text[_QUALITATIVE:].lstrip(":、,"))  # the sign that the system asks for, typed into the value
    if text in _SOME:
        return Target("claim", rest=text)
    stated = measure(text).quantities
    if len(stated) == 1 and stated[0].end - stated[0].start == len(text) and stated[0].dimension not in ("rank", "ratio", "time"):
        return Target("quantity", stated[0], stated)  # most values: nothing else is there to be asked
    if _CHOICE.match(text) and (len(set(_HAN.findall(text))) > 2 or any(c in text for c in "、,/或|;")):
        return Target("choice", rest=text)
    if _VOID.match(text):
        return Target("void")
    if _PLACEHOLDER.search(text):
        return Target("placeholder", rest=text)
    if _HOURS.match(text):
        return Target("moment")
    measures = measure(text)
    rest = _rest(text, measures)
    if any(s.kind == "grades" for s in measures.standards) or _GRADES.search(text):
        return Target("grades", rest=rest)
    if _RATIO.match(text):
        return Target("ratio")
    outside = _outside(text, measures.quantities)
    if outside and not (len(outside) == 1 and outside[0].dimension == "rank"):
        return Target("quantity", _bearing(outside), outside, rest)
    return Target(_other(text, measures, rest), rest=rest)


def _outside(text: str, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Quantities outside brackets, where there are any: what stands in brackets explains."""
    if len(quantities) < 2 or not any(c in text for c in "(〔[【"):
        return quantities
    spans = [m.span() for m in BRACKETS.finditer(text)]
    return tuple(q for q in quantities if not any(s <= q.start < e for s, e in spans)) or quantities


def _bearing(quantities: tuple[Quantity, ...]) -> Quantity:
    """A time beside another measure says by when (15日内办结率100%); a sign marks the target, else the first."""
    timeless = [q for q in quantities if q.dimension != "time"] or list(quantities)
    return next((q for q in timeless if q.symbol), timeless[0])


def _rest(text: str, measures: Measures) -> str:
    """Han characters of the prose that is left when measures, brackets, references and leading words are put aside."""
    if not (measures.quantities or measures.moments):
        return text
    out = list(text)
    for each in (measures.quantities, measures.moments, measures.references):
        for start, end in [(span.start, span.end) for span in each]:
            out[start:end] = " " * (end - start)
    plain = _LEADS.sub(" ", BRACKETS.sub(" ", "".join(out)))
    return "".join(_HAN.findall(plain))


def _other(text: str, measures: Measures, rest: str) -> Kind:
    """The kind of a value without a quantity that bears its target."""
    kinds = {s.kind for s in measures.standards}
    if _UNIT_WORDS.match(text):
        return "unit"
    moment = next((m for m in measures.moments if _dates(text, m)), None)
    if moment is not None and not (moment.kind == "frequency" and _RISE.match(rest)):
        return "frequency" if moment.kind == "frequency" else "moment"
    if _YES_NO.match(text):
        return "yes-no"
    if _FACT.search(text):
        return "fact"
    if _TERM.search(text):
        return "moment"
    if "level" in kinds or _LEVEL.search(text):
        return "level"
    if _COMPARED.search(text):
        return "compared"
    if "weak" in kinds or measures.references or _WEAK.search(text):
        return "weak"
    if _DONE.match(text):
        return "done"
    if text in units() or text.split("/")[0] in units():
        return "unit"
    return "fact" if _DIGIT.search(text) and not measures.moments else "claim"


def _dates(text: str, moment: Moment) -> bool:
    """Whether a moment could be checked: 常年 and 逐年 could not, a season needs to be what is promised."""
    written = text[moment.start : moment.end]
    if moment.kind == "frequency":
        return not written.startswith("逐")
    if moment.kind == "deadline" or moment.year or moment.day:
        return True
    if _VAGUE_PERIOD.search(written):
        return written.startswith("全年") and (len(text) <= len(written) + 4 or bool(_FINISH.search(text[moment.end :])))
    return (len(text) <= len(written) + 6 and not _RISE.match(text)) or bool(_FINISH.search(text[moment.end :]))
