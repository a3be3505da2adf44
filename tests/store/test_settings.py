"""The settings are safe as they stand."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.utils import timezone

from remit.store import actions, models
from remit.store.access import Role
from tests.store.cast import by

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("https", ["0", "1"])
def test_they_pass_django_s_own_checks(tmp_path, https):
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    environment |= {
        "DJANGO_SETTINGS_MODULE": "remit.web.settings",
        "REMIT_DATA": str(tmp_path / "data"),
        "REMIT_HTTPS": https,
    }
    deploy = ["--deploy"] if https == "1" else []
    done = subprocess.run(
        [sys.executable, "-m", "django", "check", "--fail-level", "WARNING", *deploy],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_they_have_no_development_mode_and_no_superuser():
    assert settings.DEBUG is False
    assert not {f.name for f in models.Account._meta.get_fields()} & {"is_superuser", "is_staff"}
    assert "django.contrib.admin" not in settings.INSTALLED_APPS


def test_they_hash_passwords_with_argon2():
    assert make_password("a long and quiet harbour").startswith("argon2$argon2id$")


def test_they_allow_no_source_but_the_site_itself():
    allowed = {
        source for sources in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"].values() for source in sources
    }
    assert allowed == {"'self'", "'none'"}


@pytest.mark.django_db
def test_every_page_asks_for_a_sign_in_and_sends_safe_headers():
    answer = Client().get("/", headers={"host": "127.0.0.1"})
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(settings.LOGIN_URL)
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.django_db
def test_a_host_that_is_not_named_is_not_served():
    assert Client().get("/sign-in/", headers={"host": "elsewhere.example"}).status_code == 400


@pytest.mark.django_db
def test_five_failures_lock_an_account_wherever_they_come_from():
    password = "a long and quiet harbour"
    actions.create_account(
        by(now=timezone.localtime()), username="dee", person="", unit="", role=Role.CLERK, password=password
    )
    for number in range(5):
        guess = {"username": "dee", "password": f"guess {number}"}
        Client().post("/sign-in/", guess, headers={"host": "127.0.0.1"}, REMOTE_ADDR=f"10.0.0.{number}")
    right = Client()
    right.post(
        "/sign-in/",
        {"username": "dee", "password": password},
        headers={"host": "127.0.0.1"},
        REMOTE_ADDR="10.0.1.1",
    )
    assert "_auth_user_id" not in right.session
