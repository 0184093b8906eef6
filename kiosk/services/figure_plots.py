"""Figures as plots of bars, one a row, so that a screen can show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.domain.figures import Counts, Figures, Share, Spread
from kiosk.services.figure_words import FigureWords


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: what it is about, how long the bar is, and its number in words.

    `share` is of the longest a bar can be, 0 to 1; None where the number is not told.
    """

    label: str
    share: float | None
    said: str


@dataclass(frozen=True, slots=True)
class Plot:
    """Bars that belong together."""

    title: str
    bars: tuple[Bar, ...]


def plots_of(figures: Figures, words: FigureWords) -> tuple[Plot, ...]:
    """A plot for everything that is counted or measured, in the order of the page."""
    found = [_counts(counts, words) for counts in figures.counts]
    found += _shares(figures.shares, words)
    found += _spreads(figures.spreads, words)
    return tuple(plot for plot in found if plot.bars)


def _counts(counts: Counts, words: FigureWords) -> Plot:
    most = max((cell.count or 0 for cell in counts.cells), default=0)
    bars = (
        Bar(
            words.key(counts.figure, cell.key),
            None if cell.count is None else cell.count / max(1, most),
            words.hidden if cell.count is None else str(cell.count),
        )
        for cell in counts.cells
    )
    return Plot(words.title(counts.figure), tuple(bars))


def _shares(shares: Iterable[Share], words: FigureWords) -> Iterator[Plot]:
    groups: dict[str, list[Bar]] = {}
    for share in shares:
        groups.setdefault(words.title(share.figure), []).append(_share(share, words))
    return (Plot(title, tuple(bars)) for title, bars in groups.items())


def _share(share: Share, words: FigureWords) -> Bar:
    label = words.key(share.figure, share.key, share.at_least)
    percent = share.percent
    if percent is None:
        return Bar(label, None, words.hidden)
    _ = words.words.gettext
    # Translators: a share: percent, then how many of how many.
    said = _("%(percent)s%% (%(part)s of %(of)s)")
    values = {"percent": percent, "part": share.part, "of": share.of}
    return Bar(label, percent / 100, said % values)


def _spreads(spreads: Iterable[Spread], words: FigureWords) -> Iterator[Plot]:
    groups: dict[str, list[Spread]] = {}
    for spread in spreads:
        groups.setdefault(words.title(spread.figure), []).append(spread)
    for title, found in groups.items():
        longest = max((spread.median or 0 for spread in found), default=0)
        yield Plot(title, tuple(_spread(each, longest, words) for each in found))


def _spread(spread: Spread, longest: float, words: FigureWords) -> Bar:
    label = words.key(spread.figure, spread.key)
    if spread.median is None:
        return Bar(label, None, words.hidden)
    _ = words.words.gettext
    # Translators: minutes: the middle one, then where the middle half of all lies.
    said = _("%(median)s min (half of all: %(lower)s to %(upper)s)")
    values = {
        "median": f"{spread.median:g}",
        "lower": f"{spread.lower:g}",
        "upper": f"{spread.upper:g}",
    }
    return Bar(label, spread.median / max(1.0, longest), said % values)
