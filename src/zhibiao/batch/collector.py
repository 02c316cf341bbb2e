"""How often Python looks for garbage while many rows are judged."""

from __future__ import annotations

import gc

# Word lists, patterns and caches are many objects that never go, and each full search walks over all of them. With the default of
# 700 new objects a fifth of the time went into searching (benchmarks/rules); what goes out of use is freed without it.
_NEW_OBJECTS = 50_000


def relax() -> None:
    """For processes whose work is judging: search seldom, and leave what is loaded now out of it."""
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS, 50, 1_000)
