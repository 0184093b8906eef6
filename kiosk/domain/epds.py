"""The structure of the Edinburgh Postnatal Depression Scale, and nothing of its wording.

Source: Cox JL, Holden JM, Sagovsky R. Br J Psychiatry 1987;150:782-786. The captions name
each item's subject in our own words. The key stands in code: no content file can change it.
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

# Cut-offs belong to a wording. They stand here only for a wording that its fingerprints identify
# and whose figures were read in the source itself; every other version prints its total alone.
#
# cox-holden-sagovsky-1987-us-form: 10 and 13 from the authors of the scale, figures at 10, 11 and
#   13 from Levis 2020. No stage: Levis found the accuracy in pregnancy and after birth alike.
# guedeney-fermanian-1998 (French): none. 10/11 is quoted for it after birth, but was seen on a
#   secondary page and not in Eur Psychiatry 13:83-89. Adouard 2005 (12 and above, n = 60) and
#   Teissedre 2004 (three days after birth) do not say in what they could be read which wording
#   they used, and the first is about high-risk pregnancies alone.
# maroto-navarro-2005 (Spanish): none is known for this wording. Garcia-Esteve 2003 (10/11),
#   Alvarado-Esquivel 2006 (Mexico) and preprint rs-21035 (pregnancy) are about other wordings.
# Other languages, some with lower cut-offs (Viet Nam 3/4, Hong Kong 9/10, Chengdu, Brazil 10,
#   the Emirates 10, pregnancy in Qatar above 13): no fingerprints, so that no installed text can
#   be known to be the one that was validated. None.
_CUT_OFFS: Final = {
    "cox-holden-sagovsky-1987-us-form": (
        CutOff(10, "possible", 0.85, 0.84, f"{_COX}; {_LEVIS}"),
        CutOff(11, None, 0.81, 0.88, _LEVIS),
        CutOff(13, "probable", 0.66, 0.95, f"{_COX}; {_LEVIS}"),
    ),
}

EPDS: Final = Instrument(
    id=EPDS_ID,
    items=tuple(
        Item(number, _RISING if number in _RISING_ITEMS else _FALLING) for number in range(1, 11)
    ),
    subscales=(Subscale(ANXIETY, (3, 4, 5)),),
    alert_items=frozenset({SELF_HARM_ITEM}),
    cut_offs=_CUT_OFFS,
    citation=CITATION,
    name="EPDS",
)
