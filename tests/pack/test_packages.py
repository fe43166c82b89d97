"""A package holds the whole site and nothing else, unpacks on old Windows, and is the same each time."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.library.model import Library
from generator.output import MANIFEST
from generator.pack.archive import split, zipped
from generator.pack.bundle import LONGEST, PackError, site_files
from generator.pack.packages import packages

LEAFLETS = {"README.txt", "checksums.txt"}


def opened(content: bytes) -> zipfile.ZipFile:
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert archive.testzip() is None
    return archive


def site(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    return folder


def test_it_holds_every_file_of_the_site_and_the_leaflets(built_site: Path, real_library: Library) -> None:
    ((name, content),) = packages(built_site, real_library).items()
    assert name == "hongse-wuye-shijianku-2026-11-26.zip"
    archive = opened(content)
    there = {path.relative_to(built_site).as_posix() for path in built_site.rglob("*") if path.is_file()}
    assert set(archive.namelist()) == there - {MANIFEST} | LEAFLETS
    assert archive.namelist()[0] == "index.html"
    assert all(archive.read(name) == (built_site / name).read_bytes() for name in there - {MANIFEST})


def test_checksums_are_those_of_the_files(built_site: Path, real_library: Library) -> None:
    (content,) = packages(built_site, real_library).values()
    archive = opened(content)
    told = dict(reversed(line.split("  ")) for line in archive.read("checksums.txt").decode().splitlines())
    assert told == {
        name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist() if name != "checksums.txt"
    }


def test_the_readme_opens_in_the_notepad_of_windows_7(built_site: Path, real_library: Library) -> None:
    (content,) = packages(built_site, real_library).values()
    readme = opened(content).read("README.txt").decode("utf-8-sig")
    assert opened(content).read("README.txt").startswith(b"\xef\xbb\xbf")
    assert "\n" not in readme.replace("\r\n", "")
    for told in (
        real_library.about.meta.title,
        "双击 index.html",
        "未经本库核实",
        f"案例 {len(real_library.cases)} 个",
    ):
        assert told in readme


def test_two_packages_of_one_site_are_the_same_bytes(built_site: Path, real_library: Library) -> None:
    assert packages(built_site, real_library) == packages(built_site, real_library)


def test_several_packages_unpack_into_the_whole(built_site: Path, real_library: Library, tmp_path: Path) -> None:
    # Whether the prepared handouts, of which one alone is larger than that, are made on this machine makes no difference.
    limit = max(1_200_000, *(path.stat().st_size + 200_000 for path in built_site.rglob("*") if path.is_file()))
    made = packages(built_site, real_library, limit)
    assert len(made) > 1
    assert all(len(content) <= limit for content in made.values())
    for number, (name, content) in enumerate(made.items(), start=1):
        assert name.endswith(f"-{number}of{len(made)}.zip")
        archive = opened(content)
        assert set(archive.namelist()) >= LEAFLETS
        assert f"分成 {len(made)} 个压缩包" in archive.read("README.txt").decode("utf-8-sig")
        archive.extractall(tmp_path)
    for line in (tmp_path / "checksums.txt").read_text("utf-8").splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == digest


def test_a_file_too_large_for_its_share_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"big\.pdf 一个文件就超过 0\.001 MB.*--split"):
        split({"big.pdf": bytes(2000)}, {}, 1000)


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(st.sampled_from([f"f{n}.txt" for n in range(30)]), st.binary(max_size=3000)),
    st.integers(4000, 20000),
)
def test_shares_keep_the_limit_and_lose_nothing(files: dict[str, bytes], limit: int) -> None:
    shares = split(files, {"README.txt": b"read me"}, limit)
    assert [name for share in shares for name in share if name != "README.txt"] == list(files)
    assert all(len(zipped(share, "2026-11-22")) <= limit for share in shares)


def test_without_a_built_site_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="请先运行 build"):
        site_files(tmp_path)


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["案例.html"], "要全用英文字母和数字.*案例.html"),
        ([f"{'x' * LONGEST}.html"], f"超过 {LONGEST} 个字符"),
        (["cases/A.html", "cases/a.html"], "只有大小写不同"),
    ],
)
def test_names_that_old_windows_cannot_take_are_told(names: list[str], told: str, tmp_path: Path) -> None:
    with pytest.raises(PackError, match=told):
        site_files(site(tmp_path, "index.html", *names))


def test_every_path_of_the_real_site_is_short_and_plain(built_site: Path) -> None:
    assert max(map(len, site_files(built_site))) <= LONGEST
