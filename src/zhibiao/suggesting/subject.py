"""What a table, and a row in it, is really about: the kind of work, what it deals with, whom it serves, and its figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from zhibiao.features.reading import Row, TableReading
from zhibiao.lexicon.measure_patterns import activities, activity_words
from zhibiao.lexicon.patterns import any_of, listed
from zhibiao.lexicon.project_topics import people_of, specific, topic_measures, topics_in
from zhibiao.lexicon.tables import rows
from zhibiao.suggesting.figures import Day, Figure, days_of, figures_of
from zhibiao.suggesting.wording import is_joint, is_people, runs, token_runs
from zhibiao.text.segment import segment

_NOISE = re.compile(
    r"^(?:提前下达)?(?:中央|省级?|市级?|县级?|区级?)财政(?!局)(?=..)|[(（〔【\[][^)）〕】\]]*[)）〕】\]]|[“”‘’\"']|20\d\d年(?:度)?|^关于|^提前|(?:的)?通知$|下达|^[一-鿿]{2,6}〔?\d{4}〕?\d+号|[一-鿿]{2}〔?\d{4}〕?\d+号"
)
_TAIL = re.compile(
    r"(?:类?(?:项目|行业|分行业|专项)?指标库|项目|专项|资金|经费|费用|(?<![续缴收消免付浪学杂])费|补助资金|工作|任务|工程)+$"
)
_PLACE = re.compile(
    r"^[一-鿿]{2,5}?(?:省(?!际)|市(?![场政民容售际])|县(?!际)|(?<![社小园校灌库林牧片])区|(?<!城)镇(?!际)|(?<!城)乡(?![村镇贤土际])|街道)(?=[一-鿿]{3})"
)
_OFFICE = re.compile(
    r"^[一-鿿]{1,6}?(?:(?<![布格结邮])局|委员会|办公室|(?<=[党纪政发教改健委])委(?![托员派培外内任])|(?:宣传|组织|统战|武装)部)(?=[一-鿿]{4})"
)
_DEFAULT_PEOPLE = {row["word"]: row["people"] for row in rows("default_people") if row["role"] == "activity"}
_ORGANISED = {row["word"]: row["people"] for row in rows("default_people") if row["role"] == "organisation"}
_ATTRIBUTES = frozenset(listed("noun_parts", role="attribute"))
_WORKERS = any_of("noun_parts", role="worker", after="$")
_MONEY = re.compile("(?:荣誉)?津贴|补贴|补助|救助金?|慰问金?|奖励|奖补|补偿|抚恤金?|助学金|奖学金|生活费|优待金|低保金|贴息|帮扶救助|经费")
_HAN = re.compile("[一-鿿]+")
# without it a thing is only half named: 冷藏保鲜设施
_KIND = re.compile("(?:核心|业务|综合|信息|管理|服务)+(?:系统|平台)|设施|设备|系统|平台|场所|场地|用房|基地|装备|站(?!点|长)|厂")
_PAID = re.compile("(?:补助|奖补|奖励|补贴|扶持|专项)?(?:资金|经费)$")  # who pays, not what is done: 薄弱学校改造补助资金
_ACTED_ON = re.compile("^(?:影响|招收|服务|惠及|覆盖|带动|感受|受理|面向)(?=[一-鿿]{2})(?!对象|人员|站|队|企业)")
_AIDED = re.compile("救助|帮扶|补助|资助")  # 救助人员 would be those who help
_PLACE_OF = re.compile("服务[站中]|活动(?:中心|室)|之家|协会|联合会|学院|学校|医院|基金")
_LED_IN = re.compile("^[及与和暨级等](?=[一-鿿]{2})(?!谐|平|睦|合)")
_LATIN = re.compile("[A-Za-z0-9]{1,4}$")
NOBODY = "群众"  # whom a project serves that names none
_ANYBODY = frozenset({"人员", "对象", "个人", "人士", "群体"})
_BRACKETS = re.compile("[(（]([^()（）]{4,})[)）]")
_NO_WORK = re.compile("^(?:不?含|包括|其中)|补贴|补助|费用|资金|部分|指标库|节选|一期|二期|三期|年|号")
_LETTER = re.compile(r"\d{4}.{0,2}号|通知|下达")
_SAYABLE = 22
_CHECKED = re.compile("健康体检|体检|筛查|接种|疗休养|疗养")
_AND = ("及", "和", "与")
_DEED = 14  # characters of a name that other words can be put to
_LONGEST = 12  # characters of what is given
_NAME = 200  # characters of a project's name; what is longer is no name
_TOPICS = 2  # of a project that joins two: 办公楼维修和设备购置; in 辅警工会经费 the first word only says whose it is
_PARTS = 3
# built in words only: no works, nothing to examine at the end
_FIGURATIVE = re.compile(
    "(队伍|作风|学科|专业群?|党风|廉政|制度|品牌|人才|课程|资源库|团队|师资|体系|机制|法治|诚信|文明|行风|学风|组织|双一流|题库|语料库)建设"
)
_PROGRAM = re.compile("信息系统|业务系统|管理系统|数据库|软件|信息化|小程序|网站|数字化平台|服务平台|管理平台|监管平台")
_REBUILT = frozenset({"建设", "改造", "提升改造"})
_COURSE = re.compile("(?:培训|轮训|研修)班?$")
_TAUGHT = re.compile("培训|轮训|研修|学员|参训|参学|课")
_OWNER = re.compile(
    "^[一-鿿]{2,12}?(?:(?<![布格结邮])局|委员会|中心|医院|学院|大学|协会|联合会|总站|大队|支队)(?=[一-鿿]{6})"
    "(?!建设|运行|改造|维修|设备|专项|工作|业务|日常|迁建|新建|扩建|补助|经费|保障|项目|购置|装修|修缮|提升|设施)"
)
_JOINED = re.compile("[、暨]|(?<![普涉以])及(?!时|格)|(?<!共)和(?!谐|平|美|睦|解|合)|(?<![参给])与(?!会)")
_FIRST = (
    "发放",
    "慰问",
    "培训",
    "健康",
    "租赁",
    "信息化",
    "储备",
    "会议",
    "案件",
    "种养",
    "救援",
    "整理",
    "建设",
    "采购",
    "维护",
    "检查",
    "研究",
    "活动",
    "服务",
    "拨付",
    "运转",
)


@dataclass(frozen=True, slots=True)
class Subject:
    """ "" where nothing is said.

    topics: finer than the activity, as project_topics.tsv knows them; the most telling first. works: all that the name shows."""

    activity: str
    topics: tuple[str, ...]
    works: tuple[str, ...]
    thing: str
    people: str
    deed: str
    unit: str
    whole: bool  # the deed is all that the name says, not the one half of it that could be cut out
    year: int | None
    figures: tuple[Figure, ...]
    days: tuple[Day, ...]


@lru_cache(maxsize=8)
def subject_of(table: TableReading) -> Subject:
    """By the project's name first, then purpose and objectives, then the rows."""
    name = plain_name(table.project_name.text)
    topics = _topics(table)
    activity = _kind_of_work(table, topics)
    figures = figures_of(table)
    thing = _LED_IN.sub("", _thing(table, name))
    return Subject(
        activity,
        topics,
        _merged(topics_in(table.project_name.text[:_NAME]), _of_parts(name)),
        thing,
        _people(table, activity, topics),
        _LED_IN.sub("", _deed(table, name, thing)),
        _unit(figures, thing),
        _is_sayable(name),
        table.year,
        figures,
        days_of(table),
    )


