"""The visitor's way: what she wants, what is stored, where she is then."""

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.blood_pressure import Reading
from kiosk.domain.content import Stage
from kiosk.domain.facts import Leaving, NoteKind
from kiosk.domain.instrument_text import InstalledText, Permission
from kiosk.domain.journey import ATTRACT, HOME, Step, StepName
from kiosk.domain.summary import summarise
from kiosk.domain.visit import FormState, VisitState
from kiosk.services import intents
from kiosk.services.intents import Intent
from kiosk.services.privacy import PRIVACY_VERSION
from tests.helpers.epds_texts import made_up_text
from tests.helpers.fakes_visits import Kiosk, small_library, topic

NEXT, BACK = intents.GoNext(), intents.GoBack()
ZERO = 4
US_FORM = "cox-holden-sagovsky-1987-us-form"


@pytest.fixture
def kiosk():
    return Kiosk()


@pytest.fixture
def inside(kiosk):
    """A kiosk with somebody at home."""
    kiosk.come_in()
    return kiosk


def installed(language, version):
    return InstalledText(made_up_text(language, version), Permission("Licence 7"), verified=True)


def test_nothing_is_opened_until_it_is_needed_and_then_once(kiosk):
    assert (kiosk.journey.step, kiosk.opened) == (ATTRACT, 0)
    kiosk.come_in()
    assert kiosk.opened == 1
    assert kiosk.journey.library is kiosk.library


def test_where_nobody_is_there_is_no_visit(kiosk):
    with pytest.raises(LookupError, match="no visit"):
        _ = kiosk.journey.current


class TestAboutYou:
    def test_the_way_in(self, kiosk):
        assert kiosk.do(intents.ChooseLanguage("es")) == Step(StepName.WELCOME)
        assert kiosk.do(NEXT) == Step(StepName.STAGE)
        assert kiosk.do(intents.GiveStage(Stage.PREGNANT)) == Step(StepName.WEEKS)
        assert kiosk.do(intents.GiveWeeks(31)) == Step(StepName.INTERPRETER)
        assert kiosk.do(intents.GiveInterpreter(wanted=True)) == HOME
        visit = kiosk.store.only()
        assert visit == kiosk.journey.visit
        assert (visit.language, visit.privacy_version) == ("es", PRIVACY_VERSION)
        assert (visit.stage, visit.weeks, visit.interpreter) == (Stage.PREGNANT, 31, True)

    def test_who_came_along_is_asked_no_weeks(self, kiosk):
        kiosk.do(intents.ChooseLanguage("en"), NEXT)
        assert kiosk.do(intents.GiveStage(Stage.SUPPORTING)) == Step(StepName.INTERPRETER)
        assert kiosk.do(BACK) == Step(StepName.STAGE)

    def test_a_loss_is_told_to_staff(self, kiosk):
        kiosk.come_in(Stage.LOSS)
        assert kiosk.store.only().notes == (NoteKind.LOSS,)

    def test_back_from_the_welcome_leaves_nothing(self, kiosk):
        assert kiosk.do(intents.ChooseLanguage("en"), BACK) == ATTRACT
        assert kiosk.store.facts == {}
        assert kiosk.journey.visit is None

    def test_another_language_is_chosen_in_the_middle(self, inside):
        assert inside.do(intents.ChooseLanguage("es")) == HOME
        assert inside.store.only().language == "es"

    def test_the_same_language_again_writes_nothing(self, inside):
        written = inside.store.written
        inside.do(intents.ChooseLanguage("en"))
        assert inside.store.written == written


