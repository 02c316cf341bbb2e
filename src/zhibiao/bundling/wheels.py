"""What wheels need on another computer.

pip judges conditions (on Windows only …) by the computer it runs on, so they are judged here again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path
from zipfile import ZipFile

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename


@dataclass(frozen=True, slots=True)
class Target:
    """The computer that the bundle is for. platform: as wheels name it; python: 3.11."""

    platform: str
    python: str

    @property
    def environment(self) -> dict[str, str]:
        """What conditions ask about."""
        windows = self.platform.startswith("win")
        return {
            "os_name": "nt" if windows else "posix",
            "sys_platform": "win32" if windows else "linux",
            "platform_system": "Windows" if windows else "Linux",
            "platform_machine": "AMD64" if windows else "aarch64" if "aarch64" in self.platform else "x86_64",
            "platform_python_implementation": "CPython",
            "implementation_name": "cpython",
            "python_version": self.python,
            "python_full_version": f"{self.python}.0",
            "implementation_version": f"{self.python}.0",
            "extra": "",
        }


def missing(folder: Path, target: Target) -> list[str]:
    """Requirements of the wheels in a folder, under the target's conditions, that no wheel there fulfils."""
    held = {}
    wanted: dict[str, Requirement] = {}
    for wheel in sorted(folder.glob("*.whl")):
        name, version, _, _ = parse_wheel_filename(wheel.name)
        held[str(name)] = version
        for requirement in needed(_metadata(wheel), target.environment):
            wanted[str(requirement)] = requirement
    return [
        plain(requirement)
        for _, requirement in sorted(wanted.items())
        if (found := held.get(canonicalize_name(requirement.name))) is None or not requirement.specifier.contains(found, prereleases=True)
    ]


def needed(lines: Iterable[str], environment: Mapping[str, str]) -> list[Requirement]:
    """Those whose condition holds, of Requires-Dist lines; extras that nobody asked for are left out."""
    requirements = [Requirement(line) for line in lines]
    return [one for one in requirements if one.marker is None or one.marker.evaluate(dict(environment))]


def plain(requirement: Requirement) -> str:
    """Without its condition, as pip is asked for it."""
    return f"{requirement.name}{requirement.specifier}"


def _metadata(wheel: Path) -> list[str]:
    with ZipFile(wheel) as package:
        name = next(name for name in package.namelist() if name.endswith(".dist-info/METADATA"))
        parsed = HeaderParser().parsestr(package.read(name).decode("utf-8"))
    return parsed.get_all("Requires-Dist") or []
