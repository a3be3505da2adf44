"""Texts beyond any length, in every field of every form: refused, and kept nowhere."""

from __future__ import annotations

from tests.pages.permission_matrix import World
from tests.pages.test_hostile_words import TYPED, Form, evidence_folder, forms, send, world

__all__ = ["evidence_folder", "forms", "world"]

LONG, MEGABYTE = "word " * 4200, "word " * 200_000


def test_too_many_words_are_kept_by_no_form(world: World, forms: list[Form]) -> None:
    """More than any text may have in each field, and a megabyte in one field of each form."""
    for form in forms:
        typed = [name for name, _, kind in form.fields if kind in TYPED and form.verb == "POST"]
        for words, names in ((LONG, typed), (MEGABYTE, typed[:1])):
            for name in names:
                answer, told = send(world.clients[form.who], form, {name: words})
                assert answer.status_code < 500, (form, name)
                assert words is LONG or answer.status_code == 413, (form, name)
                assert "word word word" not in told, (form, name)
