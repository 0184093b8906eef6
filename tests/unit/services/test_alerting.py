"""Staff are called until somebody answers, whatever fails."""

import threading
from datetime import timedelta

import pytest

from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.domain.deliveries import HandOff
from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.domain.facts import AlertKind, Outcome
from kiosk.services.alert_calls import Unavailable
from kiosk.services.alerting import TEST_CODE, Alerting
from kiosk.services.visits import Visits
from tests.helpers.alerts import FakeChannel, MemoryDeliveries, channel
from tests.helpers.fakes_visits import MemoryVisits
from tests.helpers.printing import FakeClock
from tests.helpers.stored_visits import put_visit

ITEM_10 = facts.AlertRaised(1, AlertKind.ITEM_10)
SIGN = facts.AlertRaised(2, AlertKind.WARNING_SIGN)
STAGE = facts.StageGiven(Stage.PREGNANT)


class Clinic:
    """Two channels, visits and a clock."""

    def __init__(self):
        self.clock = FakeClock()
        self.store = MemoryVisits()
        self.deliveries = MemoryDeliveries()
        self.desk, self.horn = FakeChannel(), FakeChannel()
        self.after = 10
        self.patience = 5.0
        self.visits = Visits(self.store, self.clock, "rehearsal")
        self.alerting = self.restarted()

    def restarted(self, *channels):
        both = (channel("desk", self.desk), channel("horn", self.horn, self.after))
        return Alerting(
            self.store, self.visits, self.deliveries, channels or both, self.clock,
            repeat=timedelta(minutes=5), patience=self.patience,
        )  # fmt: skip

    def with_pagers(self):
        """The desk calls people; two pagers belong to other systems, and join at once."""
        self.pagers = FakeChannel(works=False), FakeChannel(works=False)
        pagers = [channel(name, by, away=True) for name, by in zip("pq", self.pagers, strict=True)]
        self.alerting = self.restarted(channel("desk", self.desk), *pagers)

    def raise_alert(self, visit_id="v", *happened, code=("green", 42)):
        start = self.clock.now - timedelta(minutes=len(happened or (1,)) + 1)
        put_visit(self.store, visit_id, STAGE, *(happened or (ITEM_10,)), code=code, start=start)

    def run(self, minutes=0.0):
        self.clock.forward(minutes * 60)
        self.alerting.run()


@pytest.fixture
def clinic():
    return Clinic()


def test_nothing_is_sent_while_nobody_needs_anybody(clinic):
    put_visit(clinic.store, "v", STAGE)
    clinic.run()
    assert clinic.desk.sent == []


def test_a_call_tells_the_code_and_nothing_else(clinic):
    clinic.raise_alert()
    clinic.run()
    assert clinic.desk.sent == [("green 42", False)]
    assert clinic.horn.sent == []
    (kept,) = clinic.deliveries.kept
    assert (kept.visit_id, kept.alert, kept.channel, kept.error) == ("v", 1, "desk", "")


def test_it_is_repeated_and_escalates_until_it_is_taken_over(clinic):
    clinic.raise_alert()
    clinic.run()
    clinic.run(4)
    assert len(clinic.desk.sent) == 1
    clinic.run(1)
    assert len(clinic.desk.sent) == 2
    clinic.run(5)
    assert (len(clinic.desk.sent), len(clinic.horn.sent)) == (3, 1)
    visit = clinic.visits.load("v")
    clinic.visits.add("v", visit, facts.AlertAcknowledged(1, "Ann", Outcome.SEEN))
    clinic.run(60)
    assert (len(clinic.desk.sent), len(clinic.horn.sent)) == (3, 1)


def test_what_fails_goes_to_the_next_channel_at_once_and_shows(clinic):
    clinic.desk.works = False
    clinic.raise_alert()
    clinic.run()
    assert clinic.horn.codes == ["green 42"]
    assert clinic.alerting.failing() == ("desk",)
    clinic.desk.works = True
    clinic.run(1)
    assert clinic.alerting.failing() == ()


def test_a_channel_that_failed_is_asked_once_a_run(clinic):
    clinic.desk.works = False
    clinic.raise_alert("v")
    clinic.raise_alert("w", code=("blue", 10))
    clinic.run()
    assert len(clinic.desk.sent) == 1
    assert sorted(clinic.horn.codes) == ["blue 10", "green 42"]


