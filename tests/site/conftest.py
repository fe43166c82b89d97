"""The small site written once for all tests of pages."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.library.model import Library
from tests.site.pages import written


@pytest.fixture(scope="session")
def pages(small_library: Library) -> Mapping[str, str]:
    """The pages of the small site by path."""
    return written(small_library)


@pytest.fixture(scope="session")
def jia(pages: Mapping[str, str]) -> str:
    """The page of the small site's fuller case."""
    return pages["cases/jia.html"]
