"""Front matter read as a model; where it is faulty, as much of it as the rest of the file can be read with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from ...report import Diagnostics
from ..book import ManualMeta
from ..files import ContentFile
from ..strict_yaml import Located, read_yaml
from ..validate import validate
from .body import FrontMatter, split_front_matter

Meta = TypeVar("Meta", bound=BaseModel)
UNREAD = "unread"
"""Stands for the source of a manual whose front matter does not say one; told once, it is told no more."""
_STAND_INS: Mapping[str, object] = {
    "title": "-", "short": "-", "source": UNREAD, "roles": {"-": "-"}, "added": "2026-01-01",
}  # fmt: skip
_BLANKS: Mapping[str, object] = {"title": "", "short": "", "source": UNREAD, "roles": {}}


@dataclass(frozen=True)
class Front(Generic[Meta]):
    """A file's front matter as cut off, as YAML and as a model; None each where it failed, which was told."""

    matter: FrontMatter | None
    located: Located | None
    meta: Meta | None


def read_front(file: ContentFile, model: type[Meta], diagnostics: Diagnostics) -> Front[Meta]:
    """Read a file's front matter as ``model``."""
    matter = split_front_matter(file, diagnostics)
    located = read_yaml(matter.text, file.path, diagnostics, first_line=2) if matter else None
    return Front(matter, located, validate(model, located, "题头", diagnostics) if located else None)


def salvaged(located: Located | None) -> ManualMeta:
    """What a manual's faulty front matter says all the same; what is faulty in it is empty, and no rule asks for it."""
    given = located.value if located and isinstance(located.value, dict) else {}
    faulty = {name for name in ManualMeta.model_fields if name not in given}
    try:
        ManualMeta.model_validate(given)
    except ValidationError as problem:
        faulty |= {str(error["loc"][0]) for error in problem.errors() if error["loc"]}
    sound = {name: value for name, value in given.items() if name not in faulty}
    meta = ManualMeta.model_validate({**_STAND_INS, **sound})
    return meta.model_copy(update={name: blank for name, blank in _BLANKS.items() if name in faulty})