class TestTopics:
    def test_a_topic_from_its_first_card_to_home(self, inside):
        assert inside.do(intents.OpenTopic("safe-sleep")) == Step(StepName.CARD, "safe-sleep", 0)
        assert inside.do(NEXT, NEXT) == Step(StepName.CARD, "safe-sleep", 2)
        assert inside.do(NEXT) == Step(StepName.CHECK, "safe-sleep", 0)
        inside.do(intents.AnswerCheck("wrong"), intents.AnswerCheck("right"))
        assert inside.do(NEXT) == Step(StepName.CHECK, "safe-sleep", 1)
        inside.do(intents.AnswerCheck("right"))
        assert inside.do(NEXT) == Step(StepName.QUESTIONS, "safe-sleep")
        inside.do(intents.TickQuestion("ask-0", ticked=True))
        inside.do(intents.TickQuestion("ask-1", ticked=True))
        inside.do(intents.TickQuestion("ask-0", ticked=False))
        assert inside.do(NEXT) == HOME
        visit = inside.store.only()
        assert visit.cards_read == tuple(("safe-sleep", f"card-{n}") for n in range(3))
        assert [check.right for check in visit.checks] == [False, True]
        assert visit.questions == (("safe-sleep", "ask-1"),)

    def test_cards_and_questions_for_other_stages_are_passed_over(self, kiosk):
        loss = frozenset({Stage.LOSS})
        only = dict.fromkeys(("card-0", "check-0", "ask-0"), loss)
        kiosk.library = small_library(replace(topic("safe-sleep"), only=only))
        kiosk.come_in(Stage.POSTPARTUM)
        assert kiosk.do(intents.OpenTopic("safe-sleep")) == Step(StepName.CARD, "safe-sleep", 0)
        shown = kiosk.journey.topic_text("safe-sleep")
        assert [ask.id for ask in shown.questions] == ["ask-1"]
        assert kiosk.journey.topic_text("safe-sleep", "es").title == "Title safe-sleep es"
        assert kiosk.do(NEXT, NEXT) == Step(StepName.CHECK, "safe-sleep", 0)
        kiosk.do(intents.AnswerCheck("right"))
        assert kiosk.do(NEXT) == Step(StepName.QUESTIONS, "safe-sleep")
        visit = kiosk.store.only()
        assert [card for _, card in visit.cards_read] == ["card-1", "card-2"]
        assert [check.question for check in visit.checks] == ["check-1"]

    def test_who_corrects_her_stage_sees_what_is_for_that_stage(self, kiosk):
        only = {"card-0": frozenset({Stage.LOSS})}
        kiosk.library = small_library(replace(topic("safe-sleep"), only=only))
        kiosk.come_in(Stage.POSTPARTUM)
        assert kiosk.journey.shapes["safe-sleep"].cards == 2
        kiosk.do(BACK, BACK, BACK, intents.GiveStage(Stage.LOSS))
        assert kiosk.journey.shapes["safe-sleep"].cards == 3

    def test_it_opens_again_where_she_stopped(self, inside):
        inside.do(intents.OpenTopic("safe-sleep"), NEXT, intents.GoHome())
        assert inside.do(intents.OpenTopic("safe-sleep")) == Step(StepName.CARD, "safe-sleep", 2)

    def test_going_over_a_card_again_writes_nothing(self, inside):
        inside.do(intents.OpenTopic("safe-sleep"), NEXT)
        written = inside.store.written
        assert inside.do(BACK) == Step(StepName.CARD, "safe-sleep", 0)
        assert inside.store.written == written

    def test_a_reading_is_stored_before_its_page_shows(self, inside):
        inside.do(intents.OpenTopic("preeclampsia"), NEXT, NEXT, NEXT)
        assert inside.journey.step == Step(StepName.PRESSURE, "preeclampsia")
        step = inside.do(intents.EnterPressure(Reading(120, 80)))
        assert step == Step(StepName.PRESSURE_RESULT, "preeclampsia")
        assert inside.store.only().reading == Reading(120, 80)
        assert inside.alerts == []

    @pytest.mark.parametrize(
        ("language", "step"),
        [("es", Step(StepName.CARD, "safe-sleep", 1)), ("ar", HOME)],
    )
    def test_a_language_that_lacks_the_topic_leads_home(self, inside, language, step):
        inside.do(intents.OpenTopic("safe-sleep"), NEXT)
        assert inside.do(intents.ChooseLanguage(language)) == step
        assert inside.store.only().language == language
        assert set(inside.journey.shapes) >= {"preeclampsia", "feelings"}
        assert ("safe-sleep" in inside.journey.shapes) == (language != "ar")


