"""Languages and topics: offered or not, in an order, and what each lacks."""

import pytest

from kiosk.domain.errors import ErrorCode, InputError
from kiosk.services.offer import Lack, Offer, Offered, Part
from kiosk.services.settings_book import SettingsBook
from kiosk.settings import Settings
from tests.helpers.printing import FakeAudit
from tests.unit.services.test_settings_book import NOW, MemoryFile

LANGUAGES = (
    Offered("en", "English", {}),
    Offered("es", "Español", {Lack.FORM: ""}),
    Offered("ar", "العربية", {Lack.TEXTS: "newborn"}),
    Offered("vi", "Tiếng Việt", {Lack.DRAFTS: "8"}),
)
TOPICS = (Offered("feelings", "Your feelings", {}), Offered("newborn", "Your new baby", {}))


@pytest.fixture
def file():
    return MemoryFile(Settings())


@pytest.fixture
def offer(file):
    book = SettingsBook(file, Settings(), FakeAudit(), lambda: NOW)
    return Offer(book, lambda part: LANGUAGES if part is Part.LANGUAGES else TOPICS)


def rows(offer, part=Part.LANGUAGES):
    return [(row.about.id, row.on) for row in offer.rows(part)]


def test_where_nothing_is_named_all_that_are_whole_are_offered(offer):
    assert rows(offer) == [("en", True), ("es", True), ("vi", True), ("ar", False)]
    assert rows(offer, Part.TOPICS) == [("feelings", True), ("newborn", True)]


def test_what_is_named_stands_first_in_its_order(offer, file):
    file.settings = Settings(languages=("vi", "en", "fr"))
    assert rows(offer) == [("vi", True), ("en", True), ("es", False), ("ar", False)]


def test_switching_writes_the_whole_list(offer, file):
    offer.switch(Part.LANGUAGES, "es", "Ines", on=False)
    assert file.changed == [("languages", "en, vi")]
    file.settings = Settings(languages=("en", "vi"))
    offer.switch(Part.LANGUAGES, "es", "Ines", on=True)
    assert file.changed[-1] == ("languages", "en, vi, es")


def test_the_last_one_stays(offer, file):
    file.settings = Settings(topics=("newborn",))
    with pytest.raises(InputError) as caught:
        offer.switch(Part.TOPICS, "newborn", "Ines", on=False)
    assert caught.value.code is ErrorCode.OFFER_LAST
    assert file.changed == []


@pytest.mark.parametrize(
    ("which", "step", "written"),
    [("es", -1, "es, en, vi"), ("es", 1, "en, vi, es"), ("en", -1, "en, es, vi")],
)
def test_moving_changes_places(offer, file, which, step, written):
    offer.move(Part.LANGUAGES, which, step, "Ines")
    assert file.changed == [("languages", written)]


def test_without_a_file_nothing_can_be_changed(file):
    audit = FakeAudit()
    shut = Offer(SettingsBook(None, Settings(), audit, lambda: NOW), lambda _part: LANGUAGES)
    assert not shut.can_change
    assert Offer(SettingsBook(file, Settings(), audit, lambda: NOW), lambda _p: ()).can_change
