"""Slips as they are stored."""

from kiosk.domain import facts
from tests.helpers.stored_visits import NOON, put_next, put_visit


def test_a_code_is_kept_once_and_carried_by_one_visit(store):
    put_visit(store.visits, "v")
    put_visit(store.visits, "w", code=("blue", 12))
    assert store.slips.add("2739874", NOON, "Ann")
    assert not store.slips.add("2739874", NOON, "Ben")
    assert store.slips.is_free("2739874")
    assert not store.slips.is_free("4027311")
    store.slips.give("2739874", "v")
    assert not store.slips.is_free("2739874")
    store.slips.add("4027311", NOON, "Ann")
    store.slips.give("4027311", "v")
    assert store.slips.is_free("2739874")


def test_a_slip_goes_with_its_visit(store):
    put_visit(store.visits, "v")
    store.slips.add("2739874", NOON, "Ann")
    store.slips.give("2739874", "v")
    store.visits.remove("v")
    assert not store.slips.is_free("2739874")
    assert store.slips.add("2739874", NOON, "Ann")


def test_the_board_shows_the_slip(store):
    put_visit(store.visits, "v")
    put_next(store.visits, "v", facts.SlipAttached("2739874", "Ann"))
    assert store.visits.board(limit=1)[0].slip == "2739874"
