"""When a call goes out, by which channel, and again."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.deliveries import RETRY, Delivery, Route, due, failing_since

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
REPEAT = timedelta(minutes=5)
MINUTE = timedelta(minutes=1)
DESK, ROOM, BOSS = Route("desk"), Route("room", 10 * MINUTE), Route("boss", 30 * MINUTE)


def sent(name, minutes, error=""):
    return Delivery("v", 1, name, NOON + minutes * MINUTE, error)


def at(minutes, *deliveries, routes=(DESK, ROOM, BOSS), repeat=REPEAT):
    return due(NOON, deliveries, routes, repeat, NOON + minutes * MINUTE)


def test_the_first_channel_calls_at_once():
    assert at(0) == ("desk",)


def test_a_call_that_arrived_is_repeated_after_the_interval():
    assert at(4.9, sent("desk", 0)) == ()
    assert at(5, sent("desk", 0)) == ("desk",)


def test_a_failure_tries_the_next_channel_at_once():
    assert at(0, sent("desk", 0, "x")) == ("room",)
    assert at(0, sent("desk", 0, "x"), sent("room", 0, "x")) == ("boss",)
    assert at(0, sent("desk", 0, "x"), sent("room", 0)) == ()


def test_a_channel_that_failed_is_tried_again_soon():
    assert at(1, sent("desk", 0, "x"), sent("room", 0)) == ("desk",)
    assert at(0.5, sent("desk", 0, "x"), sent("room", 0), repeat=MINUTE / 2) == ("desk", "room")


def test_what_stood_in_rests_again_once_the_channel_works():
    assert at(6, sent("desk", 0, "x"), sent("room", 0), sent("desk", 1)) == ("desk",)


def test_others_join_when_their_time_has_come():
    assert at(9.9, sent("desk", 9)) == ()
    assert at(10, sent("desk", 9)) == ("room",)
    assert at(30, sent("desk", 29), sent("room", 29)) == ("boss",)


def test_channels_without_a_delay_call_together():
    assert at(0, routes=(DESK, Route("horn"))) == ("desk", "horn")


def test_no_channel_no_call():
    assert at(0, routes=()) == ()


@pytest.mark.parametrize("back", [1, 600])
def test_a_clock_that_was_set_back_does_not_silence(back):
    assert at(0, sent("desk", back)) == ("desk",)


@given(
    works=st.lists(st.booleans(), min_size=400, max_size=400),
    repeat=st.integers(1, 60),
    after=st.lists(st.integers(0, 60), max_size=3),
    seconds=st.integers(1, 60),
)
def test_an_alert_nobody_takes_over_is_always_tried_again_within_the_interval(
    works, repeat, after, seconds
):
    routes = [Route("0"), *(Route(str(n), m * MINUTE) for n, m in enumerate(after, 1))]
    fate, step = iter(works), timedelta(seconds=seconds)
    now, calls, done = NOON, [], []
    while (result := next(fate, None)) is not None:
        while result is not None and (names := due(NOON, done, routes, repeat * MINUTE, now)):
            done.append(Delivery("v", 1, names[0], now, "" if result else "x"))
            calls.append(now)
            if not result:
                follows = due(NOON, done, routes, repeat * MINUTE, now)
                order = [route.name for route in routes]
                after_it = order[order.index(names[0]) + 1 :][:1]
                fresh = not any(one.channel in after_it for one in done)
                assert not after_it or not fresh or after_it[0] in follows
            result = next(fate, None)
        now += step
    assert calls[0] == NOON
    ends = [*calls[1:], now - step]
    assert all(b - a <= repeat * MINUTE + step for a, b in zip(calls, ends, strict=True))
    for route in routes:
        own = [one for one in done if one.channel == route.name]
        pauses = [b.at - a.at for a, b in pairwise(own)]
        assert all(pause >= min(RETRY, repeat * MINUTE) for pause in pauses)


@pytest.mark.parametrize(
    ("calls", "since"),
    [
        ([], None),
        ([sent("desk", 0)], None),
        ([sent("desk", 0, "x"), sent("desk", 1, "x")], 0),
        ([sent("desk", 0, "x"), sent("desk", 1)], None),
        ([sent("desk", 0, "x"), sent("desk", 1), sent("desk", 6, "x"), sent("desk", 7, "x")], 6),
    ],
    ids=["none", "arrived", "fails", "in-the-end", "again"],
)
def test_since_when_calls_fail(calls, since):
    assert failing_since(calls) == (None if since is None else NOON + since * MINUTE)
