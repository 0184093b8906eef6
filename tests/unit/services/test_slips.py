"""Slips: made once, carried by one visit, and nothing of anybody in them."""

from dataclasses import dataclass, field

import pytest

from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.domain.errors import ErrorCode, InputError, KioskError
from kiosk.domain.slip import slip_code
from kiosk.services import intents
from kiosk.services.journey import Backend, Journey
from kiosk.services.slips import Slips
from kiosk.services.visits import Visits
from tests.helpers.fakes_visits import MemoryVisits, TickingClock, small_library
from tests.helpers.printing import FakeAudit


@dataclass
class MemorySlips:
    """Satisfies `SlipStore`."""

    carried: dict[str, str] = field(default_factory=dict)

    def add(self, code, at, by):
        is_new = code not in self.carried
        self.carried.setdefault(code, "")
        return is_new

    def is_free(self, code):
        return self.carried.get(code) == ""

    def give(self, code, visit_id):
        self.carried = {each: "" if v == visit_id else v for each, v in self.carried.items()}
        self.carried[code] = visit_id


@dataclass
class Desk:
    """Slips on stores in memory; `numbers` are what chance gives."""

    numbers: list[int] = field(default_factory=lambda: [273987, 402731])
    store: MemorySlips = field(default_factory=MemorySlips)
    visits_kept: MemoryVisits = field(default_factory=MemoryVisits)
    audit: FakeAudit = field(default_factory=FakeAudit)
    printed: list[str] = field(default_factory=list)
    fails: bool = False

    def __post_init__(self):
        clock = TickingClock()
        self.visits = Visits(self.visits_kept, clock, "rehearsal")
        chance = iter(self.numbers)
        self.slips = Slips(
            self.store, self.visits, self.audit, clock, self._print, lambda _most: next(chance)
        )

    def _print(self, code):
        if self.fails:
            raise KioskError(ErrorCode.SLIP_NOT_PRINTED, reason="no paper")
        self.printed.append(code)

    def begin(self):
        visit_id, visit = self.visits.begin("en")
        self.visits.add(visit_id, visit, facts.StageGiven(Stage.PREGNANT))
        return visit_id


CODE, OTHER = slip_code(273987), slip_code(402731)


@pytest.fixture
def desk():
    return Desk()


def test_a_slip_is_made_kept_and_printed(desk):
    assert desk.slips.make("Ann").code == CODE
    assert desk.printed == [CODE]
    assert desk.store.is_free(CODE)
    # The log tells that there was one, not which.
    assert desk.audit.lines == [("Ann", "slip_made", "")]


def test_no_code_is_given_twice():
    desk = Desk(numbers=[273987, 273987, 402731])
    assert [desk.slips.make("Ann").code for _ in range(2)] == [CODE, OTHER]


def test_a_slip_that_was_not_printed_is_told_and_may_be_written_by_hand(desk):
    desk.fails = True
    made = desk.slips.make("Ann")
    assert made.error is not None
    assert made.error.code is ErrorCode.SLIP_NOT_PRINTED
    assert desk.slips.attach(desk.begin(), made.code, "Ann").slip == CODE


def test_staff_tie_a_slip_to_a_visit_and_another_in_its_place(desk):
    visit_id = desk.begin()
    for code in (desk.slips.make("Ann").code, desk.slips.make("Ann").code):
        visit = desk.slips.attach(visit_id, f" {code[:3]} {code[3:]} ", "Ann")
        assert visit.slip == code
        assert desk.visits.load(visit_id) == visit
    assert desk.store.is_free(CODE)
    assert desk.audit.lines[-1] == ("Ann", "slip_attached", visit_id)


def test_a_slip_is_carried_by_one_visit_alone(desk):
    first, second = desk.begin(), desk.begin()
    code = desk.slips.make("Ann").code
    desk.slips.attach(first, code, "Ann")
    assert desk.slips.attach(first, code, "Ann").slip == code
    with pytest.raises(InputError) as caught:
        desk.slips.attach(second, code, "Ann")
    assert caught.value.code is ErrorCode.SLIP_UNKNOWN
    assert caught.value.params == {}


@pytest.mark.parametrize("text", ["", "4711", OTHER, "273 9875"])
def test_what_was_never_handed_out_is_refused(desk, text):
    desk.slips.make("Ann")
    visit_id = desk.begin()
    with pytest.raises(InputError):
        desk.slips.attach(visit_id, text, "Ann")
    assert desk.visits.load(visit_id).slip == ""


def test_a_visitor_gives_her_slip_and_one_that_is_not_known_keeps_nobody(desk):
    backend = Backend(
        desk.visits, small_library(), lambda _language: None, take_slip=desk.slips.take
    )
    journey = Journey(lambda: backend)
    journey.handle(intents.GiveSlip(CODE))
    code = desk.slips.make("Ann").code
    journey.handle(intents.ChooseLanguage("en"))
    step = journey.step
    journey.handle(intents.GiveSlip(OTHER))
    assert journey.current.slip == ""
    journey.handle(intents.GiveSlip(code))
    assert (journey.current.slip, journey.step) == (code, step)
    assert desk.visits_kept.only() == journey.visit


def test_without_slips_nothing_happens(desk):
    backend = Backend(desk.visits, small_library(), lambda _language: None)
    journey = Journey(lambda: backend)
    journey.handle(intents.ChooseLanguage("en"))
    journey.handle(intents.GiveSlip(CODE))
    assert journey.current.slip == ""
