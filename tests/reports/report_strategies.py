"""Reports of any shape that the program could write, for hypothesis."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from zhibiao.model.document import INDICATOR_FIELDS
from zhibiao.model.finding import SEVERITIES, Finding, Fix
from zhibiao.model.place import Place
from zhibiao.model.report import LETTERS, Category, DocumentReport, IndicatorReport, TableReport
from zhibiao.model.review import Cause, Review, ReviewAspect, ReviewItem
from zhibiao.model.suggestion import Suggestion

TEXT = st.text(max_size=6)
WORDS = st.none() | TEXT
COUNTS = st.integers(1, 10**6)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
GRADES = st.none() | st.sampled_from("优良中差")


def some(of: st.SearchStrategy[object], most: int = 2) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=most).map(tuple)


PLACES = st.builds(
    Place,
    page=st.none() | COUNTS,
    sheet=st.none() | TEXT,
    table=st.none() | COUNTS,
    row=st.none() | COUNTS,
    column=st.none() | COUNTS,
    line=st.none() | COUNTS,
    part=st.none() | TEXT,
    path=some(COUNTS, 6),
)
FIXES = st.builds(Fix, st.sampled_from(INDICATOR_FIELDS), TEXT, TEXT, st.booleans())
FINDINGS = st.builds(
    Finding,
    TEXT,
    TEXT,
    st.sampled_from(SEVERITIES),
    TEXT,
    st.tuples(st.integers(0, 99), st.integers(0, 99)),
    TEXT,
    TEXT,
    TEXT,
    st.none() | FIXES,
)


def placed(table: TableReport) -> TableReport:
    """A suggestion knows the table and the line at which it stands."""

    def at(held: tuple[Suggestion, ...] | None, row: int | None) -> tuple[Suggestion, ...] | None:
        return None if held is None else tuple(replace(one, table=table.table, row=row) for one in held)

    lines = tuple(replace(line, suggestions=at(line.suggestions, line.row)) for line in table.indicators)
    return replace(table, suggestions=at(table.suggestions, None), indicators=lines)


SUGGESTIONS = st.builds(
    Suggestion,
    kind=st.sampled_from(("mend", "replace", "move", "split", "add", "remove")),
    rows=some(st.dictionaries(st.sampled_from(INDICATOR_FIELDS), WORDS)),
    blanks=some(TEXT),
    source=WORDS,
    score=st.none() | NUMBERS,
    why=TEXT,
) | st.builds(Suggestion, kind=st.just("objective"), why=TEXT, text=TEXT)
ITEMS = st.builds(ReviewItem, TEXT, NUMBERS, st.none() | NUMBERS, GRADES, some(TEXT), some(st.builds(Cause, TEXT, TEXT, some(COUNTS))))
ASPECTS = st.builds(
    ReviewAspect,
    TEXT.filter(lambda name: name != "合计"),
    NUMBERS,
    st.none() | NUMBERS,
    st.lists(ITEMS, max_size=2, unique_by=lambda item: item.name).map(tuple),
)
REVIEWS = st.builds(
    Review,
    st.lists(ASPECTS, max_size=2, unique_by=lambda aspect: aspect.name).map(tuple),
    NUMBERS,
    NUMBERS,
    NUMBERS,
    st.sampled_from("优良中差"),
)
LETTER = st.sampled_from(LETTERS)
IDS = st.none() | TEXT | st.integers() | NUMBERS | st.lists(TEXT, max_size=2)
INDICATORS = st.builds(
    IndicatorReport,
    row=COUNTS,
    id=IDS,
    level1=WORDS,
    level2=WORDS,
    name=WORDS,
    description=WORDS,
    value=WORDS,
    basis=WORDS,
    standard=WORDS,
    unused=st.booleans(),
    where=PLACES,
    smart=st.none() | st.dictionaries(LETTER, st.none() | st.integers(0, 3)),
    probability=st.none() | st.dictionaries(LETTER, NUMBERS),
    reasons=st.none() | st.dictionaries(LETTER, some(TEXT)),
    score=st.none() | NUMBERS,
    grade=GRADES,
    needs_review=st.none() | st.booleans(),
    category=st.builds(Category, WORDS, WORDS, st.none() | NUMBERS, st.none() | some(TEXT)),
    findings=some(FINDINGS),
    suggestions=st.none() | some(SUGGESTIONS),
)
TABLES = st.builds(
    TableReport,
    table=COUNTS,
    title=WORDS,
    project_name=WORDS,
    project_code=WORDS,
    department=WORDS,
    budget_total=st.none() | NUMBERS,
    purpose=WORDS,
    objectives=some(TEXT),
    columns=some(st.sampled_from(INDICATOR_FIELDS)),
    where=PLACES,
    score=st.none() | NUMBERS,
    grade=GRADES,
    findings=some(FINDINGS),
    conclusion=WORDS,
    review=st.none() | REVIEWS,
    suggestions=st.none() | some(SUGGESTIONS),
    indicators=some(INDICATORS),
).map(placed)
DOCUMENTS = st.builds(
    DocumentReport,
    source=TEXT,
    unit=WORDS,
    year=st.none() | st.integers(2000, 2100),
    score=st.none() | NUMBERS,
    grade=GRADES,
    findings=some(FINDINGS),
    review=st.none() | REVIEWS,
    tables=some(TABLES),
    doubts=some(TEXT),
)
