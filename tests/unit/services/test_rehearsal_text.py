"""The practice text: a subject and neutral options, in whatever language."""

from gettext import NullTranslations

from kiosk.domain.epds import EPDS, REHEARSAL_VERSION
from kiosk.domain.instrument import Instrument, Item
from kiosk.i18n import Words
from kiosk.services.rehearsal_text import rehearsal_text


class Shouting(NullTranslations):
    """A language in which every word is the English one in capitals."""

    def gettext(self, message: str) -> str:
        return message if "%(" in message else message.upper()


def test_it_has_ten_items_of_four_neutral_options():
    practice = rehearsal_text(Words("en", NullTranslations()))
    assert (practice.text.version, practice.verified) == (REHEARSAL_VERSION, False)
    assert practice.permission.text == ""
    assert practice.text.instruction == ""
    assert [item.number for item in practice.text.items] == list(range(1, 11))
    for item, structure in zip(practice.text.items, EPDS.items, strict=True):
        assert item.options == ("Answer 1", "Answer 2", "Answer 3", "Answer 4")
        assert len(item.options) == len(structure.points)
    assert practice.text.item(4).stem == "Item 4: worry"
    assert practice.text.item(10).stem == "Item 10: thoughts of self-harm"


def test_it_is_in_her_language():
    practice = rehearsal_text(Words("es", Shouting())).text
    assert practice.language == "es"
    assert practice.title == "PRACTICE QUESTIONS"
    assert practice.item(4).stem == "Item 4: WORRY"


def test_another_instrument_has_numbers_for_subjects_and_its_own_options():
    made_up = Instrument("made-up", (Item(1, (0, 1)), Item(2, (2, 1, 0))))
    practice = rehearsal_text(Words("en", NullTranslations()), made_up)
    assert [item.stem for item in practice.text.items] == ["Item 1", "Item 2"]
    assert [len(item.options) for item in practice.text.items] == [2, 3]
    assert practice.text.instrument == "made-up"
