"""讲义: the list of prepared handouts, with the files there are; and the files that belong to a case, manual or table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..library.address import Address
from ..library.handout_spec import HandoutFormat, HandoutSpec
from ..library.model import Library
from .page import HandoutLink, PageView

FOLDER = "handouts/"
ADDRESS = Address(f"{FOLDER}index.html")
_GROUPS = {
    "专题和培训": ("",), "案例": ("case",), "手册": ("manual",), "对照表": ("table",), "自测试卷和答案": ("paper", "answers"),
}  # fmt: skip
"""The headings of the list, and which kinds of subject stand below each; '' is a handout of several things."""
_USES = {
    HandoutFormat.WORD: "可以改、可以批注，版面照公文，用 Word、WPS 打开",
    HandoutFormat.PDF: "版面固定，适合打印和在手机上读",
    HandoutFormat.SLIDES: "讲课投影用，一页一个意思，依据和原话在备注里",
    HandoutFormat.SUMMARY: "一个案例收在一张 A4 纸上（PDF），适合会前发",
}


@dataclass(frozen=True)
class MadeFile:
    """A file that is made: where it is kept, and how many bytes it has."""

    path: Path
    size: int


Made = Mapping[str, Mapping[HandoutFormat, MadeFile]]
"""The files that are made and up to date, by handout and format."""


@dataclass(frozen=True)
class Offer:
    """A prepared handout in the list: in each of its formats a link, or the name of what is not made yet."""

    id: str
    spec: HandoutSpec
    links: tuple[HandoutLink, ...]
    missing: tuple[HandoutFormat, ...]


@dataclass(frozen=True)
class Group:
    """Handouts about things of one kind."""

    heading: str
    offers: tuple[Offer, ...]


def handout_views(library: Library, made: Made) -> Iterator[PageView]:
    """Make the page of prepared handouts; none for a library that has none prepared."""
    if not library.handouts:
        return
    offers = [_offer(id_, spec, made) for id_, spec in library.handouts.items()]
    groups = (Group(heading, tuple(_of_kind(kinds, offers))) for heading, kinds in _GROUPS.items())
    yield PageView(
        ADDRESS,
        "讲义",
        "handout-list.html",
        context={
            "groups": [group for group in groups if group.offers],
            "uses": [(kind.label, use) for kind, use in _USES.items()],
            "incomplete": any(offer.missing for offer in offers),
        },
        handouts=tuple(link for offer in offers for link in offer.links),
    )


def links_by_subject(library: Library, made: Made) -> dict[str, tuple[HandoutLink, ...]]:
    """The links to the handout that is all of one thing, by what that is: ``case:xitang``, ``paper:rumen``."""
    found: dict[str, tuple[HandoutLink, ...]] = {}
    for id_, spec in library.handouts.items():
        if spec.subject:
            found.setdefault(":".join(spec.subject), _offer(id_, spec, made).links)
    return found


def _of_kind(kinds: tuple[str, ...], offers: list[Offer]) -> Iterator[Offer]:
    return (offer for offer in offers if (offer.spec.subject or ("", ""))[0] in kinds)


def _offer(id_: str, spec: HandoutSpec, made: Made) -> Offer:
    own = made.get(id_, {})
    links = (
        HandoutLink(kind.label, Address(FOLDER + kind.file_name(id_)), size_words(own[kind].size), own[kind].path)
        for kind in spec.formats
        if kind in own
    )
    return Offer(id_, spec, tuple(links), tuple(kind for kind in spec.formats if kind not in own))


def size_words(size: int) -> str:
    """Bytes as a reader knows them: ``38 KB``, ``1.2 MB``."""
    return f"{max(1, round(size / 1000))} KB" if size < 999_500 else f"{size / 1_000_000:.1f} MB"
