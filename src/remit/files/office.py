"""Word 97-2003, WPS, RTF and OpenDocument files made into .docx by LibreOffice, where it is installed.

Runs in the confined process, in a scratch folder of its own: LibreOffice inherits the limits, has a fresh profile in
which macros and links are switched off, and no network where the system lets a process leave it.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import subprocess
from pathlib import Path

from remit.core.problem import Problem, error
from remit.files.confine import OFFICE_CPU_SECONDS, Parsed
from remit.files.refusal import RefusedError, damaged, too_costly

__all__ = ["convert_office", "find_office", "leave_network", "run_office"]

_PROGRAMS = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_SWITCHED_OFF = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Writer/Content/Update", "Link", "0"),
)
_ROOM = 128 * 1024 * 1024


def find_office() -> str:
    """Return the path of LibreOffice, "" where there is none."""
    found = (shutil.which(name) for name in _PROGRAMS)
    return next((path for path in (*found, *filter(os.path.exists, _PLACES)) if path), "")


def convert_office(data: bytes) -> Parsed:
    """Return the document as .docx bytes; the working folder is the scratch folder.

    Raises RefusedError where LibreOffice is missing, makes nothing of the file, or takes too long.
    """
    program = find_office()
    kind, suffix = _kind_of(data)
    if not program:
        raise RefusedError(_no_office(kind))
    return Parsed(data=run_office(program, data, suffix=suffix, to="docx", how="docx:MS Word 2007 XML"))


def run_office(program: str, data: bytes, *, suffix: str, to: str, how: str) -> bytes:
    """Return a document made into another format (`to` is its ending, `how` the filter); raises RefusedError.

    The working folder is the scratch folder.
    """
    folder = Path.cwd()
    source = folder / f"in{suffix}"
    source.write_bytes(data)
    _write_profile(folder / "profile" / "user")
    leave_network()
    done = subprocess.run(  # noqa: S603 - no shell, and no word of the command comes from the document
        [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
            *("--convert-to", how, "--outdir", str(folder / "out"), str(source)),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"HOME": str(folder), "TMPDIR": str(folder), "SAL_USE_VCLPLUGIN": "svp"},
        check=False,
    )
    made = folder / "out" / f"in.{to}"
    if made.is_file() and 0 < made.stat().st_size <= _ROOM:
        return made.read_bytes()
    stopped = done.returncode < 0 or done.returncode > 128
    raise RefusedError(too_costly(OFFICE_CPU_SECONDS) if stopped else damaged())


def _kind_of(data: bytes) -> tuple[str, str]:
    if data.startswith(b"PK"):
        return "OpenDocument (.odt)", ".odt"
    if data.lstrip().startswith(b"{\\rtf"):
        return "RTF", ".rtf"
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml"):
        return "Word XML", ".xml"
    return "Word 97-2003 (.doc), WPS (.wps)", ".doc"


def _no_office(kind: str) -> Problem:
    return error(
        "office-missing",
        "This is a file of the kind {kind}; only an office program can read it, and there is no LibreOffice here.",
        "Open it in WPS or Word and save it as .docx; or install LibreOffice (on Debian: libreoffice-writer-nogui).",
        kind=kind,
    )


def _write_profile(folder: Path) -> None:
    folder.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
        "</prop></item>"
        for path, name, value in _SWITCHED_OFF
    )
    (folder / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )


def leave_network() -> bool:
    """Enter a network of nobody's; return whether the system allowed it. If not, the profile alone keeps links off."""
    with contextlib.suppress(OSError, AttributeError, TypeError):
        system = ctypes.CDLL(None)
        return any(system.unshare(flags) == 0 for flags in (_NEW_NETWORK, _NEW_USER | _NEW_NETWORK))
    return False
