"""Laws of the house: what is easily forgotten is a test."""

from __future__ import annotations

import ast
import inspect
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import fields
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import docx
import pytest

import api_reference
import zhibiao
from document_comparison import FILES, OFFICE, expected
from readme_catalogue import READMES, with_catalogue
from readme_metrics import READMES as MEASURED
from readme_metrics import with_metrics
from zhibiao.batch.reading import Task, read_one
from zhibiao.config.baseline import read_baseline
from zhibiao.config.file import KEYS, read_config
from zhibiao.config.limits import Limits
from zhibiao.errors import ConfigError, ReadError
from zhibiao.model.document import Document, Indicator, Table
from zhibiao.model.finding import Finding
from zhibiao.model.report import DocumentReport, IndicatorReport, TableReport
from zhibiao.parsing.forms import all_forms
from zhibiao.reading.dispatch import READERS, THROUGH_OFFICE
from zhibiao.rules.catalogue import catalogue

TOP = Path(__file__).resolve().parent.parent
PACKAGE = TOP / "src" / "zhibiao"
MODULES = sorted(PACKAGE.rglob("*.py"))
NAMELESS = {"utils", "util", "misc", "helpers", "helper", "common", "tools", "stuff"}
HEAVY = (
    "lxml",
    "pdfminer",
    "xlrd",
    "cryptography",
    "numpy",
    "typer",
    "rich",
    "spacy",
    "jieba",
    "pandas",
    "zhibiao.parsing",
    "zhibiao.reading",
)
LEXICON = sorted(path.name for path in resources.files("zhibiao.lexicon").iterdir() if path.name.endswith(".tsv"))
LISTED = {"Document": Document, "Table": Table, "Indicator": Indicator}


def relative(path: Path) -> str:
    return path.relative_to(TOP).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_a_module_says_what_it_is_and_stays_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert not tree.body or ast.get_docstring(tree), "no docstring"
    assert text.count("\n") <= 400
    assert path.stem not in NAMELESS
    assert path.parent.name not in NAMELESS
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    assert {name: length for name, length in lengths.items() if length > 50} == {}


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = f"import sys, zhibiao; print([name for name in {HEAVY!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


# ---- what stands in two places -------------------------------------------------------------------------------------------------------


PAGES = ("commands", "settings", "findings", "output", "inputs", "editors", "models")  # of docs/ and docs/en/, in the order of reading
FOLDERS = {"README.md": "docs", "README.en.md": "docs/en"}


def whole(readme: str) -> str:
    """A README and the pages in its language."""
    pages = [TOP / readme, *(TOP / FOLDERS[readme] / f"{page}.md" for page in PAGES)]
    return "\n".join(path.read_text(encoding="utf-8") for path in pages)


def section(readme: str, heading: str) -> str:
    text = whole(readme)
    return text.split(f"\n{heading}\n", 1)[1].split("\n## ", 1)[0]


