"""Commands, thin: each parses its words, calls one function and says how it went.

Exit codes: 0 done, 1 the content has errors (all listed), 2 wrong use.
"""

from __future__ import annotations

from importlib import import_module

import click

from .. import __version__

_PLACES = {
    "new": "starting:new",
    "import": "importing:import_",
    "serve": "serving:serve",
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
"""Where each command is, in the order of the help."""


class _Commands(click.Group):
    """The commands, each imported when it is asked for: what makes handouts or indexes takes a second to import."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(_PLACES)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in _PLACES:
            return None
        module, _, function = _PLACES[name].partition(":")
        command = getattr(import_module(f"{__name__}.{module}"), function)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="实践库 %(version)s")
def main() -> None:
    """实践库：由 markdown 生成可双击打开的实践案例库。"""  # noqa: D400, D415 - shown to users, in Chinese