def _kind_of_work(table: TableReading, topics: Sequence[str]) -> str:
    """A table without a project is that of a whole unit: its running, whatever single tasks its objectives name. A topic says more than the
    purpose, which lists what the money buys: "" where it names no kind."""
    if not table.project_name.text:
        return "运转"
    name = _NOISE.sub("", table.project_name.text[:_NAME])
    if topics:
        return _activity(name) or _activity(topics[0])
    return next(filter(None, map(_activity, (name, table.purpose.text, table.goal, _row_names(table)))), "运转")


def _topics(table: TableReading) -> tuple[str, ...]:
    """By the project's name; where that says none, by purpose or objectives, but no other kind of work than the name says."""
    name = _NOISE.sub("", table.project_name.text[:_NAME])
    parts = _of_parts(name)
    shown = _shown(name)
    found = _bracketed(table.project_name.text[:_NAME]) or _merged(shown[:1], specific(parts), shown, parts)
    if not found and table.project_name.text:
        kinds = ("", "运转", _activity(name))
        told = specific(topics_in(table.purpose.text)) or specific(topics_in(table.goal))
        found = tuple(topic for topic in told if kinds[-1] in kinds[:2] or _activity(topic) in kinds)
    found = tuple(topic for topic in found if _fits(topic, name))
    return found[: max(_TOPICS, len(parts)) if _JOINED.search(name) else 1]


