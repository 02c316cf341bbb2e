"""Conversion by LibreOffice: the real one where it is installed, stand-ins for its ways of failing everywhere."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import docx
import pytest
from docx_builder import build, cells, p, read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.reading import office, ole
from zhibiao.reading.blocks import Grid
from zhibiao.reading.doc_ending import with_last_paragraph
from zhibiao.reading.office import VARIABLE, convert, find_office

INSTALLED = find_office()
needs_office = pytest.mark.skipif(INSTALLED is None, reason="LibreOffice is not installed")
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a #! line")

STAND_IN = """\
#!{python}
import pathlib, subprocess, sys, time
folder = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
folder.mkdir(exist_ok=True)
log = pathlib.Path(__file__).with_suffix(".log")
settings = sorted(folder.parent.glob("profile*/user/registrymodifications.xcu"))[-1].read_text()
for name in sys.argv[sys.argv.index("--outdir") + 2:]:
    source = pathlib.Path(name)
    text = source.read_text()
    with log.open("a") as lines:
        print(source.name, text[5:].strip(), "BlockUntrustedRefererLinks" in settings, file=lines)
    if "hang" in text:
        beat = "import pathlib, time\\nwhile True:\\n    pathlib.Path({beat!r}).write_text(str(time.time()))\\n    time.sleep(0.02)"
        subprocess.Popen([sys.executable, "-c", beat])
        time.sleep(60)
    if "crash" in text:
        sys.exit(81)
    if "nothing" in text:
        continue
    data = pathlib.Path({good!r}).read_bytes()
    (folder / (source.stem + ".docx")).write_bytes(data[:50] if "cut" in text else data)
