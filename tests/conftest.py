"""Tests marked office skip themselves where LibreOffice is not installed, those marked browser where Chromium is not."""

from __future__ import annotations

import pytest
from chromium import find_chromium

from zhibiao.reading.office import find_office


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for marker, program, found in (("office", "LibreOffice", find_office()), ("browser", "Chromium", find_chromium())):
        for item in items if found is None else ():
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=f"{program} is not installed"))
