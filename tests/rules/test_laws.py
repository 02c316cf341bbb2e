"""Laws about rules: every code of the rubric has its rule, every rule its cases, its page and its source. Further rules may join."""

from __future__ import annotations

import re
from collections import Counter
from string import Formatter

import pytest
from cases import FOLDER, all_files, load

from zhibiao.rules import exclusions, sources
from zhibiao.rules.catalogue import catalogue
from zhibiao.rules.page import HEADS, sections

# The rubric, typed by hand: code, slug, severity.
RUBRIC = """
F001 missing-field error
F002 placeholder error
F003 garbled-value error
F004 void-row warning
S101 empty-talk error
S102 tautology error
S103 repeated-description info
S104 bare-measure warning
S105 name-description-mismatch error
S106 activity-not-measure warning
S107 compound warning
S108 target-in-name info
S109 unclear-direction warning
M201 unquantified-value error
M202 missing-unit warning
M203 unit-conflict error
M204 no-denominator error
M205 mixed-value warning
M206 missing-operator warning
M207 odd-unit info
M208 wrong-direction error
M209 no-baseline warning
M210 range-or-choice warning
A301 impossible-target error
A302 absolute-target warning
A303 too-easy warning
A304 weak-basis warning
A305 conflicts-with-project error
A306 stale-basis info
A307 at-least-all info
A308 total-cost-only info
R401 misplaced-category error
R402 forced-category error
R403 unrelated error
R404 duplicate warning
R405 process-not-result warning
R406 rate-for-count warning
R407 wrong-respondent warning
T501 no-deadline error
T502 undefined-timeliness warning
T503 out-of-year error
P601 plan-not-cumulative error
P602 plan-not-percent error
P603 plan-incomplete error
P604 budget-sum error
P605 empty-objective error
P606 objective-not-quantified info
P607 objective-uncovered warning
P608 missing-category error
P609 copied-table warning
P610 figures-disagree error
P611 weights-sum error
P612 too-many-outputs info
P613 plan-all-at-end info
D701 stale-reference warning
D702 goal-without-table warning
D703 table-without-goal info
"""
CODES = [line.split() for line in RUBRIC.strip().splitlines()]
PATHS = {code: f"{entry.family}/{entry.rule.slug.replace('-', '_')}" for code, entry in catalogue().items()}


@pytest.mark.parametrize(("code", "slug", "severity"), CODES)
def test_every_code_of_the_rubric_has_its_rule(code: str, slug: str, severity: str) -> None:
    rule = catalogue()[code].rule
    assert (rule.slug, rule.severity) == (slug, severity)


@pytest.mark.parametrize("code", PATHS)
def test_a_rule_lowers_known_letters_to_known_grades(code: str) -> None:
    ceiling = catalogue()[code].rule.ceiling
    assert set(ceiling) <= set("SMART")
    assert set(ceiling.values()) <= {0, 1, 2}
    assert not ceiling or catalogue()[code].rule.scope == "row"


@pytest.mark.parametrize("code", PATHS)
def test_every_rule_has_cases(code: str) -> None:
    cases = load(PATHS[code])
    assert len(cases["must_fire"]) >= 8
    assert len(cases["must_pass"]) >= 8
    assert any("message" in case for case in cases["must_fire"])
    told = ("why", "evidence", "message", "field", "fix")
    texts = [str({key: case[key] for key in sorted(case) if key not in told}) for case in cases["must_fire"] + cases["must_pass"]]
    assert [text for text, count in Counter(texts).items() if count > 1] == []


def test_cases_belong_to_rules() -> None:
    assert set(all_files()) == set(PATHS.values())


@pytest.mark.parametrize("code", PATHS)
def test_every_rule_has_its_page_and_source(code: str) -> None:
    entry = catalogue()[code]
    page = sections(entry.page)
    assert tuple(page) == HEADS
    assert all(page.values())
    assert entry.rule.basis in sources.ALL
    assert entry.rule.basis in page["依据"]
    assert entry.page.strip().splitlines()[0] == entry.rule.title
    assert not re.search(
        r"第[一二三四五六七八九十百\d]+条", entry.page + entry.rule.message
    )  # articles were not checked against the originals


@pytest.mark.parametrize("code", PATHS)
def test_messages_are_chinese_sentences(code: str) -> None:
    message = catalogue()[code].rule.message
    assert message.endswith("。")
    assert all(name != "" for _, name, _, _ in Formatter().parse(message))  # words are named; None ends the sentence
    assert len(re.findall("[一-鿿]", message)) >= 12


def test_precedence_speaks_of_rules() -> None:
    named = {code for ranked in exclusions._FIRST_OF for code in ranked} | set(exclusions._SILENCES)
    named |= {code for silenced in exclusions._SILENCES.values() for code in silenced}
    assert named <= set(catalogue())


def test_a_number_that_a_rule_reads_is_asked_for_in_its_check() -> None:
    silent = []
    for code, entry in catalogue().items():
        source = (FOLDER.parent.parent / "src" / "zhibiao" / "rules" / f"{PATHS[code]}.py").read_text(encoding="utf-8")
        asked = {f"fault.{name}" for name in re.findall(r'given\.settled\("([A-Z]\d{3})"', source)}
        silent += [(code, key) for key in entry.rule.reads if key not in asked and source.count(f'"{key}') < 2]
    assert silent == []


def test_rule_files_are_short() -> None:
    root = FOLDER.parent.parent / "src" / "zhibiao" / "rules"
    assert {path.name: n for path in root.glob("*/*.py") if (n := len(path.read_text(encoding="utf-8").splitlines())) > 90} == {}
