"""What one input may cost: bounds against bombs and accidents, far above any real submission."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one file. The largest real submission seen has 3,000 rows and 9 MB."""

    file_bytes: int = 200 * 2**20
    unzipped_bytes: int = 600 * 2**20  # all parts that are read, together
    zip_ratio: int = 300  # unzipped to zipped, of one part over 1 MiB: real OOXML stays under 100
    zip_parts: int = 20_000
    cells: int = 2_000_000
    grid_columns: int = 2_000
    pages: int = 3_000
    lines: int = 2_000_000
    depth: int = 200  # nested XML tables or boxes
    seconds: float = 120.0
    office_seconds: float = 90.0  # LibreOffice, one batch of files
