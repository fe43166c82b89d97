"""All prepared handouts at once: what is not on the shelf yet is written on all cores."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass

from ..library.handout_spec import HandoutFormat
from ..library.model import Library
from ..paths import Project
from .engine import SettingError
from .formats import FORMATS, Variants
from .keys import keys_of, remember
from .shelf import on_shelf, shelf_of

_FEW = 4
"""Files for which a further process is not worth its start."""


@dataclass(frozen=True)
class Task:
    """One file to be written."""

    id: str
    kind: HandoutFormat
    key: str
    variants: Variants


@dataclass(frozen=True)
class Batch:
    """How it went: how many files there are, how many of them were made now, and why others could not be."""

    files: int
    made: int
    faults: tuple[str, ...]


def make_all(library: Library, project: Project, tell: Callable[[int, int], None] = lambda done, of: None) -> Batch:
    """Make every prepared handout that is not on the project's shelf; ``tell`` hears how many are done, of how many.

    Raises SaveError when the shelf cannot be written. What was made before stays made.
    """
    keys, variants = keys_of(library)
    shelf = shelf_of(project)
    there = on_shelf(shelf, keys)
    tasks = [Task(id_, kind, keys[id_][kind], made) for (id_, kind), made in variants.items() if kind not in there[id_]]
    faults = []
    for done, (task, written) in enumerate(_written(tasks), start=1):
        if isinstance(written, bytes):
            shelf.put(task.key, written)
        else:
            faults.append(f"讲义 {task.id}（{task.kind.label}）：{written}")
        tell(done, len(tasks))
    shelf.sweep({key for own in keys.values() for key in own.values()})
    remember(keys, project, shelf.folder, were_made=True)
    return Batch(len(variants), len(tasks) - len(faults), tuple(sorted(faults)))


def _written(tasks: Sequence[Task]) -> Iterator[tuple[Task, bytes | SettingError]]:
    """Each task with its file, or why there is none, as they are done."""
    workers = min(os.cpu_count() or 1, len(tasks) // _FEW)
    if workers < 2:
        for task in tasks:
            yield task, _write(task)
        return
    # A fresh process each: forking one that draws a progress line may copy a lock that is held.
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        waiting: dict[Future[bytes | SettingError], Task] = {pool.submit(_write, task): task for task in tasks}
        try:
            for future in as_completed(waiting):
                yield waiting[future], future.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _write(task: Task) -> bytes | SettingError:
    try:
        return FORMATS[task.kind].write(task.variants)
    except SettingError as problem:
        return problem