class TestQuestionnaire:
    def test_all_ten(self, inside):
        assert inside.do(intents.OpenCheckIn()) == Step(StepName.EPDS_INTRO)
        assert not inside.store.only().form.opened
        assert inside.do(NEXT) == Step(StepName.EPDS_ITEM, index=1)
        assert inside.answer(*[1] * 9) == Step(StepName.EPDS_ITEM, index=10)
        assert inside.answer(ZERO) == Step(StepName.EPDS_AFTER)
        visit = inside.store.only()
        assert visit.form_state is FormState.COMPLETE
        assert visit.form.positions == dict(enumerate([*[1] * 9, ZERO], start=1))
        assert visit.form.seconds == 20.0
        assert inside.do(NEXT) == HOME

    def test_an_answer_is_stored_when_it_is_tapped(self, inside):
        inside.begin_form()
        assert inside.do(intents.AnswerItem(3, 1.26)) == Step(StepName.EPDS_ITEM, index=1)
        form = inside.store.only().form
        assert (form.positions, form.item_seconds) == ({1: 3}, {1: 1.3})

    def test_the_practice_text_is_recorded_as_such(self, inside):
        assert inside.journey.is_practice
        inside.begin_form()
        form = inside.store.only().form
        assert (form.text_version, form.text_language, form.verified) == ("rehearsal", "en", False)

    def test_the_installed_text_is_recorded_with_its_version(self, inside):
        inside.texts["en"] = installed("en", US_FORM)
        assert not inside.journey.is_practice
        inside.begin_form()
        form = inside.store.only().form
        assert (form.text_version, form.text_language, form.verified) == (US_FORM, "en", True)

    def test_going_back_keeps_the_answers_and_opens_nothing_anew(self, inside):
        inside.begin_form(1, 2)
        assert inside.do(BACK, BACK) == Step(StepName.EPDS_ITEM, index=1)
        assert inside.do(BACK) == Step(StepName.EPDS_INTRO)
        inside.do(NEXT)
        assert inside.store.happened(inside.journey.visit_id).count("InstrumentOpened") == 1
        assert inside.store.only().form.positions == {1: 1, 2: 2}

    def test_what_was_left_out_is_asked_before_the_end(self, inside):
        inside.begin_form(1, 1)
        inside.do(NEXT)
        assert inside.answer(*[1] * 6, ZERO) == Step(StepName.EPDS_ITEM, index=3)
        assert inside.store.only().form_state is FormState.UNFINISHED
        for number in range(3, 10):
            assert inside.answer(2) == Step(StepName.EPDS_ITEM, index=number + 1)
        assert inside.do(NEXT) == Step(StepName.EPDS_AFTER)
        assert inside.store.only().form_state is FormState.COMPLETE

    def test_stopping_keeps_what_was_answered_and_may_be_taken_up_again(self, inside):
        inside.begin_form(1, 1, 1)
        assert inside.do(intents.OpenStop()) == Step(StepName.EPDS_STOP, index=4)
        assert inside.do(BACK) == Step(StepName.EPDS_ITEM, index=4)
        assert inside.do(intents.OpenStop(), intents.StopForm()) == Step(StepName.EPDS_AFTER)
        visit = inside.store.only()
        assert (visit.form_state, len(visit.form.positions)) == (FormState.UNFINISHED, 3)
        assert visit.form.stopped
        inside.do(NEXT)
        assert inside.do(intents.OpenCheckIn()) == Step(StepName.EPDS_ITEM, index=4)
        assert not inside.store.only().form.stopped

    def test_with_all_ten_answered_it_is_taken_up_at_the_last(self, inside):
        inside.begin_form(*[1] * 9)
        inside.do(intents.AnswerItem(ZERO, 1.0), intents.GoHome())
        assert inside.do(intents.OpenCheckIn()) == Step(StepName.EPDS_ITEM, index=10)

    def test_taken_up_again_it_asks_what_was_left_out(self, inside):
        inside.begin_form(1)
        inside.do(NEXT)
        inside.answer(1, 1)
        inside.do(intents.GoHome())
        assert inside.do(intents.OpenCheckIn()) == Step(StepName.EPDS_ITEM, index=2)

    def test_declining_asks_no_reason_and_is_told_to_staff(self, inside):
        assert inside.do(intents.OpenCheckIn(), intents.DeclineForm()) == HOME
        visit = inside.store.only()
        assert (visit.form_state, visit.notes) == (FormState.DECLINED, (NoteKind.DECLINED,))

    def test_who_declined_may_think_better_of_it(self, inside):
        inside.do(intents.OpenCheckIn(), intents.DeclineForm())
        assert inside.begin_form(1) == Step(StepName.EPDS_ITEM, index=2)
        assert inside.store.only().form_state is FormState.UNFINISHED

    def test_who_declined_at_the_first_item_may_think_better_of_it(self, inside):
        inside.begin_form()
        inside.do(BACK, intents.DeclineForm())
        assert inside.store.only().form_state is FormState.DECLINED
        inside.begin_form()
        assert inside.store.only().form_state is FormState.UNFINISHED

    def test_rather_with_staff_from_the_start(self, inside):
        step = inside.do(intents.OpenCheckIn(), intents.RatherWithStaff())
        assert step == Step(StepName.EPDS_AFTER)
        visit = inside.store.only()
        assert visit.form_state is FormState.DECLINED
        assert visit.notes == (NoteKind.RATHER_WITH_STAFF,)
        inside.do(NEXT, intents.Finish())
        assert inside.store.only().notes == (NoteKind.RATHER_WITH_STAFF,)

    def test_rather_with_staff_on_the_way(self, inside):
        inside.begin_form(1, 2)
        inside.do(intents.OpenStop(), intents.RatherWithStaff())
        visit = inside.store.only()
        assert (visit.form_state, visit.form.stopped) == (FormState.UNFINISHED, True)
        inside.do(NEXT, intents.Finish())
        notes = inside.store.only().notes
        assert notes == (NoteKind.RATHER_WITH_STAFF, NoteKind.ASK_IN_PERSON)


