"""Named numbers about one row, for models: what stands in its cells (blind to the written levels) and how it sits in its project.

A fact that holds is 1, one that does not is absent; `a=b` is the value b of a. Shares and lengths are numbers from 0 to 1."""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.action import ends_in_measure, is_action
from zhibiao.features.belonging import belonging
from zhibiao.features.clock import says_when
from zhibiao.features.effect import is_effect, is_sentence
from zhibiao.features.field import Field
from zhibiao.features.filler import is_bare, is_empty_text, is_slogan
from zhibiao.features.joined import two_measures, two_wishes
from zhibiao.features.origin import names_source, vague, work
from zhibiao.features.reading import Row
from zhibiao.features.repeating import adds_nothing, essence, repeated
from zhibiao.features.sector import shares_words
from zhibiao.features.share import open_ended, whole_by_nature
from zhibiao.features.subject import subject_words
from zhibiao.features.target import target_of
from zhibiao.lexicon.categories import CATEGORIES
from zhibiao.model.quantity import Quantity
from zhibiao.text.segment import content_words

_NAME_LENGTHS = (0, 4, 6, 9, 13, 20)  # Han characters of a name: 满意度, 培训人数, a clause, a sentence
_LONG = 40  # longer descriptions add no more


def facts_of(row: Row) -> dict[str, float]:
    """What the cells say; the written levels are not looked at."""
    facts = dict.fromkeys(_name(row), 1.0)
    facts.update(dict.fromkeys(_value(row), 1.0))
    facts.update(dict.fromkeys(_description(row), 1.0))
    facts.update(dict.fromkeys(_basis(row), 1.0))
    if row.value.text:
        facts["value.repeats"] = _said_share(row.value, row.name)
    if row.description.text:
        facts["description.repeats"] = _said_share(row.description, row.name)
        facts["description.length"] = min(len(row.description.text), _LONG) / _LONG
    return facts


def placed_facts(row: Row) -> dict[str, float]:
    """How the row sits under its written second level and in its project."""
    written, own = row.category, belonging(row)
    kind = target_of(row.value.text).kind
    out = dict.fromkeys((f"written={written}", f"written+kind={written}/{row.kind}", f"written+target={written}/{kind}"), 1.0)
    if own is not None:
        out["belongs"] = 1.0 if written in own.accepted else -1.0
    out.update(dict.fromkeys(_project(row), 1.0))
    return out


def _name(row: Row) -> Iterator[str]:
    core = row.name.core
    yield f"name.kind={row.kind}"
    yield f"name.length={sum(len(core) > bound for bound in _NAME_LENGTHS)}"
    own = belonging(row)
    if own is not None:
        if own.best:
            yield f"name.own={own.best}"
        for category in CATEGORIES:  # in their order: a set's own order changes from run to run, and sums with it
            if category in own.accepted:
                yield f"name.allows={category}"
    words = content_words(core)
    if words:
        yield f"name.first={words[0]}"
        yield f"name.last={words[-1]}"
    if row.name.measure_word[0]:
        yield f"name.measure={row.name.measure_word[0]}"
    tests = {
        "slogan": is_slogan(core),
        "bare": is_bare(core),
        "empty": is_empty_text(core),
        "action": is_action(core),
        "effect": is_effect(core),
        "sentence": is_sentence(core),
        "measure_ends": ends_in_measure(core),
        "joined": two_measures(core) is not None or two_wishes(core) is not None,
        "figures": bool(row.name.measures.quantities),
        "when": says_when(row.name),
        "blank": row.name.blank,
    }
    yield from (f"name.{name}" for name, holds in tests.items() if holds)


def _value(row: Row) -> Iterator[str]:
    if not row.value.present:
        yield "value.absent"
        return
    target = target_of(row.value.text)
    yield f"target={target.kind}"
    yield f"target+kind={target.kind}/{row.kind}"
    quantity = target.quantity
    if quantity is not None:
        yield from _quantity(row, quantity)
    yield f"quantities={min(len(target.quantities), 3)}"
    if target.rest:
        yield f"prose={1 + (len(target.rest) > 4) + (len(target.rest) > 12)}"
    if says_when(row.value):
        yield "value.when"
    core = row.value.core
    for name, holds in {"slogan": is_slogan(core), "empty": is_empty_text(core), "action": is_action(core)}.items():
        if core and holds:
            yield f"value.{name}"
    if whole_by_nature(row):
        yield "whole"
    if open_ended(row):
        yield "open"


def _quantity(row: Row, quantity: Quantity) -> Iterator[str]:
    """The quantity that bears the target."""
    words = content_words(row.name.core)
    yield f"unit={quantity.unit}"
    yield f"dimension={quantity.dimension}"
    yield f"sign={quantity.sign if quantity.symbol else 'word' if quantity.sign else ''}"
    yield f"dimension+kind={quantity.dimension}/{row.kind}"
    yield f"dimension+last={quantity.dimension}/{words[-1] if words else ''}"
    if quantity.per:
        yield "per"
    if quantity.upper is not None:
        yield "range"
    if quantity.dimension == "share":
        yield f"share={_band(float(quantity.base))}"
    elif quantity.number in (0, 1):
        yield f"number={quantity.number}"
    if not quantity.unit:
        yield f"unitless+kind={row.kind}"


def _band(share: float) -> str:
    """Where a share lies: bounds that reviewers speak of."""
    for bound, name in ((0.0, "0"), (0.6, "low"), (0.85, "mid"), (0.9, "85"), (0.95, "90"), (0.9999, "95"), (1.0, "100")):
        if share <= bound:
            return name
    return "over"


def _description(row: Row) -> Iterator[str]:
    field = row.description
    if not field.present:
        yield "description.absent"
    elif field.blank:
        yield "description.blank"
    else:
        if adds_nothing(field.bare, row.name.bare):
            yield "description.adds_nothing"
        if is_slogan(field.core):
            yield "description.slogan"
        if is_empty_text(field.core):
            yield "description.empty"
        if says_when(field):
            yield "description.when"
        if not shares_words(field.text, row.name.text):
            yield "description.apart"
        yield f"description.kind={field.measure_word[1]}"
        yield f"description.kinds={row.name.measure_word[1]}/{field.measure_word[1]}"


def _basis(row: Row) -> Iterator[str]:
    field = row.basis
    if not field.present:
        yield "basis.absent"
    elif field.blank:
        yield "basis.blank"
    else:
        if field.references:
            yield "basis.document"
        if names_source(field.text):
            yield "basis.source"
        if vague(field.bare):
            yield "basis.vague"
        if work(field.text):
            yield "basis.work"
        if field.bare in (row.name.bare, row.value.bare, row.description.bare):
            yield "basis.circular"
        yield f"basis.length={sum(len(field.text) > bound for bound in (4, 8, 14, 24))}"


def _project(row: Row) -> Iterator[str]:
    about = row.table.about
    if not row.table.context or not about:
        yield "project.unknown"
        return
    words = set(subject_words(row.name.text))
    if not words:
        yield "project.no_words"
    elif any(word in about for word in words):
        yield "project.named"
    elif shares_words(row.name.text, about):
        yield "project.touched"
    else:
        yield "project.apart"
    if any(word in row.table.project_name.text for word in words):
        yield "project.in_title"


def _said_share(field: Field, source: Field) -> float:
    """How much of a text another has said, by characters in stretches of two or more."""
    said = essence(field.core)
    return repeated(said, essence(source.core)) / len(said) if said else 0.0
