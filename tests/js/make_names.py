"""Writes the tables of `names/names.json` beside it, whole and cut small: ``python tests/js/make_names.py``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from generator.search.browser.names_table import name_tables  # noqa: E402
from generator.search.names import Name  # noqa: E402
from generator.search.pinyin import syllables  # noqa: E402

FOLDER = Path(__file__).with_name("names")


def names_text() -> str:
    """Return the fixture: the tables whole and cut, and how each name is read."""
    given = json.loads((FOLDER / "names.json").read_text(encoding="utf-8"))
    names = [Name(*row) for row in given["names"]]
    made: dict[str, object] = {"spoken": [syllables(name.text) for name in names]}
    for form, one_shard in (("whole", 1 << 20), ("cut", 0)):
        manifest, tables = name_tables(names, given["groups"], one_shard, shard_size=300)
        made["names-readings"] = tables.pop("names-readings")
        made[form] = {"manifest": manifest, "tables": tables}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    (FOLDER / "tables.json").write_text(names_text(), encoding="utf-8")