def _fits(topic: str, name: str) -> bool:
    """保费补贴 is not what 保险气象指数研究 is about, nor 审计项目 what 内审人员培训班 teaches."""
    kinds = {activities()[word] for word in activity_words().findall(name)}
    if not specific((topic,)) and kinds - {"运转"} and _activity(topic) not in (*kinds, "", "运转"):
        return False
    if not _COURSE.search(name) or _JOINED.search(name):
        return True
    return any(_TAUGHT.search(each.name) for each in topic_measures().get((topic, "数量"), ()))


def _shown(name: str) -> tuple[str, ...]:
    """By what is done, where that says enough; else also by whose it is: 精神卫生中心住院医师培训 trains doctors."""
    done = topics_in(_OWNER.sub("", name))
    return done if specific(done[:1]) else topics_in(name)


@lru_cache(maxsize=1 << 6)
def _of_parts(name: str) -> tuple[str, ...]:
    """What each part of a joined name shows most by itself: words of one half keep no topic out of the other."""
    parts = _JOINED.split(name)
    if len(parts) == 1:
        return ()
    done = (topics_in(part)[:1] for part in parts if len(part) > 1 and _activity(part) not in ("", "运转"))
    return _merged(*done)[:_PARTS] or next(filter(None, map(topics_in, parts)), ())[:1]


def _merged(*found: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(topic for topics in found for topic in topics))


def _bracketed(name: str) -> tuple[str, ...]:
    """救灾资金（小麦条锈病防控）: what stands in brackets is what is done."""
    told = (each for each in _BRACKETS.findall(name) if not _NO_WORK.search(each))
    return next(filter(None, map(topics_in, told)), ())


def row_topics(row: Row, subject: Subject) -> tuple[str, ...]:
    """The project's, first the one that the row's own words show; where it shows none, what the row shows."""
    words = f"{row.name.text} {row.description.text}"
    if not subject.topics:
        return topics_in(words)[:1]
    if len(subject.works) < _TOPICS:
        return subject.topics
    own = tuple(topic for topic in topics_in(words)[:1] if topic in subject.works)
    return (*own, *(topic for topic in subject.topics if topic not in own))


def plain_name(name: str) -> str:
    """A project's name without numbers of documents, years and what every project is called."""
    before, name = None, name[:_NAME]
    while name != before:
        before, name = name, _NOISE.sub("", name)
    name = _OFFICE.sub("", _PLACE.sub("", name))
    return _TAIL.sub("", name) or name


def short_name(name: str) -> str:
    """The name as one would say it, where it is short enough."""
    said = _NOISE.sub("", name)
    return said if 1 < len(said) <= _SAYABLE and not _LETTER.search(name) else ""


def _activity(text: str) -> str:
    """The kind of work that most of its words, and the last of them, speak of."""
    text = _FIGURATIVE.sub(r"\1", text)
    words = activity_words().findall(_PAID.sub("", text)) or activity_words().findall(text)
    if _PROGRAM.search(text):  # nobody digs for a data base that is rebuilt
        words = [word for word in words if word not in _REBUILT] or words
    if not words:
        return ""
    plain = [word for word in words if activities()[word] != "运转"]
    telling = [word for word in plain if word not in _ATTRIBUTES] or plain or words  # 防汛物资采购 is a purchase
    counted = Counter(activities()[word] for word in telling)
    counted[activities()[telling[-1]]] += 1
    return min(counted, key=lambda each: (-counted[each], _FIRST.index(each)))


def row_activity(row: Row, subject: Subject) -> str:
    """The project's, unless that is nothing but the running of a unit and the row's own words, which the project has too, say more."""
    if subject.activity != "运转":
        return subject.activity
    found = {activities()[word] for word in activity_words().findall(row.name.text) if word in row.table.about}
    telling = sorted(found - {"运转"}, key=_FIRST.index)
    return telling[0] if telling else subject.activity


def _row_names(table: TableReading) -> str:
    return "\n".join(row.name.text for row in table.rows)


def _thing(table: TableReading, name: str) -> str:
    """The longest noun run of the name that is no group of people; else of purpose and objectives."""
    for text in (name, table.purpose.text, table.goal):
        things = [run for run in runs(text) if not is_people(run)]
        if things:
            thing = (_named(things, text) or things)[-1] if text == name else things[0]
            first = text.find(thing)
            kind, led = _KIND.match(text, first + len(thing)), _LATIN.search(text[:first])
            thing = led[0] + thing if led else thing  # X波段雷达
            return thing + kind[0] if kind else re.sub("(?<=档案|图书|资料)[馆室库]$", "", thing)
    return plain_name(table.project_name.text)[:8]


