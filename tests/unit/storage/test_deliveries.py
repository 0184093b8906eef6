"""Calls to staff outlast a restart, and hold nothing but that they went out."""

from datetime import timedelta

from kiosk.domain.deliveries import Delivery
from kiosk.storage.store import open_store
from tests.helpers.stored_visits import NOON, put_visit

FIRST = Delivery("v", 1, "front desk", NOON, "webhook_failed")
SECOND = Delivery("v", 1, "horn", NOON)
THIRD = Delivery("w", 2, "horn", NOON + timedelta(minutes=5), "sound_failed")


def test_calls_come_back_after_a_restart(folder):
    with open_store(folder) as store:
        put_visit(store.visits, "v")
        put_visit(store.visits, "w")
        store.deliveries.add([FIRST, SECOND])
        store.deliveries.add([THIRD])
    with open_store(folder) as store:
        assert store.deliveries.of_visit("v") == [FIRST, SECOND]
        assert store.deliveries.of_visit("w") == [THIRD]
        assert store.deliveries.latest("horn") == THIRD
        assert store.deliveries.latest("nobody") is None


def test_what_is_stored_tells_whether_it_arrived_and_no_more(store, tamper):
    put_visit(store.visits, "v")
    store.deliveries.add([FIRST, SECOND])
    tamper("DELETE FROM alert_deliveries WHERE ok = 1")
    assert store.deliveries.of_visit("v") == [FIRST]


def test_calls_go_with_their_visit(store):
    put_visit(store.visits, "v")
    store.deliveries.add([FIRST])
    store.visits.remove("v")
    assert store.deliveries.of_visit("v") == []
    store.deliveries.add([SECOND])
    assert store.deliveries.of_visit("v") == []


def test_the_last_test_of_a_channel_counts_for_where_it_led(store):
    assert store.deliveries.last_test("horn", "here") is None
    later = NOON + timedelta(days=1)
    store.deliveries.tested("horn", "here", NOON)
    store.deliveries.tested("horn", "here", later)
    store.deliveries.tested("horn", "there", NOON)
    assert store.deliveries.last_test("horn", "here") == later
    assert store.deliveries.last_test("horn", "there") == NOON
    assert store.deliveries.last_test("desk", "here") is None
