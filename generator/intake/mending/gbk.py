"""The double bytes of GBK, what each stands for, and which characters are common in Chinese of today."""

from __future__ import annotations

import unicodedata
from functools import cache

import opencc
from pypinyin.constants import PINYIN_DICT

PUNCTUATION = frozenset("。，、；：？！“”‘’（）《》〈〉【】—…·")
LEADS = range(0x81, 0xFF)
TRAILS = tuple(byte for byte in range(0x40, 0xFF) if byte != 0x7F)


@cache
def table() -> dict[tuple[int, int], str]:
    """Lead and trail byte → character; what is not in it is a place GBK leaves to users, and is lost on the way."""
    found = {}
    for lead in LEADS:
        for trail in TRAILS:
            char = bytes((lead, trail)).decode("gbk", "ignore")
            if len(char) == 1 and not 0xE000 <= ord(char) < 0xF900:
                found[lead, trail] = char
    return found


@cache
def codes() -> dict[str, tuple[int, int]]:
    """Character → lead and trail byte."""
    return {char: pair for pair, char in table().items()}


@cache
def plain() -> dict[str, str]:
    """Traditional character → its simplified form, for characters of GBK where the two differ."""
    chars = "".join(char for char in codes() if is_hanzi(char))
    made = opencc.OpenCC("t2s").convert("\n".join(chars)).split("\n")
    return {char: form for char, form in zip(chars, made, strict=True) if char != form}


def is_hanzi(char: str) -> bool:
    """Whether a character is one of Chinese writing."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or "\U00020000" <= char <= "\U0003ffff"


@cache
def _common() -> frozenset[str]:
    level = {char for (lead, trail), char in table().items() if 0xB0 <= lead <= 0xD7 and trail >= 0xA1}
    return frozenset(level | {char for char, form in plain().items() if form in level} | PUNCTUATION)


def common(char: str) -> bool:
    """Whether a character is among the 3,755 of the first level of GB/T 2312, one of their traditional forms, or punctuation."""
    return char in _common()


@cache
def readings(char: str) -> frozenset[str]:
    """Every reading of a character, with marks of tone: ``hái``, ``huán``."""
    told = PINYIN_DICT.get(ord(char), "") if len(char) == 1 else ""
    return frozenset(unicodedata.normalize("NFC", one) for one in told.split(",") if one)
