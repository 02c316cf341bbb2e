"""Tests marked office skip themselves where LibreOffice is not installed."""

from __future__ import annotations

import pytest

from zhibiao.reading.office import find_office


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if find_office() is None:
        for item in items:
            if item.get_closest_marker("office"):
                item.add_marker(pytest.mark.skip(reason="LibreOffice is not installed"))
