"""A pytest plugin for `--all`: a test that skips itself has failed, and says so.

Tests marked `shared` read samples that are not part of the project. Where those are not beside the checkout they may
skip, unless TORGET_NEED_SHARED=1 says that they must run.
"""

import os
from collections.abc import Generator

import pytest


def may_skip(item: pytest.Item) -> bool:
    """Tell whether `item` reads the samples, and whether nobody demanded them."""
    reads_samples = "shared" in getattr(item, "fixturenames", ()) or item.get_closest_marker("shared") is not None
    return reads_samples and os.environ.get("TORGET_NEED_SHARED") != "1"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and not may_skip(item):
        report.outcome = "failed"
        report.longrepr = f"skipped, though --all skips nothing: {report.longreprtext or report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn the skip of a whole module into an error."""
    report = yield
    if report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped, though --all skips nothing: {report.longrepr}"
    return report