def test_a_restart_goes_on_where_it_was(clinic):
    clinic.raise_alert()
    clinic.run()
    clinic.alerting = clinic.restarted()
    clinic.run(4)
    assert len(clinic.desk.sent) == 1
    clinic.run(1)
    assert len(clinic.desk.sent) == 2


def test_one_call_serves_all_alerts_of_a_visit(clinic):
    clinic.raise_alert("v", ITEM_10, SIGN)
    clinic.run()
    assert clinic.desk.codes == ["green 42"]
    assert [kept.alert for kept in clinic.deliveries.kept] == [1, 2]


def test_a_second_alert_calls_at_once(clinic):
    clinic.raise_alert()
    clinic.run()
    clinic.visits.add("v", clinic.visits.load("v"), SIGN)
    clinic.run(1)
    assert len(clinic.desk.sent) == 2


def test_what_is_told_today_waits_on_the_board(clinic):
    clinic.raise_alert("v", facts.AlertRaised(1, AlertKind.BLOOD_PRESSURE_HIGH))
    clinic.run()
    assert clinic.desk.sent == []


def test_more_visits_than_are_read_at_once(clinic, monkeypatch):
    monkeypatch.setattr("kiosk.services.alerting._PAGE", 1)
    clinic.raise_alert("v")
    clinic.raise_alert("w", code=("blue", 10))
    clinic.run()
    assert sorted(clinic.desk.codes) == ["blue 10", "green 42"]
    put_visit(clinic.store, "x", STAGE, code=("rose", 11))
    clinic.run(5)
    assert len(clinic.desk.sent) == 4


def test_a_damaged_visit_does_not_silence_the_others(clinic, monkeypatch):
    clinic.raise_alert("v")
    clinic.raise_alert("w", code=("blue", 10))
    load = clinic.visits.load

    def damaged(visit_id):
        if visit_id == "w":
            raise KioskError(ErrorCode.STORE_CORRUPT)
        return load(visit_id)

    monkeypatch.setattr(clinic.visits, "load", damaged)
    with pytest.raises(KioskError) as caught:
        clinic.run()
    assert caught.value.code is ErrorCode.STORE_CORRUPT
    assert clinic.desk.codes == ["green 42"]


def test_a_full_disk_keeps_no_call_from_going_out_and_repeats_none(clinic):
    clinic.deliveries.full = True
    clinic.desk.works = False
    clinic.raise_alert()
    for _ in range(2):
        with pytest.raises(KioskError) as caught:
            clinic.run()
        assert caught.value.code is ErrorCode.DISK_FULL
    assert (len(clinic.desk.sent), len(clinic.horn.sent)) == (1, 1)
    clinic.deliveries.full = False
    clinic.run()
    assert [kept.channel for kept in clinic.deliveries.kept] == ["desk", "horn"]


def test_without_channels_nothing_is_read(clinic):
    clinic.raise_alert()
    clinic.store.board = None
    alerting = Alerting(
        clinic.store, clinic.visits, clinic.deliveries, [], clinic.clock, repeat=timedelta(0)
    )
    alerting.run()
    assert alerting.names == alerting.failing() == ()
    with pytest.raises(KioskError) as caught:
        alerting.test()
    assert caught.value.code is ErrorCode.CHANNEL_NONE


def test_a_channel_that_hangs_has_failed_and_is_not_waited_for_again(clinic):
    clinic.desk.hangs = threading.Event()
    clinic.patience = 0.05
    clinic.alerting = clinic.restarted()
    clinic.raise_alert()
    clinic.run()
    assert clinic.horn.codes == ["green 42"]
    assert clinic.deliveries.kept[0].error == "channel_silent"
    clinic.run(1)
    assert len(clinic.desk.sent) == 1
    assert [kept.error for kept in clinic.deliveries.kept] == [
        "channel_silent",
        "",
        "channel_silent",
    ]
    clinic.desk.hangs.set()


