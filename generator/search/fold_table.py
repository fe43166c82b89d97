"""Makes `folding.json`, the character data both tokenisers fold by: ``python -m generator.search.fold_table``.

Traditional and variant characters are put into classes: two characters are in one class when OpenCC's character data
maps one to the other, in any direction, directly or through a third (union-find). Every class has one representative.
Needs the ``opencc`` wheel (a dependency), which ships its dictionaries in binary form with a tool that reads them.
Run it again only to move to newer character data; a changed table means a changed index.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import metadata, resources
from pathlib import Path

TABLE = Path(__file__).with_name("folding.json")
TO_SIMPLIFIED = ("TSCharacters", "TSCharactersExt")
DICTIONARIES = (*TO_SIMPLIFIED, "STCharacters", "TWVariants", "TWVariantsRev", "HKVariants", "HKVariantsRev")
"""Simplified, traditional, Taiwan and Hong Kong forms. Japanese shinjitai are left out: 浜, 弁 are other characters here."""

SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680"
    + "".join(map(chr, range(0x2000, 0x200B)))
    + "\u2028\u2029\u202f\u205f\u3000"
)
QUOTES = "\"'«»‘’‚‛“”„‟‹›⹂「」『』〝〞〟﹁﹂﹃﹄＂＇｢｣"
"""Unicode's Quotation_Mark property. 《》〈〉 are titles' marks, not quotation, and stay."""

INVISIBLE = "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Not white space by Unicode, but nothing a reader sees or types."""


def read_dictionary(name: str) -> list[tuple[str, str]]:
    """Return OpenCC's dictionary ``name`` as pairs (from, to), one for each candidate.

    Raises CalledProcessError or FileNotFoundError when the opencc wheel has no such dictionary.
    """
    root = Path(str(resources.files("opencc"))) / "clib"
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "dictionary.txt"
        source = root / "share" / "opencc" / f"{name}.ocd2"
        tool = str(root / "bin" / "opencc_dict")
        subprocess.run([tool, "-i", str(source), "-o", str(text), "-f", "ocd2", "-t", "text"], check=True)
        lines = text.read_text(encoding="utf-8").splitlines()
    return [(key, value) for key, values in (line.split("\t") for line in lines) for value in values.split(" ")]


def classes(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return the classes of characters that the pairs join, each sorted, those of one character left out."""
    parent: dict[str, str] = {}

    def find(char: str) -> str:
        parent.setdefault(char, char)
        while parent[char] != char:
            parent[char] = parent[parent[char]]
            char = parent[char]
        return char

    for left, right in pairs:
        parent[find(left)] = find(right)
    members: defaultdict[str, list[str]] = defaultdict(list)
    for char in sorted(parent):
        members[find(char)].append(char)
    return sorted(group for group in members.values() if len(group) > 1)


def representative(group: Iterable[str], simplified: set[str]) -> str:
    """Return the class's character that stands for all: simplified, in GB 2312 when one is, the first by code point."""
    return min(group, key=lambda char: (char not in simplified, not _is_common(char), char))


def table() -> dict[str, str]:
    """Return the contents of `folding.json`; ``from`` and ``to`` are equally long strings of characters."""
    pairs = [pair for name in DICTIONARIES for pair in read_dictionary(name)]
    simplified = {value for name in TO_SIMPLIFIED for _, value in read_dictionary(name)}
    mapping = dict(sorted(_mapping(classes(pairs), simplified)))
    return {
        "source": f"OpenCC {metadata.version('opencc')}: {', '.join(DICTIONARIES)}",
        "spaces": SPACES,
        "quotes": QUOTES,
        "invisible": INVISIBLE,
        "from": "".join(mapping),
        "to": "".join(mapping.values()),
    }


def _mapping(groups: Iterable[list[str]], simplified: set[str]) -> Iterator[tuple[str, str]]:
    for group in groups:
        chosen = representative(group, simplified)
        yield from ((char, chosen) for char in group if char != chosen)


def _is_common(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def as_text(data: dict[str, str]) -> str:
    """Return the table as JSON, with every character that cannot be seen written as an escape."""
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    return re.sub(f"[{INVISIBLE}\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028-\\u202f\\u205f\\u3000]", _escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def main() -> None:
    """Write the table next to this module."""
    TABLE.write_text(as_text(table()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
