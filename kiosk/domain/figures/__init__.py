"""Figures about many visits, for work on quality: counts, shares and times, none of them small."""

from kiosk.domain.figures.data import (
    ALL,
    Cell,
    Counts,
    Figure,
    Figures,
    Month,
    Share,
    Spread,
)
from kiosk.domain.figures.made import figures_of

__all__ = [
    "ALL",
    "Cell",
    "Counts",
    "Figure",
    "Figures",
    "Month",
    "Share",
    "Spread",
    "figures_of",
]
