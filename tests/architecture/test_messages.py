"""Chinese first, English complete: every message has its translation, and the built catalogue is the pieces'."""

from __future__ import annotations

import gettext
import io
from pathlib import Path

from tools import extraction, messages

PIECE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Clause {ref} has no holder."
msgstr "{ref}没有责任主体。"

msgid "Save"
msgstr "保存"
"""


def test_the_pieces_do_not_contradict_themselves() -> None:
    assert messages.catalogue()[1] == []


def test_every_message_is_translated_and_every_translation_is_used() -> None:
    assert (
        messages.faults(
            extraction.extracted(messages.PACKAGE),
            messages.catalogue()[0],
            extraction.quoted(messages.PACKAGE),
        )
        == []
    )


def test_the_catalogue_is_the_one_that_the_pieces_give() -> None:
    assert messages.BUILT.read_bytes() == messages.built(messages.catalogue()[0]), "run `make messages`"


def _pieces(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.po").write_text(text, encoding="utf-8")
    return folder


def test_gettext_reads_what_is_built(tmp_path: Path) -> None:
    words, wrong = messages.catalogue(_pieces(tmp_path, core=PIECE))
    read = gettext.GNUTranslations(io.BytesIO(messages.built(words)))
    assert wrong == []
    assert read.gettext("Save") == "保存"
    assert read.gettext("Clause {ref} has no holder.") == "{ref}没有责任主体。"


def test_two_pieces_that_contradict_each_other_are_reported(tmp_path: Path) -> None:
    _, wrong = messages.catalogue(_pieces(tmp_path, core=PIECE, web=PIECE.replace("保存", "存储")))
    assert len(wrong) == 1
    assert "'Save'" in wrong[0]


def test_a_lost_placeholder_is_reported(tmp_path: Path) -> None:
    _, wrong = messages.catalogue(_pieces(tmp_path, core=PIECE.replace("{ref}没有", "没有")))
    assert len(wrong) == 1
    assert "placeholders" in wrong[0]


def test_an_empty_translation_is_reported(tmp_path: Path) -> None:
    _, wrong = messages.catalogue(_pieces(tmp_path, core=PIECE.replace('"保存"', '""')))
    assert len(wrong) == 1


PYTHON = """
from remit.elsewhere import LEVELS
NAMES = {"a": "First", "b": ("Second", "Third")}
error("code", "Found " "it.", "Mend it.", x=1)
pgettext("verb", "Open"); words("Save"); words(NAMES[key]); words(LEVELS.get(key, "")); words(command.help)
fill(translate, "Filled", x=1); text.translate({1: "no message"}); parser.error("none", "none")
"""
TEMPLATE = """{% load i18n %}{% translate "Open" %}
{% blocktranslate trimmed with n=x %}
  {{ n }} more
{% endblocktranslate %}{{ _("Over") }}
  {% blocktranslate count n=l %}{{ n }} day{% plural %}{{ n }} days{% endblocktranslate %}
{% translate "May" context "month" %}"""


def test_messages_are_found_in_code_tables_and_templates(tmp_path: Path) -> None:
    package = tmp_path / "remit"
    package.mkdir()
    (package / "a.py").write_text(PYTHON, encoding="utf-8")
    (package / "elsewhere.py").write_text('LEVELS = {1: "High"}', encoding="utf-8")
    (package / "a.html").write_text(TEMPLATE, encoding="utf-8")
    found = {message.key for message in extraction.extracted(package)}
    assert found == {
        *("Found it.", "Mend it.", "Save", "First", "Second", "Third", "High", "verb\4Open", "Filled"),
        *("Open", "%(n)s more", "Over", "%(n)s day", "month\4May"),
    }


def test_what_is_missing_and_what_is_left_over_are_named() -> None:
    wrong = messages.faults(
        [extraction.Message(text="New", place="a.py:3")], {"Old": "旧", "Kept": "存"}, {"Kept"}
    )
    assert wrong == ["a.py:3: not translated: 'New'", "no longer used: 'Old'"]
