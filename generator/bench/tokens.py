"""What stands in prose beside words: numbers with their units, a little Latin, names in quotation marks."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from .vocabulary import Vocabulary

UNITS = "个名户家次人年月日项条起件天小时万元平方米公里"
APPROXIMATIONS = ("", "", "", "余", "多")
LATIN = ("App", "5A级", "AI", "4S店", "LED", "VR", "GIS", "3D", "e家", "Wi-Fi", "PPP", "24h")
LATIN_SHARE = 0.05


def numerals(random: Generator, count: int) -> list[str]:
    """Return numbers as official prose writes them: 1200余个, 47.2%, 2022年; a few Latin words among them."""
    values = np.exp(random.uniform(0, np.log(30_000), count))
    kinds = random.random(count).tolist()
    units = random.integers(len(UNITS), size=count).tolist()
    about = random.integers(len(APPROXIMATIONS), size=count).tolist()
    return [
        _numeral(value, kind, UNITS[unit], APPROXIMATIONS[approximation])
        for value, kind, unit, approximation in zip(values.tolist(), kinds, units, about, strict=True)
    ]


def _numeral(value: float, kind: float, unit: str, approximation: str) -> str:
    if kind < LATIN_SHARE:
        return LATIN[int(value) % len(LATIN)]
    if kind < 0.2:
        return f"{value % 100:.1f}%"
    if kind < 0.35:
        return f"{2005 + int(value) % 20}年"
    return f"{int(value)}{approximation}{unit}"


def quoted(vocabulary: Vocabulary, random: Generator, count: int) -> list[str]:
    """Return names of two words in quotation marks."""
    rows = vocabulary.words[vocabulary.draw(random, (count, 2))].tolist()
    return ["“" + "".join(row) + "”" for row in rows]


def phrases(vocabulary: Vocabulary, random: Generator, count: int) -> list[str]:
    """Return set phrases of two to four words."""
    rows = vocabulary.words[vocabulary.draw(random, (count, 4))].tolist()
    lengths = random.integers(2, 5, size=count).tolist()
    return ["".join(row[:length]) for row, length in zip(rows, lengths, strict=True)]
