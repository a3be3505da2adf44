"""Files for the tests of commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from remit.cli.dispatch import main

TEXT = """港湾市消防安全责任制实施办法
第一条 为了落实消防安全责任，制定本办法。
第二条 市人民政府应当每半年至少召开一次消防安全工作会议。
第三条 各单位应当每年组织一次消防演练，并于每年12月31日前向市消防救援机构报告工作情况。
第四条 各单位应当定期检查消防设施。
第五条 本办法自2026年3月1日起施行。
"""
UNITS = "code,name,parent,kind\nG,港湾市,,市\nG1,一号码头,G,码头\n"
POSTS = "unit,title,degree\nG,市长,first\nG1,经理,first\n"
HOLDERS = "post,person,from,to\nG/市长,李明,2025-01-01,\nG1/经理,王芳,2025-01-01,\n"


def text_file(folder: Path, text: str = TEXT, name: str = "harbour.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def organisation(folder: Path) -> Path:
    path = folder / "org"
    path.mkdir()
    for name, text in (("units", UNITS), ("posts", POSTS), ("holders", HOLDERS)):
        (path / f"{name}.csv").write_text(text, encoding="utf-8")
    return path


class Console:
    """Runs commands and keeps what they print."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys
        self.out = self.err = ""

    def __call__(self, *arguments: object) -> int:
        self.capsys.readouterr()
        code = main([str(a) for a in arguments])
        self.out, self.err = self.capsys.readouterr()
        assert "Traceback" not in self.err
        assert "internal" not in self.err
        return code
