"""A wheel holds our files as git holds them, and nothing that has to be unpickled: `python tests/installing/wheel_contents.py WHEEL`."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np

TOP = Path(__file__).resolve().parents[2]
PICKLED = (".pkl", ".pickle", ".joblib", ".pt", ".pth", ".bin", ".ckpt")
PROTOCOLS = (b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05")


def pickled(name: str, data: bytes) -> bool:
    """Whether a file is a pickle, by its name or its first bytes, or holds one: an array of objects is one."""
    if name.endswith(PICKLED) or data.startswith(PROTOCOLS):
        return True
    if not name.endswith((".npz", ".npy")):
        return False
    try:
        kept = np.load(io.BytesIO(data), allow_pickle=False)
        for key in kept.files if name.endswith(".npz") else ():
            kept[key]
    except ValueError:
        return True
    return False


def tracked() -> set[str]:
    """What git holds of us, as the wheel names it. READMEs of folders are for people who look into the source."""
    command = ["git", "ls-files", "-z", "src", "models"]
    listed = subprocess.run(command, cwd=TOP, capture_output=True, check=True, encoding="utf-8").stdout.split("\0")
    names = [name for name in listed if name and not name.endswith("/README.md")]
    served = [name for name in names if not name.startswith("models/encoder/base/")]  # only training starts from there
    return {name.removeprefix("src/") if name.startswith("src/") else f"zhibiao/{name}" for name in served}


def faults(wheel: zipfile.ZipFile, wanted: set[str] | None) -> list[str]:
    """What is wrong with a wheel. wanted: None where there is no git."""
    names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    found = [f"{name}: a pickle" for name in sorted(names) if pickled(name, wheel.read(name))]
    if wanted is not None:
        found += [f"{name}: only in the wheel" for name in sorted(names - wanted)]
        found += [f"{name}: only in git" for name in sorted(wanted - names)]
    return found


if __name__ == "__main__":
    path = Path(sys.argv[1])
    told = faults(zipfile.ZipFile(path), tracked() if (TOP / ".git").exists() else None)
    print("\n".join([*told, f"wheel {path.stat().st_size / 1e6:.1f} MB"]))
    sys.exit(1 if told else 0)
