"""What the tests of the store share: a settled port in a database that forgets it after each test."""

from __future__ import annotations

import shutil

import pytest
from django.conf import settings

from tests.store import cast


@pytest.fixture
def port(db):
    """The port with its regime in force, and an empty evidence folder."""
    shutil.rmtree(settings.EVIDENCE, ignore_errors=True)
    cast.settle()
