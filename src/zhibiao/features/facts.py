"""Named numbers about one row, for models: what stands in its cells (blind to the written levels) and how it sits in its project.

A fact that holds is 1, one that does not is absent; `a=b` is the value b of a. Shares and lengths are numbers from 0 to 1."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from zhibiao.features.action import ends_in_measure, is_action
from zhibiao.features.belonging import Belonging, belonging
from zhibiao.features.clock import says_when
from zhibiao.features.effect import is_effect, is_sentence
from zhibiao.features.field import Field
from zhibiao.features.filler import is_bare, is_empty_text, is_slogan
from zhibiao.features.joined import two_measures, two_wishes
from zhibiao.features.origin import names_source, vague, work
from zhibiao.features.reading import Row
from zhibiao.features.repeating import essence, repeated
from zhibiao.features.sector import shares_words
from zhibiao.features.share import open_ended, whole_by_nature
from zhibiao.features.subject import subject_words
from zhibiao.features.target import target_of
from zhibiao.lexicon.categories import CATEGORIES
from zhibiao.model.quantity import Quantity
from zhibiao.text.segment import content_words

_NAME_LENGTHS = (0, 4, 6, 9, 13, 20)  # Han characters of a name: 满意度, 培训人数, a clause, a sentence
_LENGTHS = [f"name.length={sum(length > bound for bound in _NAME_LENGTHS)}" for length in range(_NAME_LENGTHS[-1] + 2)]
_LONG = 40  # longer descriptions add no more


def facts_of(row: Row) -> dict[str, float]:
    """What the cells say; the written levels are not looked at."""
    facts = dict.fromkeys([*_name(row), *_value(row), *_description(row), *_basis(row)], 1.0)
    if row.value.text:
        facts["value.repeats"] = _said_share(row.value, row.name)
    if row.description.text:
        facts["description.repeats"] = _said_share(row.description, row.name)
        facts["description.length"] = min(len(row.description.text), _LONG) / _LONG
    return facts


def placed_facts(row: Row) -> dict[str, float]:
    """How the row sits under its written second level and in its project."""
    written, own = row.category, belonging(row)
    out = {f"written={written}": 1.0, f"written+kind={written}/{row.kind}": 1.0, f"written+target={written}/{row.target.kind}": 1.0}
    words = content_words(row.name.core)
    if words:
        out[f"written+last={written}/{words[-1]}"] = 1.0
    quantity = row.target.quantity
    if quantity is not None:
        out[f"written+dimension={written}/{quantity.dimension}"] = 1.0
    if own is not None:
        out["belongs"] = 1.0 if written in own.accepted else -1.0
    out.update(dict.fromkeys(_project(row), 1.0))
    return out


def _name(row: Row) -> list[str]:
    name = row.name
    core = name.core
    out = [f"name.kind={row.kind}", _LENGTHS[min(len(core), len(_LENGTHS) - 1)]]
    own = belonging(row)
    if own is not None:
        out += _allowed(own)
    words = content_words(core)
    if words:
        out.append(f"name.first={words[0]}")
        out.append(f"name.last={words[-1]}")
    if name.measure_word[0]:
        out.append(f"name.measure={name.measure_word[0]}")
    out += _kinds(core)
    if name.measures.quantities:
        out.append("name.figures")
    if says_when(name):
        out.append("name.when")
    if name.blank:
        out.append("name.blank")
    return out


def _kinds(core: str) -> list[str]:
    """What kind of words a name is made of."""
    out = []
    if is_slogan(core):
        out.append("name.slogan")
    if is_bare(core):
        out.append("name.bare")
    if is_empty_text(core):
        out.append("name.empty")
    if is_action(core):
        out.append("name.action")
    if is_effect(core):
        out.append("name.effect")
    if is_sentence(core):
        out.append("name.sentence")
    if ends_in_measure(core):
        out.append("name.measure_ends")
    if two_measures(core) is not None or two_wishes(core) is not None:
        out.append("name.joined")
    return out


@lru_cache(maxsize=1 << 8)
def _allowed(own: Belonging) -> tuple[str, ...]:
    """In the order of the categories: a set's own order changes from run to run, and sums with it."""
    best = (f"name.own={own.best}",) if own.best else ()
    return (*best, *(f"name.allows={category}" for category in CATEGORIES if category in own.accepted))


