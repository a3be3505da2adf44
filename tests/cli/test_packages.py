"""Two installations at the command line: one sends upward, the other takes in and sees who is late."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

UNITS = "code,name,parent,kind\n{root},Harbour,,authority\n{below},North terminal,{root},terminal\n"
_OURS = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "REMIT_DATA")
_COMMANDS = """
import contextlib, io, json, sys
from remit.cli import main
for line in sys.stdin:
    out, err = io.TextIOWrapper(io.BytesIO()), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([*json.loads(line), "--lang", "en", "--data", sys.argv[1]])
    out.flush()
    print(json.dumps([code, out.buffer.getvalue().decode(), err.getvalue()]))
"""


def at(folder: Path, *commands: str) -> list[tuple[int, str]]:
    """Run commands of an installation one after another and return how each ended, and what it said."""
    done = subprocess.run(
        [sys.executable, "-c", _COMMANDS, str(folder)],
        input="\n".join(json.dumps(command.split()) for command in commands),
        capture_output=True,
        text=True,
        check=False,
        env={key: value for key, value in os.environ.items() if key not in _OURS},
    )
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return [(code, said + complaint) for code, said, complaint in told]


def founded(folder: Path, root: str, below: str) -> tuple[Path, dict[str, str]]:
    """An installation with two units, and under which number and key others know it."""
    folder.with_suffix(".csv").write_text(UNITS.format(root=root, below=below))
    said = at(folder, f"import units {folder.with_suffix('.csv')}", "package key --json")
    assert [code for code, _ in said] == [0, 0], said
    return folder, json.loads(said[-1][1])


def test_what_is_sent_below_is_taken_in_above(tmp_path):
    assert at(tmp_path / "above", "migrate")[0][0] == 0
    shutil.copytree(tmp_path / "above", tmp_path / "below")
    above, number = founded(tmp_path / "above", "/1", "/1/2")
    below, key = founded(tmp_path / "below", "N", "N/1")
    first, again = tmp_path / "1.remit", tmp_path / "2.remit"
    sent = at(
        below,
        "record --unit N/1 --on 2025-02-03 --kind drill --title Drill",
        f"export-package --to {number['installation']} --as /1/2 --until 2025-02-28 -o {first}",
        f"export-package --again 1 -o {again}",
        f"import-package {first}",
        "package sent --json",
    )
    assert [code for code, _ in sent] == [0, 0, 0, 1, 0], sent
    assert "Package 1 of N" in sent[1][1]
    assert "package-foreign" in sent[3][1]
    assert first.read_bytes() == again.read_bytes()
    taken = at(
        above,
        f"package trust north --unit /1/2 --key {key['key']} --every month --from 2025-01-01",
        "package list --on 2025-03-01",
        f"import-package {first} --dry-run",
        f"import-package {first} --json",
        f"import-package {first} {again}",
        "package list --on 2025-03-01 --json",
        "package trust x --unit /1 --key x",
        "package revoke north --key 0000",
        "package revoke north",
        "journal verify",
    )
    assert [code for code, _ in taken] == [0, 1, 0, 0, 0, 1, 2, 1, 0, 0], taken
    assert "north speaks for /1/2" in taken[0][1]
    assert "2025-01-31" in taken[1][1]
    assert taken[2][1] == "Sound: 1.\n"
    (done,) = json.loads(taken[3][1])
    assert (done["state"], done["records"], done["units"]) == ("taken-in", 1, 1)
    assert taken[4][1] == "Here already: 2.\n"
