"""Every rule on its own cases: what must be found, with its words and message, and what must not."""

from __future__ import annotations

from typing import Any

import pytest
from cases import all_files, findings_of, load

from zhibiao.rules.catalogue import catalogue

CODES = {f"{entry.family}/{entry.rule.slug.replace('-', '_')}": code for code, entry in catalogue().items()}
CASES = [(path, kind, case) for path in all_files() for kind in ("must_fire", "must_pass") for case in load(path).get(kind, [])]


@pytest.mark.parametrize(("path", "kind", "case"), CASES, ids=[f"{path}-{kind}-{number}" for number, (path, kind, _) in enumerate(CASES)])
def test_case(path: str, kind: str, case: dict[str, Any]) -> None:
    found = [finding for finding in findings_of(case) if finding.code == CODES[path]]
    if kind == "must_pass":
        assert case["why"]
        assert found == []
        return
    assert found
    if "evidence" in case:
        assert case["evidence"] in [finding.evidence for finding in found]
    if "field" in case:
        assert case["field"] in [finding.field for finding in found]
    if "message" in case:
        assert case["message"] in [finding.message for finding in found]
    if "fix" in case:
        fixes = [finding.fix for finding in found if finding.fix]
        assert case["fix"] in [{"field": f.field, "from": f.old, "to": f.new, "safe": f.safe} for f in fixes]
