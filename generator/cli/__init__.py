"""Commands, thin: each parses its words, calls one function and says how it went.

Exit codes: 0 done, 1 the content has errors (all listed), 2 wrong use.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import cast

import click

from .. import __version__


class _Commands(Mapping[str, click.Command]):
    """The commands by name, each imported when it is asked for: what makes handouts or indexes takes a second to import."""

    places = {  # noqa: RUF012 - never changed
        "new": "starting:new",
        "import": "importing:import_",
        "check": "checking:check",
        "status": "standing:status",
        "build": "building:build",
        "search": "searching:search",
        "compare": "comparing:compare",
        "handout": "handing:handout",
        "handouts": "shelving:handouts",
        "pack": "packing:pack",
        "bench": "measuring:bench",
        "schema": "building:schema",
    }

    def __getitem__(self, name: str) -> click.Command:
        module, _, function = self.places[name].partition(":")
        return cast(click.Command, getattr(import_module(f"{__name__}.{module}"), function))

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)


@click.group(
    commands=cast(dict[str, click.Command], _Commands()), context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, message="实践库 %(version)s")
def main() -> None:
    """实践库：由 markdown 生成可双击打开的实践案例库。"""  # noqa: D400, D415 - shown to users, in Chinese
