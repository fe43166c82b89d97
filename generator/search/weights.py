"""What both searches weigh records by, beside BM25F: the desktop reads it here, the browser is handed it in the manifest.

How they were chosen is told in docs/decisions/0013-ranking.md.
"""

from __future__ import annotations

TITLE = 1.5
"""What a word in the title of its page counts for a record."""
NEAR, HALF = 0.5, 12
"""Words that stand together count up to this share of their weight more; half of it so many characters apart."""
SUBJECT, FEW_PAGES = 2.0, 3
"""Where a term stands in the title of so few pages, it names what they are about: those count this many times as much."""
ASIDE = 0.8
"""What a record counts that asks about, or qualifies, what others state."""
CONTEXT = 0.8
"""Where a word stands in the title of the page only, the record says less of it."""
KINDS = {
    "术语": 1.1,
    "条款": 1.05,
    "手册": 0.95,
    "表": 0.9,
    "检查表": 0.8,
    "表单": 0.8,
    "关于": 0.75,
    "来源": 0.7,
    "课程": 0.7,
}
"""What readers look for first, all else being equal; any other kind counts 1."""


def table() -> dict[str, object]:
    """Return them for the manifest, by the names that ``theme/static/search-rank.js`` reads."""
    return {
        "title": TITLE, "near": NEAR, "half": HALF, "subject": SUBJECT, "fewPages": FEW_PAGES, "aside": ASIDE,
        "context": CONTEXT, "kinds": KINDS,
    }  # fmt: skip
