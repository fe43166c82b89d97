#!/usr/bin/env python3
"""Set-up and the commands of the README, for a bare machine with Python (>= 3.11) and nothing else.

    python3 tasks.py build [options]    set up, then build the library into output/
    python3 tasks.py handouts [options] the same with all prepared handouts
    python3 tasks.py test  [options]    set up with the test tools, then run every check
    python3 tasks.py coverage           the tests again, measured: which lines and branches none of them reaches
    python3 tasks.py lock               write both lock files anew from pyproject.toml

Everything is installed into .venv beside this file; only the test command, and only as root on Debian or Ubuntu,
installs system packages. This file uses the standard library alone.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "requirements-test.lock"
"""All of requirements.lock and the test tools."""
NODE_MAJOR = 18
NODE_FOLDER = ROOT / "tests/js"
"""package.json and package-lock.json name what the tests of the scripts need; nothing of it ships."""
HEADLESS = "chromium-headless-shell"
"""Chromium without its windows: the same pages and scripts at half the processor time. Not every distribution has it."""
BROWSERS = (HEADLESS, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
WINDOWS_BROWSERS = (
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
CJK_FONT = "fonts-noto-cjk"
CJK_FAMILIES = ("Noto Sans CJK", "Noto Serif CJK", "Source Han", "SimSun", "FangSong")
"""A machine may have another Chinese font as a last resort (Droid Sans Fallback), with which no handout is set."""
OFFICE = ("libreoffice-calc", "libreoffice-impress", "libreoffice-writer")
"""Opens the exported workbooks and documents; large, so where it cannot be installed those tests are skipped."""
POPPLER = "poppler-utils"
"""Reads the words of printed pages; without it those tests are skipped."""
WINDOWS_OFFICE = r"C:\Program Files\LibreOffice\program\soffice.exe"
MAC_OFFICE = "/Applications/LibreOffice.app/Contents/MacOS/soffice"


def main(arguments: list[str]) -> int:
    """Run one command; return its exit code."""
    commands = {"build": build, "handouts": handouts, "test": test, "coverage": coverage, "lock": lock}
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 2
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before anything has checked the version
        print(f"需要 Python 3.11 或更高，这里是 {sys.version.split()[0]}。请安装新版 Python 后再试。")
        return 2
    return commands[arguments[0]](arguments[1:])


def build(options: list[str]) -> int:
    """Set up and build the library."""
    install(LOCK)
    return run(PYTHON, "-m", "generator", "build", *options)


def handouts(options: list[str]) -> int:
    """Set up, make the prepared handouts and build the library with them."""
    install(LOCK)
    return run(PYTHON, "-m", "generator", "handouts", *options)


def test(options: list[str]) -> int:
    """Set up with system packages and run every check, each to its end; the first failure decides the exit code."""
    if not PYTHON.exists():
        make_venv()  # may need a system package itself
    with ThreadPoolExecutor() as pool:
        there = pool.submit(system_packages)
        install(TEST_LOCK)
    if not there.result():
        return 2
    install_node_packages()
    env = os.environ | {"PRACTICE_BROWSER": browser() or "", "PRACTICE_OFFICE": office() or ""}
    node_tests = sorted(str(path) for path in (ROOT / "tests/js").glob("*.test.js"))
    steps = [
        (PYTHON, "-m", "ruff", "check", "."),
        (PYTHON, "-m", "ruff", "format", "--check", "--quiet", "."),
        (PYTHON, "-m", "mypy"),
        ("node", "--test", *node_tests),
        (PYTHON, "-m", "pytest", "--numprocesses=auto", "--dist=loadfile", *options),
    ]
    codes = [run(*step, env=env) for step in steps]
    return next((code for code in codes if code), 0)


def coverage(options: list[str]) -> int:
    """Run the tests with coverage, which more than doubles the time of Python, and hold it against its bound."""
    return test(["--cov", *options])


def lock(_options: list[str]) -> int:
    """Write the lock files: every package pinned with hashes, for every platform."""
    if not PYTHON.exists():
        make_venv()
    must(PYTHON, "-m", "pip", "install", "--quiet", "uv")
    compile_ = (
        PYTHON, "-m", "uv", "pip", "compile", "--universal", "--generate-hashes", "--quiet", "--python-version", "3.11",
        "--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header", "pyproject.toml",
    )  # fmt: skip
    must(*compile_, "--extra", "build", "--extra", "test", "-o", str(TEST_LOCK))
    return run(*compile_, "--extra", "build", "--constraint", str(TEST_LOCK), "-o", str(LOCK))


def install(lock_file: Path) -> None:
    """Make .venv and install the packages of a lock file, unless that was done for this very file."""
    stamp = VENV / f".{lock_file.stem}"
    wanted = hashlib.sha256(lock_file.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    print("正在准备运行环境（.venv），首次约需一两分钟……", flush=True)
    if not PYTHON.exists():
        make_venv()
    must(
        # The lock file is complete. Left to resolve, pip takes the newest release of what a package asks for with an
        # extra (coverage[toml]) and stops because that one has no hash.
        PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "--no-deps",
        "-r", str(lock_file),
    )  # fmt: skip
    must(
        PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
        "--no-deps", "--no-build-isolation", "-e", str(ROOT),
    )  # fmt: skip
    stamp.write_text(wanted)


def install_node_packages() -> None:
    """Install what tests/js/package-lock.json lists, unless that was done for this very file."""
    stamp = NODE_FOLDER / "node_modules/.installed"
    wanted = hashlib.sha256((NODE_FOLDER / "package-lock.json").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    npm = shutil.which("npm") or "npm"  # with its path: on Windows it is npm.cmd, which is not found by name
    command = (npm, "ci", "--prefix", NODE_FOLDER, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    if code := run(*command, quiet=True):
        print("没有装好脚本测试所用的 acorn。请检查网络（首次安装需要从 npm 下载），再运行一次。")
        sys.exit(code)
    stamp.write_text(wanted)


def make_venv() -> None:
    """Make .venv; Debian and Ubuntu keep what that needs in a package of its own."""
    package = f"python3.{sys.version_info.minor}-venv"
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        if not apt_install([package]):
            sys.exit(f"缺少 {package}。请先运行：sudo apt install {package}")
    venv.create(VENV, with_pip=True)


def system_packages() -> bool:
    """See that browser, CJK font, node and office are there; as root install them, otherwise say what to install.

    Without the office suite and poppler the tests can run: those that need them say that they are skipped.
    """
    missing = [
        *([] if browser() else [HEADLESS if is_packaged(HEADLESS) else "chromium"]),
        *([] if has_cjk_font() else [CJK_FONT]),
        *([] if node_is_new_enough() else ["nodejs"]),
        *([] if shutil.which("npm") else ["npm"]),
    ]
    optional = [*([] if office() else OFFICE), *([] if shutil.which("pdftotext") else [POPPLER])]
    if not (missing or optional) or apt_install([*missing, *optional]):
        return True
    if optional:
        print(
            f"没有 LibreOffice 或 poppler，用它们检查导出文件的测试会跳过。要一并检验，请安装：{'、'.join(optional)}。"
        )
    if not missing or apt_install(missing):
        return True
    print(f"测试还需要：{'、'.join(missing)}。")
    if os.name == "nt":
        print("请安装 Google Chrome 或 Microsoft Edge，以及 Node.js 18 或更高（https://nodejs.org，需联网）。")
    else:
        print(f"请运行：sudo apt install {' '.join(missing)}")
    return False


def browser() -> str | None:
    """The path of a Chromium-type browser, or None. PRACTICE_BROWSER in the environment comes first."""
    named = os.environ.get("PRACTICE_BROWSER")
    found = [named] if named else [shutil.which(name) for name in BROWSERS]
    installed = [path for path in WINDOWS_BROWSERS if os.name == "nt" and Path(path).exists()]
    return next((path for path in [*found, *installed] if path), None)


def office() -> str | None:
    """The path of LibreOffice's soffice, or None. PRACTICE_OFFICE in the environment comes first."""
    found = [os.environ.get("PRACTICE_OFFICE"), shutil.which("soffice"), shutil.which("libreoffice")]
    installed = [path for path in (WINDOWS_OFFICE, MAC_OFFICE) if Path(path).exists()]
    return next((path for path in [*found, *installed] if path), None)