def _named(things: Sequence[str], text: str) -> list[str]:
    """Not 适配 of 业务系统适配改造: a thing has more than two characters, or a word of its kind with it."""
    places = ((run, text.find(run)) for run in things)
    return [run for run, first in places if len(run) > 2 or _KIND.match(text, first + len(run)) or _LATIN.search(text[:first])]


def _people(table: TableReading, activity: str, topics: tuple[str, ...]) -> str:
    asked = "\n".join(_asked(row) for row in table.rows if row.kind == "satisfaction" or row.category == "满意度")
    about = (asked, table.project_name.text, table.purpose.text, table.goal, _row_names(table))
    own = "\n".join(about[1:4])
    for text in about[: 2 if topics else len(about)]:
        whole = [_whole(run, text) for run in runs(text) if is_people(run)]
        if topics and text == asked:  # a row may ask the wrong people
            whole = [run for run in whole if run[-2:] in own or run[:2] in own]
        whole = [_ACTED_ON.sub("", run) for run in whole if not _at_a_place(run, text)]
        found = [run for run in whole if run not in _ANYBODY and (activity == "培训" or not _WORKERS.search(run))]
        if found:
            counted = Counter(found)
            return min(found, key=lambda run: (-counted[run], -len(run)))
    served = people_of()[topics[0]] if topics else ""
    if activity == "培训" and (trained := _trained(table.project_name.text)) and not _overlap(trained, served):
        return trained
    if served:
        return served
    for word, people in _ORGANISED.items():
        if any(word in text for text in about):
            return people
    return _DEFAULT_PEOPLE.get(activity, NOBODY)


def _at_a_place(run: str, text: str) -> bool:
    """退役军人 of 退役军人服务站: whose house it is."""
    return all(_PLACE_OF.match(text, at.end()) for at in re.finditer(re.escape(run), text)) and run in text


def _overlap(one: str, other: str) -> bool:
    return any(one[at : at + 2] in other for at in range(len(one) - 1))


def _trained(name: str) -> str:
    """Those whom a course is for (书记员速录培训); a topic of another kind of work names those whom that work serves."""
    for words in token_runs(plain_name(name)):
        for last in range(len(words), 0, -1):
            run = "".join(words[:last])
            if is_people(run) and run not in _ANYBODY:
                return run
    return ""


def _asked(row: Row) -> str:
    """Who is asked: before the 对 of the name, else of the description."""
    name = re.split("(?<!服务)对", row.name.core)[0]
    return name if any(is_people(run) for run in runs(name)) else re.split("(?<!服务)对", row.description.core)[0]


def _whole(run: str, text: str) -> str:
    """A bare 人员 or 对象 with the words in front of it."""
    found = re.search(
        f"(?:机关|单位|基层|一线|窗口|科技|专业|技术|管理|工作|体检|参训|就业|失业|返乡|困难|服务|救助|帮扶|补助)+{run}", text
    )
    if f"被{run}" in text:
        return f"被{run}"
    if len(run) != len("人员") or found is None:
        return run
    return f"受{found[0]}" if _AIDED.match(found[0]) and run == "人员" else found[0]


def _deed(table: TableReading, name: str, thing: str) -> str:
    """What is given or done, in a few words: 劳模荣誉津贴."""
    checked = _CHECKED.search(table.about + "\n" + _row_names(table)) if _activity(name) == "健康" else None
    if checked:
        return checked[0]
    if _is_sayable(name):
        return name
    for text in (name, table.purpose.text, table.goal):
        told = _given(text)
        if told:
            return told
    return thing


def _is_sayable(name: str) -> bool:
    return 2 <= len(name) <= _DEED


def _given(text: str) -> str:
    """The words up to and with the first kind of money, back to where another thing is spoken of: 劳动模范荣誉津贴."""
    words = segment(text)
    for number, word in enumerate(words):
        if _MONEY.fullmatch(word):
            first = number
            while first and len("".join(words[first - 1 : number + 1])) <= _LONGEST and _HAN.fullmatch(words[first - 1]):
                if is_joint(words[first - 1]) and words[first - 1] not in _AND:
                    break
                first -= 1
            while first < number and words[first] in _AND:
                first += 1
            if first < number:
                return "".join(words[first : number + 1])
    return ""


def _unit(figures: tuple[Figure, ...], thing: str) -> str:
    """The unit in which the project counts its thing; 项 where it does not say."""
    for figure in figures:
        if figure.dimension in ("things", "length", "area", "volume", "mass", "body") and thing and thing[-2:] in figure.about:
            return figure.unit
    return next((figure.unit for figure in figures if figure.dimension in ("things", "length", "area", "volume", "mass")), "项")
