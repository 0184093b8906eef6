"""The way through the kiosk as data: every step, forward and back."""

from dataclasses import replace
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.domain.journey import (
    HOME,
    PRESSURE_TOPIC,
    Step,
    StepName,
    TopicShape,
    back,
    epds_open,
    first_unread,
    forward,
    home_topics,
    progress,
    shapes_of,
)
from kiosk.domain.replay import replay
from tests.helpers.fakes_visits import small_library, topic
from tests.helpers.stored_visits import entries_of

SHAPES = [TopicShape(*shape) for shape in product((1, 2, 5), (0, 1, 4), (0, 3))]
OPENED = facts.InstrumentOpened("epds", "rehearsal", "en", verified=False)
BORN_BABY_TOPICS = (Stage.PREGNANT, Stage.POSTPARTUM)


PREGNANT_ONLY = dict.fromkeys(("card-0", "check-0", "ask-0"), frozenset({Stage.PREGNANT}))
STAGED = replace(topic("feelings"), only=PREGNANT_ONLY)


def visit_of(*happened):
    return replay(entries_of(*happened))


def at(stage):
    return visit_of(facts.StageGiven(stage))


MOTHER = at(Stage.POSTPARTUM)


def way_through(name, shape):
    """Every step of a topic, from its first card until home."""
    shapes = {name: shape}
    steps = [Step(StepName.CARD, name, 0)]
    while steps[-1] != HOME:
        steps.append(forward(steps[-1], MOTHER, shapes))
        assert len(steps) < 30
    return steps


@pytest.mark.parametrize("name", [PRESSURE_TOPIC, "safe-sleep"])
@pytest.mark.parametrize("shape", SHAPES, ids=str)
class TestTopics:
    def test_every_part_comes_once_and_in_order(self, name, shape):
        names = [step.name for step in way_through(name, shape)]
        assert names == [
            *[StepName.CARD] * shape.cards,
            *[StepName.PRESSURE] * (name == PRESSURE_TOPIC),
            *[StepName.CHECK] * shape.checks,
            *[StepName.QUESTIONS] * bool(shape.questions),
            StepName.HOME,
        ]

    def test_forward_then_back_returns(self, name, shape):
        steps = way_through(name, shape)[:-1]
        for step, following in pairwise(steps):
            assert back(following, MOTHER, {name: shape}) == step

    def test_back_from_the_first_card_is_home(self, name, shape):
        assert back(Step(StepName.CARD, name, 0), MOTHER, {name: shape}) == HOME

    def test_progress_grows_by_one_up_to_its_bound(self, name, shape):
        steps = way_through(name, shape)[:-1]
        shown = [progress(step, {name: shape}) for step in steps]
        assert shown == [(n, len(steps)) for n in range(1, len(steps) + 1)]


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_the_page_after_a_reading_stands_where_the_reading_does(shape):
    shapes = {PRESSURE_TOPIC: shape}
    entry, result = (
        Step(name, PRESSURE_TOPIC) for name in (StepName.PRESSURE, StepName.PRESSURE_RESULT)
    )
    assert forward(result, MOTHER, shapes) == forward(entry, MOTHER, shapes)
    assert back(result, MOTHER, shapes) == entry
    assert progress(result, shapes) == progress(entry, shapes)


def test_about_her_forward_and_back():
    steps = [
        Step(name)
        for name in (
            StepName.ATTRACT,
            StepName.WELCOME,
            StepName.STAGE,
            StepName.WEEKS,
            StepName.INTERPRETER,
            StepName.HOME,
        )
    ]
    for step, following in pairwise(steps):
        assert forward(step, MOTHER, {}) == following
        assert back(following, MOTHER, {}) == step


def test_who_came_along_is_not_asked_for_weeks():
    visit = at(Stage.SUPPORTING)
    assert forward(Step(StepName.STAGE), visit, {}) == Step(StepName.INTERPRETER)
    assert back(Step(StepName.INTERPRETER), visit, {}) == Step(StepName.STAGE)


def test_the_questionnaire_forward_and_back():
    steps = [
        Step(StepName.EPDS_INTRO),
        *(Step(StepName.EPDS_ITEM, index=number) for number in range(1, 11)),
    ]
    for step, following in pairwise(steps):
        assert forward(step, MOTHER, {}) == following
        assert back(following, MOTHER, {}) == step
    assert forward(steps[-1], MOTHER, {}) == Step(StepName.EPDS_AFTER)
    assert back(steps[0], MOTHER, {}) == HOME


@pytest.mark.parametrize("number", range(1, 11))
def test_one_may_think_better_of_stopping(number):
    stop = Step(StepName.EPDS_STOP, index=number)
    item = Step(StepName.EPDS_ITEM, index=number)
    assert back(stop, MOTHER, {}) == item
    assert progress(stop, {}) == progress(item, {}) == (number, 10)


