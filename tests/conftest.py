"""What every test may lean on: the samples beside the checkout, and steady hypothesis settings.

The samples and public corpora lie in `../shared` beside the checkout and are read in place, never copied. A test that
asks for them is skipped, saying why, where they are not; `TORGET_NEED_SHARED=1` (set by CI) makes that a failure.
"""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]

settings.register_profile("torget", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.register_profile("thorough", settings.get_profile("torget"), max_examples=1000)
settings.load_profile(os.environ.get("TORGET_HYPOTHESIS", "torget"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that asks for the samples, so that `-m "not shared"` leaves them out; and the depth of products.

    A test of every kind on every screen in every language is a product of thousands. The fast tests take its axes, each
    value once with the others at their first; the whole product is slow.
    """
    for item in items:
        if "shared" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.shared)
        call = getattr(item, "callspec", None)
        if call is not None and sum(index > 0 for index in call.indices.values()) > 1:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout itself."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of samples and corpora beside the checkout."""
    folder = Path(os.environ.get("TORGET_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        reason = f"needs the samples in {folder}, which are not here"
        if os.environ.get("TORGET_NEED_SHARED") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return folder
