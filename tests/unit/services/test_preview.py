"""A preview walks a real journey through one topic, and nothing of it is kept."""

from dataclasses import replace

import pytest

from kiosk.domain.content import Stage
from kiosk.domain.facts import Leaving
from kiosk.domain.journey import Step, StepName
from kiosk.domain.visit import VisitState
from kiosk.services import intents
from kiosk.services.preview import PreviewVisit, Remark
from kiosk.services.unstored import UnstoredVisits
from tests.helpers.fakes_visits import Kiosk, small_library, topic


@pytest.fixture
def kiosk():
    return Kiosk(store=UnstoredVisits(), library=small_library(topic("feelings")))  # pyright: ignore[reportArgumentType]


@pytest.fixture
def preview(kiosk):
    return PreviewVisit(kiosk.journey, "feelings", "es", Stage.PREGNANT)


def _cards(kiosk, *names):
    """The topic with other cards."""
    (old,) = kiosk.library.topics
    text = old.texts["es"]
    cards = tuple(replace(text.cards[0], id=name) for name in names)
    changed = replace(old, texts={"es": replace(text, cards=cards, checks=text.checks[:1])})
    kiosk.library = small_library(changed)


def test_it_goes_to_the_card_that_is_asked_for(kiosk, preview):
    preview.show("card-2")
    assert kiosk.journey.step == Step(StepName.CARD, "feelings", 2)
    assert kiosk.journey.current.language == "es"
    assert kiosk.journey.current.stage is Stage.PREGNANT
    assert preview.card == "card-2"
    preview.show()
    assert preview.card == "card-0"


def test_a_changed_text_shows_the_same_card(kiosk, preview):
    preview.show("card-1")
    _cards(kiosk, "new", "card-0", "card-1")
    preview.renew()
    assert kiosk.journey.step.index == 2


def test_a_card_that_is_gone_leaves_the_place(kiosk, preview):
    preview.show("card-2")
    _cards(kiosk, "card-0", "card-1")
    preview.renew()
    assert preview.card == "card-1"


def test_a_check_question_stays_unless_it_is_gone(kiosk, preview):
    preview.show()
    kiosk.journey.step = Step(StepName.CHECK, "feelings", 0)
    _cards(kiosk, "card-0")
    preview.renew()
    assert kiosk.journey.step == Step(StepName.CHECK, "feelings", 0)
    assert preview.card == ""
    kiosk.journey.step = Step(StepName.CHECK, "feelings", 1)
    preview.renew()
    assert preview.card == "card-0"


def test_whoever_left_begins_again(kiosk, preview):
    preview.show("card-1")
    kiosk.do(intents.GoHome(), intents.Leave(Leaving.QUIET))
    preview.renew()
    assert preview.card == "card-0"
    kiosk.do(intents.GoHome())
    preview.renew()
    assert preview.card == "card-0"


def test_nothing_is_kept(kiosk, preview):
    store = kiosk.store
    preview.show()
    (visit_id,) = [kiosk.journey.visit_id]
    assert store.entries(visit_id)
    assert store.ids_in(VisitState.OPEN) == []
    assert store.codes_in_use() == set()
    assert store.board(limit=9) == []
    assert store.find_code("green 42") is None
    kept = store.entries(visit_id)[:1]
    store.forget(visit_id, kept, kiosk.journey.current)
    assert store.entries(visit_id) == kept
    store.remove(visit_id)
    assert store.entries(visit_id) == []


def test_an_error_is_told_from_the_rest():
    remark = Remark("topics/feelings/es.md", 12, "html", "error", "no HTML")
    assert remark.is_error
    assert not replace(remark, severity="warning").is_error
