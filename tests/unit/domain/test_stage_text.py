"""A topic's text as a visitor at one stage sees it."""

from dataclasses import replace

import pytest

from kiosk.domain.content import Stage
from kiosk.domain.stage_text import text_for
from tests.helpers.fakes_visits import topic

PREGNANT = frozenset({Stage.PREGNANT})
TOPIC = replace(
    topic("sleep", shape=(4, 3, 3)),
    only={"card-1": PREGNANT, "check-0": PREGNANT, "ask-2": PREGNANT},
)


@pytest.mark.parametrize("stage", [None, Stage.PREGNANT])
def test_nothing_is_left_out_for_the_stage_it_is_for(stage):
    assert text_for(TOPIC, "es", stage) == TOPIC.texts["es"]


@pytest.mark.parametrize("stage", [Stage.POSTPARTUM, Stage.LOSS, Stage.SUPPORTING])
def test_what_is_for_others_is_left_out(stage):
    text = text_for(TOPIC, "en", stage)
    assert [card.id for card in text.cards] == ["card-0", "card-2", "card-3"]
    assert [check.id for check in text.checks] == ["check-1", "check-2"]
    assert [ask.id for ask in text.questions] == ["ask-0", "ask-1"]
    assert (text.title, text.language) == ("Title sleep en", "en")


def test_a_topic_looked_for_is_never_empty():
    everything = replace(TOPIC, only={f"card-{n}": PREGNANT for n in range(4)})
    assert text_for(everything, "en", Stage.LOSS) == everything.texts["en"]


def test_after_a_loss_other_pictures_stand_where_there_are_any():
    usual = TOPIC.texts["en"]
    files = {card.picture.file for card in usual.cards}
    quiet = replace(TOPIC, only={}, after_loss=dict.fromkeys(files, "quiet.svg"))
    hers = text_for(quiet, "en", Stage.LOSS)
    assert {card.picture.file for card in hers.cards} == {"quiet.svg"}
    assert [card.picture.alt for card in hers.cards] == [card.picture.alt for card in usual.cards]
    assert text_for(replace(quiet, after_loss={"x.svg": "y.svg"}), "en", Stage.LOSS) == usual
    assert text_for(quiet, "en", Stage.PREGNANT) == usual
