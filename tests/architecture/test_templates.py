"""Templates carry no style and no script of their own: the content security policy would block both."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, files

INLINE = {
    "style attribute": re.compile(r"<[^>{]*\sstyle\s*=", re.IGNORECASE),
    "style element": re.compile(r"<style\b", re.IGNORECASE),
    "script without src": re.compile(r"<script\b(?![^>]*\bsrc=)", re.IGNORECASE),
    "event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"']", re.IGNORECASE),
    "javascript address": re.compile(r"javascript:", re.IGNORECASE),
    "safe filter": re.compile(r"\|\s*safe\b|{%\s*autoescape\s+off"),
}


def inline(text: str) -> list[str]:
    """The kinds of inline style, script and unescaped output that a template holds."""
    return [what for what, pattern in INLINE.items() if pattern.search(text)]


def test_no_template_holds_style_or_script() -> None:
    found = {
        str(path.relative_to(ROOT)): kinds
        for path in files(".html", under="src/remit")
        if (kinds := inline(Path(path).read_text(encoding="utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    "text",
    [
        '<p style="x">',
        "<style>",
        "<script>x</script>",
        '<a onclick="x">',
        '<a href="javascript:x">',
        "{{ x|safe }}",
    ],
)
def test_it_is_seen(text: str) -> None:
    assert inline(text)


@pytest.mark.parametrize(
    "text", ['<script src="{% static "a.js" %}" defer></script>', '<a data-style="x">', "<b>on = 1</b>"]
)
def test_it_is_not_seen_where_there_is_none(text: str) -> None:
    assert inline(text) == []