class TestTwoWordings:
    """Bands belong to a text version: answers to two of them have none."""

    @pytest.fixture
    def inside(self, inside):
        inside.texts |= {"en": installed("en", US_FORM), "es": installed("es", "es-1")}
        return inside

    def cut_offs(self, kiosk):
        visit = kiosk.store.only()
        assert visit.form_state is FormState.COMPLETE
        return summarise(visit, kiosk.library, "en", (None, None)).form.cut_offs

    def test_one_wording_has_its_bands(self, inside):
        inside.begin_form(*[ZERO] * 10)
        assert [cut.total for cut in self.cut_offs(inside)] == [10, 11, 13]

    def test_a_form_begun_in_the_version_with_bands(self, inside):
        inside.begin_form(*[ZERO] * 5)
        inside.do(intents.ChooseLanguage("es"))
        inside.answer(*[ZERO] * 5)
        assert self.cut_offs(inside) == ()

    def test_the_language_changed_and_nothing_answered_after_it(self, inside):
        inside.begin_form(*[ZERO] * 9)
        inside.do(intents.AnswerItem(ZERO, 1.0), intents.ChooseLanguage("es"), NEXT)
        assert [cut.total for cut in self.cut_offs(inside)] == [10, 11, 13]

    def test_every_answer_given_again_in_one_version(self, inside):
        inside.do(intents.ChooseLanguage("es"))
        inside.begin_form(ZERO, ZERO)
        inside.do(intents.ChooseLanguage("en"), BACK, BACK)
        inside.answer(*[ZERO] * 10)
        assert [cut.total for cut in self.cut_offs(inside)] == [10, 11, 13]

    @pytest.mark.parametrize(
        "way",
        [
            (BACK, intents.ChooseLanguage("es"), NEXT),
            (intents.OpenStop(), intents.ChooseLanguage("es"), BACK),
            (intents.ChooseLanguage("es"),),
            (intents.GoHome(), intents.ChooseLanguage("es"), intents.OpenCheckIn()),
        ],
    )
    def test_an_item_that_shows_in_another_version_is_noted(self, inside, way):
        inside.begin_form()
        inside.do(*way)
        form = inside.store.only().form
        assert (form.text_version, form.text_language) == ("es-1", "es")

    def test_another_language_off_the_form_opens_nothing(self, inside):
        inside.do(intents.ChooseLanguage("es"))
        assert not inside.store.only().form.opened

    def test_a_form_ended_in_the_version_with_bands(self, inside):
        inside.do(intents.ChooseLanguage("es"))
        inside.begin_form(*[ZERO] * 5)
        inside.do(intents.GoHome(), intents.ChooseLanguage("en"), intents.OpenCheckIn())
        inside.answer(*[ZERO] * 5)
        assert self.cut_offs(inside) == ()


