"""What starts quickly stays quick: reading loads no language library, and a library that judges loads when it is first asked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parent.parent / "samples" / "公园绿地养护.html"
LANGUAGE = ("spacy", "jieba", "rjieba", "zhibiao.rules", "zhibiao.features", "zhibiao.text.segment", "zhibiao.text.measures")


def loaded(code: str, names: tuple[str, ...]) -> str:
    """Which of the modules are loaded after the code, in a process of its own."""
    tail = f"\nimport sys\nprint('LOADED', [name for name in {names!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code + tail], capture_output=True, text=True, check=True, encoding="utf-8")
    return run.stdout.rpartition("LOADED ")[2].strip()


def test_importing_the_package_loads_no_language_library() -> None:
    assert loaded("import zhibiao", LANGUAGE) == "[]"


def test_reading_a_file_loads_no_language_library() -> None:
    assert loaded(f"import zhibiao\nassert zhibiao.read({str(SAMPLE)!r}).tables", LANGUAGE) == "[]"


def test_the_parse_command_loads_no_language_library() -> None:
    code = f"""
import sys
from zhibiao.cli.main import run
sys.argv = ["zhibiao", "parse", {str(SAMPLE)!r}]
try:
    run()
except SystemExit as end:
    assert not end.code
"""
    assert loaded(code, LANGUAGE) == "[]"


@pytest.mark.parametrize("module", ["zhibiao.text.segment", "zhibiao.text.measures", "zhibiao.features.field", "zhibiao.rules.catalogue"])
def test_importing_a_module_that_judges_loads_no_engine(module: str) -> None:
    assert loaded(f"import {module}", ("spacy", "jieba", "rjieba")) == "[]"


def test_rows_without_numbers_need_no_spacy() -> None:
    code = "from zhibiao.text.measures import measure\nmeasure('道路养护里程')\nmeasure('有效提升')"
    assert loaded(code, ("spacy",)) == "[]"


def test_judging_loads_nothing_that_only_training_needs() -> None:
    code = "import zhibiao\nassert zhibiao.load().score_indicator(name='培训人数', value='≥60人').smart"
    assert loaded(code, ("sklearn", "scipy", "joblib", "torch", "sentence_transformers", "model2vec", "huggingface_hub")) == "[]"


def test_the_dictionary_of_words_is_loaded_once() -> None:
    code = "from zhibiao.text.segment import engine\nassert engine()('农村公路养护里程')"
    assert loaded(code, ("rjieba", "rjieba.rjieba")) == "['rjieba.rjieba']"


def test_a_file_with_tables_needs_nothing_that_restores_them_from_lines() -> None:
    code = f"import zhibiao\nassert zhibiao.read({str(SAMPLE)!r}).tables"
    assert loaded(code, ("zhibiao.parsing.flattened",)) == "[]"
