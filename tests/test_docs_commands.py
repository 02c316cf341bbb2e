"""Every command that the pages show is there, with its options; those that stand alone are run, in a folder with the files they name."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from zhibiao.cli.main import app

TOP = Path(__file__).resolve().parent.parent
PAGES = [
    *(TOP / name for name in ("README.md", "README.en.md", "CONTRIBUTING.md", "notebooks/README.md", "training_data/README.md")),
    *sorted((TOP / "docs").rglob("*.md")),
]
FOLDERS = sorted(path for top in ("benchmarks", "models", "src", "tests") for path in (TOP / top).rglob("README.md"))
SHELLS = {"bash", "bat", "console"}  # blocks of nothing but commands, and of what those print behind a line with $
PROGRAMS = {"zhibiao", "python", "pip", "pytest", "jupyter", "make"}
FORM_ONLY = re.compile(r"[\[\]|<>…]|\.\.\.|\b(?:PATH|FILE|FOLDER|DIR|NAME|CODE|OLD)\b")  # says how to write a command; no shell takes it

# What is not run here, and why; of a command of ours the help is asked for instead.
ELSEWHERE = {  # the file that runs it, and by which words
    "zhibiao data check": (".ci/run", '/zhibiao" data check'),
    "zhibiao evaluate": (".ci/run", '/zhibiao" evaluate'),
    "python -m venv .venv": (".ci/run", "-m venv"),
    "python notebooks/run.py": (".ci/run", "notebooks/run.py"),
    "python benchmarks/reading": (".ci/run", "benchmarks/reading --quick"),
    "python benchmarks/rules": (".ci/run", "benchmarks/rules --quick"),
    "python benchmarks/batch": (".ci/run", "benchmarks/batch --quick"),
    "python tests/document_comparison.py": ("tests/test_house.py", '"tests/document_comparison.py"'),
    "python tests/rule_agreement.py": ("tests/test_house.py", '"tests/rule_agreement.py"'),
    "python tests/readme_metrics.py": ("tests/test_house.py", "with_metrics(text"),
    "python tests/api_reference.py": ("tests/test_house.py", "api_reference.reference()"),
    "pytest": (".ci/run", "/pytest"),
    "pip install .": (".ci/run", '/pip" install'),
    "pip install -e .[dev]": (".ci/run", "'.[dev]'"),
}
NOT_RUN = {
    "zhibiao train": "minutes, and torch",
    "zhibiao bundle -o 离线安装 --platform win_amd64 --python 3.11": "the Internet",
    "zhibiao data check --against 文件": "a minute; tests/training/data",
    "python tests/report_picture.py": "Chromium",
    "python benchmarks/encoder": "a package under a research licence",
    "jupyter lab notebooks": "a server that stays",
    "pip install jupyterlab": "installs",
    "pip install torch==2.13.0": "installs",
    "pip install -e .[train]": "installs",
    "pip install -e .[notebooks]": "installs; .[dev] holds the same",
    "pip install zhibiao[parquet]": "installs",
}
PREPARED = {  # what the commands of the pages take, by the commands that write it
    "报告.json": "score samples",
    "报告.xlsx": "score samples",
    "标完.json": "data export --to labelstudio --sector 水利",
}
STATUS = {  # some input cannot be read, and is told
    "zhibiao annotate samples -o 批注 --fixes": 3,
    "zhibiao parse tests/documents/files/x_scanned.pdf": 3,
}


def plain(command: str) -> str:
    """A command without the folder of its program, the variables before it and the remark behind it."""
    words = shlex.split(command.replace("\\", "/"), comments=True)
    while words and re.fullmatch(r"[A-Z_]+=\S*", words[0]):
        del words[0]
    if not words:
        return ""
    program = re.sub(r"^\.venv/(?:bin|Scripts)/", "", words[0])
    return shlex.join([{"py": "python", "python3": "python"}.get(program, program), *words[1:]]).replace("'", "")


def fenced(text: str) -> list[str]:
    """Commands of the blocks; in a block without a language only lines that begin with one of the programs are."""
    commands = []
    for language, _, code in (block.partition("\n") for block in text.split("```")[1::2]):
        lines = re.sub(r"\n\s+(?=\[)", " ", code).splitlines()
        if language == "console":
            lines = [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]
        if language in SHELLS:
            commands += [part for line in lines for part in line.split("&&") if part.strip()]
        elif not language:
            commands += [part for line in lines if line.partition(" ")[0] in PROGRAMS for part in line.split("&&")]
    return [command for command in map(plain, commands) if command]


def quoted(text: str) -> list[str]:
    """Commands within sentences. A name alone (`zhibiao train`) is a mention."""
    outside = "".join(text.split("```")[::2])
    spans = [span for span in re.findall(r"`([^`\n]+)`", outside) if re.match(r"(?:zhibiao|python|pytest|make|pip) [^\d]", span)]
    return [plain(part) for span in spans for part in span.split("&&") if ":" not in part and ";" not in part]


def commands(pages: list[Path]) -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in pages]
    return list(dict.fromkeys(command for text in texts for command in fenced(text) + quoted(text)))


def unknown(command: str) -> str:
    """What is wrong with a command, or nothing."""
    words = command.split()
    if words[0] == "make":
        return "" if f"\n{words[1]}:" in (TOP / "Makefile").read_text(encoding="utf-8") else "no such target"
    if words[0] == "python" and words[1] not in ("-m", "-c"):
        return "" if (TOP / words[1]).exists() else "no such file"
    if words[0] != "zhibiao":
        return "" if words[0] in PROGRAMS else "no such program"
    return _unknown_to_us(words[1:])


def _unknown_to_us(words: list[str]) -> str:
    group: Any = typer.main.get_command(app)
    while hasattr(group, "commands"):
        name = words.pop(0) if words else ""
        if name.startswith("--"):
            break
        if name not in group.commands:
            return f"no command “{name}”" if name else ""
        group = group.commands[name]
    had = {option for parameter in group.params for option in parameter.opts} | {"--help"}
    asked = {word.strip("[]") for word in words if re.match(r"\[?-{1,2}[a-z]", word)}
    return f"no option {sorted(asked - had)}" if asked - had else ""


@pytest.mark.parametrize("page", [*PAGES, *FOLDERS], ids=lambda path: path.relative_to(TOP).as_posix())
def test_commands_of_a_page_are_known(page: Path) -> None:
    assert {command: why for command in commands([page]) if (why := unknown(command))} == {}


@pytest.mark.parametrize(
    "command",
    ["zhibiao juge samples", "zhibiao score samples --colour", "python tests/nowhere.py", "make coffee", "zhibiao data eat", "rm x"],
)
def test_an_unknown_command_is_found(command: str) -> None:
    assert [unknown(each) for each in fenced(f"```bash\n{command}\n```")] != [""]


@pytest.mark.parametrize("page", ["docs/commands.md", "docs/en/commands.md"])
def test_every_command_and_option_is_documented(page: str) -> None:
    """How each is written stands in one block: the name of the command, then its options."""
    lines = [command.split() for command in fenced((TOP / page).read_text(encoding="utf-8"))]
    assert [path for path, options in OPTIONS.items() if not any(_shows(line, path, options) for line in lines)] == []


def _shows(line: list[str], path: str, options: list[list[str]]) -> bool:
    words = {word.strip("[]") for word in line}
    return f"{' '.join(line)} ".startswith(f"{path} ") and all(words & set(names) for names in options)


def _options(group: Any, path: str) -> dict[str, list[list[str]]]:
    if not hasattr(group, "commands"):
        return {path: [parameter.opts for parameter in group.params if parameter.param_type_name == "option"]}
    return {name: options for each, command in group.commands.items() for name, options in _options(command, f"{path} {each}").items()}


OPTIONS = _options(typer.main.get_command(app), "zhibiao")


def alone() -> list[str]:
    """Commands that can be given as they stand."""
    inline = {command for path in PAGES for command in quoted(path.read_text(encoding="utf-8"))}
    block = {command for path in PAGES for command in fenced(path.read_text(encoding="utf-8"))}
    mentions = {command for command in inline - block if re.fullmatch(r"zhibiao [a-z]+(?: next| export| import)?", command)}
    return [command for command in commands(PAGES) if command not in mentions - ELSEWHERE.keys() and not FORM_ONLY.search(command)]


def test_what_is_not_run_is_listed_with_its_reason() -> None:
    """And nothing else is: what no page shows any longer leaves the lists."""
    foreign = {command for command in alone() if not command.startswith(("zhibiao ", "make ")) and not _part_of_the_suite(command)}
    assert foreign - ELSEWHERE.keys() - NOT_RUN.keys() == set()
    assert (ELSEWHERE.keys() | NOT_RUN.keys() | STATUS.keys()) - set(commands(PAGES)) == set()


def _part_of_the_suite(command: str) -> bool:
    """pytest tests/text -k …: the gate runs the whole."""
    program, *words = command.split()
    return program == "pytest" and bool(words) and all((TOP / word).exists() for word in words if word.startswith("tests"))


@pytest.mark.parametrize("command", ELSEWHERE)
def test_what_is_run_elsewhere_is(command: str) -> None:
    file, words = ELSEWHERE[command]
    assert words in (TOP / file).read_text(encoding="utf-8")


def test_the_targets_of_make_are_run_by_the_gate() -> None:
    """Their lines are: the gate takes the tools from an environment of its own."""
    gate, made = (TOP / ".ci" / "run").read_text(encoding="utf-8"), (TOP / "Makefile").read_text(encoding="utf-8")
    for tool in ("ruff", "lint-imports", "mypy", "pytest"):
        assert f"/{tool}" in gate
        assert f"$(BIN){tool}" in made


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the pages speak of."""
    folder = tmp_path_factory.mktemp("文档 中的命令")
    shutil.copytree(TOP / "samples", folder / "samples")
    (folder / "送审材料").mkdir()
    for name in ("农村公路养护.docx", "法院项目清单.xlsx"):
        shutil.copy(TOP / "samples" / name, folder / "送审材料")
    (folder / "tests" / "documents" / "files").mkdir(parents=True)
    shutil.copy(TOP / "tests" / "documents" / "files" / "x_scanned.pdf", folder / "tests" / "documents" / "files")
    shutil.copytree(TOP / "training_data", folder / "training_data")
    for name in ("models", "新模型"):
        shutil.copytree(TOP / "models", folder / name)
    return folder


