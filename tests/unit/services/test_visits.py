"""Visits in the store: begun, saved, ended, forgotten, recovered."""

from datetime import timedelta

import pytest

from kiosk.domain import facts
from kiosk.domain.code import VisitCode
from kiosk.domain.content import Stage
from kiosk.domain.errors import ErrorCode, KioskError, StorageError
from kiosk.domain.facts import AlertKind, Leaving, NoteKind, Outcome
from kiosk.domain.visit import VisitState
from kiosk.services.visits import Visits
from tests.helpers.fakes_visits import MemoryVisits, TickingClock, take_codes

MOTHER = facts.StageGiven(Stage.POSTPARTUM)
OPENED = facts.InstrumentOpened("epds", "rehearsal", "en", verified=False)
HARM = facts.ItemAnswered("epds", 10, 1, 2.0)
LEFT = facts.Left(Leaving.IDLE)


@pytest.fixture
def store():
    return MemoryVisits()


@pytest.fixture
def clock():
    return TickingClock()


@pytest.fixture
def visits(store, clock):
    return Visits(store, clock, "rehearsal", choose=lambda codes: codes[0])


@pytest.fixture
def begun(visits):
    """Opens a visit and adds facts to it; gives (visit id, visit)."""

    def begin(*happened):
        visit_id, visit = visits.begin("en")
        return visit_id, visits.add(visit_id, visit, *happened)

    return begin


def kinds(visit):
    return [alert.kind for alert in visit.alerts]


class TestBegin:
    def test_a_visit_is_stored_before_anything_is_shown(self, visits, store):
        visit_id, visit = visits.begin("es")
        assert store.visit(visit_id) == visit
        assert (visit.language, visit.mode, visit.state) == ("es", "rehearsal", VisitState.OPEN)

    def test_every_code_is_given_once(self, store, clock):
        visits = Visits(store, clock, "rehearsal")
        take_codes(store, leave=20)
        codes = [visits.begin("en")[1].code for _ in range(20)]
        assert len(store.codes_in_use()) == len(store.facts) == 720
        assert len(set(codes)) == 20

    def test_when_all_are_in_use_it_is_said_and_nothing_is_stored(self, visits, store):
        take_codes(store)
        with pytest.raises(KioskError) as caught:
            visits.begin("en")
        assert caught.value.code is ErrorCode.NO_CODE_FREE
        assert len(store.facts) == 720

    def test_a_code_is_given_again_after_review(self, visits, store):
        take_codes(store, leave=1)
        visit_id, visit = visits.begin("en")
        visits.add(visit_id, visit, LEFT)
        with pytest.raises(KioskError):
            visits.begin("en")
        visits.add(visit_id, visits.load(visit_id), facts.Reviewed("Ann"))
        assert visits.begin("en")[1].code == visit.code

    def test_codes_are_chosen_by_chance(self, store, clock):
        visits = Visits(store, clock, "rehearsal")
        codes = {visits.begin("en")[1].code for _ in range(40)}
        assert len({code.colour for code in codes}) > 1
        assert all(isinstance(code, VisitCode) for code in codes)


class TestAdd:
    def test_what_is_added_is_what_is_loaded(self, visits, begun):
        visit_id, visit = begun(MOTHER, facts.WeeksGiven(6))
        assert visits.load(visit_id) == visit
        assert visit.weeks == 6

    def test_adding_nothing_writes_nothing(self, visits, store, begun):
        visit_id, visit = begun(MOTHER)
        written = store.written
        assert visits.add(visit_id, visit) == visit
        assert visits.add(visit_id, visit, leaving=True) == visit
        assert store.written == written

    def test_an_answer_alone_calls_nobody_going_on_does(self, visits, begun):
        visit_id, visit = begun(MOTHER, OPENED, HARM)
        assert kinds(visits.load(visit_id)) == []
        visit = visits.add(visit_id, visit, leaving=True)
        assert kinds(visit) == kinds(visits.load(visit_id)) == [AlertKind.ITEM_10]

    def test_the_answer_and_its_alert_are_one_change(self, visits, store, begun):
        visit_id, visit = begun(MOTHER, OPENED)
        written = store.written
        visits.add(visit_id, visit, HARM, leaving=True)
        assert store.written == written + 1
        assert store.happened(visit_id)[-2:] == ["ItemAnswered", "AlertRaised"]

    def test_an_unknown_visit(self, visits):
        with pytest.raises(KioskError) as caught:
            visits.load("nothing")
        assert caught.value.code is ErrorCode.VISIT_UNKNOWN