class TestSidePages:
    def test_signs_call_staff(self, inside):
        assert inside.do(intents.OpenSigns()) == Step(StepName.SIGNS)
        assert inside.do(intents.ReportSigns(("fever",))) == Step(StepName.STAFF_CALLED)
        assert inside.store.only().signs == ("fever",)
        assert inside.do(NEXT) == HOME

    def test_thinking_better_of_signs_calls_nobody(self, inside):
        assert inside.do(intents.OpenSigns(), BACK) == HOME
        assert inside.alerts == []

    def test_help_is_a_note_once(self, inside):
        assert inside.do(intents.AskHelp()) == Step(StepName.HELP)
        assert inside.do(BACK, intents.AskHelp(), NEXT) == HOME
        assert inside.store.only().notes == (NoteKind.HELP,)


class TestPause:
    def test_she_is_called_and_the_screen_is_free(self, inside):
        visit_id = inside.journey.visit_id
        assert inside.do(intents.CalledAway()) == Step(StepName.CALLED)
        assert (inside.journey.visit, inside.journey.visit_id) == (None, None)
        assert inside.store.only().state is VisitState.PAUSED
        assert inside.do(intents.EndPage()) == ATTRACT
        inside.journey.reopen(visit_id, "Ann")
        assert inside.journey.step == HOME
        assert inside.journey.visit == inside.store.only()
        assert inside.store.only().state is VisitState.OPEN

    def test_what_was_answered_is_there_after_the_pause(self, inside):
        inside.begin_form(1, 2)
        visit_id = inside.journey.visit_id
        inside.do(intents.CalledAway(), intents.EndPage())
        inside.journey.reopen(visit_id, "Ann")
        assert inside.do(intents.OpenCheckIn()) == Step(StepName.EPDS_ITEM, index=3)

    def test_where_nobody_is_nothing_is_paused(self, kiosk):
        assert kiosk.do(intents.CalledAway()) == Step(StepName.CALLED)
        assert kiosk.store.facts == {}


