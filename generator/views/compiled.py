"""Templates compiled once in a process: by every environment, and by every build where there are several."""

from __future__ import annotations

from types import CodeType

from jinja2.bccache import Bucket, BytecodeCache


class CompiledTemplates(BytecodeCache):
    """Keeps what each template file was compiled to as long as its text is the same."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give ``bucket`` its template's code. Called by Jinja."""
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code that Jinja compiled. Called by Jinja."""
        self._kept[bucket.key] = (bucket.checksum, bucket.code)
