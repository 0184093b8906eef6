"""Visits for looking at texts: nobody finds them, and no earlier one is known."""

from kiosk.domain.code import VisitCode
from kiosk.services.unstored import UnstoredVisits
from tests.helpers.stored_visits import put_visit


def test_nothing_of_it_can_be_found():
    visits = UnstoredVisits()
    put_visit(visits, "v")
    assert visits.board(limit=10) == []
    assert visits.alerts_waiting() == 0
    assert not visits.is_code_open(VisitCode("green", 42), but="")
    assert visits.find_code("green 42") is None
    assert visits.asked_at("MRN-1", but="other") is None
