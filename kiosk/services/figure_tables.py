"""Figures as a table for spreadsheets, and as plain values for other programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final

from kiosk.domain.figures import Figures, Share, Spread

HIDDEN: Final = "hidden"
"""What a cell of the table holds in place of a number that is not told."""

_HEAD: Final = (
    "mode", "from", "to", "figure", "key", "at_least", "count", "of", "percent",
    "lower_minutes", "median_minutes", "upper_minutes",
)  # fmt: skip


def to_csv(every: Iterable[Figures]) -> str:
    """One line a number, with names that programs know; a number that is not told is "hidden"."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEAD)
    for figures in every:
        head = (figures.mode, str(figures.first), str(figures.last))
        writer.writerows((*head, *row) for row in _rows(figures))
    return out.getvalue()


def to_plain(every: Iterable[Figures], made: datetime) -> dict[str, Any]:
    """Everything as JSON has it; a number that is not told is null."""
    return {
        "made_at": made.isoformat(timespec="seconds"),
        "note": "null is a number of people from 1 to 4, or one that would give such a number away",
        "figures": [_plain(figures) for figures in every],
    }


def _rows(figures: Figures) -> Iterator[tuple[object, ...]]:
    yield ("visits", "", "", _or_hidden(figures.visits), "", "", "", "", "")
    for counts in figures.counts:
        for cell in counts.cells:
            of = _or_hidden(counts.total)
            yield (counts.figure.value, cell.key, "", _or_hidden(cell.count), of, "", "", "", "")
    for share in figures.shares:
        least = "" if share.at_least is None else share.at_least
        told = (_or_hidden(share.part), _or_hidden(share.of), _or_hidden(share.percent))
        yield (share.figure.value, share.key, least, *told, "", "", "")
    for spread in figures.spreads:
        times = (_or_hidden(time) for time in (spread.lower, spread.median, spread.upper))
        yield (spread.figure.value, spread.key, "", "", _or_hidden(spread.of), "", *times)


def _or_hidden(number: float | None) -> float | str:
    return HIDDEN if number is None else number


def _plain(figures: Figures) -> dict[str, Any]:
    return {
        "mode": figures.mode,
        "from": str(figures.first),
        "to": str(figures.last),
        "visits": figures.visits,
        "counts": [
            {
                "figure": counts.figure.value,
                "total": counts.total,
                "cells": [{"key": cell.key, "count": cell.count} for cell in counts.cells],
            }
            for counts in figures.counts
        ],
        "shares": [_plain_share(share) for share in figures.shares],
        "spreads": [_plain_spread(spread) for spread in figures.spreads],
    }


def _plain_share(share: Share) -> dict[str, Any]:
    return {
        "figure": share.figure.value,
        "key": share.key,
        "at_least": share.at_least,
        "part": share.part,
        "of": share.of,
        "percent": share.percent,
    }


def _plain_spread(spread: Spread) -> dict[str, Any]:
    return {
        "figure": spread.figure.value,
        "key": spread.key,
        "of": spread.of,
        "lower_minutes": spread.lower,
        "median_minutes": spread.median,
        "upper_minutes": spread.upper,
    }
