"""What every test may ask for: the folder of samples beside the checkout."""

import os
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that holds the whole project."""
    return CHECKOUT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The design's samples and corpora, read in place. Skips where they are not; fails under TORGET_NEED_SHARED=1."""
    folder = CHECKOUT.parent / "shared"
    if folder.is_dir():
        return folder
    if os.environ.get("TORGET_NEED_SHARED") == "1":
        pytest.fail(f"TORGET_NEED_SHARED is set, and {folder} is not there")
    pytest.skip(f"the samples are not beside the checkout ({folder})")
