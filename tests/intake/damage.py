"""Damages sound text the way pages in GBK were damaged, byte by byte."""

from __future__ import annotations

from generator.intake.mending.gbk import table

PARAGRAPHS = (
    "本小區的居民議事會每月召開一次會議，由社區黨支部和物業公司共同主持，業主代表參加。會議議定的事項由物業公司落實，社區黨支部督促。",
    "去年以來，社區黨支部組織黨員志願者走訪居民，了解居民的需求，解決停車難、充電難等問題。居民對物業服務的滿意度明顯提升。",
    "物業公司在小區設立服務站，為老年居民提供代買藥品、維修水電等便民服務。服務站由黨員志願者值班，每天開放八小時。",
    "為解決停車難問題，社區黨支部同物業公司、業主委員會共同商議，簽訂停車管理協議，劃定車位，實現了有序停車。",
    "基於這些做法，社區黨支部總結經驗，形成居民議事的制度。“議事角”的做法在全街道推廣，受到居民歡迎。",
)
NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def lose_a_byte(text: str, at: int) -> str:
    """The first byte of the character at ``at`` becomes a ``?``; the rest is read on in pairs."""
    return text[:at] + "?" + read(text[at:].encode("gbk")[1:])


def annotate(text: str, at: int, reading: str) -> str:
    """Put ``(reading)`` between the two bytes of the character at ``at``."""
    data = text[at:].encode("gbk")
    return text[:at] + "?" + reading + ")" + read(data[1:])


def read(data: bytes) -> str:
    """Read bytes as a careless reader of GBK does: pairs that stand for nothing vanish, a low byte stands alone."""
    out, index = [], 0
    while index < len(data):
        if data[index] < 0x80:
            out.append(chr(data[index]))
            index += 1
            continue
        pair = tuple(data[index : index + 2])
        out.append(table().get(pair, "") if len(pair) == 2 else "?")
        index += 2
    return "".join(out).translate(NARROW)
