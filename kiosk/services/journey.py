"""The visitor's way through the kiosk: an intent in, saved, the next step out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kiosk.domain import facts, journey
from kiosk.domain.content import ContentLibrary, Stage, TopicText
from kiosk.domain.epds import EPDS, REHEARSAL_VERSION
from kiosk.domain.errors import InputError
from kiosk.domain.facts import AlertKind, NoteKind
from kiosk.domain.instrument import Instrument
from kiosk.domain.instrument_text import InstalledText
from kiosk.domain.journey import HOME, Shapes, Step, StepName
from kiosk.domain.stage_text import text_for
from kiosk.domain.visit import FormState, TextUsed, Visit
from kiosk.services import intents
from kiosk.services.intents import Intent
from kiosk.services.privacy import PRIVACY_VERSION

if TYPE_CHECKING:
    from kiosk.services.visits import Visits

TextFor = Callable[[str], InstalledText | None]
"""Language -> the wording to show: the installed one, else the practice text.

In clinic mode there is no practice text: None where nothing is installed.
"""

TakeSlip = Callable[[str, Visit, str], Visit]
"""Visit id, visit, code -> the visit that carries the slip; InputError where there is none."""

_FORM_STEPS: Final = frozenset({StepName.EPDS_INTRO, StepName.EPDS_ITEM, StepName.EPDS_STOP})


@dataclass(frozen=True, slots=True)
class Backend:
    """What a journey works on."""

    visits: Visits
    library: ContentLibrary
    text_for: TextFor
    instrument: Instrument = EPDS
    take_slip: TakeSlip | None = None


class Journey:
    """One visitor at a time, from attract to attract.

    `step` and `visit` are what the screens show. `handle` saves first and moves after: when
    saving fails, it raises StorageError and nothing has changed. `form_fits` tells whether this
    screen has room for the questionnaire; without it is not offered.
    """

    def __init__(self, backend: Callable[[], Backend]) -> None:
        """`backend` is called once, when something is first needed of it."""
        self._open = backend
        self._opened: Backend | None = None
        self.step: Step = journey.ATTRACT
        self.visit: Visit | None = None
        self.visit_id: str | None = None
        self.last_visit_id: str | None = None
        self.form_fits = True
        self._asked_at: Step = HOME
        self._shapes: dict[tuple[str, Stage | None], Shapes] = {}
        self._handlers: Mapping[type, Callable[[Any], None]] = {
            intents.ChooseLanguage: self._choose_language,
            intents.GoNext: self._go_next,
            intents.GoBack: self._go_back,
            intents.GoHome: self._go_home,
            intents.GiveStage: self._give_stage,
            intents.GiveWeeks: self._give_weeks,
            intents.GiveInterpreter: self._give_interpreter,
            intents.GiveSlip: self._give_slip,
            intents.OpenTopic: self._open_topic,
            intents.AnswerCheck: self._answer_check,
            intents.TickQuestion: self._tick_question,
            intents.EnterPressure: self._enter_pressure,
            intents.OpenSigns: self._open_signs,
            intents.ReportSigns: self._report_signs,
            intents.OpenCheckIn: self._open_check_in,
            intents.AnswerItem: self._answer_item,
            intents.OpenStop: self._open_stop,
            intents.StopForm: self._stop_form,
            intents.DeclineForm: self._decline_form,
            intents.RatherWithStaff: self._rather_with_staff,
            intents.AskHelp: self._ask_help,
            intents.CalledAway: self._called_away,
            intents.Finish: self._finish,
            intents.WantTakeHome: self._want_take_home,
            intents.Leave: self._leave,
            intents.Forget: self._forget,
            intents.EndPage: self._end_page,
        }

    @property
    def library(self) -> ContentLibrary:
        """All content."""
        return self._backend.library

    @property
    def _visits(self) -> Visits:
        return self._backend.visits

    @property
    def _backend(self) -> Backend:
        if self._opened is None:
            self._opened = self._open()
        return self._opened

    @property
    def shapes(self) -> Shapes:
        """The shape of every topic in her language, for her stage."""
        key = (self.current.language, self.current.stage)
        if key not in self._shapes:
            self._shapes[key] = journey.shapes_of(self.library, *key)
        return self._shapes[key]

    def topic_text(self, topic: str, language: str | None = None) -> TopicText:
        """A topic as she sees it: for her stage, in her language if no other is named."""
        visit = self.current
        return text_for(self.library.topic(topic), language or visit.language, visit.stage)

    @property
    def current(self) -> Visit:
        """The open visit.

        Raises:
            LookupError: Nobody is at the kiosk.
        """
        if self.visit is None:
            msg = "no visit is open"
            raise LookupError(msg)
        return self.visit

    @property
    def visit_is_open(self) -> bool:
        """Whether somebody is in a visit that has not ended."""
        return self.visit is not None and self.step.name is not StepName.FINISH

    @property
    def text(self) -> InstalledText:
        """The questionnaire's wording in her language.

        Raises:
            LookupError: There is none, and so no questionnaire.
        """
        installed = self._backend.text_for(self.current.language)
        if installed is None:
            msg = "no wording to show"
            raise LookupError(msg)
        return installed

    @property
    def instrument(self) -> Instrument:
        """The questionnaire that is offered."""
        return self._backend.instrument

    @property
    def offers_form(self) -> bool:
        """Whether the questionnaire is for her, and there is a wording to show her."""
        return self.current.epds_offered and self._has_text(self.current.language)

    @property
    def is_practice(self) -> bool:
        """Whether the questionnaire is shown with the practice text."""
        return self.text.text.version == REHEARSAL_VERSION

    def handle(self, intent: Intent) -> None:
        """Do what she wants; saved when this returns.

        Raises:
            StorageError: It could not be saved; step and visit stand as before.
        """
        self._handlers[type(intent)](intent)

    def reopen(self, visit_id: str, by: str) -> None:
        """Staff reopen a paused visit at home."""
        visit = self._visits.load(visit_id)
        self.visit = self._visits.add(visit_id, visit, facts.Reopened(by))
        self.visit_id = visit_id
        self.step = HOME

    def renew(self) -> None:
        """Nobody is here and the content is another: ask for the backend again when needed."""
        self._opened = None
        self._shapes = {}

    def abandon(self) -> None:
        """Free the kiosk without saving; the next start closes the open visit."""
        self._let_go()
        self.last_visit_id = None
        self.step = journey.ATTRACT

    def _save(self, *new: facts.Fact, leaving: bool = False) -> None:
        if self.visit_id is not None:
            self.visit = self._visits.add(self.visit_id, self.current, *new, leaving=leaving)

    def _enter(self, step: Step, *new: facts.Fact, leaving: bool = False) -> None:
        """Save what led here together with what the new step shows, then go there."""
        if step.name in _FORM_STEPS and not self._has_text(self.current.language):
            # It was removed while she was on her way.
            step, leaving = HOME, True
        if step.name is StepName.CARD:
            card = self.topic_text(step.topic).cards[step.index]
            if (step.topic, card.id) not in self.current.cards_read:
                new = (*new, facts.CardShown(step.topic, card.id))
        if step.name is StepName.EPDS_ITEM:
            new = (*new, *self._form_shown(self.current.language))
        self._save(*new, leaving=leaving)
        self.step = step

    def _has_text(self, language: str) -> bool:
        """Whether there is a wording to show, and room for it."""
        return self.form_fits and self._backend.text_for(language) is not None

    def _form_opened(self, language: str) -> tuple[facts.InstrumentOpened, ...]:
        installed = self._backend.text_for(language)
        if installed is None:
            return ()
        version, verified = installed.text.version, installed.verified
        return (facts.InstrumentOpened(self.instrument.id, version, language, verified),)

    def _form_shown(self, language: str) -> tuple[facts.InstrumentOpened, ...]:
        """That an item shows in `language`; nothing where the form stands open just so.

        Bands belong to a text version: an answer counts for the one it was shown in.
        """
        form = self.current.form
        return tuple(
            opened
            for opened in self._form_opened(language)
            if not form.opened
            or form.declined
            or form.shown != TextUsed(opened.text_version, language, opened.verified)
        )

    def _choose_language(self, intent: intents.ChooseLanguage) -> None:
        if self.visit is None:
            self.visit_id, self.visit = self._visits.begin(intent.language)
            self.step = Step(StepName.WELCOME)
        elif intent.language != self.current.language:
            on_item = self.step.name is StepName.EPDS_ITEM
            shown = self._form_shown(intent.language) if on_item else ()
            lost = self.step.name in _FORM_STEPS and not self._has_text(intent.language)
            self._save(facts.LanguageChosen(intent.language), *shown, leaving=lost)
            self._mend_step()

    def _mend_step(self) -> None:
        """Go home from a topic, or a questionnaire, that the new language does not have."""
        no_topic = self.step.topic and self.step.topic not in self.shapes
        no_form = self.step.name in _FORM_STEPS and not self._has_text(self.current.language)
        if no_topic or no_form:
            self.step = HOME

    def _go_next(self, intent: intents.GoNext) -> None:
        del intent
        step = self.step
        if step.name is StepName.HELP:
            self._go_on_from_help()
            return
        if step.name is StepName.EPDS_ITEM and step.index == len(self.instrument.items):
            self._complete_form()
            return
        new = (facts.PrivacyAccepted(PRIVACY_VERSION),) if step.name is StepName.WELCOME else ()
        self._enter(
            journey.forward(step, self.current, self.shapes, self.instrument), *new, leaving=True
        )

    def _go_back(self, intent: intents.GoBack) -> None:
        del intent
        if self.step.name is StepName.WELCOME:
            self._leave(intents.Leave(facts.Leaving.QUIET))
            self._end_page(intents.EndPage())
            return
        if self.step.name is StepName.HELP:
            self._go_on_from_help()
            return
        self._enter(journey.back(self.step, self.current, self.shapes), leaving=True)

    def _go_home(self, intent: intents.GoHome) -> None:
        del intent
        self._enter(HOME, leaving=True)

    def _give_stage(self, intent: intents.GiveStage) -> None:
        new = facts.StageGiven(intent.stage)
        self._save(new)
        self.step = journey.forward(self.step, self.current, self.shapes)

    def _give_weeks(self, intent: intents.GiveWeeks) -> None:
        self._enter(Step(StepName.INTERPRETER), facts.WeeksGiven(intent.weeks))

    def _give_interpreter(self, intent: intents.GiveInterpreter) -> None:
        self._enter(HOME, facts.InterpreterGiven(intent.wanted))

    def _give_slip(self, intent: intents.GiveSlip) -> None:
        """Nothing happens where there is no such slip: she goes on without."""
        take = self._backend.take_slip
        if take is not None and self.visit_id is not None:
            with suppress(InputError):
                self.visit = take(self.visit_id, self.current, intent.code)

    def _open_topic(self, intent: intents.OpenTopic) -> None:
        topic = self.library.topic(intent.topic)
        index = journey.first_unread(topic, self.current)
        self._enter(Step(StepName.CARD, intent.topic, index))

    def _answer_check(self, intent: intents.AnswerCheck) -> None:
        question = self.topic_text(self.step.topic).checks[self.step.index]
        right = any(c.id == intent.option and c.right for c in question.choices)
        self._save(facts.CheckAnswered(self.step.topic, question.id, intent.option, right))

    def _tick_question(self, intent: intents.TickQuestion) -> None:
        self._save(facts.QuestionTicked(self.step.topic, intent.question, intent.ticked))

    def _enter_pressure(self, intent: intents.EnterPressure) -> None:
        reading = intent.reading
        self._enter(
            Step(StepName.PRESSURE_RESULT, self.step.topic),
            facts.PressureEntered(reading.systolic, reading.diastolic),
            leaving=True,
        )

    def _open_signs(self, intent: intents.OpenSigns) -> None:
        del intent
        self._enter(Step(StepName.SIGNS), leaving=True)

    def _report_signs(self, intent: intents.ReportSigns) -> None:
        self._enter(Step(StepName.STAFF_CALLED), facts.SignsReported(intent.signs), leaving=True)

    def _open_check_in(self, intent: intents.OpenCheckIn) -> None:
        del intent
        if self.current.form_state is FormState.UNFINISHED and self.offers_form:
            index = journey.first_unanswered(self.current, self.instrument) or len(
                self.instrument.items
            )
            self._save(*self._form_opened(self.current.language))
            self.step = Step(StepName.EPDS_ITEM, index=index)
        else:
            self._enter(Step(StepName.EPDS_INTRO))

    def _answer_item(self, intent: intents.AnswerItem) -> None:
        self._save(
            facts.ItemAnswered(
                self.instrument.id, self.step.index, intent.position, round(intent.seconds, 1)
            )
        )

    def _open_stop(self, intent: intents.OpenStop) -> None:
        del intent
        self._enter(Step(StepName.EPDS_STOP, index=self.step.index), leaving=True)

    def _complete_form(self) -> None:
        missing = journey.first_unanswered(self.current, self.instrument)
        if missing is not None:
            self._enter(Step(StepName.EPDS_ITEM, index=missing), leaving=True)
            return
        self._close_form(facts.InstrumentFinished(self.instrument.id))

    def _stop_form(self, intent: intents.StopForm) -> None:
        del intent
        self._close_form(facts.InstrumentStopped(self.instrument.id))

    def _decline_form(self, intent: intents.DeclineForm) -> None:
        del intent
        self._enter(
            HOME, facts.InstrumentDeclined(self.instrument.id), facts.NoteAdded(NoteKind.DECLINED)
        )

    def _rather_with_staff(self, intent: intents.RatherWithStaff) -> None:
        del intent
        opened = self.current.form.opened
        closed = facts.InstrumentStopped if opened else facts.InstrumentDeclined
        self._close_form(closed(self.instrument.id), facts.NoteAdded(NoteKind.RATHER_WITH_STAFF))

    def _close_form(self, *new: facts.Fact) -> None:
        """Save, raise what is due, and show the page that fits."""
        self._save(*new, leaving=True)
        alerted = bool(self.current.alerts_of(AlertKind.ITEM_10))
        self.step = Step(StepName.SUPPORT if alerted else StepName.EPDS_AFTER)

    def _ask_help(self, intent: intents.AskHelp) -> None:
        del intent
        if self.step.name is not StepName.HELP:
            self._asked_at = self.step
        self._enter(Step(StepName.HELP), facts.NoteAdded(NoteKind.HELP), leaving=True)

    def _go_on_from_help(self) -> None:
        """Back to where she asked for help, unless its topic is not there in a new language."""
        there = self._asked_at
        lost = there.topic and there.topic not in self.shapes
        self._enter(HOME if lost else there, leaving=True)

    def _called_away(self, intent: intents.CalledAway) -> None:
        del intent
        if self.visit_id is not None:
            self._visits.add(self.visit_id, self.current, facts.Paused(), leaving=True)
        self._let_go()
        self.step = Step(StepName.CALLED)

    def _finish(self, intent: intents.Finish) -> None:
        del intent
        if self.visit_id is not None:
            self.visit = self._visits.end(self.visit_id, self.current, facts.Finished())
        self.last_visit_id = self.visit_id
        self.step = Step(StepName.FINISH)

    def _want_take_home(self, intent: intents.WantTakeHome) -> None:
        del intent
        self._save(facts.TakeHomeWanted())

    def _leave(self, intent: intents.Leave) -> None:
        kept = self.visit is not None
        if self.visit_id is not None and self.step.name is not StepName.FINISH:
            left = facts.Left(intent.how)
            kept = self._visits.end(self.visit_id, self.current, left) is not None
        self._let_go()
        quiet = intent.how is facts.Leaving.QUIET
        if not (kept and quiet):
            # Forgetting is offered on the quiet page alone: the next visitor must not be asked.
            self.last_visit_id = None
        self.step = Step(StepName.GOODBYE) if quiet else journey.ATTRACT

    def _forget(self, intent: intents.Forget) -> None:
        del intent
        if self.last_visit_id is not None:
            self._visits.forget(self.last_visit_id)
        self.last_visit_id = None

    def _end_page(self, intent: intents.EndPage) -> None:
        del intent
        self._let_go()
        self.last_visit_id = None
        self.step = journey.ATTRACT

    def _let_go(self) -> None:
        if self.visit_id is not None:
            self.last_visit_id = self.visit_id
        self.visit = None
        self.visit_id = None
