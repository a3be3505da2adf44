"""What holds for the whole suite."""

from __future__ import annotations

import gc
import os

import pytest
from whitenoise.middleware import WhiteNoiseMiddleware


def pytest_collection_finish() -> None:
    """What was loaded to collect the tests stays to the end: nobody needs to look again whether it is garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def static_files_are_looked_up_once() -> None:
    """Every client of a test is a site of its own, which looks all static files up; they are the same in each."""
    look_up, found = WhiteNoiseMiddleware.add_files_from_finders, {}

    def look_up_once(site: WhiteNoiseMiddleware) -> None:
        if not found:
            look_up(site)
            found.update(site.files)
        site.files.update(found)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoiseMiddleware, "add_files_from_finders", look_up_once)
        yield


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """With CI=true nothing may be left out: a skipped test fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter.write_line("CI=true: the tests that were skipped are failures.", red=True)
