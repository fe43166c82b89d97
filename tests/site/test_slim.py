"""What is shipped of scripts and style sheets: the same program and the same rules, without comments and indentation."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from generator.site.slim import slim

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "theme/static"


def test_every_script_is_the_same_program_as_its_source(built_site: Path) -> None:
    command = ["node", ROOT / "tests/js/same_program.js", STATIC, built_site / "assets"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout.strip()) == (0, f"{len(list(STATIC.glob('*.js')))} scripts")


def test_every_style_sheet_has_the_same_rules() -> None:
    for path in STATIC.glob("*.css"):
        bare = [re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)).replace(" ", "")
                for text in (path.read_text("utf-8"), slim(path.name, path.read_bytes()).decode())]  # fmt: skip
        assert bare[0] == bare[1], path.name


def test_comments_and_indentation_go_and_nothing_else() -> None:
    source = "/* what\n it is */\nvar a = 1; // why\n\n  // more\n  b('/* no comment */');\n"
    assert slim("a.js", source.encode()) == b"var a = 1; // why\nb('/* no comment */');\n"
    css = '/* x */\n.a :first-child, .b {\n  b: calc(1px + 2px); --c: ; content: "d: {e} ";\n}\n'
    assert slim("a.css", css.encode()) == b'.a :first-child,.b{\nb:calc(1px + 2px);--c: ;content:"d: {e} ";\n}\n'
    assert slim("icon.svg", b"  <svg/>") == b"  <svg/>"


def test_what_is_shipped_is_lighter(built_site: Path) -> None:
    shipped = sum(path.stat().st_size for path in (built_site / "assets").glob("*.js"))
    assert shipped < 0.85 * sum(path.stat().st_size for path in STATIC.glob("*.js"))