def has_cjk_font() -> bool:
    """Whether the machine can show Chinese."""
    if os.name == "nt" or sys.platform == "darwin":
        return True
    listing = shutil.which("fc-list") and subprocess.run(
        ["fc-list", ":lang=zh", "family"], capture_output=True, text=True, check=False
    )
    return bool(listing) and any(name in listing.stdout for name in CJK_FAMILIES)


def node_is_new_enough() -> bool:
    """Whether ``node --test`` is there."""
    node = shutil.which("node")
    if not node:
        return False
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return version.startswith("v") and int(version[1:].split(".")[0]) >= NODE_MAJOR


def can_install() -> bool:
    """Whether this is root on a Debian or Ubuntu machine."""
    return os.name != "nt" and os.geteuid() == 0 and bool(shutil.which("apt-get"))


def is_packaged(package: str) -> bool:
    """Whether apt knows the package, asked of lists that are brought up to date first."""
    if not can_install():
        return False
    subprocess.run(["apt-get", "update", "-qq"], check=False, stdout=subprocess.DEVNULL)
    known = subprocess.run(["apt-cache", "show", package], check=False, capture_output=True)
    return known.returncode == 0


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages when root; return whether it was done."""
    if not can_install():
        return False
    print(f"正在安装系统软件包：{'、'.join(packages)}……", flush=True)
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=env, check=False, stdout=subprocess.DEVNULL)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    return subprocess.run(command, env=env, check=False, stdout=subprocess.DEVNULL).returncode == 0


def run(*command: str | Path, env: dict[str, str] | None = None, quiet: bool = False) -> int:
    """Run a command in the project's folder; return its exit code. ``quiet`` keeps what it says to errors."""
    words = [str(word) for word in command]
    output = subprocess.DEVNULL if quiet else None
    return subprocess.run(words, cwd=ROOT, env=env, check=False, stdout=output).returncode


def must(*command: str | Path) -> None:
    """Run a command; stop here when it fails."""
    if code := run(*command):
        print("准备运行环境没有成功。请检查网络（首次安装需要从 PyPI 下载），再运行一次。")
        sys.exit(code)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
