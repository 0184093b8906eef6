"""The content that is shown: put in place whole, or kept."""

from dataclasses import replace

import pytest

from kiosk.domain.errors import ErrorCode, KioskError, Place
from kiosk.i18n import Catalogues
from kiosk.services import intents
from kiosk.services.shelf import Change, ContentFault, FaultKind, Shelf, fault_line
from kiosk.settings import translations_folder
from tests.helpers.fakes_visits import Kiosk, small_library, topic

FAULT = ContentFault(FaultKind.ERROR, Place("topics/safe-sleep/es.md", 12))


def test_a_good_change_is_taken_and_mends_what_was_wrong():
    shelf = Shelf(small_library(), FAULT)
    other = small_library(topic("feelings"))
    assert shelf.take(Change(other))
    assert shelf.library is other
    assert shelf.fault is None


def test_a_bad_change_keeps_the_last_good_one():
    good = small_library()
    shelf = Shelf(good)
    assert not shelf.take(Change(None, FAULT))
    assert shelf.library is good
    assert shelf.fault is FAULT


def test_a_shelf_is_filled_when_somebody_looks():
    good, asked = small_library(), []

    def read():
        asked.append(1)
        if len(asked) == 1:
            raise KioskError(ErrorCode.CONTENT_EMPTY)
        return good, FAULT

    shelf = Shelf(read)
    assert asked == []
    with pytest.raises(KioskError):
        _ = shelf.library
    assert shelf.library is good
    assert shelf.fault is FAULT
    assert len(asked) == 2


@pytest.mark.parametrize("kind", FaultKind)
def test_staff_are_told_the_place(kind):
    words = Catalogues(translations_folder()).words("en")
    line = fault_line(replace(FAULT, kind=kind), words)
    assert "topics/safe-sleep/es.md:12" in line
    assert "not shown" in line


def test_staff_are_told_nothing_when_all_is_well():
    assert not fault_line(None, Catalogues(translations_folder()).words("en"))


def test_the_next_visit_has_the_new_content():
    kiosk = Kiosk()
    journey = kiosk.journey
    journey.handle(intents.ChooseLanguage("en"))
    assert "preeclampsia" in journey.shapes
    journey.abandon()
    kiosk.library = small_library(topic("feelings"))
    assert journey.library is not kiosk.library
    journey.renew()
    journey.handle(intents.ChooseLanguage("en"))
    assert set(journey.shapes) == {"feelings"}
