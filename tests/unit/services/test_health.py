"""How the kiosk itself is, part by part, and in which words."""

import gettext
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.domain.deliveries import HandOff
from kiosk.i18n import Words
from kiosk.services.health import (
    FULL_DISK,
    HAND_OFF_LATE,
    LOW_DISK,
    Condition,
    Health,
    HealthItem,
    Level,
    Part,
)
from kiosk.services.health_wording import sentence, short

WORDS = Words("en", gettext.NullTranslations())
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
WELL = Health(
    printer_ready=lambda: True,
    pages_stuck=lambda: 0,
    free_bytes=lambda: 64_000_000_000,
    content_fault=str,
    voices=lambda: ("en", "es"),
    channels=lambda: ("front desk",),
    failing=tuple,
    clock=lambda: NOON,
)


def waiting(ago):
    """Two calls wait, the first of them for so long."""
    return {"handing_off": lambda: HandOff(("pager",), 2, NOON - ago)}


def test_where_all_is_well_every_part_says_so():
    items = WELL.look()
    assert [item.part for item in items] == [part for part in Part if part is not Part.HAND_OFF]
    assert {item.level for item in items} == {Level.OK}


@pytest.mark.parametrize(
    ("part", "change", "level", "said"),
    [
        (Part.PRINTER, {"printer_ready": lambda: False}, Level.NOTE, "Pages are kept here"),
        (Part.PRINTER, {"pages_stuck": lambda: 2}, Level.FAULT, "wait for the printer: 2"),
        (Part.DISK, {"free_bytes": lambda: LOW_DISK - 1}, Level.NOTE, "Only 499 MB"),
        (Part.DISK, {"free_bytes": lambda: FULL_DISK - 1}, Level.FAULT, "make room now"),
        (Part.TEXTS, {"content_fault": lambda: "en.md:7 is wrong"}, Level.FAULT, "en.md:7"),
        (Part.VOICES, {"voices": tuple}, Level.NOTE, "no loudspeaker"),
        (Part.ALERTS, {"channels": tuple}, Level.NOTE, "on this list alone"),
        (Part.ALERTS, {"failing": lambda: ("bell",)}, Level.FAULT, "do not work: bell"),
        (Part.HAND_OFF, {"handing_off": lambda: HandOff(("pager",))}, Level.OK, "are: pager."),
        (Part.HAND_OFF, waiting(timedelta(0)), Level.NOTE, "not yet taken over: 2"),
        (Part.HAND_OFF, waiting(HAND_OFF_LATE - SECOND), Level.NOTE, "tries again"),
        (Part.HAND_OFF, waiting(HAND_OFF_LATE), Level.FAULT, "for 5 minutes or more: 2. Look"),
        (Part.HAND_OFF, waiting(-SECOND), Level.FAULT, "kiosk alerts test"),
    ],
    ids=[
        *("none", "stuck", "low", "full", "fault", "silent", "list", "failing"),
        *("handed", "waits", "waits-still", "late", "clock-set-back"),
    ],
)
def test_a_part_tells_what_is_wrong_and_what_to_do(part, change, level, said):
    items = {item.part: item for item in replace(WELL, **change).look()}
    assert items[part].level is level
    assert said in sentence(items[part], WORDS)
    others = {item.level for name, item in items.items() if name is not part}
    assert others == {Level.OK}


@pytest.mark.parametrize("condition", Condition)
def test_every_condition_has_its_words(condition):
    item = HealthItem(Part.DISK, Level.OK, condition, ("12",))
    assert 0 < len(short(item, WORDS)) < 26
    assert sentence(item, WORDS)
