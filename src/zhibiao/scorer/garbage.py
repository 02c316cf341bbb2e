"""Python's search for garbage, made seldom while rows are judged."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

# With the default of 700 new objects a fifth of the time of a large frame went into searching: rows make many objects, and each full
# search walks over all that are held. What goes out of use is freed without it: the walk parts rows from their tables when it is done.
_NEW_OBJECTS, _YOUNG, _OLD = 50_000, 50, 1_000
_LOCK = threading.Lock()
_judging = 0
_before = (0, 0, 0)


@contextmanager
def seldom() -> Iterator[None]:
    """The caller's settings are back when the last thread that judges is done; a search that is switched off stays off."""
    global _judging, _before
    with _LOCK:
        if _judging == 0:
            _before = gc.get_threshold()
            if 0 < _before[0] < _NEW_OBJECTS:
                gc.set_threshold(_NEW_OBJECTS, _YOUNG, _OLD)
        _judging += 1
    try:
        yield
    finally:
        with _LOCK:
            _judging -= 1
            if _judging == 0:
                gc.set_threshold(*_before)
