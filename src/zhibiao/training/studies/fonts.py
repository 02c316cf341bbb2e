"""A font with Chinese for matplotlib: one that is on the machine, or a hint how to get one."""

from __future__ import annotations

import warnings
from functools import lru_cache

_KNOWN = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK JP",
    "SimHei",
    "WenQuanYi",
    "Heiti",
    "SimSun",
)
_NEEDED = "指标绩效≥"
HINT = (
    "没有找到带中文的字体，图上的字会显示成方框。"
    "Debian、Ubuntu：sudo apt install fonts-noto-cjk；Fedora：sudo dnf install google-noto-sans-cjk-fonts；"
    "Windows、macOS 自带（微软雅黑、苹方），请确认没有被删。装好后删去 matplotlib 的字体缓存"
    '（python -c "import matplotlib; print(matplotlib.get_cachedir())" 所示的文件夹），再重新运行。'
)


@lru_cache(maxsize=1)
def chinese_font() -> str | None:
    """Its name, of matplotlib's list: a known one first, else any that has the signs."""
    from matplotlib.font_manager import fontManager
    from matplotlib.ft2font import FT2Font

    entries = sorted(fontManager.ttflist, key=lambda entry: (_rank(entry.name), entry.weight != 400, entry.fname))
    tried: set[str] = set()
    for entry in entries:
        if entry.fname not in tried:
            tried.add(entry.fname)
            signs = FT2Font(entry.fname).get_charmap()
            if all(ord(sign) in signs for sign in _NEEDED):
                return str(entry.name)
    return None


def _rank(name: str) -> int:
    return next((place for place, known in enumerate(_KNOWN) if name.startswith(known)), len(_KNOWN))


def use_chinese() -> str | None:
    """Figures from now on are set in it; warns with a hint where there is none."""
    import matplotlib as mpl

    name = chinese_font()
    if name is None:
        warnings.warn(HINT, stacklevel=2)
        return None
    mpl.rcParams["font.sans-serif"] = [name, "DejaVu Sans"]
    mpl.rcParams["font.family"] = "sans-serif"
    mpl.rcParams["axes.unicode_minus"] = False
    return name
