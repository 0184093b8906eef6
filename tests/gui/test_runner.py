"""Slow work: one after the other; very long work beside it; nobody hears of what was left."""

from threading import Event

import pytest

from kiosk.domain.errors import ErrorCode, KioskError
from kiosk.ui.runner import Runner, RunnerFor

PATIENCE = 30


@pytest.fixture
def runner(kiosk_app):
    made = Runner(kiosk_app)
    yield made
    made.stop()
    made.deleteLater()


def test_very_long_work_lets_other_work_pass(runner, qtbot):
    may_end, heard = Event(), []
    runner.aside(lambda: may_end.wait(PATIENCE), lambda _: heard.append("long"))
    runner.run(lambda: 1, lambda _: heard.append("short"))
    qtbot.waitUntil(lambda: heard == ["short"])
    may_end.set()
    qtbot.waitUntil(lambda: heard == ["short", "long"])


def test_a_fault_comes_like_a_result(runner, qtbot):
    fault, heard = KioskError(ErrorCode.LOOK_FAILED), []

    def fail():
        raise fault

    runner.aside(fail, heard.append)
    qtbot.waitUntil(lambda: heard == [fault])


@pytest.mark.parametrize("way", ["run", "aside"])
def test_only_what_was_left_is_not_heard(runner, qtbot, way):
    may_end, heard = Event(), []
    left, kept = RunnerFor(runner), RunnerFor(runner)
    getattr(left, way)(lambda: may_end.wait(PATIENCE), lambda _: heard.append("left"))
    getattr(kept, way)(lambda: 1, lambda _: heard.append("kept"))
    left.forget()
    may_end.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["kept"]
