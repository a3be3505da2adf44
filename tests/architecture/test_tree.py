"""What may not be in the tree: hosts of registries, paths of a machine, addresses of elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, files

TEXT = {
    "", ".cfg", ".css", ".csv", ".html", ".js", ".json", ".jsonl", ".lock", ".md", ".po", ".py", ".sh", ".svg",
    ".toml", ".txt", ".yaml", ".yml",
}  # fmt: skip
# Joined here so that this file does not hold what it looks for.
REGISTRIES = [
    "pypi" + ".org",
    "python" + "hosted",
    "npmjs" + ".org",
    "deb.deb" + "ian.org",
    "cdn" + ".",
    "unpkg" + ".com",
]
MACHINE = ["/wor" + "k/", "/roo" + "t/", "/home/" + "u", "pye" + "nv"]
URL = re.compile(r"(?:https?:)?//(?:[a-z0-9-]+\.)+[a-z]{2,}[^\s\"'<>)`]*", re.IGNORECASE)
# Names of XML and JSON vocabularies are constants, not addresses; example.* is nobody's.
NAMES = re.compile(
    r"(https?:)?//(www\.w3\.org|schemas\.(openxmlformats|microsoft)\.(org|com)|purl\.oclc\.org|docs\.oasis-open\.org"
    r"|www\.yale\.edu/tp/cas|csrc\.nist\.gov/ns|json-schema\.org|www\.ofdspec\.org|openoffice\.org/2001/registry|purl\.org/dc|([a-z0-9-]+\.)*example(\.(org|com|net|test|cn))?"
    r"|[a-z0-9.-]+\.(test|invalid|example))\b",
    re.IGNORECASE,
)


def _texts() -> list[Path]:
    return [path for path in files() if path.suffix in TEXT and path.name != "LICENSE"]


def _hits(pattern: re.Pattern[str], allowed: re.Pattern[str] | None = None) -> list[str]:
    found = []
    for path in _texts():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found += [
                f"{path.relative_to(ROOT)}:{number}: {hit[0]}"
                for hit in pattern.finditer(line)
                if not (allowed and allowed.match(hit[0]))
            ]
    return found


def test_no_registry_is_named() -> None:
    assert _hits(re.compile("|".join(map(re.escape, REGISTRIES)))) == []


def test_no_path_of_a_machine_is_named() -> None:
    assert _hits(re.compile("|".join(map(re.escape, MACHINE)))) == []


def test_no_address_of_elsewhere_is_named() -> None:
    assert _hits(URL, NAMES) == []


@pytest.mark.parametrize("host", ["fonts.elsewhere.io/a.css", "elsewhere.io", "a.b.cn/x.js"])
@pytest.mark.parametrize("scheme", ["https:", "http:", ""])
def test_an_address_is_seen(scheme: str, host: str) -> None:
    url = f"{scheme}{'/' * 2}{host}"
    assert URL.search(url)
    assert not NAMES.match(url)


def test_lock_files_pin_every_requirement_by_hash() -> None:
    for path in files(".lock", under="requirements"):
        text = path.read_text(encoding="utf-8")
        pins = re.findall(r"^[a-z0-9][\w.-]*(?:\[[\w,]+\])?==", text, re.MULTILINE | re.IGNORECASE)
        blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE | re.IGNORECASE)[1:]
        assert len(pins) == len(blocks)
        assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_what_runs_is_pinned_the_same_where_it_is_tested() -> None:
    pin = re.compile(r"^([a-z0-9][\w.-]*)(?:\[[\w,]+\])?==(\S+)", re.MULTILINE | re.IGNORECASE)
    run, test = (
        dict(pin.findall((ROOT / f"requirements/{n}.lock").read_text("utf-8"))) for n in ("run", "test")
    )
    assert run.items() <= test.items()
