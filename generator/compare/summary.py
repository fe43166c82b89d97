"""What a table comes to, at a glance: counts that the build makes, so that no one types them."""

from __future__ import annotations

from dataclasses import dataclass

from ..library.address import Address


@dataclass(frozen=True)
class SummaryRow:
    """What is counted, where it stands, and the counts."""

    name: str
    counts: tuple[int, ...]
    destination: Address | None = None


@dataclass(frozen=True)
class Summary:
    """Counts under their heads; the first head is of the names."""

    heading: str
    head: tuple[str, ...]
    rows: tuple[SummaryRow, ...]

    def lines(self) -> list[str]:
        """The heading and each row as words, for a file that has no second table."""
        return [self.heading, *(f"{row.name}：{self._told(row)}" for row in self.rows)]

    def _told(self, row: SummaryRow) -> str:
        return "，".join(f"{name} {count} 条" for name, count in zip(self.head[1:], row.counts, strict=True))
