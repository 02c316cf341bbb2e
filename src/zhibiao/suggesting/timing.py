"""A name that says by when, or how long for each."""

from __future__ import annotations

import re

from zhibiao.features.filler import is_slogan
from zhibiao.lexicon.measure_patterns import activities, activity_words
from zhibiao.lexicon.patterns import any_of
from zhibiao.suggesting.measures import ROUTINE, joined, measured_by
from zhibiao.suggesting.repair import Repair
from zhibiao.suggesting.subject import Subject

_LATE = re.compile(r"(?:的?及时性|及时率|及时|按时|按期|时效|进度|完成率|完成情况|准时率|按时率|按期率)$")
_RATE_OF_TIME = re.compile("(?:按期|如期|按时|准时|及时)(?:举办|开展|办结|发放|拨付|支付|上线|完成|报送|出具|完工|开工)率$")
TIMELY = re.compile(r"^(?:按时|及时|按期|如期|加快|抓紧|尽快)(?:完成|开展|进行|发放|支付|办理)?")
_AMID = re.compile("(?<=[一-鿿]{2})(?:按时|及时|按期|如期)(?=拨付|发放|支付|到位|兑付|完成|办理|交付|报送|上报|发布)(?!.{2}率)")
_CASES = any_of("case_work", role="case")
_TERM = re.compile("(?:法定|规定|合同|约定|承诺|审限|时限)[^率]{0,8}内?")
DAY = re.compile(
    "(?:20[0-9]{2}年|[次翌来去前]年|下一?年|上一?年)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日|底|初|末|上旬|中旬|下旬)?|年底|年末|年内)(?:之?前|以前|内)?"
)
EVENT = re.compile("开班|开工|开学|开赛|开馆|启动|上线|竣工|完工|验收|交付|发放|付印|印发|公布|结业|通车|投用|进场|招标|报送")
_INSTANT = re.compile("(?:开班|开工|开学|(?<!公)开赛|开馆|启动|上线|竣工|完工|验收|交付|付印|印发|公布|结业|通车|投用)$")
CONTINUING = re.compile("到岗|上岗|在岗|在线|出勤|值守|值班|日产日清|清运|保洁|开放")  # goes on all year: no day on which it is done
_CALLS = re.compile("故障|报修|险情|警情|疫情|投诉|诉求|咨询|来电")
_CALLED = re.compile("故障|报修|险情|警情|疫情|投诉|诉求|咨询|响应|办理|受理|处置|抢修|到场")
_SENT = re.compile("上报|报送|审批|工程|项目|任务")
_WHOLE = re.compile("(?<!及时)(?<!按时)(?<!按期)(?:完成|完工|竣工|实施)率$")  # of the one work, not of each case
_NOBODY_S = re.compile("任务|目标|比例|百分比|时间内|期限内")  # no work that takes its time
_HOLLOW = re.compile("(?:各项|全部|年度|本年|项目|任务|目标)*(?:工作|任务|项目)|完成")
_SHARE = re.compile("(开工|完工|竣工|到位|支付|拨付|发放|兑付|执行|交付|投保|缴纳)率$")
_PAID = re.compile("发放|拨付|兑[付现]|支付")
_SAYS = 3  # characters that name a work


def is_case_by_case(core: str) -> bool:
    """Work that comes case after case, each of them in time or not: 投诉办结及时率; not 项目完成率, which is one date."""
    return bool(_CASES.search(core) or _TERM.search(core) or _CALLS.search(core)) and not _WHOLE.search(core)


def is_call(core: str) -> bool:
    """Somebody waits for it: 报修处理, 投诉件处置; not what is sent to a superior, which has its day."""
    return _CALLED.search(core) is not None and not _SENT.search(core)


def time_taken(core: str, reasons: list[str]) -> str | None:
    """投诉处置及时性 → 投诉处置用时."""
    rest = re.sub("(?:完成)?(?:时间|时限|日期)?$", "", without_manner(core))
    if len(rest) < _SAYS or _NOBODY_S.search(rest):
        return None
    reasons.append("一件一件办的事，写办一件用多久，“及时”没有尺度")
    return f"{rest}{'时间' if rest.endswith('响应') else '用时'}"


def without_manner(core: str) -> str:
    before, core = None, _AMID.sub("", core)
    while core != before:
        before, core = (
            core,
            _LATE.sub("", TIMELY.sub("", _RATE_OF_TIME.sub("", core))).removesuffix("按期").removesuffix("按时").removesuffix("按计划"),
        )
    return core


def deadline(core: str, subject: Subject, reasons: list[str]) -> str | None:
    """开班及时 → 托管班开班时间; None where nothing says what is to be done by then."""
    rest = without_manner(DAY.sub("", core))
    if measured_by(core) == "moment" and rest == core:
        return core
    if (share := _SHARE.search(rest)) is not None:  # 资金到位率: the money is there by a day
        rest = f"{rest[: share.start()]}{share[1]}"
    elif measured_by(rest) in ("share", "satisfaction"):
        return None
    if len(rest) < _SAYS or is_slogan(rest):
        if not is_done_once(subject):
            return None
        event = EVENT.search(core)
        rest, done = subject.deed, f"{event[0] if event and event[0] not in subject.deed else _done(subject)}时间"
    else:
        done = "时间" if _INSTANT.search(rest) else f"{_done(subject) if rest == subject.deed else '完成'}时间"
    reasons.append("时效写到哪一天完成，“及时”没有尺度")
    return joined(rest, done)


def _done(subject: Subject) -> str:
    """Money is not done, it is paid."""
    return "发放完成" if subject.activity == "发放" and not _PAID.search(subject.deed) else "完成"


def dated(repair: Repair) -> str | None:
    """工作完成时间 12月31日前: the author's own day stays; of work that goes on it is that of the year's tasks."""
    core, subject = repair.row.name.core, repair.subject
    if not subject.deed:
        return None
    repair.reasons.append("写明是什么事的时间")
    if measured_by(core) == "moment" and EVENT.search(core) and not _HOLLOW.match(core):
        return joined(subject.deed, core)
    return joined(subject.deed, "年度任务完成时间" if subject.activity == "运转" or ROUTINE.search(subject.deed) else "完成时间")


def is_done_once(subject: Subject) -> bool:
    """Work of which one can say when it is done: no daily business, nothing that goes on all year."""
    if subject.activity == "运转" or ROUTINE.search(subject.deed):
        return False
    return any(activities()[word] != "运转" for word in activity_words().findall(subject.deed))
