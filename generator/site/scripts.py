"""Data as classic scripts, which any page may load from file://: one global assigned, or entries put into one.

``name`` is the global as a script writes it: ``window.PracticeTerms``.
"""

from __future__ import annotations

import json


def assigned(name: str, told: object) -> bytes:
    """Return a script that gives the global ``name`` this value."""
    return f"{name} = {to_json(told)};\n".encode()


def entered(name: str, key: str, told: object) -> bytes:
    """Return a script that puts one entry into the global ``name``, which its like share."""
    return f"({name} = {name} || {{}})[{to_json(key)}] = {to_json(told)};\n".encode()


def joined(name: str, told: dict[str, object]) -> bytes:
    """Return a script that puts several entries into such a global."""
    return f"Object.assign({name} = {name} || {{}}, {to_json(told)});\n".encode()


def to_json(value: object) -> str:
    """Return a value as it may stand in a script, Chinese as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
