"""The table of commands: languages, help, wrong calls and the boundary of the process."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

from remit import __version__
from remit.cli import dispatch, language
from remit.cli.dispatch import COMMANDS, main
from remit.cli.output import column_width, table
from tests.cli.cases import Console

NAMES = [command.name for group in COMMANDS.values() for command in group]
OURS = ["read", "lint", "screen", "check", "diff", "plan", "schema"]


def test_help_lists_every_command(remit: Console) -> None:
    assert remit("--help") == 0
    assert all(f"\n  {name} " in remit.out for name in NAMES)


def test_without_a_command_help_is_shown_and_the_call_is_wrong(remit: Console) -> None:
    assert remit() == 2
    assert "usage: remit" in remit.out


def test_the_version_is_printed(remit: Console) -> None:
    assert remit("--version") == 0
    assert remit.out == f"remit {__version__}\n"


def test_command_names_are_unique() -> None:
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("name", OURS)
def test_every_command_has_help_and_a_language(name: str, remit: Console) -> None:
    assert remit(name, "--help") == 0
    assert "--lang {zh,en}" in remit.out


def test_an_unknown_command_is_a_wrong_call(remit: Console) -> None:
    assert remit("reed") == 2
    assert remit.err == "remit: error call: There is no command 'reed'. See: remit --help\n"


def test_a_wrong_argument_is_one_line_and_says_where_to_read_on(remit: Console) -> None:
    assert remit("read") == 2
    assert remit.err.startswith("remit: error call: ")
    assert remit.err.endswith("See: remit read --help\n")
    assert remit.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "environment", "chosen"),
    [
        ([], {}, "zh"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "en_GB.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "en_GB.UTF-8", "REMIT_LANG": "zh"}, "zh"),
        ([], {"LANG": "C.UTF-8"}, "zh"),
        (["read", "--lang", "en"], {"REMIT_LANG": "zh"}, "en"),
        (["read", "--lang=en"], {}, "en"),
        (["read", "--lang=fr"], {}, "zh"),
        (["read", "--", "--lang=en"], {}, "zh"),
    ],
)
def test_the_language_is_chosen(arguments: list[str], environment: dict[str, str], chosen: str) -> None:
    assert language.choose_language(arguments, environment) == chosen


def test_the_language_may_stand_before_the_command(remit: Console) -> None:
    assert remit("--lang", "zh", "schema") == 0
    assert remit("--lang=en", "--help") == 0
    assert "Reading a regulation" in remit.out


def test_chinese_is_complete_in_help(remit: Console) -> None:
    assert remit("--help", "--lang", "zh") == 0
    assert "阅读法规" in remit.out
    assert remit("read", "--help", "--lang", "zh") == 0
    assert "用法" in remit.out


def test_what_nobody_foresaw_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> int:
        raise ZeroDivisionError("boom")

    monkeypatch.delenv("REMIT_DEBUG", raising=False)
    monkeypatch.setattr(dispatch, "_called", broken)
    assert main(["schema", "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("remit: error internal: ")
    assert "boom" in said
    assert said.count("\n") == 1


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = [sys.executable, "-m", "remit", "schema"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_help_loads_no_command_and_nothing_heavy() -> None:
    code = "import sys, remit.cli.dispatch as d; d.main(['--help']); print(*sys.modules, sep='\\n', file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert not {m for m in loaded if m.startswith("remit.") and not m.startswith("remit.cli")}
    assert not loaded & {"django", "msgspec", "lxml", "multiprocessing", "subprocess"}


def test_reading_a_text_loads_no_web_framework_and_no_parser_of_containers() -> None:
    code = "import sys, remit.cli.read; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {
        "django",
        "lxml",
        "pypdfium2",
        "icalendar",
        "python_calamine",
        "ruamel.yaml",
        "xlsxwriter",
        "multiprocessing",
    }
    assert not set(done.stdout.split()) & heavy


def test_a_table_is_aligned_with_wide_characters() -> None:
    lines = table(["Clause", "谁"], [["第一条", "港务局"], ["1", "a" * 50]], widest=10).splitlines()
    assert [column_width(line.split("  ")[0]) for line in lines[:2]] == [6, 6]
    assert lines[2] == "第一条  港务局"
    assert lines[3] == "1       aaaaaaaaa…"
    assert lines[0] == "Clause  谁"


def test_living_commands_are_found_when_their_module_is_there() -> None:
    for group in COMMANDS.values():
        for command in group:
            assert importlib.util.find_spec(f"remit.cli.{command.module}"), command.name