class TestTheEnd:
    def test_finish(self, inside):
        visit_id = inside.journey.visit_id
        assert inside.do(intents.Finish()) == Step(StepName.FINISH)
        assert inside.store.only().state is VisitState.FINISHED
        assert inside.journey.last_visit_id == visit_id
        inside.do(intents.WantTakeHome())
        assert inside.store.only().take_home
        assert inside.do(intents.EndPage()) == ATTRACT
        assert inside.journey.last_visit_id is None
        assert inside.store.only().state is VisitState.FINISHED

    def test_a_visit_is_open_from_the_welcome_to_the_last_page(self, kiosk):
        assert not kiosk.journey.visit_is_open
        kiosk.come_in()
        assert kiosk.journey.visit_is_open
        kiosk.do(intents.Finish())
        assert not kiosk.journey.visit_is_open

    def test_finish_where_nobody_is(self, kiosk):
        assert kiosk.do(intents.Finish()) == Step(StepName.FINISH)
        kiosk.do(intents.WantTakeHome())
        assert kiosk.store.facts == {}

    @pytest.mark.parametrize("how", [Leaving.IDLE, Leaving.CLOSED])
    def test_the_last_page_left_alone_is_no_unfinished_visit(self, inside, how):
        inside.do(intents.Finish())
        assert inside.do(intents.Leave(how)) == ATTRACT
        assert inside.store.only().state is VisitState.FINISHED

    @pytest.mark.parametrize(
        ("how", "name"),
        [
            (Leaving.QUIET, StepName.GOODBYE),
            (Leaving.IDLE, StepName.ATTRACT),
            (Leaving.CLOSED, StepName.ATTRACT),
        ],
    )
    def test_leaving_keeps_an_unfinished_visit_for_staff(self, inside, how, name):
        assert inside.do(intents.Leave(how)) == Step(name)
        visit = inside.store.only()
        assert (visit.state, visit.left) == (VisitState.UNFINISHED, how)
        assert inside.journey.visit is None

    @pytest.mark.parametrize("how", [Leaving.QUIET, Leaving.IDLE])
    def test_who_leaves_without_an_answer_leaves_nothing(self, kiosk, how):
        kiosk.do(intents.ChooseLanguage("en"), NEXT, intents.Leave(how))
        assert kiosk.store.facts == {}
        kiosk.do(intents.Forget())
        assert kiosk.journey.last_visit_id is None

    def test_forget_what_i_answered(self, inside):
        inside.do(intents.OpenTopic("feelings"), intents.Leave(Leaving.QUIET))
        assert inside.do(intents.Forget()) == Step(StepName.GOODBYE)
        visit = inside.store.only()
        assert visit.forgotten
        assert (visit.stage, visit.cards_read) == (None, ())
        assert inside.do(intents.EndPage()) == ATTRACT

    def test_forgetting_is_over_with_its_page(self, inside):
        inside.do(intents.Leave(Leaving.QUIET), intents.EndPage(), intents.Forget())
        assert not inside.store.only().forgotten

    def test_the_next_visitor_cannot_forget_for_the_last(self, inside):
        inside.do(intents.Leave(Leaving.IDLE), intents.Leave(Leaving.QUIET), intents.Forget())
        assert not inside.store.only().forgotten

    @pytest.mark.parametrize("how", [Leaving.IDLE, Leaving.CLOSED])
    def test_only_who_leaves_quietly_is_asked_whether_to_forget(self, inside, how):
        inside.do(intents.Leave(how))
        assert inside.journey.last_visit_id is None

    def test_back_from_the_welcome_asks_nobody_whether_to_forget(self, inside):
        inside.do(BACK, BACK, BACK, BACK)
        assert inside.journey.step == Step(StepName.WELCOME)
        assert inside.do(BACK) == ATTRACT
        assert inside.store.only().state is VisitState.UNFINISHED
        assert inside.journey.last_visit_id is None

    def test_giving_up_frees_the_screen_and_the_next_start_closes_the_visit(self, inside):
        inside.journey.abandon()
        assert (inside.journey.step, inside.journey.visit) == (ATTRACT, None)
        assert inside.journey.last_visit_id is None
        assert inside.store.only().state is VisitState.OPEN
        inside.visits.recover()
        assert inside.store.only().left is Leaving.CRASH


def test_every_intent_is_understood(inside):
    samples = {type(intent) for intent in EVERYTHING}
    assert samples == set(get_args(Intent))


