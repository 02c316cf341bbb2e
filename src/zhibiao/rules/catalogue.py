"""All rules, found by walking the families: a new rule is a new file."""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any

from zhibiao import rules
from zhibiao.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule with its check and the page that explains it."""

    rule: Rule
    family: str
    check: Any  # RowCheck, TableCheck or DocumentCheck, by rule.scope
    page: str  # the module's docstring


@lru_cache(maxsize=1)
def catalogue() -> dict[str, Entry]:
    """Code → entry, in order of the codes."""
    found: dict[str, Entry] = {}
    for family in pkgutil.iter_modules(rules.__path__):
        if not family.ispkg:
            continue
        package = import_module(f"{rules.__name__}.{family.name}")
        for info in pkgutil.iter_modules(package.__path__):
            module = import_module(f"{package.__name__}.{info.name}")
            rule = getattr(module, "RULE", None)
            if isinstance(rule, Rule):
                if rule.code in found:
                    raise ValueError(f"two rules have the code {rule.code}")
                found[rule.code] = Entry(rule, family.name, module.check, module.__doc__ or "")
    return dict(sorted(found.items(), key=lambda pair: _order(pair[0])))


def _order(code: str) -> tuple[int, str]:
    return "FSMARTPD".index(code[0]), code


def entries(scope: str) -> tuple[Entry, ...]:
    """The rules of one scope."""
    return tuple(entry for entry in catalogue().values() if entry.rule.scope == scope)
