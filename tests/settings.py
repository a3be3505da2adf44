"""The site's own settings, with a data folder that is thrown away."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

_FOLDER = tempfile.mkdtemp(prefix="remit-tests-")
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)
os.environ["REMIT_DATA"] = _FOLDER
if os.environ.get("REMIT_TEST_DATABASE") != "postgresql":
    os.environ.pop("DATABASE_URL", None)

from remit.web.settings import *  # noqa: E402, F403 - the data folder has to be named before they are read
