"""reminders.toml: what is right is used, what is wrong is said and left out."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from remit.channels.configuration import FILE, read_channels

GOOD = """
[pace]
before = [10, 3]
again = 5
[hours]
opens = 09:00:00
closes = 17:30:00
[mail]
host = "mail.example"
sender = "remit@example.org"
password_file = "secret"
[[group]]
name = "fire-office"
kind = "wecom"
unit = "E"
token = "abc"
"""


def written(folder: Path, text: str) -> Path:
    (folder / FILE).write_text(text, "utf-8")
    return folder


def test_without_a_file_reminders_stay_on_the_pages(tmp_path: Path) -> None:
    found = read_channels(tmp_path)
    assert (found.mail, found.groups, found.problems) == (None, (), ())


def test_what_is_written_holds(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("s3cret\n")
    found = read_channels(written(tmp_path, GOOD))
    assert found.problems == ()
    assert (found.pace.before, found.pace.again, found.pace.escalate) == ((10, 3), 5, 7)
    assert (found.hours.opens, found.hours.closes) == (time(9), time(17, 30))
    assert found.mail is not None
    assert (found.mail.password, found.mail.port) == ("s3cret", 587)
    assert found.group("fire-office") is found.groups[0]
    assert found.group("nobody") is None


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("[mail", ""),
        ("[bell]\n", "bell"),
        ("[pace]\nagain = 'often'\n", "pace"),
        ("group = 1\n", "group"),
        ('[mail]\nhost = "h"\nsender = "nobody"\n', "mail"),
        ('[mail]\nhost = "h"\nsender = "a@b"\nsecurity = "some"\n', "mail"),
        ('[mail]\nhost = "h"\nsender = "a@b"\npassword_file = "gone"\n', "mail"),
        ('[[group]]\nname = "Upper"\nkind = "wecom"\nunit = "E"\ntoken = "t"\n', "Upper"),
        ('[[group]]\nname = "a"\nkind = "smoke"\nunit = "E"\n', "a"),
        ('[[group]]\nname = "a"\nkind = "feishu"\nunit = "E"\n', "a"),
        ('[[group]]\nname = "a"\nkind = "feishu"\nunit = "E"\ntoken_file = "gone"\n', "a"),
        ('[[group]]\nname = "a"\nkind = "webhook"\nunit = "E"\naddress = "file:///x"\n', "a"),
        ('[[group]]\nname = "a"\nkind = "webhook"\nunit = "E"\naddress = "https://x"\n' * 2, "a"),
    ],
)
def test_a_fault_is_said_with_its_section(tmp_path: Path, text: str, section: str) -> None:
    found = read_channels(written(tmp_path, text))
    assert [problem.place.ref for problem in found.problems] == [section]
    assert found.mail is None
    assert len(found.groups) == (1 if "https://x" in text else 0)
