"""Words: the same from both engines, together the whole text, our terms whole, their neighbours unharmed."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from zhibiao.lexicon.tables import rows
from zhibiao.text.normalise import normalise
from zhibiao.text.segment import content_words, engine, jieba_engine, segment, terms

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

rjieba = pytest.importorskip("rjieba")
TESTS = Path(__file__).resolve().parent.parent


def strings(value: Any) -> Iterator[str]:
    """Every text inside a parsed file."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def sample() -> list[str]:
    """All texts of our documents and of the rules' cases, as typed and as normalised, and mixtures of their pieces."""
    files = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(TESTS.glob("documents/files/*.parse.json"))]
    files += [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(TESTS.glob("rules/*/*.toml"))]
    texts = sorted({text for file in files for text in strings(file) if text})
    chance = random.Random(1)  # noqa: S311 - the same mixtures each time
    pieces = [*texts, *terms(), "≥95%", "（含）", "12.5", "ABC123", "\U0001f600", "𠮷", "é", "　", "\n", "km²", "〇", "ⅲ"]
    mixed = ["".join(chance.choice(pieces)[:9] for _ in range(chance.randint(1, 5))) for _ in range(4_000)]
    return [*texts, *(normalise(text).text for text in texts), *mixed]


@pytest.fixture(scope="module")
def reference() -> Any:
    return jieba_engine()


def test_both_engines_cut_alike(reference: Any) -> None:
    fast = engine()
    assert fast.__module__ == "zhibiao.text.segment"
    different = [(text, reference(text), fast(text)) for text in sample() if reference(text) != fast(text)]
    assert different == []


def test_words_are_the_whole_text() -> None:
    assert all("".join(segment(text)) == text for text in sample())


def test_every_term_is_one_word() -> None:
    assert [term for term in terms() if segment(term) != (term,)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("重大动物疫病强制免疫密度", "重大|动物疫病|强制免疫|密度"),
        ("畜禽粪污综合利用率", "畜禽粪污|综合|利用率"),
        ("一审服判息诉率", "一审|服判息诉率"),
        ("人民调解成功率", "人民调解|成功率"),
        ("特困人员供养标准达标率", "特困人员|供养|标准|达标率"),
        ("农村公路列养率", "农村公路|列养率"),
        ("零就业家庭动态清零", "零就业家庭|动态|清零"),
        ("高血压患者规范管理率", "高血压患者|规范|管理率"),
        ("全县道路硬化里程", "全县|道路|硬化|里程"),  # 县道 is no word here
        ("全省道路运输", "全省|道路运输"),
        ("所占比例", "所|占|比例"),  # 占比 does not swallow half of 比例
        ("家长满意度", "家长|满意度"),
        ("每户次数", "每户|次数"),
        ("全年开展活动", "全年|开展|活动"),
        ("各项工作任务完成率", "各项|工作|任务|完成率"),
        ("率先完成任务", "率先|完成|任务"),
    ],
)
def test_terms_leave_their_neighbours_alone(text: str, expected: str) -> None:
    assert "|".join(segment(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对全县困难群众的临时救助", ("全县", "困难群众", "临时救助")),
        ("≥95%", ()),
        ("2025年开展培训12场", ("培训", "场")),
        ("GB50300标准", ("GB50300", "标准")),
        ("", ()),
    ],
)
def test_content_words(text: str, expected: tuple[str, ...]) -> None:
    assert content_words(text) == expected


def test_threads_share_one_engine(reference: Any) -> None:
    texts = [f"第{n}期义务教育阶段家庭经济困难学生资助人数{n}" for n in range(300)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(engine(), texts)) == [reference(text) for text in texts]


def test_lists_hold_each_word_once_with_its_source() -> None:
    for name in ("terms", "function_words", "set_phrases"):
        listed = [row["word"] for row in rows(name)]
        assert len(listed) == len(set(listed))
        assert all(row["source"] for row in rows(name))
    assert len(terms()) >= 2_000
    assert not set(terms()) & {row["word"] for row in rows("function_words")}


def test_the_engine_is_ready_soon() -> None:
    """A bound that a busy machine keeps: on a quiet one it is half a second or less."""
    code = (
        "import time; start = time.perf_counter(); from zhibiao.text.segment import engine; engine()('预算');"
        "print(time.perf_counter() - start)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(run.stdout) < 10


JUDGING = """
import json, sys
from pathlib import Path
if sys.argv[2] == "jieba":
    sys.modules["rjieba"] = None  # as where it is not installed
import zhibiao
from zhibiao.reports.score_json import report_json
from zhibiao.text import segment
scorer = zhibiao.load()
for path in sorted(Path(sys.argv[1]).iterdir()):
    print(json.dumps(report_json(scorer.score_document(zhibiao.read(path)))))
assert ("rjieba" in segment.engine().__qualname__) is (sys.argv[2] == "rjieba")
"""


def test_samples_are_judged_alike_without_rjieba() -> None:
    def judged(engine_name: str) -> str:
        command = [sys.executable, "-c", JUDGING, str(TESTS.parent / "samples"), engine_name]
        return subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8").stdout

    with ThreadPoolExecutor(2) as both:
        fast, plain = both.map(judged, ("rjieba", "jieba"))
    assert len(fast.splitlines()) == 6
    assert plain == fast
