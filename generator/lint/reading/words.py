"""How a sentence says that something is not to be done, so that no rule takes a warning for the fault it warns of."""

from __future__ import annotations

import re

_REFUSES = re.compile(
    "不(?:能|可|要|得|应|宜|必|是|作|算|用|会|再|说|同|相|排|比|等|构成|代表|意味|知|清楚|明确|一定)|没有|未|无法|无从|难以|并非|不等于"
    "|避免|防止|切忌|误|勿|怎样|如何|是否|能否|有没有|如果|假如|假定|推定|看作|当作"
)
"""不规范, 不断 refuse nothing."""


def refuses(text: str) -> bool:
    """Whether a sentence says 不能, 没有, 避免 … or asks."""
    return _REFUSES.search(text) is not None


def quoted(text: str, index: int) -> bool:
    """Whether the character at ``index`` stands in quotation marks: words spoken of, not said."""
    return text.rfind("“", 0, index) > text.rfind("”", 0, index)
