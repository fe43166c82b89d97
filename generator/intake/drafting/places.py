"""Finds the province that an article speaks of most, and the city and county that stand behind its name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..sorting.paragraphs import Paragraph
from .numbers import bare

_PROVINCE = re.compile(
    "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|"
    "北京|天津|上海|重庆|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
_ENDINGS = {
    **dict.fromkeys(("北京", "天津", "上海", "重庆"), "市"),
    **dict.fromkeys(("内蒙古", "西藏"), "自治区"),
    **dict.fromkeys(("香港", "澳门"), "特别行政区"),
    "广西": "壮族自治区", "宁夏": "回族自治区", "新疆": "维吾尔自治区",
}  # fmt: skip
"""What follows the short name in the full one, where it is not 省."""
_BEHIND = re.compile("(?P<city>[一-鿿]{2,3}?市)(?P<county>[一-鿿]{1,3}?(?:(?<![社小园校景城街片地辖])区|县))?")
LEAST = 2
"""A city named but once may be that of a guest."""


@dataclass(frozen=True)
class Placed:
    """A province by its full name, a city and county where they are told, the words of the text and their paragraph."""

    paragraph: int
    written: str
    province: str
    city: str = ""
    county: str = ""


def place_of(paragraphs: Iterable[Paragraph]) -> Placed | None:
    """The province that an article names most often; None without any. City and county only as they stand behind it in the text."""
    texts = [(one.number, bare(one.text)) for one in paragraphs]
    counts = Counter(name for _, text in texts for name in _PROVINCE.findall(text))
    if not counts:
        return None
    placings = list(_placings(texts, counts.most_common(1)[0][0]))
    return max(placings, key=lambda placed: len(placed.written))


def _placings(texts: list[tuple[int, str]], name: str) -> Iterator[Placed]:
    full = name + _ENDINGS.get(name, "省")
    whole = "\n".join(text for _, text in texts)
    for number, text in texts:
        for match in re.finditer(f"{full}|{name}", text):
            behind = _BEHIND.match(text, match.end()) if match[0] == full and not full.endswith("市") else None
            if behind and whole.count(behind["city"]) >= LEAST:
                yield Placed(number, full + behind[0], full, behind["city"], behind["county"] or "")
            else:
                yield Placed(number, match[0], full)