"""


def answer(result: bytes | ReadError) -> str:
    """The text of a converted file, or the code of the error."""
    return result.code if isinstance(result, ReadError) else "".join(getattr(block, "text", "") for block in read(result).blocks)


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in LibreOffice's place whose behaviour is written in the files it is given."""
    good, program = tmp_path / "good.docx", tmp_path / "soffice"
    good.write_bytes(build(p("好")))
    text = (
        STAND_IN.replace("{python}", sys.executable).replace("{beat!r}", repr(str(tmp_path / "beat"))).replace("{good!r}", repr(str(good)))
    )
    program.write_text(text, encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv(VARIABLE, str(program))
    return tmp_path


def rtf(folder: Path, name: str, content: str = "ok") -> Path:
    """A file that passes for RTF."""
    path = folder / name
    path.write_text(r"{\rtf " + content, encoding="utf-8")
    return path


def test_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without LibreOffice every file says so, with what to do."""
    monkeypatch.setattr(office, "find_office", lambda: None)
    paths = [rtf(tmp_path, "a.doc"), tmp_path / "missing.wps"]
    results = convert(paths, Limits())
    assert list(results) == paths
    for result in results.values():
        assert isinstance(result, ReadError)
        assert (result.code, result.cause) == ("needs-libreoffice", "读取 .doc/.wps 需要 LibreOffice，本机没有找到")
        assert result.remedy == "请安装 LibreOffice，或在 Word/WPS 中另存为 .docx 后重试"


def test_where_it_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable first, then the path, then the usual folders; a wrong variable is not passed over in silence."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv(VARIABLE, str(tmp_path / "none"))
    assert find_office() is None
    monkeypatch.delenv(VARIABLE)
    usual = tmp_path / "LibreOffice" / "program" / "soffice.exe"
    monkeypatch.setattr(office, "_usual_places", lambda: iter([usual]))
    assert find_office() is None
    usual.parent.mkdir(parents=True)
    usual.write_text("")
    assert find_office() == usual


def test_windows_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Program Files, the console program first because it waits."""
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    places = [place for place in office._usual_places() if tmp_path in place.parents]
    assert places == [tmp_path / "LibreOffice" / "program" / name for name in ("soffice.com", "soffice.exe")]


@posix_only
def test_names_and_settings(stand_in: Path) -> None:
    """Chinese names, blanks and namesakes in two folders; links and macros are switched off in a profile of our own."""
    (stand_in / "乙 处").mkdir()
    paths = [rtf(stand_in, "绩效 目标.doc"), rtf(stand_in / "乙 处", "绩效 目标.doc"), rtf(stand_in, "-o.rtf")]
    results = convert([*paths, paths[0]], Limits())
    assert {path: answer(result) for path, result in results.items()} == dict.fromkeys(paths, "好")
    log = (stand_in / "soffice.log").read_text().splitlines()
    assert log == ["in0000.rtf ok True", "in0001.rtf ok True", "in0002.rtf ok True"]


@posix_only
def test_a_crash_costs_one_file(stand_in: Path) -> None:
    """Those behind the one that killed the run are tried again, each alone, once."""
    paths = [rtf(stand_in, f"{kind}.rtf", kind) for kind in ("ok", "crash", "after", "nothing", "cut")]
    results = convert(paths, Limits())
    assert [answer(result) for result in results.values()] == ["好", "damaged", "好", "damaged", "damaged"]
    log = [line.split()[0] for line in (stand_in / "soffice.log").read_text().splitlines()]
    assert log == ["in0000.rtf", "in0001.rtf", "in0001.rtf", "in0002.rtf", "in0003.rtf", "in0004.rtf"]


@posix_only
def test_a_hanging_run_is_ended_with_its_children(stand_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The time limit holds, the others are read, nothing is left running."""
    monkeypatch.setattr(office, "EXTRA_SECONDS", 0.1)
    paths = [rtf(stand_in, f"{kind}.rtf", kind) for kind in ("ok", "hang", "after")]
    start = time.monotonic()
    results = convert(paths, Limits(office_seconds=1.0))
    assert time.monotonic() - start < 15
    assert [answer(result) for result in results.values()] == ["好", "timeout", "好"]
    before = (stand_in / "beat").read_text()
    time.sleep(0.3)
    assert (stand_in / "beat").read_text() == before


def test_a_program_that_does_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Said once a file, not raised."""
    broken = tmp_path / "soffice"
    broken.write_bytes(b"\x00\x01")
    monkeypatch.setattr(office, "find_office", lambda: broken)
    results = convert([rtf(tmp_path, "a.rtf"), rtf(tmp_path, "b.rtf")], Limits())
    assert [answer(result) for result in results.values()] == ["needs-libreoffice"] * 2


@posix_only
def test_what_is_not_given_to_it(stand_in: Path) -> None:
    """LibreOffice would read noise as text: what is no document is refused before, as are missing and oversized files."""
    contents = {"noise.doc": b"\x01\x02" * 300, "empty.doc": b"", "text.wps": "绩效".encode(), "container.doc": ole.MAGIC + bytes(600)}
    paths = []
    for name, content in contents.items():
        paths.append(stand_in / name)
        paths[-1].write_bytes(content)
    assert [answer(result) for result in convert(paths, Limits()).values()] == ["damaged"] * 4
    assert answer(convert([stand_in / "none.doc"], Limits())[stand_in / "none.doc"]) == "unreadable"
    large = rtf(stand_in, "large.rtf", "x" * 200)
    assert answer(convert([large], Limits(file_bytes=100))[large]) == "too-large"
    assert convert([], Limits()) == {}
    assert not (stand_in / "soffice.log").exists()


def source(folder: Path, name: str, last_paragraph: bool = True) -> Path:
    """A docx with two tables that have merges, ending in a paragraph or in the second table."""
    document = docx.Document()
    document.add_paragraph("一、概况")
    for number in (1, 2):
        table = document.add_table(rows=3, cols=3)
        for row_number, row in enumerate(table.rows):
            for column_number, cell in enumerate(row.cells):
                cell.text = f"{number}{row_number}{column_number}"
        table.cell(0, 0).merge(table.cell(0, 1)).text = "宽"
        table.cell(1, 2).merge(table.cell(2, 2)).text = "高"
        if last_paragraph or number == 1:
            document.add_paragraph("完")
    path = folder / name
    document.save(str(path))
    return path


def export(paths: list[Path], ending: str, folder: Path) -> list[Path]:
    """What LibreOffice makes of docx files in another format."""
    folder.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(office, "FILTER", ending)
        office._Office(INSTALLED or Path(), folder, Limits()).run({path: path for path in paths})
    return [folder / "out" / f"{path.stem}.{ending}" for path in paths]


def table_of(number: int) -> list[tuple[int, int, int, int, str]]:
    """The cells that source() wrote."""
    inner = [
        (1, 0, 1, 1, f"{number}10"),
        (1, 1, 1, 1, f"{number}11"),
        (1, 2, 2, 1, "高"),
        (2, 0, 1, 1, f"{number}20"),
        (2, 1, 1, 1, f"{number}21"),
    ]
    return [(0, 0, 1, 2, "宽"), (0, 2, 1, 1, f"{number}02"), *inner]


def tables(result: bytes | ReadError) -> list[list[tuple[int, int, int, int, str]]]:
    """The tables of a converted file."""
    assert isinstance(result, bytes)
    return [cells(block) for block in read(result).blocks if isinstance(block, Grid)]


@pytest.fixture(scope="module")
def old_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A .doc and an .rtf with and without a paragraph at the end."""
    folder = tmp_path_factory.mktemp("old")
    sources = [source(folder, "with.docx"), source(folder, "without.docx", last_paragraph=False)]
    return {path.name: path for ending in ("doc", "rtf") for path in export(sources, ending, folder / ending)}


@needs_office
@pytest.mark.office
def test_real_conversion(old_files: dict[str, Path], tmp_path: Path) -> None:
    """Every table with its merges, whatever the file is called, also where the document ends in a table; damage costs one file."""
    lying = tmp_path / "绩效 目标.wps"
    lying.write_bytes(old_files["with.doc"].read_bytes())
    half = tmp_path / "half.doc"
    half.write_bytes(old_files["with.doc"].read_bytes()[:9000])
    results = convert([*old_files.values(), lying, half], Limits())
    assert answer(results.pop(half)) == "damaged"
    assert len(results) == 5
    for path, result in results.items():
        assert tables(result) == [table_of(1), table_of(2)], path.name


@needs_office
@pytest.mark.office
def test_encrypted_doc(old_files: dict[str, Path], tmp_path: Path) -> None:
    """The flag in the first block of the file is enough to name it."""
    data = bytearray(old_files["with.doc"].read_bytes())
    start = ole.Container(bytes(data)).offset(ole.root_entries(bytes(data))["WordDocument"].start)
    data[start + 11] |= 1
    path = tmp_path / "secret.doc"
    path.write_bytes(data)
    assert answer(convert([path], Limits())[path]) == "encrypted"


@needs_office
@pytest.mark.office
def test_only_files_ending_in_a_table_are_lengthened(old_files: dict[str, Path]) -> None:
    """And those once; the length of the file stays."""
    good, bad = old_files["with.doc"].read_bytes(), old_files["without.doc"].read_bytes()
    mended = with_last_paragraph(bad)
    assert with_last_paragraph(good) == good
    assert mended != bad
    assert len(mended) == len(bad)
    assert with_last_paragraph(mended) == mended


@needs_office
@pytest.mark.office
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 30_000), st.integers(0, 255)), min_size=1, max_size=6), st.integers(600, 30_000))
def test_mutated_doc(old_files: dict[str, Path], changes: list[tuple[int, int]], length: int) -> None:
    """Whatever the bytes say, mending gives bytes."""
    data = bytearray(old_files["without.doc"].read_bytes())
    for at, value in changes:
        data[at % len(data)] = value
    assert isinstance(with_last_paragraph(bytes(data)), bytes)
    assert isinstance(with_last_paragraph(bytes(data[:length])), bytes)


def test_mending_leaves_other_files_alone() -> None:
    """What is no .doc stays as it is."""
    for data in (b"", b"\xd0\xcf\x11\xe0", ole.MAGIC + bytes(2000), b"{\\rtf1}"):
        assert with_last_paragraph(data) == data
