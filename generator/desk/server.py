"""Serves the last good output to this machine alone, each page with the desk's script, which asks here what is new.

The files on disk are what a build makes. Pages may load scripts of their own server and nothing else (their security policy), so
what the desk has to say comes as a script as well, which is answered when there is something to say.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from string import Template
from threading import Thread
from urllib.parse import parse_qs, urlsplit

from ..report import Diagnostic
from .answering import HTML, TYPES, file_in, path_of, type_of
from .live import Live, Told

HOST = "127.0.0.1"
FRIENDLY, TRIED = 8600, 40
"""The port that is asked for where none is named, and how many after it are tried."""
OWN = "/.desk/"
"""The desk's own files: no file of a site is in a hidden folder."""
WAIT = 25.0
"""Seconds after which a page that asked what is new is answered though nothing is."""
_PAGE = Path(__file__).parent / "page"
_WAITING = "正在生成，或内容有错误。生成好了，这一页自动打开；有错误的，列在下面，改好并保存即可。"
_MISSING = '网址写错了，或这一页改了编号、已经删去。<a href="/index.html">回到首页</a>'
_NOT_KEPT = "assets/offline.js"
"""What is being written is not kept for reading offline."""


class PortError(Exception):
    """No port could be taken; the message says which and what to do."""


class Desk(ThreadingHTTPServer):
    """The server of one live site."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let two servers share a port

    def __init__(self, port: int) -> None:
        super().__init__((HOST, port), _Answer)
        self.live: Live | None = None

    @property
    def address(self) -> str:
        """Where the site's first page is."""
        return f"http://{HOST}:{self.server_port}/"

    def serve(self, live: Live) -> None:
        """Answer requests from now on, on threads of their own."""
        self.live = live
        Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that went away is no error; any other is one line."""
        problem = sys.exception()
        if not isinstance(problem, ConnectionError | TimeoutError):
            print(f"网页服务出错：{type(problem).__name__} {problem}", file=sys.stderr)


def open_desk(port: int) -> Desk:
    """Take ``port``, or for 0 the first free one from FRIENDLY on. Raises PortError."""
    for number in [port] if port else range(FRIENDLY, FRIENDLY + TRIED):
        with suppress(OSError):
            return Desk(number)
    named = f"端口 {port} 已被占用，或不许使用" if port else f"端口 {FRIENDLY} 到 {FRIENDLY + TRIED - 1} 都已被占用"
    raise PortError(f"{named}。请用 --port 换一个，如 {FRIENDLY + TRIED}；不写 --port 会自己找。")


class _Answer(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Desk
    timeout = 60
    server_version, sys_version = "shijianku", ""
    error_content_type = "text/plain; charset=utf-8"
    error_message_format = "%(code)d：这个请求无法回答。\n"

    def do_GET(self) -> None:
        """Answer with a file of the site, or of the desk."""
        if self.headers.get("Host") not in (
            f"{HOST}:{self.server.server_port}",
            f"localhost:{self.server.server_port}",
        ):
            self._send(
                HTTPStatus.FORBIDDEN, TYPES[".txt"], "只供本机使用。\n".encode()
            )  # a foreign name that leads here
        elif self.path.startswith(OWN):
            self._own(self.path.removeprefix(OWN))
        else:
            assert self.server.live is not None
            self._site(self.server.live.told)

    do_HEAD = do_GET  # noqa: N815 - http.server's name

    def _own(self, asked: str) -> None:
        name = urlsplit(asked).path
        if name == "told.js":
            self._send(HTTPStatus.OK, TYPES[".js"], self._news(parse_qs(urlsplit(asked).query)))
        elif name in ("desk.js", "desk.css"):
            self._send(HTTPStatus.OK, type_of(Path(name)), (_PAGE / name).read_bytes())
        else:
            self._send(HTTPStatus.NOT_FOUND, TYPES[".txt"], b"")

    def _news(self, query: dict[str, list[str]]) -> bytes:
        """How things stand, as a script, as soon as that is other than the page knows."""
        known = query.get("after")
        live = self.server.live
        assert live is not None
        told = live.wait(known[0], WAIT) if known and self.command == "GET" else live.told
        return f"window.PracticeDesk.tell({json.dumps(as_data(told))});\n".encode()

    def _site(self, told: Told) -> None:
        path = path_of(self.path)
        file = file_in(told.folder, path) if told.folder and path else None
        try:
            content = file.read_bytes() if file else None
        except OSError:
            content = None  # the folder of a site that was replaced while the page was loading
        if path == _NOT_KEPT:
            self._send(HTTPStatus.OK, TYPES[".js"], b"")
        elif file and content is not None:
            kind = type_of(file)
            self._send(HTTPStatus.OK, kind, with_script(content, told) if kind == HTML else content)
        elif told.folder is None and path and path.endswith(".html"):
            self._page(HTTPStatus.OK, "还没有网页", _WAITING, told)
        else:
            self._page(HTTPStatus.NOT_FOUND, "没有这一页", _MISSING, told)

    def _page(self, status: HTTPStatus, title: str, words: str, told: Told) -> None:
        page = Template((_PAGE / "plain.html").read_text("utf-8")).substitute(title=title, told=words)
        self._send(status, HTML, with_script(page.encode(), told))

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        for name, value in (
            ("Content-Type", kind), ("Content-Length", str(len(content))), ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ):  # fmt: skip
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for the editor."""


def with_script(page: bytes, told: Told) -> bytes:
    """The page with the desk's script as the last thing in it; it names the edition that the page is of."""
    tag = f'<script src="{OWN}desk.js" data-edition="{told.edition}"></script>\n'.encode()
    before, body, after = page.rpartition(b"</body>")
    return before + tag + body + after


def as_data(told: Told) -> dict[str, object]:
    """What a page is told."""
    return {
        "build": told.build,
        "edition": told.edition,
        "errors": [_problem(item) for item in told.found.errors],
        "warnings": [_problem(item) for item in told.found.warnings],
    }


def _problem(item: Diagnostic) -> dict[str, str]:
    """Where and what; the name of its rule at the end, for who wants to set it aside."""
    return {"at": str(item.at), "message": item.message + (f"（规则：{item.rule}）" if item.rule else "")}
