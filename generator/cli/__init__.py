"""Commands, thin: each parses its words, calls one function and says how it went.

Exit codes: 0 done, 1 the content has errors (all listed), 2 wrong use.
"""

from __future__ import annotations

import click

from .. import __version__
from .building import build, schema
from .checking import check
from .comparing import compare
from .handing import handout
from .importing import import_
from .measuring import bench
from .packing import pack
from .searching import search
from .serving import serve
from .shelving import handouts
from .standing import status
from .starting import new


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="实践库 %(version)s")
def main() -> None:
    """实践库：由 markdown 生成可双击打开的实践案例库。"""  # noqa: D400, D415 - shown to users, in Chinese


for _command in (new, import_, serve, check, status, build, search, compare, handout, handouts, pack, bench, schema):
    main.add_command(_command)
