"""Bytes of a text file as text: what government offices send is UTF-8, GB18030, UTF-16 from old Notepad, and Big5 now and then.

UTF-8 is told by its strictness. GB18030 accepts almost anything, Big5 included, so a reading is judged by how frequent its
characters are; charset-normalizer is asked last, as it mistakes short GB18030 texts.
"""

from __future__ import annotations

import codecs
from functools import lru_cache

from zhibiao.errors import ReadError

# The most frequent characters of running text and of budget tables, simplified and traditional, and their punctuation
COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家"
    "电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明"
    "看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流"
    "路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思"
    "术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土"
    "许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称"
    "太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
    "预算绩效项目指标产出满意服务对象覆盖完成及时足额发放补助贴金费用支出收入财政资金部门单位实施审核评价监督考核年初季底率人次万元亿户个台套篇批场辆间"
    "乡镇村街道社区居民群众职工会员企业学校医院环境生态可持续影响经济社会质量数量成本时效分值权重说明依据来源文件通知要求标准计划任务目标总体长期短期名称类型"
    "請預績項標產滿務對覆蓋時額發補費財單實審評監年級數質會員學醫環態續響經濟說據來計劃總體長類區鄉鎮縣戶萬億個們這為國與關開無過還後從業東車馬門問間聞風飛"
    "書畫當將應該見親覺觀語調談證識變讓議護讀買賣資質賞費賽贈邊達運選遠適連進週道遊隊際陸陽險隨離難電雲題願顯飯館驗體黨齊兩並喪億儀價優傳傷備內冊決淨動勞勝"
    "勢匯協區參員單嚴圍圖團園場塊報壓處復復徵態慮應懷懸戲戰據擇擔舉戶掃採換損敗條極樣構權樹橋機檢歷歸殘氣決沒測滅滾漢潔濟濕災無煙營爾爭獎獨獲環現產畢異療發"
    "盡監盤確碼禮種積穩窮競筆節築範簡糧級紀約紅納純紙組細終統絕給絡綠維網緊線編練縣總績織繼續罰職聯聽肅腦膽臺與興舊藝蘇處號裝裡製複規視訂訓記設許訴診註評試"
    "，。、；：？！“”‘’（）《》〈〉【】—…·％＋－＝～／０１２３４５６７８９　≥≤≧≦×①②③④⑤⑥⑦⑧⑨⑩㎡℃○□√★●■▲"
)
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "cp950", "utf-16-le", "utf-16-be")  # in this order where two read equally well
CUT = ("unexpected end of data", "incomplete multibyte sequence", "truncated data")  # Python's words for a character cut off
SAMPLE = 1 << 16
GOOD = 0.6  # score of a reading: budget texts have over 0.8, misread ones under 0.45
CONTROLS = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32))
BINARY = 0.05  # share of control bytes: text has none, compressed data 10 %
LOST = 0.05  # share of characters that may be unreadable in a damaged text


def decode(data: bytes) -> tuple[str, str]:
    """Text and encoding name; a name ending in ? means that some characters could not be read or the encoding is a guess."""
    for mark, name in BOMS:
        if data.startswith(mark):
            return _known(data[len(mark) :], name)
    text = _strict(data, "utf-8")
    if text is not None and "\x00" not in text and (len(text) > SAMPLE or score(text) >= GOOD):
        return text, "utf-8"
    sample = data[:SAMPLE]
    readings = {name: reading for name in CANDIDATES if (reading := _strict(sample, name)) is not None and _clean(reading)}
    best = max(readings, key=lambda name: score(readings[name]), default="")
    if best and score(readings[best]) >= GOOD:
        return _known(data, best)
    if (wide := _nul_side(sample)) in readings:  # however rare the characters
        return _known(data, wide)
    if len(sample.translate(None, CONTROLS)) < len(sample) * (1 - BINARY):
        raise ReadError("unsupported", "这不是文本文件", "请确认文件类型，或用相应软件另存为 docx、xlsx、csv 或 txt 后再试")
    return (text.replace("\x00", ""), "utf-8") if text is not None else _guess(data, "gb18030" in readings)


def _guess(data: bytes, gb18030_fits: bool) -> tuple[str, str]:
    """A damaged text of a usual encoding; else what charset-normalizer says; else GB18030 with gaps."""
    for name in ("gb18030", "utf-8"):
        text = data.decode(name, "replace")
        if score(text[:SAMPLE]) >= GOOD - LOST and text.count("\ufffd") <= len(text) * LOST:
            return text, f"{name}?"
    from charset_normalizer import from_bytes  # 30 ms to load, and hardly ever needed

    match = None if gb18030_fits else from_bytes(data[:SAMPLE]).best()
    found = _strict(data, match.encoding) if match else None
    if match and found is not None:
        return found, f"{match.encoding}?"
    return _known(data, "gb18030")[0], "gb18030?"


def _known(data: bytes, name: str) -> tuple[str, str]:
    """The text of a known encoding, broken characters replaced and said so."""
    text = _strict(data, name)
    shown = "big5" if name in ("big5hkscs", "cp950") else name
    if text is None:
        return data.decode(name, "replace").replace("\x00", ""), f"{shown}?"
    return text.replace("\x00", ""), shown


def _strict(data: bytes, name: str) -> str | None:
    """The text, or None where the bytes are not of this encoding; a character cut off at the very end is forgiven."""
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        if error.reason not in CUT or error.start == 0:
            return None
        return data[: error.start].decode(name)
    except LookupError:
        return None


def _nul_side(sample: bytes) -> str:
    """UTF-16 without a mark: digits, blanks and line ends have their NUL all on one side."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    return "utf-16-le" if odd > even * 20 else "utf-16-be" if even > odd * 20 else ""


def _clean(text: str) -> bool:
    """Whether a reading has no more controls than a text may: NULs tell UTF-16 read as something else."""
    return sum(character < " " and character not in "\t\n\x0b\x0c\r" for character in text) <= len(text) * BINARY


@lru_cache(maxsize=1)
def _everyday() -> frozenset[str]:
    """The first planes of the two national sets: GB 2312 level 1 (3,755 characters) and Big5 level 1 (5,401)."""
    simplified = {bytes((lead, trail)).decode("gb2312", "ignore") for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF)}
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    return frozenset(simplified | {bytes((lead, trail)).decode("big5", "ignore") for lead in range(0xA4, 0xC7) for trail in trails})


def score(text: str) -> float:
    """How frequent the characters outside ASCII are, from 0 to 1; a text of ASCII alone cannot be wrong."""
    wide = [character for character in text if not character.isascii()]
    everyday = _everyday()
    return sum(1.0 if character in COMMON else 0.5 if character in everyday else 0.0 for character in wide) / len(wide) if wide else 1.0