def test_an_end_of_the_kiosk_waits_for_no_channel(clinic):
    clinic.desk.hangs = threading.Event()
    clinic.patience = 30
    clinic.alerting = clinic.restarted()
    clinic.raise_alert()
    runs = threading.Thread(target=clinic.alerting.run)
    runs.start()
    while not clinic.desk.sent:
        runs.join(0.01)
    clinic.alerting.stop()
    runs.join(5)
    assert not runs.is_alive()
    assert clinic.deliveries.kept == []
    clinic.alerting.run()
    assert len(clinic.desk.sent) == 1
    clinic.desk.hangs.set()


def test_a_test_is_marked_and_remembered(clinic):
    clinic.horn.works = False
    desk, horn = clinic.alerting.test()
    assert clinic.desk.sent == [(str(TEST_CODE), True)]
    assert (desk.channel, desk.error) == ("desk", None)
    assert horn.error.code is ErrorCode.WEBHOOK_FAILED
    assert clinic.alerting.last_test("desk") == clinic.clock.now
    assert clinic.alerting.last_test("horn") is None
    moved = clinic.restarted(channel("desk", clinic.desk, target="elsewhere"))
    assert moved.last_test("desk") is None


def test_a_test_that_arrives_ends_the_complaint(clinic):
    clinic.desk.works = False
    clinic.alerting.test()
    clinic.raise_alert()
    clinic.run()
    assert clinic.alerting.failing() == ("desk",)
    clinic.clock.forward(1)
    clinic.desk.works = True
    clinic.alerting.test()
    assert clinic.alerting.failing() == ()
    clinic.desk.works = False
    clinic.run(1)
    assert clinic.alerting.failing() == ("desk",)


def test_a_channel_that_this_program_cannot_use(clinic):
    with pytest.raises(KioskError) as caught:
        Unavailable(ErrorCode.SOUND_FAILED, reason="no sound here").send(TEST_CODE)
    assert caught.value.params == {"reason": "no sound here"}


def test_where_no_channel_leads_to_another_system_nothing_is_handed_off(clinic):
    clinic.desk.works = clinic.horn.works = False
    clinic.raise_alert()
    clinic.run()
    assert clinic.alerting.handing_off() is None


def test_what_other_systems_take_over_is_told_and_since_when_they_do_not(clinic):
    clinic.with_pagers()
    clinic.desk.works = False
    assert clinic.alerting.handing_off() == HandOff(("p", "q"))
    clinic.raise_alert("v", ITEM_10, SIGN)
    assert clinic.alerting.handing_off() == HandOff(("p", "q"))
    began = clinic.clock.now
    clinic.run()
    clinic.raise_alert("w", code=("blue", 10))
    clinic.run(1)
    assert clinic.alerting.handing_off() == HandOff(("p", "q"), 4, began)
    clinic.pagers[0].works = True
    clinic.run(1)
    assert clinic.alerting.handing_off() == HandOff(("p", "q"), 2, began)
    clinic.pagers[1].works = True
    clinic.run(1)
    assert clinic.alerting.handing_off() == HandOff(("p", "q"))


def test_what_somebody_answered_need_not_be_taken_over_any_more(clinic):
    clinic.with_pagers()
    clinic.raise_alert("v", ITEM_10, SIGN)
    clinic.run()
    for number in (1, 2):
        assert clinic.alerting.handing_off().waiting == 2
        visit = clinic.visits.load("v")
        clinic.visits.add("v", visit, facts.AlertAcknowledged(number, "Ann", Outcome.SEEN))
    assert clinic.alerting.handing_off() == HandOff(("p", "q"))


def test_calls_that_a_full_disk_could_not_keep_count_too(clinic):
    clinic.with_pagers()
    clinic.deliveries.full = True
    clinic.raise_alert()
    began = clinic.clock.now
    with pytest.raises(KioskError):
        clinic.run()
    assert clinic.alerting.handing_off() == HandOff(("p", "q"), 2, began)


def test_a_damaged_visit_does_not_hide_what_others_wait_for(clinic, monkeypatch):
    clinic.with_pagers()
    clinic.raise_alert("v")
    clinic.raise_alert("w", code=("blue", 10))
    clinic.run()
    load = clinic.visits.load

    def damaged(visit_id):
        if visit_id == "v":
            raise KioskError(ErrorCode.STORE_CORRUPT)
        return load(visit_id)

    monkeypatch.setattr(clinic.visits, "load", damaged)
    assert clinic.alerting.handing_off().waiting == 2