def rows(readme: str, heading: str) -> list[list[str]]:
    """The rows of the first table under a heading."""
    lines = [line for line in section(readme, heading).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def quoted(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def test_readme_lists_the_forms_of_the_code() -> None:
    assert rows("README.md", "## 认识的表式") == [[f"`{form.name}`", form.place] for form in all_forms()]
    assert rows("README.en.md", "## Forms") == [[f"`{form.name}`", form.english] for form in all_forms()]


@pytest.mark.parametrize(("readme", "heading"), [("README.md", "## 可读的文件"), ("README.en.md", "## Files")])
def test_readmes_list_the_formats_of_the_code(readme: str, heading: str) -> None:
    kinds = [kind for cells in rows(readme, heading) for kind in quoted(cells[0])]
    assert Counter(kinds) == Counter([*READERS, *THROUGH_OFFICE])


@pytest.mark.parametrize(("readme", "heading"), [("README.md", "## 输出的内容"), ("README.en.md", "## Output")])
def test_readmes_list_the_keys_of_the_output(readme: str, heading: str) -> None:
    listed = [set(quoted(cells[1])) for cells in rows(readme, heading)]
    assert listed == [{field.name for field in fields(kind)} for kind in LISTED.values()]


def blocks(readme: str, language: str) -> list[str]:
    """Code blocks of one language."""
    fenced = whole(readme).split("```")[1::2]
    return [code for name, _, code in (block.partition("\n") for block in fenced) if name == language]


REPORTED = {
    "document": (DocumentReport, {"exempted"}),  # fields that are not printed
    "table": (TableReport, set()),
    "indicator": (IndicatorReport, set()),
    "finding": (Finding, set()),
}


@pytest.mark.parametrize(("readme", "heading"), [("README.md", "## 评判的结果"), ("README.en.md", "## Reports")])
def test_readmes_list_the_keys_of_reports(readme: str, heading: str) -> None:
    listed = [set(quoted(cells[1])) for cells in rows(readme, heading)]
    assert listed == [{field.name for field in fields(kind)} - unprinted for kind, unprinted in REPORTED.values()]


@pytest.mark.parametrize("readme", READMES)
def test_pages_hold_the_catalogues_of_the_code(readme: str) -> None:
    text = (TOP / readme).read_text(encoding="utf-8")
    assert "<!-- rules -->" in text or "<!-- forms -->" in text
    assert text == with_catalogue(text, READMES[readme]), "run make catalogue"


@pytest.mark.parametrize("language", ["bash", "bat", "console", "json", "python", "text", "toml", ""])
def test_code_blocks_are_the_same_in_both_languages(language: str) -> None:
    assert blocks("README.md", language)
    assert blocks("README.en.md", language) == blocks("README.md", language)


def test_excerpts_in_the_readme_are_what_the_commands_print() -> None:
    commands = (["parse", "samples"], ["parse", "tests/documents/files/x_scanned.pdf"], ["score", "samples", "--format", "json"])
    printed = {line for command in commands for line in output_of(*command).splitlines()}
    shown = [line for block in blocks("README.md", "json") for line in block.splitlines() if line.strip() != "…"]
    assert len(shown) > 40
    assert [line for line in shown if line not in printed] == []


def test_the_list_and_the_page_in_the_readme_are_what_the_commands_print() -> None:
    _, score, page, *_ = blocks("README.md", "text")
    printed = set(output_of("score", "samples").splitlines())
    assert [line for line in score.splitlines() if line != "…" and line not in printed] == []
    assert len(score.splitlines()) > 8
    assert output_of("explain", "M206") == page


@pytest.mark.parametrize("readme", ["README.md", "README.en.md"])
def test_scoring_into_a_workbook_as_the_readmes_show_it(tmp_path: Path, readme: str) -> None:
    command, *lines = blocks(readme, "console")[0].splitlines()
    shutil.copytree(TOP / "samples", tmp_path / "samples")
    program = [str(Path(sys.executable).with_name("zhibiao")), *command.split()[2:]]
    run = subprocess.run(program, cwd=tmp_path, capture_output=True, check=False, encoding="utf-8")
    told = [line for line in run.stderr.splitlines() if not line.startswith("已完成 ")]  # what a slow machine says on the way
    assert told == lines
    assert (tmp_path / "报告.xlsx").stat().st_size > 20_000


def test_suggesting_as_the_pages_show_it() -> None:
    command, *lines = blocks("README.md", "console")[3].splitlines()
    assert output_of(*command.split()[2:]).splitlines() == lines


def test_annotating_as_the_readme_shows_it(tmp_path: Path) -> None:
    _, shown, comment, _ = blocks("README.md", "console")
    command, *lines = shown.splitlines()
    shutil.copytree(TOP / "samples", tmp_path / "samples")
    program = [str(Path(sys.executable).with_name("zhibiao")), *command.split()[2:]]
    run = subprocess.run(program, cwd=tmp_path, capture_output=True, check=False, encoding="utf-8")
    assert run.stdout.splitlines() == lines
    copy = docx.Document(str(tmp_path / "批注" / "农村公路养护.docx"))
    assert comment.strip() in ["\n".join(line.text for line in one.paragraphs) for one in copy.comments]


def output_of(*arguments: str) -> str:
    command = [str(Path(sys.executable).with_name("zhibiao")), *arguments]
    return subprocess.run(command, cwd=TOP, capture_output=True, check=False, encoding="utf-8").stdout


@pytest.mark.parametrize(("number", "place"), [(0, 0), (1, 3), (2, 4), (3, 5)])
def test_python_of_the_readme_prints_what_stands_below_it(number: int, place: int) -> None:
    code, shown = blocks("README.md", "python")[number], blocks("README.md", "text")[place]
    run = subprocess.run([sys.executable, "-c", code], cwd=TOP, capture_output=True, check=True, encoding="utf-8")
    assert run.stdout.splitlines()[: len(shown.splitlines())] == shown.splitlines()


def test_settings_of_the_readme_are_settings(tmp_path: Path) -> None:
    settings, exceptions = blocks("README.md", "toml")
    (tmp_path / "zhibiao.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "zhibiao-baseline.toml").write_text(exceptions, encoding="utf-8")
    assert read_config(tmp_path / "zhibiao.toml", catalogue()).settings.severity == {"M206": "info"}
    assert read_baseline(tmp_path / "zhibiao-baseline.toml", catalogue(), date(2025, 1, 1)).entries[0].code == "M201"
    assert all(key in settings for key in KEYS)


@pytest.mark.office
@pytest.mark.parametrize("readme", MEASURED)
def test_readmes_hold_the_figures_of_the_models(readme: str) -> None:
    text = (TOP / readme).read_text(encoding="utf-8")
    assert "<!-- metrics -->" in text
    assert text == with_metrics(text, MEASURED[readme]), "run python tests/readme_metrics.py"


@pytest.mark.parametrize(("readme", "heading"), [("README.md", "## 准确度和速度"), ("README.en.md", "## Accuracy and speed")])
def test_accuracy_in_the_readmes_is_what_its_command_prints(readme: str, heading: str) -> None:
    command, figure = rows(readme, heading)[0]
    assert command == "`python tests/document_comparison.py`"
    run = subprocess.run([sys.executable, "tests/document_comparison.py"], cwd=TOP, capture_output=True, check=False, encoding="utf-8")
    assert f"`{run.stdout.strip()}`" == figure, "run make catalogue"


@pytest.mark.parametrize(("readme", "heading"), [("README.md", "## 准确度和速度"), ("README.en.md", "## Accuracy and speed")])
def test_agreement_in_the_readmes_is_what_its_command_prints(readme: str, heading: str) -> None:
    command, figure = rows(readme, heading)[1]
    assert command == "`python tests/rule_agreement.py`"
    run = subprocess.run([sys.executable, "tests/rule_agreement.py"], cwd=TOP, capture_output=True, check=True, encoding="utf-8")
    assert f"`{run.stdout.strip()}`" == figure, "run make catalogue"


def test_samples_are_copies_of_test_documents() -> None:
    samples = sorted((TOP / "samples").iterdir())
    documents = {path.read_bytes() for path in FILES.iterdir()}
    assert len(samples) == 6
    assert any(" " in path.name for path in samples)
    assert [path.name for path in samples if path.read_bytes() not in documents] == []


# ---- forms and words -----------------------------------------------------------------------------------------------------------------


def test_every_form_is_picked_by_a_document() -> None:
    names = [name for name, gold in expected().items() if not gold.get("error") and Path(name).suffix not in OFFICE]
    read = [read_one(Task((FILES / name).as_posix(), Limits())).document for name in names]
    picked = {table.form for document in read if document for table in document.tables}
    assert {form.name for form in all_forms()} - picked == set()


def test_a_form_is_named_as_its_file() -> None:
    files = {path.stem for path in (PACKAGE / "parsing" / "forms").glob("*.py")} - {"__init__", "form"}
    assert {form.name for form in all_forms()} == files


@pytest.mark.parametrize("name", LEXICON)
def test_a_word_list_has_a_source_for_every_word_and_no_word_twice(name: str) -> None:
    head, *cells = [line.split("\t") for line in (PACKAGE / "lexicon" / name).read_text(encoding="utf-8").splitlines()]
    assert head[-1] == "source"
    assert [line for line in cells if len(line) != len(head) or not all(cell.strip() == cell != "" for cell in line)] == []
    assert [row for row, count in Counter(tuple(line[:-1]) for line in cells).items() if count > 1] == []


# ---- what must not stand in the repository -------------------------------------------------------------------------------------------

FORBIDDEN = re.compile(
    r"(?<![\w.~])/(?:home|root|work|Users|mnt)/\w"  # paths of somebody's machine
    r"|[A-Za-z]:\\Users\\"
    r"|https?://[^\s/\"')]*(?:artifactory|nexus|jfrog|pypi-proxy|registry|mirror)[^\s\"')]*"
    r"|--(?:extra-)?index-url"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|ghp_[A-Za-z0-9]{36}",
    re.I,
)


def tracked() -> list[Path]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    run = subprocess.run(command, cwd=TOP, capture_output=True, check=False, encoding="utf-8")
    return [TOP / name for name in run.stdout.split("\0") if name and name != relative(Path(__file__))]


def test_no_path_of_a_machine_no_registry_and_no_key_in_the_repository() -> None:
    paths = tracked()
    if not paths:
        pytest.skip("not a git checkout")
    found = []
    for path in paths:
        data = path.read_bytes() if path.is_file() else b""
        text = "" if b"\0" in data[:4096] else data.decode("utf-8", "replace")
        found += [f"{relative(path)}: {match.group()}" for match in FORBIDDEN.finditer(text)]
    assert found == []


@pytest.mark.parametrize("text", ["see /home/anna/x", "C:\\Users\\anna", "https://nexus.example.org/simple", "pip --index-url x"])
def test_the_search_for_machine_traces_finds_them(text: str) -> None:
    assert FORBIDDEN.search(text)


# ---- the public face -----------------------------------------------------------------------------------------------------------------


def test_reading_from_python_gives_a_document_or_an_error_in_chinese() -> None:
    document = zhibiao.read(TOP / "samples" / "农村公路养护.docx")
    assert len(document.tables) == 3
    with pytest.raises(ReadError) as caught:
        zhibiao.read("没有 这个.docx")
    assert caught.value.message("没有 这个.docx") == "没有 这个.docx：文件不存在。请检查路径和文件名是否正确。"


def test_judging_from_python_gives_a_report(tmp_path: Path) -> None:
    report = zhibiao.load().score(zhibiao.read(TOP / "samples" / "农村公路养护.docx"))
    assert len(report.documents[0].tables) == 3
    report.save(tmp_path / "报告.json")
    (tmp_path / "zhibiao.toml").write_text("yaer = 2025", encoding="utf-8")
    with pytest.raises(ConfigError, match="第1行：没有“yaer”这个设置"):
        zhibiao.load(tmp_path / "zhibiao.toml")


def test_everything_public_is_documented() -> None:
    public: list[Any] = [getattr(zhibiao, name) for name in zhibiao.__all__]
    assert [item for item in public if callable(item) and not inspect.getdoc(item)] == []


def test_the_reference_of_the_python_face_is_what_the_docstrings_say() -> None:
    assert api_reference.PATH.read_text(encoding="utf-8") == api_reference.reference(), "run python tests/api_reference.py"


@pytest.mark.parametrize("page", [TOP / "README.md", TOP / "README.en.md", *sorted((TOP / "docs").rglob("*.md"))], ids=relative)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)\s]+)\)", text) if not target.startswith("http")]
    paths = {target: (page.parent / target.partition("#")[0]) if target.partition("#")[0] else page for target in targets}
    assert [target for target, path in paths.items() if not path.exists()] == []
    for target, path in paths.items():
        anchor = target.partition("#")[2]
        heads = (
            [
                re.sub(r"[^\w\- ]", "", line.lstrip("# ")).strip().lower().replace(" ", "-")
                for line in path.read_text(encoding="utf-8").splitlines()
                if line.startswith("#")
            ]
            if anchor
            else []
        )
        assert not anchor or anchor in heads
