"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Jobs = Annotated[int | None, typer.Option("--jobs", min=1, help="同时工作的进程数，1 以上的整数，默认为处理器核数。", show_default=False)]
Config = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="配置文件，默认从所评文件的文件夹向上查找。", show_default=False)
]
Baseline = Annotated[
    Path | None, typer.Option("--baseline", metavar="FILE", help="例外清单，默认由配置指明或向上查找。", show_default=False)
]
BaselineOrReport = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="例外清单（.toml），默认由配置指明或向上查找；也可以是以前的报告（.json），那时有过的问题不再列出。",
        show_default=False,
    ),
]
Models = Annotated[
    Path | None, typer.Option("--models", metavar="FOLDER", help="换用这个文件夹里的模型，默认用自带的。", show_default=False)
]
NoSuggestions = Annotated[bool, typer.Option("--no-suggestions", help="不给修改建议，快一些。")]
RulesOnly = Annotated[bool, typer.Option("--rules-only", help="只按规则找问题，不用模型，不给等级和得分。")]
