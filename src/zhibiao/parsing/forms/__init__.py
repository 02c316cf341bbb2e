"""Forms: one file each, found by walking; the one with most of its words printed is picked."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Set
from functools import lru_cache

from zhibiao.parsing.forms.form import Form

GENERIC = Form(name="generic", place="通用", english="any", signs=())


@lru_cache(maxsize=1)
def all_forms() -> tuple[Form, ...]:
    """Every form of this folder, by name."""
    names = [module.name for module in pkgutil.iter_modules(__path__) if module.name != "form"]
    forms: list[Form] = [importlib.import_module(f"{__name__}.{name}").FORM for name in names]
    return tuple(sorted(forms, key=lambda form: form.name))


@lru_cache(maxsize=1)
def form_columns() -> dict[str, str]:
    """Header words of all forms; the first form by name wins where two give a word different roles."""
    return {word: role for form in reversed(all_forms()) for word, role in form.columns.items()}


@lru_cache(maxsize=1)
def form_labels() -> dict[str, str]:
    """Labels of all forms, for telling a head from data before the form is known."""
    return {word: role for form in reversed(all_forms()) for word, role in form.labels.items()}


def pick(words: Set[str]) -> Form:
    """The form of which most signs are printed; ties go to the form with fewer signs, then by name."""
    best, best_score = GENERIC, 0.0
    printed = "\n".join(words)  # one search in all words: word by word it took a fifth of the reading of a head
    for form in all_forms():
        if not all(need in printed for need in form.needs):
            continue
        hits = sum(sign in words or (len(sign) > 4 and sign in printed) for sign in form.signs)
        score = hits + hits / (10 * max(1, len(form.signs)))
        if hits and score > best_score:
            best, best_score = form, score
    return best
