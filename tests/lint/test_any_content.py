"""Whatever bytes stand in a project, `check` tells it and never raises."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import main

SMALL = Path(__file__).resolve().parents[1] / "sites/small"
FILES = sorted(path.relative_to(SMALL).as_posix() for path in SMALL.rglob("*") if path.suffix in (".md", ".yml"))
INTAKE = "intake/lou.txt"
ODD = ("\t", "|", "`", "\\", "[", "](", "](case:jia)", "{", "&a ", "*a", "!b ", "<i>", "<!-- 不检查 标点：x -->", "# 不检查 x：y",
       "全文不检查", "：", "\u3000", "\u202e", "\u0301", "𠮷", "％", "\ufffd", "¼", "ﬁ", "ß", "İ", "\x85", "> ", "- [x] ", "## ", "---\n",
       "](P1)", "](https://[)", "“", "《", "1.1 ", "∞", "9" * 400, "￥", "- - - - ", "? ", "%YAML 9\n", "\r")  # fmt: skip
Edit = Callable[[str, random.Random], str]


def _cut(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text) + 1)
    return text[:start] + text[start + chance.randrange(1, 200) :]


def _double_line(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    return "\n".join([*lines[: at + 1], *lines[at : at + chance.randrange(1, 9)], *lines[at + 1 :]])


def _swap_cells(text: str, chance: random.Random) -> str:
    cells = text.split("|")
    one, other = chance.randrange(len(cells)), chance.randrange(len(cells))
    cells[one], cells[other] = cells[other], cells[one]
    return "|".join(cells)


def _swap_lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _odd(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(ODD) * chance.choice((1, 1, 2, 7)) + text[at + chance.randrange(3) :]


def _long_line(text: str, chance: random.Random) -> str:
    return text.replace("\n", chance.choice(("", " ", "，")), chance.randrange(1, 400))


def _nested(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return (
        text[:at]
        + chance.choice(("[", "{a: ", "> ", "- ", "(", "“", "**", "《")) * chance.choice((3, 90, 5000))
        + text[at:]
    )


EDITS = (_cut, _double_line, _swap_cells, _swap_lines, _odd, _long_line, _nested)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = tmp_path_factory.mktemp("site") / "p"
    shutil.copytree(SMALL, root)
    (root / "intake").mkdir()
    (root / INTAKE).write_text("P01 每到傍晚，几位老街坊就搬出小桌子，在院里把当天听来的难处记到本子上。\n", "utf-8")
    yield root


def check_with(site: Path, file: str, content: bytes) -> None:
    """Run `check` with one file otherwise; put it back."""
    before = (site / file).read_bytes()
    try:
        (site / file).write_bytes(content)
        result = CliRunner().invoke(main, ["check", "--json", "--root", str(site)], catch_exceptions=False)
        assert result.exit_code == any(item["level"] == "error" for item in json.loads(result.stdout))
    finally:
        (site / file).write_bytes(before)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([*FILES, INTAKE]), st.binary(max_size=300))
def test_any_bytes_are_told(site: Path, file: str, content: bytes) -> None:
    check_with(site, file, content)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([*FILES, INTAKE]), st.lists(st.sampled_from(EDITS), min_size=1, max_size=4), st.integers(0, 2**32)
)
def test_a_damaged_file_is_told(site: Path, file: str, edits: list[Edit], seed: int) -> None:
    chance = random.Random(seed)
    text = (site / file).read_text("utf-8")
    for edit in edits:
        text = edit(text, chance)
    check_with(site, file, text.encode("utf-8", "surrogatepass"))