@dataclass(frozen=True, slots=True)
class _Said:
    """What a value's own words give, in parts: between them stand the facts that the name has a share in."""

    target: str
    quantity: tuple[str, ...] = ()  # of the one that bears the target
    form: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()


def _value(row: Row) -> list[str]:
    value, kind = row.value, row.kind
    if not value.present:
        return ["value.absent"]
    target = row.target
    said = _said_by(value.text, value.core)
    out = [said.target, f"target+kind={target.kind}/{kind}"]
    quantity = target.quantity
    if quantity is not None:
        words = content_words(row.name.core)
        out += said.quantity
        out.append(f"dimension+kind={quantity.dimension}/{kind}")
        out.append(f"dimension+last={quantity.dimension}/{words[-1] if words else ''}")
        out += said.form
        if not quantity.unit:
            out.append(f"unitless+kind={kind}")
    out += said.rest
    if whole_by_nature(row):
        out.append("whole")
    if open_ended(row):
        out.append("open")
    return out


@lru_cache(maxsize=1 << 12)
def _said_by(text: str, core: str) -> _Said:
    """Kept for each text: many values recur."""
    target = target_of(text)
    rest = [f"quantities={min(len(target.quantities), 3)}"]
    if target.rest:
        rest.append(f"prose={1 + (len(target.rest) > 4) + (len(target.rest) > 12)}")
    if says_when(Field("value", text, True)):
        rest.append("value.when")
    if core:
        tests = {"slogan": is_slogan(core), "empty": is_empty_text(core), "action": is_action(core)}
        rest += [f"value.{name}" for name, holds in tests.items() if holds]
    quantity = target.quantity
    if quantity is None:
        return _Said(f"target={target.kind}", rest=tuple(rest))
    sign = quantity.sign if quantity.symbol else "word" if quantity.sign else ""
    return _Said(
        f"target={target.kind}",
        (f"unit={quantity.unit}", f"dimension={quantity.dimension}", f"sign={sign}"),
        tuple(_form(quantity)),
        tuple(rest),
    )


def _form(quantity: Quantity) -> Iterator[str]:
    """How the quantity that bears the target is put."""
    if quantity.per:
        yield "per"
    if quantity.upper is not None:
        yield "range"
    if quantity.dimension == "share":
        yield f"share={_band(float(quantity.base))}"
    elif quantity.number in (0, 1):
        yield f"number={quantity.number}"


def _band(share: float) -> str:
    """Where a share lies: bounds that reviewers speak of."""
    for bound, name in ((0.0, "0"), (0.6, "low"), (0.85, "mid"), (0.9, "85"), (0.95, "90"), (0.9999, "95"), (1.0, "100")):
        if share <= bound:
            return name
    return "over"


def _description(row: Row) -> list[str]:
    field, name = row.description, row.name
    if not field.present:
        return ["description.absent"]
    if field.blank:
        return ["description.blank"]
    out = []
    if row.described_in_name:
        out.append("description.adds_nothing")
    if is_slogan(field.core):
        out.append("description.slogan")
    if is_empty_text(field.core):
        out.append("description.empty")
    if says_when(field):
        out.append("description.when")
    if not shares_words(field.text, name.text):
        out.append("description.apart")
    kind = field.measure_word[1]
    out.append(f"description.kind={kind}")
    out.append(f"description.kinds={name.measure_word[1]}/{kind}")
    return out


def _basis(row: Row) -> list[str]:
    field = row.basis
    if not field.present:
        return ["basis.absent"]
    if field.blank:
        return ["basis.blank"]
    out = []
    if field.references:
        out.append("basis.document")
    if names_source(field.text):
        out.append("basis.source")
    if vague(field.bare):
        out.append("basis.vague")
    if work(field.text):
        out.append("basis.work")
    if field.bare in (row.name.bare, row.value.bare, row.description.bare):
        out.append("basis.circular")
    out.append(f"basis.length={bisect_left((4, 8, 14, 24), len(field.text))}")
    return out


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
