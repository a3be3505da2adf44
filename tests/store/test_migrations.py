"""Migrations go forward and back, and say everything that the models say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).parents[2]

SCRIPT = """
import hashlib, sqlite3, sys
import django
django.setup()
from django.conf import settings
from django.core.management import call_command

def digest():
    with sqlite3.connect(settings.DATABASES["default"]["NAME"]) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE name LIKE '%store%' ORDER BY 1, 2")
        return hashlib.sha256(repr(rows.fetchall()).encode()).hexdigest()

call_command("migrate", verbosity=0)
first = digest()
call_command("migrate", "store", "0001", verbosity=0)
back = digest()
call_command("migrate", verbosity=0)
print(first == digest(), first == back)
"""


@pytest.mark.django_db
def test_no_model_has_changed_without_a_migration():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_migrations_go_back_and_forward_to_the_same_database(tmp_path):
    environment = {"REMIT_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "remit.web.settings", "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["True", "False"], done.stderr
