"""The structure of the Edinburgh Postnatal Depression Scale, and nothing of its wording.

Source: Cox JL, Holden JM, Sagovsky R. Br J Psychiatry 1987;150:782-786. The captions name
each item's subject in our own words.
"""

from __future__ import annotations

from typing import Final

from kiosk.domain.instrument import CutOff, Instrument, Item, Subscale

EPDS_ID: Final = "epds"
SELF_HARM_ITEM: Final = 10
ANXIETY: Final = "anxiety"
REHEARSAL_VERSION: Final = "rehearsal"
CITATION: Final = (
    "Cox JL, Holden JM, Sagovsky R. Detection of postnatal depression. "
    "Br J Psychiatry 1987;150:782-786."
)

_RISING: Final = (0, 1, 2, 3)
_FALLING: Final = (3, 2, 1, 0)
_RISING_ITEMS: Final = frozenset({1, 2, 4})
_LEVIS: Final = "Levis 2020, BMJ 371:m4022"
_COX: Final = "Cox 1987"

EPDS: Final = Instrument(
    id=EPDS_ID,
    items=tuple(
        Item(number, _RISING if number in _RISING_ITEMS else _FALLING) for number in range(1, 11)
    ),
    subscales=(Subscale(ANXIETY, (3, 4, 5)),),
    alert_items=frozenset({SELF_HARM_ITEM}),
    cut_offs={
        "cox-holden-sagovsky-1987-us-form": (
            CutOff(10, "possible", 0.85, 0.84, f"{_COX}; {_LEVIS}"),
            CutOff(11, None, 0.81, 0.88, _LEVIS),
            CutOff(13, "probable", 0.66, 0.95, f"{_COX}; {_LEVIS}"),
        ),
    },
)