class TestEnd:
    def test_a_visit_without_answers_is_removed(self, visits, store, begun):
        visit_id, visit = begun(facts.PrivacyAccepted("1"))
        assert visits.end(visit_id, visit, LEFT) is None
        assert store.facts == {}

    @pytest.mark.parametrize(
        ("last", "state"),
        [(LEFT, VisitState.UNFINISHED), (facts.Finished(), VisitState.FINISHED)],
    )
    def test_a_visit_with_answers_is_kept(self, visits, begun, last, state):
        visit_id, visit = begun(MOTHER)
        visits.end(visit_id, visit, last)
        assert visits.load(visit_id).state is state

    def test_an_unfinished_form_calls_and_what_it_lacks_is_noted(self, visits, begun):
        visit_id, visit = begun(MOTHER, OPENED, facts.SignsReported(("fever",)))
        ended = visits.end(visit_id, visit, LEFT)
        assert ended == visits.load(visit_id)
        assert kinds(ended) == [AlertKind.WARNING_SIGN]
        assert ended.notes == (NoteKind.ASK_IN_PERSON,)

    def test_what_is_due_comes_before_the_end(self, visits, store, begun):
        visit_id, visit = begun(MOTHER, OPENED, HARM)
        visits.end(visit_id, visit, LEFT)
        assert store.happened(visit_id)[-2:] == ["AlertRaised", "Left"]

    @pytest.mark.parametrize("passing", [0, 1])
    def test_ending_again_after_a_failure_calls_only_once(self, visits, store, begun, passing):
        visit_id, visit = begun(MOTHER, OPENED, HARM)
        store.failing_after = passing
        try:
            visits.end(visit_id, visit, LEFT)
        except StorageError:
            store.failing_after = None
            visits.end(visit_id, visit, LEFT)
        stored = visits.load(visit_id)
        assert kinds(stored) == [AlertKind.ITEM_10]
        assert stored.state is VisitState.UNFINISHED

    def test_the_end_is_one_change(self, visits, store, begun):
        visit_id, visit = begun(MOTHER, OPENED, HARM)
        written = store.written
        visits.end(visit_id, visit, LEFT)
        assert store.written == written + 1


class TestForget:
    EVERYTHING = (
        facts.PrivacyAccepted("1"),
        MOTHER,
        facts.WeeksGiven(6),
        facts.InterpreterGiven(wanted=True),
        facts.CardShown("feelings", "card-0"),
        facts.CheckAnswered("feelings", "check-0", "right", right=True),
        facts.QuestionTicked("feelings", "ask-0", ticked=True),
        facts.SignsReported(("headache",)),
        facts.PressureEntered(165, 112),
        OPENED,
        HARM,
        facts.NoteAdded(NoteKind.HELP),
        facts.TakeHomeWanted(),
    )

    def test_answers_go_and_alerts_stay(self, visits, store, begun):
        visit_id, visit = begun(*self.EVERYTHING)
        visits.end(visit_id, visit, LEFT)
        left = visits.forget(visit_id)
        assert left == visits.load(visit_id)
        assert kinds(left) == [
            AlertKind.ITEM_10,
            AlertKind.WARNING_SIGN,
            AlertKind.BLOOD_PRESSURE_SEVERE,
        ]
        assert len(left.open_alerts) == 3
        assert left.forgotten
        assert not any(isinstance(entry.fact, facts.ANSWERS) for entry in store.entries(visit_id))
        assert set(store.happened(visit_id)) == {
            "Started",
            "PrivacyAccepted",
            "AlertRaised",
            "Left",
            "Forgotten",
        }

    def test_nothing_of_her_is_left_in_the_visit(self, visits, begun):
        visit_id, visit = begun(*self.EVERYTHING)
        visits.end(visit_id, visit, LEFT)
        left = visits.forget(visit_id)
        assert (left.stage, left.weeks, left.interpreter) == (None, None, False)
        assert (left.cards_read, left.checks, left.questions) == ((), (), ())
        assert (left.signs, left.readings, left.notes) == ((), (), ())
        assert (left.form.opened, left.form.positions, left.form.item_seconds) == (False, {}, {})
        assert all(alert.signs == () for alert in left.alerts)

    def test_who_saw_to_an_alert_stays_too(self, visits, begun):
        visit_id, visit = begun(MOTHER, OPENED, HARM)
        visit = visits.end(visit_id, visit, LEFT)
        visits.add(visit_id, visit, facts.AlertAcknowledged(1, "Ann", Outcome.SEEN))
        (alert,) = visits.forget(visit_id).alerts
        assert (alert.by, alert.outcome) == ("Ann", Outcome.SEEN)

    def test_an_unknown_visit_cannot_be_forgotten(self, visits, store):
        with pytest.raises(KioskError) as caught:
            visits.forget("nothing")
        assert caught.value.code is ErrorCode.VISIT_UNKNOWN
        assert store.facts == {}


