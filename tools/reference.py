"""Write the pages of docs/reference that follow from the code: commands, problems, the fields of a regime file.

python -m tools.reference            writes them
python -m tools.reference --check    says which are not what the code gives
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from remit.cli.dispatch import COMMANDS
from remit.cli.dispatch import main as run_remit

__all__ = ["PAGES", "main"]

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "remit"
FOLDER = ROOT / "docs" / "reference"
_NOTE = "<!-- Written by `make reference`: change the code, not this page. -->"
_LEVELS = ("error", "warning", "note")
_DEFINED = "#/$defs/"
_TYPES = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}


_COMMANDS = """# Commands
{note}
Every command ends with exit code 0 when it is done, 1 when it ran and found problems, 2 when it could not do it.
Problems go to standard error, one a line: `FILE:line:column: level code: message. What to do.` `--lang zh` or
`--lang en` chooses the language; without it `REMIT_LANG` does, then the locale, then it is Chinese.

"""
_PROBLEMS = """# Problems
{note}
What commands and pages can find wrong. The codes are stable; with `--json` they come as `code`. Words in braces are
filled in with what was found.

| code | level | message | what to do |
| --- | --- | --- | --- |
"""
_REGIME_FILE = """# The regime file
{note}
A regime is one YAML 1.2 file. `remit schema` prints the JSON Schema from which this page is written; an editor that
knows YAML and JSON Schema can check a file while it is being written, and `remit check FILE` checks what a schema
cannot. Fields that hold their default may be left out.

"""


def _commands() -> str:
    page = _COMMANDS.format(note=_NOTE)
    for group, commands in COMMANDS.items():
        page += f"## {group}\n\n"
        for command in commands:
            page += (
                f"### remit {command.name}\n\n```text\n{_printed(command.name, '--help').rstrip()}\n```\n\n"
            )
    return page.rstrip() + "\n"


def _printed(*arguments: str) -> str:
    """What a command prints, in English and in a hundred columns."""
    os.environ |= {"COLUMNS": "100", "REMIT_LANG": "en"}
    with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")) as printed:
        if run_remit([*arguments, "--lang", "en"]) != 0:
            raise RuntimeError(f"remit {' '.join(arguments)} failed")
        printed.flush()
    return printed.buffer.getvalue().decode()


def _problems() -> str:
    rows = sorted(set(_found_problems()))
    table = [
        f"| `{code}` | {level} | {_cell(message)} | {_cell(remedy)} |\n"
        for code, level, message, remedy in rows
    ]
    return _PROBLEMS.format(note=_NOTE) + "".join(table)


def _found_problems() -> Iterator[tuple[str, str, str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _LEVELS:
                texts = [argument.value for argument in node.args[:3] if isinstance(argument, ast.Constant)]
                if len(texts) == 3:
                    yield str(texts[0]), node.func.id, str(texts[1]), str(texts[2])


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")


def _regime_file() -> str:
    schema = json.loads(_printed("schema"))
    top = schema.get("$ref", "").removeprefix(_DEFINED)
    definitions: dict[str, Any] = schema.get("$defs", {})
    if top not in definitions:
        top, definitions = (
            schema.get("title", "Regime"),
            {schema.get("title", "Regime"): schema, **definitions},
        )
    names = sorted(definitions, key=lambda name: name != top)
    return _REGIME_FILE.format(note=_NOTE) + "\n".join(
        line for name in names for line in _definition(name, definitions[name])
    )


def _definition(name: str, schema: dict[str, Any]) -> Iterator[str]:
    yield f"## {name}\n"
    if schema.get("description"):
        first, _, rest = schema["description"].partition("\n")
        yield f"{first}\n{textwrap.dedent(rest).rstrip()}\n".rstrip() + "\n"
    if "enum" in schema:
        yield "One of " + ", ".join(f"`{value}`" for value in schema["enum"]) + ".\n"
    fields: dict[str, Any] = schema.get("properties", {})
    if fields:
        yield "| field | kind | what it holds |\n| --- | --- | --- |"
        for field, content in fields.items():
            needed = ", required" if field in schema.get("required", []) else ""
            yield f"| `{field}` | {_kind(content)}{needed} | {_cell(content.get('description', ''))} |"
        yield ""


def _kind(schema: dict[str, Any]) -> str:
    """A schema's type in words."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_DEFINED)
        return f"[{name}](#{name.lower()})"
    if "enum" in schema:
        return "one of " + ", ".join(f"`{value}`" for value in schema["enum"])
    for joined in ("allOf", "anyOf"):
        if joined in schema:
            return " or ".join(_kind(part) for part in schema[joined] if part.get("type") != "null")
    if schema.get("type") == "array":
        return f"list of {_kind(schema['items'])}" if "items" in schema else "list"
    if schema.get("type") == "object" and "additionalProperties" in schema:
        return f"names with {_kind(schema['additionalProperties'])}"
    return "date" if schema.get("format") == "date" else _TYPES.get(schema.get("type", ""), "any value")


PAGES = {"commands.md": _commands, "problems.md": _problems, "regime-file.md": _regime_file}


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` name those that are out of date."""
    stale = 0
    for name, page in PAGES.items():
        path, text = FOLDER / name, page()
        if "--check" in arguments and (not path.exists() or path.read_text(encoding="utf-8") != text):
            sys.stdout.write(f"{path.relative_to(ROOT)}: out of date; run `make reference`\n")
            stale = 1
        elif "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
