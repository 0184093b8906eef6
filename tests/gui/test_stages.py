"""Cards and questions for some stages only: the screens show what is for her."""

from dataclasses import replace

import pytest

from kiosk.domain.content import Stage
from kiosk.domain.journey import Step, StepName
from tests.helpers.gui_kiosk import button, open_booth, texts

TOPIC = "safe-sleep"
CARD = Step(StepName.CARD, TOPIC)


@pytest.fixture
def staged(library):
    """The first card, check and question of a topic are for pregnancy alone."""
    topic = library.topic(TOPIC)
    text = topic.texts["en"]
    firsts = (text.cards[0].id, text.checks[0].id, text.questions[0].id)
    only = dict.fromkeys(firsts, frozenset({Stage.PREGNANT}))
    others = [each for each in library.topics if each.id != TOPIC]
    return replace(library, topics=(replace(topic, only=only), *others))


@pytest.fixture
def booth(kiosk_app, staged):
    opened = open_booth(staged)
    yield opened
    opened.close()


@pytest.mark.parametrize(("stage", "first"), [(Stage.PREGNANT, 0), (Stage.POSTPARTUM, 1)])
def test_a_topic_begins_with_the_first_card_for_her(booth, staged, stage, first):
    text = staged.topic(TOPIC).texts["en"]
    names = []
    booth.window.screen_shown.connect(names.append)
    booth.show(CARD, stage=stage)
    assert text.cards[first].title in texts(booth.window)
    assert names == [f"card-{TOPIC}-{text.cards[first].id}"]
    assert any(f"1 of {len(text.cards) - first}" in each for each in texts(booth.window))


@pytest.mark.parametrize(("stage", "first"), [(Stage.PREGNANT, 0), (Stage.POSTPARTUM, 1)])
def test_checks_and_questions_are_those_for_her(booth, staged, stage, first):
    text = staged.topic(TOPIC).texts["en"]
    booth.show(Step(StepName.CHECK, TOPIC), stage=stage)
    assert text.checks[first].prompt in texts(booth.window)
    booth.show(Step(StepName.QUESTIONS, TOPIC), stage=stage)
    shown = texts(booth.window)
    assert [ask.text in shown for ask in text.questions[:2]] == [first == 0, True]


def test_home_counts_the_cards_for_her(booth, staged):
    count = len(staged.topic(TOPIC).texts["en"].cards)
    booth.show(StepName.HOME, stage=Stage.POSTPARTUM, weeks=6)
    tile = button(booth.window, f"topic-{TOPIC}")
    assert tile.accessibleDescription().startswith(f"{count - 1} cards")