@pytest.mark.parametrize(
    ("name", "following", "before"),
    [
        (StepName.SIGNS, StepName.STAFF_CALLED, StepName.HOME),
        (StepName.STAFF_CALLED, StepName.HOME, StepName.HOME),
        (StepName.EPDS_AFTER, StepName.HOME, StepName.HOME),
        (StepName.SUPPORT, StepName.HOME, StepName.HOME),
        (StepName.HELP, StepName.HOME, StepName.HOME),
        (StepName.HOME, StepName.HOME, StepName.INTERPRETER),
    ],
)
def test_the_side_pages_lead_home(name, following, before):
    assert forward(Step(name), MOTHER, {}) == Step(following)
    assert back(Step(name), MOTHER, {}) == Step(before)


@pytest.mark.parametrize("name", [StepName.CALLED, StepName.FINISH, StepName.GOODBYE])
def test_the_last_pages_lead_to_the_first(name):
    assert forward(Step(name), MOTHER, {}) == Step(StepName.ATTRACT)


def test_from_every_step_one_gets_somewhere():
    shapes = {PRESSURE_TOPIC: TopicShape(2, 1, 1)}
    topics = {"card", "blood-pressure", "blood-pressure-result", "check", "questions"}
    for name in StepName:
        within = PRESSURE_TOPIC if name in topics else ""
        step = Step(name, within, 1 if name.startswith("epds") else 0)
        for stage in Stage:
            assert forward(step, at(stage), shapes).name in StepName
            assert back(step, at(stage), shapes).name in StepName
        done = progress(step, shapes)
        assert done is None or 1 <= done[0] <= done[1]


def test_progress_while_she_tells_about_herself_and_none_at_home():
    assert progress(Step(StepName.WELCOME), {}) == (1, 4)
    assert progress(Step(StepName.INTERPRETER), {}) == (4, 4)
    assert progress(HOME, {}) is None


def test_a_topic_has_no_shape_in_a_language_it_lacks():
    library = small_library(
        topic("one", shape=(3, 2, 1)), topic("two", languages=("en",), shape=(1, 0, 0))
    )
    assert shapes_of(library, "en") == {"one": TopicShape(3, 2, 1), "two": TopicShape(1, 0, 0)}
    assert set(shapes_of(library, "es")) == {"one"}


def test_a_topic_is_as_long_as_it_is_for_her_stage():
    library = small_library(STAGED)
    assert shapes_of(library, "en", Stage.LOSS) == {"feelings": TopicShape(2, 1, 1)}
    assert shapes_of(library, "en", Stage.PREGNANT) == {"feelings": TopicShape(3, 2, 2)}


def ids(topics):
    return [each.id for each in topics]


LIBRARY = small_library(
    topic("safe-sleep", 3, stages=BORN_BABY_TOPICS),
    topic("preeclampsia", 1, stages=BORN_BABY_TOPICS),
    topic("feelings", 9),
    topic("after-birth", 5, stages=(Stage.POSTPARTUM, Stage.LOSS)),
    topic("untranslated", 2, languages=("es",)),
)


@pytest.mark.parametrize(
    ("stage", "chosen", "others"),
    [
        (Stage.PREGNANT, ["preeclampsia", "safe-sleep", "feelings"], ["after-birth"]),
        (Stage.POSTPARTUM, ["preeclampsia", "safe-sleep", "after-birth", "feelings"], []),
        (Stage.LOSS, ["feelings", "after-birth"], ["preeclampsia", "safe-sleep"]),
        (Stage.SUPPORTING, ["feelings"], ["preeclampsia", "safe-sleep", "after-birth"]),
    ],
)
def test_home_after_a_loss_begins_with_feelings_and_offers_no_baby_topic(stage, chosen, others):
    first, rest = home_topics(LIBRARY, at(stage))
    assert (ids(first), ids(rest)) == (chosen, others)


@given(st.sets(st.sampled_from([0, 1, 2])))
def test_a_topic_opens_where_she_stopped_reading(read):
    shown = [facts.CardShown("feelings", f"card-{n}") for n in read]
    unread = [n for n in range(3) if n not in read]
    index = first_unread(LIBRARY.topic("feelings"), visit_of(*shown))
    assert index == (unread[0] if unread else 0)


def test_a_topic_opens_at_the_first_unread_card_of_her_stage():
    shown = facts.CardShown("feelings", "card-1")
    assert first_unread(STAGED, visit_of(facts.StageGiven(Stage.LOSS))) == 0
    assert first_unread(STAGED, visit_of(facts.StageGiven(Stage.LOSS), shown)) == 1
    assert first_unread(STAGED, visit_of(facts.StageGiven(Stage.PREGNANT), shown)) == 0


def test_the_tile_of_the_questionnaire():
    assert epds_open(MOTHER)
    assert epds_open(visit_of(facts.StageGiven(Stage.LOSS), OPENED))
    assert not epds_open(at(Stage.SUPPORTING))
    mother = facts.StageGiven(Stage.POSTPARTUM)
    assert not epds_open(visit_of(mother, facts.InstrumentDeclined("epds")))
    assert not epds_open(visit_of(mother, OPENED, facts.InstrumentFinished("epds")))
