"""The browser's table of readers' questions: their wordings, and the numbers of the records that answer them.

It is one script, read only for a query that stands nowhere as typed. Its size is that of the page that editors write, whatever
the number of cases; ``theme/static/search-questions.js`` goes through all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...library.address import Address
from ..questions import Asked
from ..records import Record


def questions_table(questions: Iterable[Asked], ordered: Sequence[Record]) -> list[list[object]]:
    """Return [question, other wordings, places, page, anchor, numbers of the records that answer it]; ``ordered``: all records.

    An answer that is a row or card is told by the record that holds it, a page by its first; one that search leaves out
    is left out here as well, and with it a question that leads nowhere else, unless to a page of the site's own.
    """
    places = _places(ordered)
    rows: list[list[object]] = []
    for asked in questions:
        numbers = dict.fromkeys(places[str(answer)] for answer in asked.answers if str(answer) in places)
        if numbers or asked.leads_to_a_page:
            page, anchor = asked.address.page, asked.address.anchor
            told = [list(asked.wordings), list(asked.places)]
            rows.append([asked.question, *told, page, anchor, list(numbers)])
    return rows


def _places(ordered: Sequence[Record]) -> dict[str, int]:
    """The number of the record at each address: a page, a record, a row or card."""
    places: dict[str, int] = {}
    for number, record in enumerate(ordered):
        places.setdefault(record.page, number)
        places[str(Address(record.page, record.anchor))] = number
        for block in record.blocks:
            places.setdefault(str(Address(record.page, block.place)), number)
    return places
