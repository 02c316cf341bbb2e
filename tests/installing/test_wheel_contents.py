"""The audit of wheels finds what it looks for."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest
from wheel_contents import faults, pickled, tracked

NO_NETWORK = Path(__file__).parent / "no_network"


def saved(array: np.ndarray) -> bytes:
    out = io.BytesIO()
    np.savez(out, weights=array)
    return out.getvalue()


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
def test_a_pickle_is_known_by_its_first_bytes(protocol: int) -> None:
    assert pickled("weights.json", pickle.dumps({"a": 1}, protocol))


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("model.pkl", b"", True),
        ("model.joblib", b"{}", True),
        ("config.json", b"{}", False),
        ("card.md", "说明".encode(), False),
        ("weights.npz", saved(np.arange(3)), False),
        ("weights.npz", saved(np.array([{"a": 1}], dtype=object)), True),
    ],
)
def test_a_pickle_is_known_by_its_name_or_its_arrays(name: str, data: bytes, found: bool) -> None:
    assert pickled(name, data) is found


def test_what_is_too_much_and_what_is_missing_is_told() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as wheel:
        wheel.writestr("zhibiao/a.py", "")
        wheel.writestr("zhibiao/notes.txt", "")
        wheel.writestr("zhibiao-0.1.0.dist-info/METADATA", "")
    told = faults(zipfile.ZipFile(packed), {"zhibiao/a.py", "zhibiao/b.py"})
    assert told == ["zhibiao/notes.txt: only in the wheel", "zhibiao/b.py: only in git"]


def test_readmes_and_what_only_training_reads_are_not_wanted() -> None:
    names = tracked()
    if not names:
        pytest.skip("not a git checkout")
    assert {"zhibiao/__init__.py", "zhibiao/models/smart/weights.npz"} <= names
    assert [name for name in names if name.endswith("README.md") or "/base/" in name] == []


@pytest.mark.parametrize(
    ("call", "status"),
    [
        ("getaddrinfo('localhost', 80)", 97),
        ("create_connection(('127.0.0.1', 9))", 97),
        ("socket().connect(('127.0.0.1', 9))", 97),
        ("socketpair()", 0),
    ],
)
def test_asking_for_the_network_ends_the_process(call: str, status: int) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", f"import socket; socket.{call}"], env={**os.environ, "PYTHONPATH": str(NO_NETWORK)}, check=False
    )
    assert ran.returncode == status
