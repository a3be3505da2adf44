"""The site's own settings, with a data folder that is thrown away."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

from tests import postgres

_FOLDER = tempfile.mkdtemp(prefix="remit-tests-")
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)
os.environ["REMIT_DATA"] = _FOLDER
if not postgres.ASKED_FOR:
    os.environ.pop("DATABASE_URL", None)
elif "PYTEST_XDIST_WORKER" not in os.environ:  # workers share the cluster of the process that started them
    os.environ["DATABASE_URL"] = postgres.start()

from remit.web.settings import *  # noqa: E402, F403 - the data folder has to be named before they are read

# SQLite in a file, not in memory: what is tested is the database as it is used.
if not os.environ.get("DATABASE_URL"):
    DATABASES["default"]["TEST"] = {"NAME": f"{_FOLDER}/test.sqlite3"}  # noqa: F405
