"""A Unigram tokenizer that cuts as jieba does without guessing, in a file that any program can load."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping

UNKNOWN = "[UNK]"
UNKNOWN_ROW = 0
FIGURE = "0"  # every figure is this one word: an encoder cannot count, and 37 unlike 41 would only be noise
_FIGURE = r"[0-9]+([.,][0-9]+)*"
_RARE = -30.0  # logarithm of a chance below that of any word


def clean(text: str) -> str:
    """As the tokenizer cleans before it cuts; for counting words."""
    return re.sub(_FIGURE, FIGURE, unicodedata.normalize("NFKC", text).lower())


def build_tokenizer(words: Iterable[str], frequencies: Mapping[str, int]) -> bytes:
    """tokenizer.json: the likeliest cut by jieba's frequencies; a word it lacks counts once, as a lone character does in jieba."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

    total = math.log(sum(frequencies.values()))
    pieces = [(UNKNOWN, _RARE), *((word, math.log(frequencies.get(word) or 1) - total) for word in words)]
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=UNKNOWN_ROW, byte_fallback=False))
    steps = [normalizers.NFKC(), normalizers.Lowercase(), normalizers.Replace(Regex(_FIGURE), FIGURE)]
    tokenizer.normalizer = normalizers.Sequence(steps)
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    return str(tokenizer.to_str(pretty=False)).encode()