@pytest.fixture
def own_cache(desk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One for all commands, as a user has it."""
    monkeypatch.setenv("ZHIBIAO_CACHE", str(desk / "缓存"))
    return desk / "缓存"


@pytest.fixture
def at_desk(desk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Files that other commands of the pages write."""
    monkeypatch.chdir(desk)
    for name, command in PREPARED.items():
        if not (desk / name).exists():
            assert CliRunner().invoke(app, [*command.split(), "-o", name]).exit_code == 0
    return desk


@pytest.mark.parametrize("command", [command for command in alone() if command.startswith("zhibiao ") and command not in ELSEWHERE])
def test_a_command_does_what_it_should(command: str, at_desk: Path) -> None:
    words = command.split()[1:]
    if command in NOT_RUN:
        words = [*[word for word in words[:2] if word in ("data", "train", "bundle", "check")], "--help"]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == STATUS.get(command, 0), done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)
    written = [words[place + 1] for place, word in enumerate(words) if word in ("-o", "--rows")]
    assert [name for name in written if not (at_desk / name).exists()] == []


PYTHON = [
    code
    for path in PAGES
    if path.name != "python.md"  # signatures; its examples are run by tests/test_examples.py
    for language, _, code in (block.partition("\n") for block in path.read_text(encoding="utf-8").split("```")[1::2])
    if language == "python" and "..." not in code  # a recipe with blanks: the notebooks fill and run it
]


@pytest.mark.parametrize("code", dict.fromkeys(PYTHON))
@pytest.mark.usefixtures("at_desk")
def test_python_of_the_pages_runs(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What it prints is compared by tests/test_house.py."""
    exec(compile(code, "page", "exec"), {"__name__": "page"})  # noqa: S102 - our own pages
    assert capsys.readouterr().out
