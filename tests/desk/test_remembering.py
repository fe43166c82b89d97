"""What is remembered is what would have been made."""

from __future__ import annotations

from jinja2 import DictLoader, Environment

from generator.remembering import Memory, all_of
from generator.views.compiled import CompiledTemplates


def test_a_thing_is_made_once_for_each_key_and_the_oldest_is_forgotten() -> None:
    memory, made = Memory[str](2), list[str]()

    def get(key: str) -> str:
        return memory.made(key, lambda: made.append(key) or f"{key}!")  # type: ignore[func-returns-value]

    assert [get("a"), get("b"), get("a"), get("c"), get("a"), get("b")] == ["a!", "b!", "a!", "c!", "a!", "b!"]
    assert made == ["a", "b", "c", "b"]


def test_keys_of_what_cannot_be_hashed_tell_every_difference() -> None:
    assert all_of({"a": [1, "\ud800"]}) == all_of({"a": [1, "\ud800"]}) != all_of({"a": ["1", "\ud800"]})


def test_a_template_that_was_changed_is_compiled_again() -> None:
    kept = CompiledTemplates()

    def rendered(source: str) -> str:
        return Environment(loader=DictLoader({"a": source}), bytecode_cache=kept).get_template("a").render(x=1)

    assert [rendered("一{{ x }}"), rendered("二{{ x }}"), rendered("二{{ x }}")] == ["一1", "二1", "二1"]
