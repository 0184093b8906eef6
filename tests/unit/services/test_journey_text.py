"""Clinic mode shows no practice text: without a wording there is no questionnaire."""

import pytest

from kiosk.domain.facts import AlertKind
from kiosk.domain.instrument_text import InstalledText, Permission
from kiosk.domain.journey import HOME, StepName
from kiosk.domain.visit import FormState
from kiosk.services import intents
from tests.helpers.epds_texts import made_up_text
from tests.helpers.fakes_visits import Kiosk

HIGH = 1
"""The first option of item 10 counts most."""


@pytest.fixture
def kiosk():
    """A kiosk in which only English has a wording; somebody stands at home."""
    text = InstalledText(made_up_text("en"), Permission("Licence 7"), verified=True)
    made = Kiosk(texts={"en": text}, practice=False)
    made.come_in()
    return made


def test_with_a_wording_the_questionnaire_is_offered_and_is_no_practice(kiosk):
    assert kiosk.journey.offers_form
    assert not kiosk.journey.is_practice


def test_on_a_screen_without_room_it_is_not(kiosk):
    kiosk.journey.form_fits = False
    assert not kiosk.journey.offers_form
    assert kiosk.do(intents.OpenCheckIn()) == HOME


def test_without_one_it_is_not(kiosk):
    kiosk.do(intents.ChooseLanguage("es"))
    assert not kiosk.journey.offers_form
    with pytest.raises(LookupError, match="no wording"):
        _ = kiosk.journey.text
    assert kiosk.do(intents.OpenCheckIn()) == HOME
    assert kiosk.store.only().form_state is FormState.NOT_STARTED


@pytest.mark.parametrize("way", [(), (intents.GoNext(),), (intents.GoNext(), intents.OpenStop())])
def test_who_changes_to_a_language_without_one_goes_home(kiosk, way):
    kiosk.do(intents.OpenCheckIn(), *way)
    assert kiosk.do(intents.ChooseLanguage("es")) == HOME
    assert kiosk.store.only().language == "es"


def test_what_was_answered_is_kept_and_staff_are_called(kiosk):
    kiosk.begin_form(1, 1, 1, 1, 1, 1, 1, 1, 1)
    kiosk.do(intents.AnswerItem(HIGH, 2.0))
    assert kiosk.alerts == []
    kiosk.do(intents.ChooseLanguage("es"))
    assert kiosk.alerts == [AlertKind.ITEM_10]
    assert kiosk.do(intents.OpenCheckIn()) == HOME
    assert kiosk.journey.current.form_state is FormState.UNFINISHED
    kiosk.do(intents.ChooseLanguage("en"), intents.OpenCheckIn())
    assert kiosk.journey.step.name is StepName.EPDS_ITEM


def test_a_wording_that_is_removed_under_way_ends_the_questionnaire(kiosk):
    kiosk.begin_form(1, 2)
    kiosk.texts.clear()
    kiosk.do(intents.AnswerItem(1, 2.0))
    assert kiosk.do(intents.GoNext()) == HOME
    assert dict(kiosk.store.only().form.positions) == {1: 1, 2: 2, 3: 1}
