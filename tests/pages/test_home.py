"""My duties."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db


def test_it_shows_what_the_signed_in_person_answers_for(sign_in) -> None:
    page = sign_in("taochunyuan").get("/")
    text = page.content.decode()
    open("/tmp/home.html", "w").write(text)
    assert page.status_code == 200
    assert "每季度至少组织一次消防疏散演练" in text
