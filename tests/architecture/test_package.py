"""What is built and installed holds all that the program needs beside its code."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, files


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in the wheel, built from a copy so that nothing is left in the tree."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("*.egg-info", "__pycache__"))
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        folder,
        folder,
    ]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = Path(folder).glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_holds_every_file_of_the_package(packed: set[str]) -> None:
    wanted = {str(path.relative_to(ROOT / "src")) for path in files(under="src/remit")}
    assert sorted(wanted - packed) == []


def test_the_wheel_holds_nothing_else(packed: set[str]) -> None:
    assert [name for name in packed if not name.startswith("remit/") and ".dist-info/" not in name] == []
