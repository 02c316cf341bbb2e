"""Files to blocks: the only floor that opens input documents. Readers are imported when a file needs them."""

from __future__ import annotations

from pathlib import Path

from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.reading.blocks import Blocks
from zhibiao.reading.long_paths import openable

LOCK_PREFIXES = ("~$", ".~lock.", ".~")  # Word and Excel, LibreOffice, WPS
DEFAULT = Limits()


def read_blocks(path: Path, limits: Limits = DEFAULT) -> Blocks:
    """The blocks of one file, whatever its ending says; raises ReadError and nothing else."""
    from zhibiao.reading.dispatch import read_any

    return read_any(load(path, limits), path.name, path, limits)


def read_bytes(data: bytes, name: str, limits: Limits = DEFAULT) -> Blocks:
    """The blocks of a file that is already in memory; `name` is only a hint."""
    from zhibiao.reading.dispatch import read_any

    check_size(len(data), limits)
    return read_any(data, name, None, limits)


def load(path: Path, limits: Limits = DEFAULT) -> bytes:
    """The bytes of a file that may be read at all."""
    if path.name.startswith(LOCK_PREFIXES):
        raise ReadError("lock-file", "这是文档打开时生成的临时文件，不是文档本身", "请读取原文件，并先在 Word、Excel 或 WPS 中关闭它")
    path = openable(path)
    try:
        if path.is_dir():
            raise ReadError("is-folder", "这是文件夹，不是文件", "请指定文件夹中的文件")
        if not path.is_file():
            if path.exists():
                raise ReadError("not-a-file", "这不是普通文件", "请指定要读取的文档")
            raise ReadError("not-found", "文件不存在", "请检查路径和文件名是否正确")
        check_size(path.stat().st_size, limits)
        data = path.read_bytes()
    except PermissionError as error:
        raise ReadError("no-permission", "没有权限读取文件", "请检查文件权限，或复制到本人的文件夹后再试") from error
    except (OSError, ValueError) as error:  # a name with NUL or too long, a drive that is gone
        raise ReadError("not-readable", "文件无法打开", "请检查路径是否正确、磁盘或网络位置是否可用") from error
    check_size(len(data), limits)
    return data


def check_size(size: int, limits: Limits) -> None:
    """Refuse what no submission is as big as."""
    if size > limits.file_bytes:
        raise ReadError("too-large", f"文件超过 {limits.file_bytes // 2**20} MB 的上限", "请拆分成较小的文件，或删去其中的图片后再试")
