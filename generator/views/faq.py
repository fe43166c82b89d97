"""按问题找: what readers ask in their own words, each with links to what answers it."""

from __future__ import annotations

from collections.abc import Iterator

from ..library.faq import FAQ
from ..library.model import Library
from ..markup.render import Renderer
from .page import PageView
from .words import Words

TITLE = "按问题找"


def faq_views(library: Library) -> Iterator[PageView]:
    """Make the page; none for a library that has no questions.

    It has no kind, so that search leaves it out: search leads by these questions to what answers them.
    """
    if library.faq:
        words = Words(Renderer(library, FAQ.page), "", "")
        yield PageView(
            FAQ, TITLE, "faq.html", context={"topics": library.faq.topics, "intro": library.faq.intro, "words": words}
        )