EVERYTHING = [
    intents.GiveSlip("2739878"),
    intents.ChooseLanguage("es"),
    intents.ChooseLanguage("ar"),
    *(intents.GiveStage(stage) for stage in Stage),
    intents.GiveWeeks(None),
    intents.GiveWeeks(60),
    intents.GiveInterpreter(wanted=True),
    NEXT,
    BACK,
    intents.GoHome(),
    intents.OpenTopic("preeclampsia"),
    intents.AnswerCheck("wrong"),
    intents.TickQuestion("ask-0", ticked=True),
    intents.EnterPressure(Reading(150, 95)),
    intents.OpenSigns(),
    intents.ReportSigns(("fever",)),
    intents.OpenCheckIn(),
    *(intents.AnswerItem(position, 1.0) for position in range(1, 5)),
    intents.OpenStop(),
    intents.StopForm(),
    intents.DeclineForm(),
    intents.RatherWithStaff(),
    intents.AskHelp(),
    intents.CalledAway(),
    intents.Finish(),
    intents.WantTakeHome(),
    intents.Leave(Leaving.QUIET),
    intents.Forget(),
    intents.EndPage(),
]
ANYWHERE = (
    intents.ChooseLanguage,
    intents.GoHome,
    intents.OpenSigns,
    intents.AskHelp,
    intents.Leave,
    intents.CalledAway,
)
ON = {
    StepName.ATTRACT: (),
    StepName.WELCOME: (intents.GoNext, intents.GoBack),
    StepName.STAGE: (intents.GiveStage, intents.GoBack),
    StepName.WEEKS: (intents.GiveWeeks, intents.GoBack),
    StepName.INTERPRETER: (intents.GiveInterpreter, intents.GoBack),
    StepName.HOME: (intents.OpenTopic, intents.OpenCheckIn, intents.Finish, intents.GoBack),
    StepName.PRESSURE: (intents.EnterPressure, intents.GoNext, intents.GoBack),
    StepName.CHECK: (intents.AnswerCheck, intents.GoNext, intents.GoBack),
    StepName.QUESTIONS: (intents.TickQuestion, intents.GoNext, intents.GoBack),
    StepName.SIGNS: (intents.ReportSigns, intents.GoBack),
    StepName.EPDS_INTRO: (
        intents.GoNext,
        intents.GoBack,
        intents.DeclineForm,
        intents.RatherWithStaff,
    ),
    StepName.EPDS_ITEM: (intents.AnswerItem, intents.GoNext, intents.GoBack, intents.OpenStop),
    StepName.EPDS_STOP: (intents.StopForm, intents.GoBack, intents.RatherWithStaff),
    StepName.FINISH: (intents.WantTakeHome, intents.EndPage),
    StepName.GOODBYE: (intents.Forget, intents.EndPage),
    StepName.CALLED: (intents.EndPage,),
}
USUALLY = (intents.GoNext, intents.GoBack)
ENDED = (StepName.ATTRACT, StepName.FINISH, StepName.GOODBYE, StepName.CALLED)


def possible(step, visit):
    """What the screen of a step, and the bar above it, can want."""
    kinds = ON.get(step.name, USUALLY)
    if step.name is StepName.ATTRACT:
        kinds = (intents.ChooseLanguage,)
    elif step.name not in ENDED:
        kinds = (*kinds, *ANYWHERE)
    found = [intent for intent in EVERYTHING if isinstance(intent, kinds)]
    if step.name is StepName.HOME and visit.stage is None:
        found = [intent for intent in found if not isinstance(intent, intents.Finish)]
    return found


@settings(deadline=None)  # thirty taps take long on a busy machine
@given(st.data())
def test_whatever_she_taps_is_stored_as_it_is_shown(data):
    kiosk = Kiosk()
    kiosk.do(intents.ChooseLanguage("en"))
    for _ in range(30):
        step, visit = kiosk.journey.step, kiosk.journey.visit
        kiosk.do(data.draw(st.sampled_from(possible(step, visit))))
        if (shown := kiosk.journey.visit) is not None:
            visit_id = kiosk.journey.visit_id
            assert visit_id is not None
            assert kiosk.visits.load(visit_id) == shown
            assert kiosk.journey.step.name is not StepName.ATTRACT
    for visit in map(kiosk.store.visit, kiosk.store.facts):
        assert len({alert.number for alert in visit.alerts}) == len(visit.alerts)


def test_a_library_of_one_topic_is_enough():
    kiosk = Kiosk(library=small_library(topic("feelings", shape=(1, 0, 0))))
    kiosk.come_in()
    assert kiosk.do(intents.OpenTopic("feelings"), NEXT) == HOME


def test_another_library_is_no_other_visit():
    kiosk = Kiosk(library=replace(small_library(), approved=frozenset({("feelings", "en")})))
    kiosk.come_in(Stage.LOSS, None)
    assert kiosk.store.only().weeks is None
