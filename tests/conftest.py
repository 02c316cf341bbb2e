"""Tests marked office skip themselves where LibreOffice is not installed, those marked browser where Chromium is not; results are kept in
a folder of the test's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from chromium import find_chromium

from zhibiao.reading.office import find_office


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for marker, program, found in (("office", "LibreOffice", find_office()), ("browser", "Chromium", find_chromium())):
        for item in items if found is None else ():
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=f"{program} is not installed"))


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test may see what another one, or the user, has kept."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("ZHIBIAO_CACHE", str(folder))
    return folder
