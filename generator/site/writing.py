"""The only place that writes files of the site: never outside its folder, never two things to one path."""

from __future__ import annotations

from pathlib import Path, PurePosixPath


class SiteError(Exception):
    """The site cannot be written as it is; the message is for the editor."""


class SiteFolder:
    """Writes bytes to paths relative to one folder ('/'-separated)."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._origins: dict[str, str] = {}

    def write(self, path: str, content: bytes, origin: str) -> None:
        """Write ``content`` to ``path``. ``origin`` says in the editor's words what is written.

        Raises SiteError when the path leaves the folder, or was written before (letter case ignored, as on Windows).
        """
        parts = PurePosixPath(path).parts
        if (
            not parts
            or path.startswith("/")
            or "\\" in path
            or ":" in path
            or any(part in ("..", ".") for part in path.split("/"))
        ):
            raise SiteError(f"{origin}：路径“{path}” 不在输出文件夹之内。请改它的编号。")
        first = self._origins.setdefault(path.lower(), origin)
        if first is not origin:
            raise SiteError(f"两样内容要写到同一个文件 {path}：{first}；{origin}。请改其中一个的编号。")
        target = self.root.joinpath(*parts)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