class TestRecover:
    def test_open_visits_are_closed_with_what_is_due(self, visits, store, begun):
        first, _ = begun(MOTHER, OPENED, HARM)
        second, _ = begun(MOTHER, facts.PressureEntered(150, 80), OPENED)
        assert visits.recover() == [first, second]
        assert kinds(store.visit(first)) == [AlertKind.ITEM_10]
        assert kinds(store.visit(second)) == [AlertKind.BLOOD_PRESSURE_HIGH]
        assert store.visit(second).notes == (NoteKind.ASK_IN_PERSON,)
        for visit_id in (first, second):
            assert store.visit(visit_id).left is Leaving.CRASH
            assert store.visit(visit_id).state is VisitState.UNFINISHED

    def test_a_visit_is_closed_in_one_change(self, visits, store, begun):
        begun(MOTHER, OPENED, HARM)
        written = store.written
        visits.recover()
        assert store.written == written + 1

    def test_a_visit_without_answers_goes(self, visits, store, begun):
        begun()
        kept, _ = begun(MOTHER)
        assert visits.recover() == [kept]
        assert list(store.facts) == [kept]

    def test_what_is_not_open_is_left_alone(self, visits, store, begun):
        paused, _ = begun(MOTHER, facts.Paused())
        finished, _ = begun(MOTHER, facts.Finished())
        before = dict(store.facts)
        assert visits.recover() == []
        assert store.facts == before
        assert set(before) == {paused, finished}

    def test_recovering_twice_does_nothing_more(self, visits, store, begun):
        begun(MOTHER, OPENED, HARM)
        visits.recover()
        before = dict(store.facts)
        assert visits.recover() == []
        assert store.facts == before

    @pytest.mark.parametrize("passing", range(4))
    def test_a_failure_on_the_way_is_made_good_the_next_time(self, visits, store, begun, passing):
        ids = [begun(MOTHER, OPENED, HARM)[0] for _ in range(2)]
        store.failing_after = passing
        try:
            visits.recover()
        except StorageError:
            store.failing_after = None
            visits.recover()
        for visit_id in ids:
            assert kinds(store.visit(visit_id)) == [AlertKind.ITEM_10]
            assert store.visit(visit_id).state is VisitState.UNFINISHED


class TestExpire:
    def test_a_paused_visit_expires_when_its_time_is_over(self, visits, store, clock, begun):
        visit_id, _ = begun(MOTHER, OPENED, facts.Paused())
        clock.now += timedelta(minutes=59)
        visits.expire_paused(60)
        assert store.visit(visit_id).state is VisitState.PAUSED
        clock.now += timedelta(minutes=1)
        visits.expire_paused(60)
        visit = store.visit(visit_id)
        assert (visit.state, visit.left) == (VisitState.UNFINISHED, Leaving.EXPIRED)
        assert visit.notes == (NoteKind.ASK_IN_PERSON,)

    def test_a_paused_visit_without_answers_goes(self, visits, store, clock, begun):
        begun(facts.Paused())
        clock.now += timedelta(hours=2)
        visits.expire_paused(60)
        assert store.facts == {}

    def test_open_visits_do_not_expire(self, visits, store, clock, begun):
        visit_id, _ = begun(MOTHER)
        clock.now += timedelta(days=2)
        visits.expire_paused(60)
        assert store.visit(visit_id).state is VisitState.OPEN
