"""Which topics a clinic shows, and in which order."""

import pytest

from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.domain.errors import ErrorCode, InputError, Place
from kiosk.domain.journey import home_topics
from kiosk.domain.replay import replay
from kiosk.library.load import load_content
from kiosk.library.topic_choice import check_topics, with_topics
from kiosk.services.clinic_mode import shown_texts
from kiosk.settings import default_content_folder
from tests.helpers.stored_visits import entries_of


@pytest.fixture(scope="module")
def library():
    return load_content(default_content_folder()).library


def at(stage):
    return replay(entries_of(facts.StageGiven(stage)))


def ids(topics):
    return [topic.id for topic in topics]


def test_none_wanted_is_all_of_them(library):
    assert with_topics(library, ()) is library
    assert library.shown_topics == library.topics


def test_those_wanted_are_shown_in_the_order_that_is_wanted(library):
    chosen = with_topics(library, ("newborn", "safe-sleep", "feelings"))
    assert ids(chosen.shown_topics) == ["newborn", "safe-sleep", "feelings"]
    assert sorted(ids(chosen.topics)) == sorted(ids(library.topics))
    assert chosen.topic("preeclampsia").texts == library.topic("preeclampsia").texts


def test_a_topic_left_out_has_no_tile(library):
    chosen = with_topics(library, ("safe-sleep", "newborn"))
    visit = at(Stage.POSTPARTUM)
    first, others = home_topics(chosen, visit)
    assert ids((*first, *others)) == ["safe-sleep", "newborn"]


def test_after_a_loss_feelings_come_first_in_any_order(library):
    chosen = with_topics(library, ("after-birth", "feelings"))
    first, others = home_topics(chosen, at(Stage.LOSS))
    assert ids((*first, *others))[0] == "feelings"


def test_nobody_need_approve_what_is_not_shown(library):
    chosen = with_topics(library, ("newborn",))
    names = {name for name, _language in shown_texts(chosen, ("en",))}
    assert names == {"newborn", "signs", "helplines"}


def test_a_topic_without_a_folder_is_refused():
    check_topics(default_content_folder(), ("newborn", "safe-sleep"))
    with pytest.raises(InputError) as caught:
        check_topics(default_content_folder(), ("newborn", "gardening"), Place("kiosk.toml", 3))
    assert caught.value.code is ErrorCode.UNKNOWN_TOPIC
    assert (caught.value.params["given"], str(caught.value.place)) == ("gardening", "kiosk.toml:3")
    assert "safe-sleep" in str(caught.value.params["known"])
