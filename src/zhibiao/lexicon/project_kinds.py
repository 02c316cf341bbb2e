"""Words by which a project's name and purpose show its kind (project_kinds.tsv): works and purchases, services and subsidies to people."""

from __future__ import annotations

import re
from functools import lru_cache

from zhibiao.lexicon.tables import rows


@lru_cache(maxsize=4)
def kind_words(kind: str) -> re.Pattern[str]:
    """Any word of a kind: works, people; not-works and not-people are words that contain such a word and mean something else."""
    listed = sorted((row["word"] for row in rows("project_kinds") if row["role"] == kind), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, listed)))
