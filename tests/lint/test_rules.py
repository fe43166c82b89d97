"""Every rule is documented under its name, with its level."""

from __future__ import annotations

import re
from pathlib import Path

from generator.rules import RULES

DOCS = Path(__file__).resolve().parents[2] / "docs/check-rules.md"


def test_every_rule_has_its_section_and_no_other_has() -> None:
    sections = re.findall(r"(?m)^### (.+)\n\n(.+)$", DOCS.read_text("utf-8"))
    assert [name for name, _ in sections] == list(RULES)
    for (name, text), rule in zip(sections, RULES.values(), strict=True):
        assert text.startswith(f"{rule.level.label}：{rule.title}。"), name
