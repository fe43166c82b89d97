"""The one Jinja environment of the theme: autoescaped, strict, the same for fragments and for Pelican's pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from .. import __version__
from ..library.address import Address
from ..library.book import FOLDER
from ..library.course import COURSES
from ..library.linking.link_site import ABOUT_PAGE, PAGES
from ..library.model import Library
from ..library.values import DocumentState, Status
from .compiled import CompiledTemplates

TEMPLATES = Path(__file__).resolve().parents[2] / "theme" / "templates"
ENVIRONMENT: dict[str, object] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "bytecode_cache": CompiledTemplates(),
}
"""Options of every environment; Pelican's gets them through JINJA_ENVIRONMENT."""

DISCLAIMER = "据公开材料整理，未经本库核实"
_STATUS_CLASSES = {
    Status.ACHIEVED: "achieved",
    Status.CURRENT: "current",
    Status.TARGET: "target",
    Status.PLAN: "plan",
    Status.BACKGROUND: "background",
}
_STATE_CLASSES = {DocumentState.ISSUED: "issued", DocumentState.DRAFTED: "drafted", DocumentState.NAMED: "named"}


def mark_classes() -> dict[str, tuple[str, str]]:
    """How scripts show a status as the page's own marks do: its words and its classes, by how an editor writes it."""
    statuses = {status.value: (status.display, f"status status-{name}") for status, name in _STATUS_CLASSES.items()}
    states = {state.value: (state.value, f"badge state-{name}") for state, name in _STATE_CLASSES.items()}
    return {**statuses, **states}


@dataclass(frozen=True)
class NavItem:
    """One entry of the header's navigation; ``folder`` is the part of the site it stands for."""

    label: str
    address: Address
    folder: str = ""

    def holds(self, page: str) -> bool:
        """Whether ``page`` is the entry's own page or belongs to its part of the site."""
        return page == self.address.page or bool(self.folder and page.startswith(self.folder))


NAVIGATION = (
    NavItem("案例", PAGES["cases"], "cases/"),
    NavItem("对照表", PAGES["tables"], "tables/"),
    NavItem("手册", PAGES["manuals"], f"{FOLDER}/"),
    NavItem("学习", PAGES["courses"], f"{COURSES}/"),
    NavItem("讲义", PAGES["handouts"], "handouts/"),
    NavItem("术语", Address("terms.html")),
    NavItem("来源", Address("sources.html")),
    NavItem("关于", ABOUT_PAGE),
)


class Fragments:
    """Renders pieces of HTML from theme/templates for views, before any page is laid out."""

    def __init__(self, library: Library) -> None:
        self._env = prepare(Environment(loader=FileSystemLoader(TEMPLATES), **ENVIRONMENT), library)  # type: ignore[arg-type]

    def render(self, name: str, **context: object) -> Markup:
        """Return template ``name`` (e.g. ``fragments/table.html``) filled with ``context``, as safe HTML.

        Raises jinja2.TemplateNotFound for an unknown template and UndefinedError for a missing variable.
        """
        return Markup(self._env.get_template(name).render(context).strip())


def prepare(env: Environment, library: Library) -> Environment:
    """Give ``env`` the filters and globals that the theme's templates use, and return it."""
    env.filters["status_class"] = _STATUS_CLASSES.__getitem__
    env.filters["state_class"] = _STATE_CLASSES.__getitem__
    env.globals.update(library=library, **chrome(library))
    return env


def chrome(library: Library) -> dict[str, object]:
    """What the frame of every page says, by the names that templates use."""
    return {
        "site": library.about.meta,
        "navigation": navigation(library),
        "disclaimer": DISCLAIMER,
        "edition": edition(library),
        "version": __version__,
        "notices": _notices(library, ("怎样引用", "勘误", "状态怎样标注")),
    }


def navigation(library: Library) -> tuple[NavItem, ...]:
    """The header's entries; a library without manuals, courses or handouts has none for them."""
    lacking = {f"{FOLDER}/": not library.book, f"{COURSES}/": not library.courses, "handouts/": not library.handouts}
    return tuple(item for item in NAVIGATION if not lacking.get(item.folder))


def root_of(page: str) -> str:
    """Return the relative path from ``page`` to the site's root: '' or '../' once or more."""
    return "../" * page.count("/")


def edition(library: Library) -> str:
    """收录截至: the latest day on which a case, manual or course was added; not the day of the build, so that builds repeat."""
    manuals = library.book.manuals.values() if library.book else ()
    dated = (*library.cases.values(), *manuals, *library.courses.values())
    dates = [item.meta.added for item in dated]
    return max(dates).literal if dates else ""


def _notices(library: Library, titles: Iterable[str]) -> dict[str, Address]:
    """Where 关于本库 speaks of each title; the page's top when it has no such section."""
    anchors = {section.title: section.anchor for part in library.about.sections for section in part.walk()}
    return {title: Address("about.html", anchors.get(title, "")) for title in titles}
